"""What of a draft is kept, what is told as the article tells it, and what is cut."""

import pytest

from bot.answering.announcements import Announcements
from bot.answering.answer import Reason
from config.language import Language
from index.passage import Hit, Passage
from tests.bot.answering.builders import composed
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("How far does Corvin reach?", "The beam of Corvin reaches 99 km."),
        ("코빈 불빛은 어디까지 닿아요?", "Corvin의 불빛은 99 km까지 닿습니다."),
        ("Where can I book Corvin?", "Corvin is booked at https://corvin.example/99."),
        ("코빈은 어디서 예약해요?", "Corvin은 www.corvin.example/99 에서 예약합니다."),
    ],
)
def test_a_model_that_invents_a_figure_is_not_believed_to_have_found_an_answer(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question)
    assert "99" not in answer.text
    assert (answer.refused, answer.reason) == (True, Reason.UNSUPPORTED)
    assert answer.citations


def test_a_korean_answer_borrows_no_english_words_from_the_question(generator: FakeGenerator) -> None:
    generator.enqueue("Corvin의 beam은 24 km까지 닿습니다.")
    answer = ask(generator, "코빈 beam은 어디까지 닿아요?")
    assert "beam" not in answer.text
    assert "24 km" in answer.text


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("Is the tower of Marlow 41 m tall?", "The tower of Marlow is 41 m tall."),
        ("말로 탑은 높이가 41 m인가요?", "Marlow 탑은 높이가 41 m인가요."),
    ],
)
def test_a_draft_that_only_repeats_the_question_gives_way_to_the_article(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2,)))
    assert answer.reason is Reason.ANSWERED
    assert any("says no more" in finding for finding in answer.findings)
    assert "•" in answer.text


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("Is the tower of Marlow 41 m tall?", "Yes, the tower of Marlow is 41 m tall."),
        ("말로 탑은 높이가 41 m인가요?", "네, Marlow의 탑은 높이가 41 m입니다."),
    ],
)
def test_a_yes_before_what_was_asked_is_an_answer(generator: FakeGenerator, question: str, draft: str) -> None:
    generator.enqueue(draft)
    assert ask(generator, question, FakeSearcher((2,))).text.startswith(draft)


@pytest.mark.parametrize(
    ("question", "draft", "line"),
    [
        (
            "What is Marlow built of?",
            "Marlow built of granite for strength. Marlow is built of the granite for strength.",
            "Marlow is built of granite for strength.",
        ),
        (
            "말로는 무엇으로 지었어요?",
            "Marlow 튼튼하도록 화강암으로 지었습니다. Marlow는 튼튼하도록 화강암 지었습니다.",
            "Marlow는 튼튼하도록 화강암으로 지었습니다.",
        ),
    ],
)
def test_a_slip_in_telling_a_line_gives_way_to_the_line_once(
    generator: FakeGenerator, question: str, draft: str, line: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2,)))
    assert answer.text == f"{line} [1]"


@pytest.mark.parametrize(
    ("question", "draft", "told"),
    [
        ("Is Marlow open?", "No, Marlow is always open.", "Marlow is always open. [1]"),
        ("Is Marlow open?", "Yes, Marlow is always open.", "Yes, Marlow is always open. [1]"),
        ("Is Marlow not open?", "No, Marlow is always open.", "No, Marlow is always open. [1]"),
        ("Is Marlow open?", "No, Marlow is not always open.", "Marlow is always open. [1]"),
        ("말로는 열려 있어요?", "아니요, Marlow는 늘 열려 있습니다.", "Marlow는 늘 열려 있습니다. [1]"),
        ("말로는 열려 있어요?", "네, Marlow는 늘 열려 있습니다.", "네, Marlow는 늘 열려 있습니다. [1]"),
        ("말로는 안 열려 있어요?", "아니요, Marlow는 늘 열려 있습니다.", "아니요, Marlow는 늘 열려 있습니다. [1]"),
        ("말로는 열려 있어요?", "아니요, Marlow는 늘 열려 있지 않습니다.", "Marlow는 늘 열려 있습니다. [1]"),
    ],
)
def test_a_yes_or_no_is_kept_where_it_fits_the_line_that_follows(
    generator: FakeGenerator, question: str, draft: str, told: str
) -> None:
    generator.enqueue(draft)
    assert ask(generator, question, FakeSearcher((2,))).text == told


ALIKE = (
    Passage(
        "en:4.1",
        Language.ENGLISH,
        "Lights",
        ("Corvin", "By night"),
        (
            "On clear winter nights the lamp of Corvin outshines the lamp of Marlow by far.",
            "On clear winter nights the lamp of Corvin outshines the lamp of Osprey by far.",
        ),
        "ko:4.1",
    ),
    Passage(
        "ko:4.1",
        Language.KOREAN,
        "등대",
        ("코빈", "밤"),
        (
            "맑은 겨울밤에 Corvin의 등불은 Marlow의 등불보다 훨씬 더 밝게 빛납니다.",
            "맑은 겨울밤에 Corvin의 등불은 Osprey의 등불보다 훨씬 더 밝게 빛납니다.",
        ),
        "en:4.1",
    ),
)


@pytest.mark.parametrize(
    ("hit", "asked", "draft"),
    [
        (
            Hit(ALIKE[0], ALIKE[1], 1.0, 0.9, None),
            "How bright is Corvin beside Osprey?",
            "On clear winter nights the lamp of Corvin outshines lamp of Osprey by far.",
        ),
        (
            Hit(ALIKE[1], ALIKE[0], 1.0, 0.9, None),
            "겨울에 Corvin은 Osprey 옆에서 얼마나 밝아요?",
            "맑은 겨울밤 Corvin의 등불은 Osprey의 등불보다 훨씬 더 밝게 빛납니다.",
        ),
    ],
)
def test_a_slip_gives_way_to_the_line_with_its_own_names(hit: Hit, asked: str, draft: str) -> None:
    assert composed(hit, asked, draft).text == f"{hit.passage.lines[1]} [1]"


MEASURED = [
    Passage(
        "en:5.1.1",
        Language.ENGLISH,
        "Lights",
        ("Corvin", "Compared"),
        ("Outshines Marlow", "On a level with Osprey"),
        "ko:5.1.1",
        lead="In the Kestrel survey:",
    ),
    Passage(
        "ko:5.1.1",
        Language.KOREAN,
        "등대",
        ("Corvin", "비교"),
        ("Marlow를 능가", "Osprey와 동등"),
        "en:5.1.1",
        lead="Kestrel 조사에서:",
    ),
]


@pytest.mark.parametrize(
    ("asked", "draft", "reason"),
    [
        ("Who does Corvin beat in Kestrel?", "In Kestrel Corvin beats Marlow.", Reason.ANSWERED),
        ("Kestrel에서 Corvin은 누구를 이겼어?", "Kestrel에서 Corvin은 Marlow를 이겼습니다.", Reason.ANSWERED),
        ("Who does Corvin beat?", "In Zephyria Corvin beats Marlow.", Reason.UNSUPPORTED),
        ("Corvin은 누구를 이겼어?", "Zephyria에서 Corvin은 Marlow를 이겼습니다.", Reason.UNSUPPORTED),
    ],
)
def test_a_name_of_the_question_that_announces_the_passage_is_not_invented(
    asked: str, draft: str, reason: Reason
) -> None:
    answer = composed(Hit(MEASURED[0], MEASURED[1], 1.0, 0.9, None), asked, draft, Announcements(MEASURED))
    assert answer.reason is reason
    assert not any(word in answer.text for word in ("Zephyria", "beats", "이겼"))
