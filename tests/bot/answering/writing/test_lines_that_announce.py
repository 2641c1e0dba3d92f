"""Lines that announce a list: quoted with it where they give what it leaves out."""

from collections.abc import Collection

import pytest

from config.language import Language
from index.passage import Hit, Passage
from index.searching import Query
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, FixedSearcher, ask

VISITS = Passage(
    "en:8.1",
    Language.ENGLISH,
    "Two Lights",
    ("Marlow Light", "Visits"),
    ("Tickets are sold at the harbour office from 9 am:", "Islanders come first", "Dogs stay outside"),
    "ko:8.1",
)
VISITS_KO = Passage(
    "ko:8.1",
    Language.KOREAN,
    "두 등대",
    ("말로 등대", "관람"),
    ("입장권은 오전 9시부터 항구 사무소에서 팝니다:", "섬 주민이 먼저입니다", "개는 밖에서 기다립니다"),
    "en:8.1",
)


class FindsVisits(FakeSearcher):
    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        first, second = (VISITS_KO, VISITS) if query.language is Language.KOREAN else (VISITS, VISITS_KO)
        return (Hit(first, second, 0.9, 0.9, None),)


@pytest.mark.parametrize(
    ("question", "announced"),
    [
        ("Where are tickets for Marlow sold?", "Tickets are sold at the harbour office from 9 am: [1]\n• "),
        ("말로 입장권은 어디서 팔아요?", "입장권은 오전 9시부터 항구 사무소에서 팝니다: [1]\n• "),
        ("What are the rules at Marlow?", ""),
        ("말로에는 어떤 규칙이 있어요?", ""),
    ],
)
def test_a_line_that_announces_is_shown_where_the_question_is_about_it(
    generator: FakeGenerator, question: str, announced: str
) -> None:
    generator.enqueue("Nobody knows.")
    answer = ask(generator, question, FindsVisits(), more=(VISITS, VISITS_KO))
    assert not answer.refused
    assert announced in answer.text
    assert bool(announced) is ("9" in answer.text)
    assert ("Dogs" in answer.text) or ("개는" in answer.text)


def told(language: Language, number: str, heading: str, line: str, lead: str = "") -> Passage:
    path = {Language.ENGLISH: ("Corvin Light", "Build"), Language.KOREAN: ("코빈 등대", "구조")}[language]
    below = (*path, heading) if heading else path
    return Passage(f"{language}:{number}", language, "Lights", below, (line,), f"{language.other}:{number}", lead)


LEADS = {Language.ENGLISH: "Corvin has an unusual structure:", Language.KOREAN: "코빈은 남다른 구조입니다:"}
BUILD = {language: told(language, "9.1", "", lead) for language, lead in LEADS.items()}
BELOW = {
    Language.ENGLISH: told(Language.ENGLISH, "9.1.1", "Walls", "A structure of double walls", LEADS[Language.ENGLISH]),
    Language.KOREAN: told(Language.KOREAN, "9.1.1", "벽", "두 겹 벽으로 된 구조", LEADS[Language.KOREAN]),
}


class FindsBuild(FakeSearcher):
    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        own = query.language or Language.ENGLISH
        pairs = ((BUILD, 0.9), (BELOW, 0.8))
        return tuple(Hit(pair[own], pair[own.other], score, 0.9, None) for pair, score in pairs)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("What structure does Corvin have?", "A structure of double walls"),
        ("코빈은 어떤 구조예요?", "두 겹 벽으로 된 구조"),
        ("Does Corvin have a plain structure?", "Corvin has an unusual structure"),
        ("코빈은 흔한 구조인가요?", "코빈은 남다른 구조입니다"),
    ],
)
def test_a_passage_that_only_announces_gives_way_to_the_line_that_tells_what_was_asked(
    generator: FakeGenerator, question: str, line: str
) -> None:
    generator.stated = 0.45
    generator.enqueue("Sailors admire it.")
    answer = ask(generator, question, FindsBuild(), more=(*BUILD.values(), *BELOW.values()))
    assert f"• {line} [1]" in answer.text.splitlines()


PLANS = (
    Passage(
        "en:9.1",
        Language.ENGLISH,
        "Lights",
        ("Plans", "Lamps"),
        ("Brighter lamps", "Fewer keepers"),
        "ko:9.1",
        "These are expected:",
    ),
    Passage(
        "ko:9.1",
        Language.KOREAN,
        "등대",
        ("계획", "등불"),
        ("더 밝은 등불", "더 적은 등대지기"),
        "en:9.1",
        "다음이 예상됩니다:",
    ),
)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Are lamps brighter?", "These are expected: [1]\n• Brighter lamps"),
        ("등불이 더 밝아졌어요?", "다음이 예상됩니다: [1]\n• 더 밝은 등불"),
    ],
)
def test_phrases_that_are_only_expected_are_quoted_with_the_line_that_says_so(
    generator: FakeGenerator, question: str, shown: str
) -> None:
    generator.enqueue("Nobody knows.")
    assert shown in ask(generator, question, FixedSearcher(*PLANS), more=PLANS).text
