import pytest

from bot.answering.evidence.abbreviations import Abbreviations
from bot.answering.evidence.asked_words import AskedWords
from bot.answering.evidence.evidence_judge import EvidenceJudge
from bot.answering.evidence.makers import Makers
from bot.answering.evidence.premises import PremiseJudge
from bot.answering.evidence.told_elsewhere import TellsOfOthers
from bot.answering.names.subjects import SubjectIndex
from bot.answering.question import Question
from bot.answering.understanding.understood import understand
from config.language import Language
from corpus.glossary import Glossary
from corpus.loading import load_corpus
from index.chunking import chunk_corpus
from index.passage import Hit, Passage
from index.suggestions import MAX_CHARACTERS, Suggestions
from index.vocabulary import Vocabulary
from tests.bot.answering.fakes import FakeLexicon
from tests.index.fakes import BILINGUAL, count_tokens
from tests.languages import EACH_LANGUAGE

GLOSSARY = Glossary.load(None)


@pytest.fixture(scope="module")
def passages() -> tuple[Passage, ...]:
    return chunk_corpus(load_corpus(None), count_tokens, 180)


@pytest.fixture(scope="module")
def suggestions(passages: tuple[Passage, ...]) -> Suggestions:
    return Suggestions(passages, GLOSSARY)


@EACH_LANGUAGE
def test_every_heading_and_name_of_the_article_becomes_a_question_discord_can_show(
    suggestions: Suggestions, language: Language
) -> None:
    questions = suggestions.all(language)
    assert len(questions) == len(set(questions)) > 50
    assert all(len(question) <= MAX_CHARACTERS for question in questions)


def test_questions_are_worded_in_each_language(suggestions: Suggestions) -> None:
    korean, english = suggestions.all(Language.KOREAN), suggestions.all(Language.ENGLISH)
    assert "미스트랄 라지 3에 대해 글은 뭐라고 하나요?" in korean
    assert "라마 4의 “긴 문서를 다루는 능력”에 대해 글은 뭐라고 하나요?" in korean
    assert "What does the article say about Mistral Large 3?" in english
    assert "On Llama 4, what does the article say about “Handling long documents”?" in english


@EACH_LANGUAGE
def test_every_question_can_be_answered_as_far_as_evidence_goes(
    passages: tuple[Passage, ...], suggestions: Suggestions, language: Language
) -> None:
    subjects = SubjectIndex(passages, GLOSSARY, FakeLexicon())
    judge = EvidenceJudge(
        passages,
        subjects,
        GLOSSARY,
        premises=PremiseJudge.load(),
        abbreviations=Abbreviations(passages),
        makers=Makers(passages, GLOSSARY),
        others=TellsOfOthers(passages, subjects, AskedWords(Vocabulary.load())),
    )
    hits = [Hit(one, None, score=1.0, dense=1.0, lexical=1.0) for one in passages if one.language is language]
    for question in suggestions.all(language):
        understood = understand(Question(question), GLOSSARY, 2000)
        assert understood.language is language
        assert understood.talk is None
        assert judge.judge(understood, hits).reason is None, question
        assert any(all(subjects.speaks_of(hit, name) for name in understood.names) for hit in hits), question


@pytest.mark.parametrize("typed", ["ㅁㅅㅌㄹ", "미슽", "미스트랄 라", "mistral", "Mistral lar"])
def test_a_name_is_found_however_it_is_spelled(suggestions: Suggestions, typed: str) -> None:
    assert suggestions.matching(typed, Language.KOREAN, 25)[0] == "미스트랄 라지 3에 대해 글은 뭐라고 하나요?"
    assert suggestions.matching(typed, Language.ENGLISH, 25)[0] == "What does the article say about Mistral Large 3?"


def test_all_words_must_fit_and_their_order_does_not_matter(suggestions: Suggestions) -> None:
    (english,) = suggestions.matching("docu llama", Language.ENGLISH, 25)
    (korean,) = suggestions.matching("문서 ㄹㅁ", Language.KOREAN, 25)
    assert english == "On Llama 4, what does the article say about “Handling long documents”?"
    assert korean == "라마 4의 “긴 문서를 다루는 능력”에 대해 글은 뭐라고 하나요?"
    assert suggestions.matching("zebra", Language.ENGLISH, 25) == ()
    assert suggestions.matching("얼룩말", Language.KOREAN, 25) == ()


@EACH_LANGUAGE
def test_before_anything_is_typed_the_first_questions_are_offered(suggestions: Suggestions, language: Language) -> None:
    assert suggestions.matching("", language, 25) == suggestions.all(language)[:25]


def test_another_article_gets_questions_of_its_own() -> None:
    suggestions = Suggestions(chunk_corpus(BILINGUAL, count_tokens, 60), Glossary({}))
    assert "“일등급”에 대해 글은 뭐라고 하나요?" in suggestions.all(Language.KOREAN)
    assert "What does the article say about “First order”?" in suggestions.all(Language.ENGLISH)
    assert Suggestions((), Glossary({})).matching("a", Language.ENGLISH, 25) == ()
