"""What an abbreviation stands for is told by the line that spells it out, and never guessed."""

import pytest

from bot.answering.answer import Reason
from bot.answering.evidence.abbreviations import Abbreviations
from bot.answering.question import Question
from bot.answering.understanding.understood import Understood, understand
from config.language import Language
from index.passage import Passage
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, ask


def article(*lines: tuple[str, str]) -> list[Passage]:
    english, korean = zip(*lines, strict=True)
    return [
        Passage("en:1", Language.ENGLISH, "Lights", ("Signals",), english, "ko:1"),
        Passage("ko:1", Language.KOREAN, "등대", ("신호",), korean, "en:1"),
    ]


def asked(text: str) -> Understood:
    return understand(Question(text), GLOSSARY, 200)


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("Corvin sends signals by very high frequency (VHF).", "VHF"),
        ("Corvin uses a Mixture of Lamps (MoL) design.", "MoL"),
        ("Corvin keeps automatic light-buoys (ALBs).", "ALB"),
        ("Corvin has AIS (Automatic Identification System).", "AIS"),
        ("Corvin은 Mixture of Lamps(MoL) 구조를 씁니다.", "MoL"),
        ("Corvin은 초단파(VHF) 신호를 보냅니다.", "VHF"),
    ],
)
def test_a_line_that_spells_out_an_abbreviation_is_found(line: str, short: str) -> None:
    passages = article((line, line))
    assert Abbreviations(passages).line(asked(f"What does {short} stand for?")) == (passages[0], line)


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("Corvin keeps the rules (IALA, SOLAS, etc.).", "IALA"),
        ("Corvin was built by a company (HQ in Oslo).", "HQ"),
        ("Its newest lamp (LED) reaches far.", "LED"),
        ("Corvin은 규정을 지킵니다 (IALA, SOLAS 등).", "IALA"),
        ("VHF 신호를 보냅니다.", "VHF"),
    ],
)
def test_what_merely_stands_in_parentheses_spells_nothing_out(line: str, short: str) -> None:
    assert Abbreviations(article((line, line))).line(asked(f"What does {short} stand for?")) is None


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What does VHF stand for?", "VHF"),
        ("What is vhf short for?", "vhf"),
        ("VHF가 무슨 약자예요?", "VHF"),
        ("VHF는 뭐의 줄임말이야?", "VHF"),
        ("Tell me what VHF stands for", "VHF"),
        ("VHF stands for what exactly?", "VHF"),
        ("What does VHF stand for according to the article?", "VHF"),
        ("What's the full form of VHF?", "VHF"),
        ("Can you spell out the acronym VHF?", "VHF"),
        ("VHF 풀네임 알려줘", "VHF"),
        ("VHF 약자 뜻", "VHF"),
        ("VHF 약자의 뜻이 뭐예요?", "VHF"),
        ("What three things does the rise of VHF stand for?", None),
        ("What does Corvin stand for?", None),
        ("What is VHF?", None),
        ("VHF는 어디에 써요?", None),
        ("Does VHF stand for progress?", None),
        ("What ideas does VHF stand for?", None),
        ("VHF가 약자를 돕나요?", None),
        ("VHF는 약자들에게 좋은가요?", None),
        ("VHF는 약자의 편이에요?", None),
        ("VHF 신호를 쓰는 등대의 줄임말은?", None),
        ("이 등대는 무슨 약자로 불려요?", None),
    ],
)
def test_a_question_for_what_an_abbreviation_stands_for_is_told_from_others(question: str, short: str | None) -> None:
    line = "Corvin sends by very high frequency (VHF)."
    assert Abbreviations(article((line, line))).asked_in(asked(question)) == short


SPELLED = article(("Signals go by very high frequency (VHF).", "신호는 초단파(VHF)로 보냅니다."))
UNSPELLED = article(("Signals go by VHF.", "신호는 VHF로 보냅니다."))


@pytest.mark.parametrize(
    ("question", "language"),
    [("What does VHF stand for?", Language.ENGLISH), ("VHF가 무슨 약자예요?", Language.KOREAN)],
)
def test_it_is_answered_by_its_line_without_search_or_model(
    generator: FakeGenerator, question: str, language: Language
) -> None:
    searcher = FakeSearcher()
    answer = ask(generator, question, searcher, SPELLED)
    (citation,) = answer.citations
    line = next(side for side in SPELLED if side.language is language).lines[0]
    assert (answer.reason, answer.language, citation.quotes) == (Reason.ANSWERED, language, (line,))
    assert f"• {line} [1]" in answer.text
    assert (searcher.history, generator.history, generator.judged) == ([], [], [])


@pytest.mark.parametrize("question", ["What does VHF stand for?", "VHF가 무슨 약자예요?"])
def test_what_no_line_spells_out_is_refused_without_the_model(generator: FakeGenerator, question: str) -> None:
    answer = ask(generator, question, FakeSearcher(), UNSPELLED)
    assert (answer.refused, answer.reason) == (True, Reason.NOT_STATED)
    assert (generator.history, generator.judged) == ([], [])


def test_where_only_the_other_language_spells_it_out_its_line_is_shown() -> None:
    sides = article(("Signals go by very high frequency (VHF).", "신호는 VHF로 보냅니다."))
    found = Abbreviations(sides).line(asked("VHF가 무슨 약자예요?"))
    assert found is not None
    assert found == (sides[0], sides[0].lines[0])
