"""Figures taken for what the article gives another figure as."""

import pytest

from bot.answering.answer import Reason
from bot.answering.evidence.attributes import FigureAttributes
from bot.answering.question import Question
from bot.answering.understanding.understood import understand
from config.language import Language
from corpus.figures import figures
from corpus.glossary import Glossary
from corpus.loading import load_corpus
from index.chunking import chunk_corpus
from index.passage import Passage
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, ask


def _lamps(language: Language, place: str, heading: str, *lines: str) -> Passage:
    other = Language.KOREAN if language is Language.ENGLISH else Language.ENGLISH
    above = "Corvin Light" if language is Language.ENGLISH else "코빈 등대"
    return Passage(f"{language}:{place}", language, "Two Lights", (above, heading), lines, f"{other}:{place}")


LIT = _lamps(Language.ENGLISH, "8.1", "Lit Lamps: 41", "They decide how far it is seen.")
ALL = _lamps(Language.ENGLISH, "8.2", "Total Lamps: 675", "Most are spare.")
LIT_KO = _lamps(Language.KOREAN, "8.1", "켜진 등불: 41개", "얼마나 멀리 보이는지를 정합니다.")
ALL_KO = _lamps(Language.KOREAN, "8.2", "전체 등불: 675개", "대부분은 여분입니다.")
YEAR = _lamps(Language.ENGLISH, "8.3", "Lit in 1931", "Marlow was lit later.")
YEAR_KO = _lamps(Language.KOREAN, "8.3", "1931년에 켜짐", "말로는 나중에 켜졌습니다.")
ATTRIBUTES = FigureAttributes((LIT, ALL, YEAR, LIT_KO, ALL_KO, YEAR_KO))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("With only 41 lamps in total, how is Corvin seen so far?", ALL),
        ("코빈은 전체 등불이 41개인데 어떻게 그렇게 멀리 보여?", ALL_KO),
        ("Are 675 lit lamps too many?", LIT),
        ("켜진 등불이 675개면 너무 많지 않아?", LIT_KO),
        ("Are 41 lit lamps enough?", None),
        ("켜진 등불 41개면 충분해?", None),
        ("Are 41 of the 675 lamps in total lit?", None),
        ("전체 675개 가운데 41개가 켜진 거야?", None),
        ("Of the total, are 41 lit?", None),
        ("전체 중에 켜진 게 41개야?", None),
        ("Why are there 41 lamps?", None),
        ("왜 등불이 41개야?", None),
        ("Of the 410 steps, do all lead up to 41 lamps in total?", ALL),
        ("계단 410개 중 꼭대기에 있는 등불은 전체 41개야?", ALL_KO),
        ("Of the 675 lamps, how many are lit?", None),
        ("675개 중에 켜진 등불은 얼마나 돼?", None),
        ("Does Marlow have 41 lamps?", None),
        ("말로에는 등불이 41개 있어?", None),
        ("Was it lit in 1931, with 41 lamps?", None),
        ("1931년에 등불 41개로 켜졌어?", None),
    ],
)
def test_the_passage_that_gives_another_figure_as_that_is_found(question: str, told: Passage | None) -> None:
    understood = understand(Question(question), GLOSSARY, 2000)
    found = ATTRIBUTES.contrary(understood, figures(question))
    assert (found.passage if found else None) == told


@pytest.mark.parametrize("language", Language)
def test_what_the_article_itself_says_is_never_corrected(language: Language) -> None:
    passages = chunk_corpus(load_corpus(None), len, 10_000)
    attributes, glossary = FigureAttributes(passages), Glossary.load(None)
    said = [
        f"{passage.heading_path[-1]} {line}"
        for passage in passages
        if passage.language is language
        for line in passage.lines
    ]
    stating = [understand(Question(text[:1900] + "?"), glossary, 2000) for text in said if figures(text)]
    assert len(stating) > 10
    assert [one.text for one in stating if attributes.contrary(one, figures(one.text)) is not None] == []


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("With only 41 lamps in total, how is Corvin seen so far?", "Total Lamps: 675"),
        ("코빈은 전체 등불이 41개인데 어떻게 그렇게 멀리 보여?", "전체 등불: 675개"),
    ],
)
def test_such_a_premise_is_corrected_before_the_model_is_asked(
    generator: FakeGenerator, question: str, heading: str
) -> None:
    answer = ask(generator, question, FakeSearcher((1,)), more=(LIT, ALL, LIT_KO, ALL_KO))
    assert (answer.refused, answer.reason) == (True, Reason.FALSE_PREMISE)
    assert heading in answer.text
    assert [one.passage.heading_path[-1] for one in answer.citations] == [heading]
    assert generator.judged == []
