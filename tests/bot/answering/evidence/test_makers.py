"""Who made a thing is told by a line that says so in passing, and by nothing else."""

import pytest

from bot.answering.answer import Reason
from bot.answering.evidence.makers import Makers
from bot.answering.question import Question
from bot.answering.understanding.understood import understand
from config.language import Language
from corpus.glossary import Glossary
from index.passage import Passage
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, ask


def article(*lines: tuple[str, str]) -> list[Passage]:
    english, korean = zip(*lines, strict=True)
    return [
        Passage("en:1", Language.ENGLISH, "Lights", ("Towers",), english, "ko:1"),
        Passage("ko:1", Language.KOREAN, "등대", ("탑",), korean, "en:1"),
    ]


def line_for(question: str, *lines: str, glossary: Glossary = GLOSSARY) -> str | None:
    makers = Makers(article(*((line, line) for line in lines)), glossary)
    found = makers.line(understand(Question(question), glossary, 200))
    return None if found is None else found[1]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Which company made Corvin?", "Sailors were surprised by Bergmann's Corvin."),
        ("who built corvin", "Bergmann built the Corvin light."),
        ("Who is behind Corvin?", "Marlow is a match for Corvin from Bergmann."),
        ("What company is Corvin from?", "Bergmann brought out Corvin in two parts."),
        ("Who is the maker of Corvin?", "Bergmann's Corvin was lit first."),
        ("Corvin 만든 데가 어디?", "뱃사람들은 Bergmann의 Corvin에 놀랐습니다."),
        ("코빈은 어느 회사 거야?", "Bergmann이 발표한 Corvin은 멀리 비춥니다."),
        ("코빈을 만든 회사 이름은?", "Bergmann은 Corvin을 둘로 나누어 내놓았습니다."),
        ("코빈은 누가 만들었어요?", "Bergmann의 Corvin이 먼저 켜졌습니다."),
        ("코빈의 제작사는?", "Bergmann의 Corvin이 먼저 켜졌습니다."),
        ("어느 회사가 코빈을 만들었나요?", "Bergmann의 Corvin이 먼저 켜졌습니다."),
    ],
)
def test_the_line_that_says_who_made_it_is_found(question: str, line: str) -> None:
    assert line_for(question, "Corvin reaches 24 km, says Bergmann.", line) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Who made Corvin?", "Corvin's Bergmann lamp is bright."),
        ("Who made Corvin?", "Bergmann visited Corvin."),
        ("Who made Corvin?", "Today's Corvin is bright."),
        ("Who made Corvin so bright?", "Bergmann's Corvin was lit first."),
        ("Who founded Corvin?", "Bergmann's Corvin was lit first."),
        ("Who made Corvin and Marlow?", "Bergmann's Corvin was lit first."),
        ("Who made Corvin?", "Bergmann's Corvina was lit first."),
        ("코빈은 누가 만들었어요?", "Corvin의 Bergmann 등불은 밝습니다."),
        ("코빈을 만든 이유는?", "Bergmann의 Corvin이 먼저 켜졌습니다."),
        ("코빈 만든 회사 주가는?", "Bergmann의 Corvin이 먼저 켜졌습니다."),
        ("코빈은 누가 칠했어요?", "Bergmann의 Corvin이 먼저 켜졌습니다."),
        ("Which company built on Corvin?", "Bergmann's Corvin was lit first."),
        ("코빈으로 만든 회사가 어디예요?", "Bergmann의 Corvin이 먼저 켜졌습니다."),
        ("코빈에서 만든 곳은?", "Bergmann의 Corvin이 먼저 켜졌습니다."),
    ],
)
def test_no_other_line_and_no_other_question_is_taken(question: str, line: str) -> None:
    assert line_for(question, "Corvin reaches 24 km, says Bergmann.", line) is None


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Who made Corvin 3 27B?", "Sailors were surprised by Bergmann's Corvin 3."),
        ("코빈 3 27B 개발사가 어디예요?", "뱃사람들은 Bergmann의 Corvin 3에 놀랐습니다."),
    ],
)
def test_who_made_a_thing_made_its_versions(question: str, line: str) -> None:
    assert line_for(question, line, glossary=Glossary({"Corvin 3": ("코빈 3",)})) == line


@pytest.mark.parametrize(
    ("question", "language"),
    [("Which company made Corvin?", Language.ENGLISH), ("코빈을 만든 회사는?", Language.KOREAN)],
)
def test_it_is_answered_by_its_line_without_search_or_model(
    generator: FakeGenerator, question: str, language: Language
) -> None:
    sides = article(("We saw Bergmann's Corvin first.", "Bergmann의 Corvin이 먼저 켜졌습니다."))
    searcher = FakeSearcher()
    answer = ask(generator, question, searcher, sides)
    line = next(side for side in sides if side.language is language).lines[0]
    assert (answer.reason, answer.language, answer.refused) == (Reason.ANSWERED, language, False)
    assert f"• {line} [1]" in answer.text
    assert (searcher.history, generator.history, generator.judged) == ([], [], [])


@pytest.mark.parametrize(
    ("question", "said", "line"),
    [
        ("Who made Corvin?", ("The light is old.", "Bergmann의 Corvin이 먼저 켜졌습니다."), "The light is old."),
        (
            "코빈은 누가 만들었어?",
            ("We saw Bergmann's Corvin first.", "이 등대는 낡았습니다."),
            "이 등대는 낡았습니다.",
        ),
    ],
)
def test_a_line_that_says_so_in_the_other_language_is_quoted_by_its_twin(
    question: str, said: tuple[str, str], line: str
) -> None:
    found = Makers(article(said), GLOSSARY).line(understand(Question(question), GLOSSARY, 200))
    assert found is not None
    assert found[1] == line


@pytest.mark.parametrize(
    ("question", "language"), [("Who made Corvin?", Language.ENGLISH), ("코빈은 누가 만들었어?", Language.KOREAN)]
)
def test_a_twin_with_other_lines_is_not_quoted(question: str, language: Language) -> None:
    said = {
        Language.ENGLISH: "We saw Bergmann's Corvin first.",
        Language.KOREAN: "Bergmann의 Corvin이 먼저 켜졌습니다.",
    }
    lines = {language: ("1", "2"), language.other: (said[language.other],)}
    sides = [
        Passage("en:1", Language.ENGLISH, "Lights", ("Towers",), lines[Language.ENGLISH], "ko:1"),
        Passage("ko:1", Language.KOREAN, "등대", ("탑",), lines[Language.KOREAN], "en:1"),
    ]
    found = Makers(sides, GLOSSARY).line(understand(Question(question), GLOSSARY, 200))
    assert found is not None
    assert found[1] == said[language.other]


MADE = ("Bergmann's Corvin was lit first.", "Bergmann의 Corvin이 먼저 켜졌습니다.")
OTHERS = ("Marlow stands on the other side.", "Marlow는 건너편에 있습니다.")


def contrary_to(question: str, *lines: tuple[str, str]) -> str | None:
    glossary = Glossary({**GLOSSARY.names, "Bergmann": ("베르그만",)})
    found = Makers(article(*lines), glossary).contrary(understand(Question(question), glossary, 200))
    return None if found is None else found[1]


@pytest.mark.parametrize(
    "question",
    [
        "Why did Marlow build Corvin?",
        "What made Marlow release the Corvin?",
        "Why did Marlow decide to launch Corvin in spring?",
        "Was Corvin made by Marlow?",
        "Why is Marlow's Corvin so bright?",
    ],
)
def test_another_maker_than_the_article_tells_of_is_contradicted(question: str) -> None:
    assert contrary_to(question, MADE, OTHERS) == MADE[0]


@pytest.mark.parametrize(
    "question",
    [
        "말로가 코빈을 만든 이유는?",
        "말로는 왜 코빈을 공개한 거야?",
        "말로가 개발한 코빈은 얼마나 밝아?",
        "말로의 코빈은 왜 밝아요?",
    ],
)
def test_another_maker_in_korean_is_contradicted(question: str) -> None:
    assert contrary_to(question, MADE, OTHERS) == MADE[1]


@pytest.mark.parametrize(
    "question",
    [
        "Why did Bergmann build Corvin?",
        "Was Corvin made by Bergmann or by Marlow?",
        "Why did Marlow announce Corvin tickets?",
        "Why is Marlow's Corvin view so good?",
        "Why did Corvin build Marlow?",
        "Did Marlow outshine Corvin?",
        "베르그만이 코빈을 만든 이유는?",
        "코빈은 베르그만이 만들었어, 아니면 말로가 만들었어?",
        "말로가 코빈보다 나은 이유는?",
        "코빈이 말로를 만든 이유는?",
    ],
)
def test_what_agrees_or_says_nothing_of_a_maker_is_not_contradicted(question: str) -> None:
    assert contrary_to(question, MADE, OTHERS) is None


def test_a_second_maker_that_a_line_tells_of_is_none_too_many() -> None:
    together = ("Marlow's Corvin was a gift.", "Marlow의 Corvin은 선물이었습니다.")
    assert contrary_to("Why did Marlow build Corvin?", MADE, together) is None
    assert contrary_to("말로가 코빈을 만든 이유는?", MADE, together) is None
