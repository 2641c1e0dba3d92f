"""Which golden questions count."""

from pathlib import Path

import pytest

from bot.judging.questions import Outcome
from bot.updating.golden import about_article, golden_cases
from config.errors import QuestionError
from config.language import Language
from config.settings import load_settings
from index.chunking import chunk_corpus
from tests.bot.updating.fakes import GOLDEN
from tests.index.fakes import BILINGUAL, count_tokens
from tests.languages import EACH_LANGUAGE
from tests.pictures.answering import shipped_passages


def test_the_shipped_golden_questions_can_all_be_answered_by_the_shipped_edition_in_both_languages() -> None:
    cases = golden_cases(None)
    assert about_article(cases, shipped_passages(load_settings())) == cases
    stems = [{case.stem for case in cases if case.language is language} for language in Language]
    assert stems[0] == stems[1] != set()
    assert {case.outcome for case in cases} == {Outcome.ANSWER}


def test_golden_questions_of_another_article_do_not_count() -> None:
    passages = chunk_corpus(BILINGUAL, count_tokens, 60)
    assert about_article(golden_cases(None), passages) == ()
    assert about_article(GOLDEN, passages) == GOLDEN


@EACH_LANGUAGE
def test_a_golden_question_needs_its_facts_in_its_own_language(language: Language) -> None:
    passages = [one for one in chunk_corpus(BILINGUAL, count_tokens, 60) if one.language is language]
    assert [case.language for case in about_article(GOLDEN, passages)] == [language]


def test_a_file_that_cannot_be_used_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "golden.jsonl"
    path.write_text('{"id": 1}\n', encoding="utf-8")
    with pytest.raises(QuestionError, match=r"golden\.jsonl"):
        golden_cases(path)
