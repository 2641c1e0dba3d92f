"""Answers whose passages the article no longer has."""

from dataclasses import replace

import pytest

from bot.answering.library import Library
from bot.discord.recall import known_passages, recalled, rests_on_others
from bot.discord.rendering import read_answer
from config.language import Language
from tests.bot.discord.rooms import library
from tests.bot.fakes import LINES, TEXTS, passage
from tests.bot.state.builders import record
from tests.languages import EACH_LANGUAGE

SAID = {Language.KOREAN: "답변한 뒤에 글이 바뀌었어요", Language.ENGLISH: "The article has changed since"}


def changed(language: Language, **change: object) -> Library:
    """The library after a change of one language."""
    passages = tuple(
        replace(passage(one), **change) if one is language else passage(one)  # type: ignore[arg-type]
        for one in Language
    )
    return replace(library("v0002"), passages=passages)


@EACH_LANGUAGE
@pytest.mark.parametrize("change", [{"lines": ("Something else.",)}, {"heading_path": ("Elsewhere",)}])
def test_an_answer_is_concerned_where_its_passage_changed_or_went(
    language: Language, change: dict[str, object]
) -> None:
    answer = record(100, language=language).answer
    after = changed(language, **change)
    assert rests_on_others(answer, after.version, known_passages(after))
    gone = replace(after, passages=())
    assert rests_on_others(answer, gone.version, known_passages(gone))


@EACH_LANGUAGE
def test_an_answer_stays_where_only_others_changed(language: Language) -> None:
    answer = record(100, language=language).answer
    for after in (library("v0002"), changed(language.other, lines=("x",)), changed(language, passage_id="x:9")):
        assert not rests_on_others(answer, after.version, known_passages(after))
    assert not rests_on_others(replace(answer, citations=()), "v0009", frozenset())


@EACH_LANGUAGE
def test_an_answer_of_the_live_version_is_never_concerned(language: Language) -> None:
    answer = record(100, language=language).answer
    assert not rests_on_others(answer, answer.index_version, frozenset())


@EACH_LANGUAGE
def test_a_recalled_answer_says_so_first_and_stays_readable_as_a_quote(language: Language) -> None:
    given = record(100, language=language)
    question, said, *old = recalled(given).split("\n\n")
    assert question == f"> **{given.question}**"
    assert said.startswith(f"⚠️ {SAID[language]}")
    lines = "\n".join(old).split("\n")
    assert all(line.startswith(">") for line in lines)
    assert TEXTS[language] in "\n".join(lines)
    assert read_answer(recalled(given)) == (given.question, "")


@EACH_LANGUAGE
def test_a_recalled_answer_fits_a_message_however_long_it_was(language: Language) -> None:
    given = record(100, language=language, question_message_id=99)
    long = replace(given, answer=replace(given.answer, text=" ".join([TEXTS[language], LINES[language]] * 60)))
    content = recalled(long)
    assert content.startswith("⚠️ ")
    assert len(content) <= 1900
