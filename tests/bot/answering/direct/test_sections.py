"""Who asks to be told about all of a section gets what announces its parts."""

import pytest

from bot.answering.answer import Reason
from bot.answering.question import Question, Turn
from config.language import Language
from index.passage import Passage
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask


def _section(language: Language, *groups: tuple[str, tuple[str, ...], str, tuple[str, ...]]) -> tuple[Passage, ...]:
    """Passages of an article on two lights: place, headings, lead and lines of each."""
    other = next(one for one in Language if one is not language)
    return tuple(
        Passage(f"{language}:{place}", language, "Two Lights", headings, lines, f"{other}:{place}", lead)
        for place, headings, lead, lines in groups
    )


_TOP = "Perrin 2: a light of today"
_TOP_KO = "페린 2: 오늘의 등대"
PERRIN = (
    *_section(
        Language.ENGLISH,
        ("9.1.1", (_TOP, "Two Lamps"), "", ("Perrin 2 has two lamps:",)),
        ("9.1.1.1", (_TOP, "Two Lamps", "Small Lamp"), "Perrin 2 has two lamps:", ("Lit at dusk", "Seen for 9 km")),
        ("9.1.2.1", (_TOP, "Two Lamps", "Great Lamp"), "Perrin 2 has two lamps:", ("Lit in fog",)),
        ("9.2.1", (_TOP, "Keepers"), "", ("Two people keep Perrin 2.", "They live there.")),
        ("9.3.1", (_TOP, "Ways In"), "", ("By boat", "On foot at low tide")),
    ),
    *_section(
        Language.KOREAN,
        ("9.1.1", (_TOP_KO, "두 등불"), "", ("페린 2에는 등불이 둘입니다:",)),
        ("9.1.1.1", (_TOP_KO, "두 등불", "작은 등불"), "페린 2에는 등불이 둘입니다:", ("해 질 녘에 점등", "9 km까지")),
        ("9.1.2.1", (_TOP_KO, "두 등불", "큰 등불"), "페린 2에는 등불이 둘입니다:", ("안개가 끼면 점등",)),
        ("9.2.1", (_TOP_KO, "등대지기"), "", ("두 사람이 페린 2를 지킵니다.", "두 사람은 거기에 삽니다.")),
        ("9.3.1", (_TOP_KO, "가는 길"), "", ("배편", "썰물 때 걸어서")),
    ),
)
ENGLISH_PARTS = [
    "• Perrin 2 has two lamps: Small Lamp · Great Lamp [1][2][3]",
    "• Two people keep Perrin 2. [4]",
    "• Ways In: By boat · On foot at low tide [5]",
]
KOREAN_PARTS = [
    "• 페린 2에는 등불이 둘입니다: 작은 등불 · 큰 등불 [1][2][3]",
    "• 두 사람이 페린 2를 지킵니다. [4]",
    "• 가는 길: 배편 · 썰물 때 걸어서 [5]",
]
PLACES = ["9.1.1", "9.1.1.1", "9.1.2.1", "9.2.1", "9.3.1"]


@pytest.mark.parametrize(
    ("question", "language", "heading", "parts"),
    [
        ("Tell me about Perrin 2", Language.ENGLISH, _TOP, ENGLISH_PARTS),
        ("페린 2에 대해 알려줘", Language.KOREAN, _TOP_KO, KOREAN_PARTS),
        ("What is Perrin 2? Answer in Korean", Language.KOREAN, _TOP_KO, KOREAN_PARTS),
        ("페린 2가 뭐야? 영어로 답해줘", Language.ENGLISH, _TOP, ENGLISH_PARTS),
    ],
)
def test_the_parts_of_a_section_are_told_without_search_or_model(
    generator: FakeGenerator, question: str, language: Language, heading: str, parts: list[str]
) -> None:
    searcher = FakeSearcher()
    answer = ask(generator, question, searcher, PERRIN)
    assert (answer.reason, answer.language) == (Reason.ANSWERED, language)
    first, *lines, last = answer.text.split("\n")
    assert heading in first
    assert lines == parts
    assert last
    assert [citation.passage.passage_id for citation in answer.citations] == [f"{language}:{place}" for place in PLACES]
    assert (searcher.history, generator.history, generator.judged) == ([], [], [])


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (
            "Tell me about the two lamps",
            [
                "• Perrin 2 has two lamps [1]",
                "• Small Lamp: Lit at dusk · Seen for 9 km [2]",
                "• Great Lamp: Lit in fog [3]",
            ],
        ),
        (
            "두 등불에 대해 알려줘",
            [
                "• 페린 2에는 등불이 둘입니다 [1]",
                "• 작은 등불: 해 질 녘에 점등 · 9 km까지 [2]",
                "• 큰 등불: 안개가 끼면 점등 [3]",
            ],
        ),
    ],
)
def test_of_a_section_with_a_single_part_what_that_announces_is_told(
    generator: FakeGenerator, question: str, lines: list[str]
) -> None:
    assert ask(generator, question, more=PERRIN).text.split("\n")[1:-1] == lines


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("Tell me about Perrin 2", ("By boat", "On foot at low tide")),
        ("페린 2에 대해 알려줘", ("배편", "썰물 때 걸어서")),
    ],
)
def test_of_a_list_its_lines_are_cited(generator: FakeGenerator, question: str, lines: tuple[str, ...]) -> None:
    assert ask(generator, question, more=PERRIN).citations[-1].quotes == lines


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about the small lamp",
        "작은 등불에 대해 알려줘",
        "How many lamps does Perrin 2 have?",
        "페린 2에는 등불이 몇 개예요?",
        "Tell me about the fog at Perrin 2",
        "페린 2의 안개에 대해 알려줘",
        "Tell me about today",
        "오늘에 대해 알려줘",
    ],
)
def test_any_other_question_is_searched_for(generator: FakeGenerator, question: str) -> None:
    generator.stated = 0.05
    searcher = FakeSearcher()
    ask(generator, question, searcher, PERRIN)
    assert len(searcher.history) == 1


@pytest.mark.parametrize(
    ("question", "twice"),
    [("Tell me about Perrin 2", "Perrin 2 and the sea"), ("페린 2에 대해 알려줘", "페린 2와 바다")],
)
def test_of_two_sections_of_one_name_neither_is_told(generator: FakeGenerator, question: str, twice: str) -> None:
    more = _section(Language.ENGLISH, ("10.1.1", (twice, "Waves"), "", ("They are high.",))) + _section(
        Language.KOREAN, ("10.1.1", (twice, "파도"), "", ("높습니다.",))
    )
    generator.stated = 0.05
    searcher = FakeSearcher()
    ask(generator, question, searcher, (*PERRIN, *more))
    assert len(searcher.history) == 1


@pytest.mark.parametrize(
    ("question", "before"),
    [("what about the keepers?", "Tell me about Perrin 2"), ("등대지기는?", "페린 2에 대해 알려줘")],
)
def test_what_is_asked_after_it_is_about_the_section(generator: FakeGenerator, question: str, before: str) -> None:
    generator.stated = 0.05
    searcher = FakeSearcher()
    asked = Question(question, history=(Turn(before, ""),))
    ask(generator, asked, searcher, PERRIN)
    assert "2" in searcher.history[0].text
