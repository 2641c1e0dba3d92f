"""A question is asked of another noun of the kind, and of the first one again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.question import Question, Turn
from bot.answering.understanding.openers import split_openers
from bot.answering.understanding.substitution import asked_of_noun, is_of_people, lone_noun
from bot.answering.understanding.understood import understand
from tests.bot.answering.fakes import GLOSSARY

_ENGLISH = ("keepers", "old harbour companies", "public schools", "fishermen", "young people")
_KOREAN = ("등대지기", "오래된 회사", "공공 기관", "어부", "젊은 사람", "선원")
# With a final consonant before the particle, and without.
_ASKED_KO = (
    ("밤에 일하면 {}은 뭐가 좋아요?", "밤에 일하면 {}는 뭐가 좋아요?"),
    ("왜 밤에 {}이 탑을 지키나요?", "왜 밤에 {}가 탑을 지키나요?"),
    ("등대 불빛이 밤에 {}에게 왜 중요해요?", "등대 불빛이 밤에 {}에게 왜 중요해요?"),
)


@given(
    st.sampled_from(("What do {} gain from working at night?", "How much can a lamp do for {} at night?")),
    st.sampled_from(_ENGLISH),
    st.sampled_from(_ENGLISH),
)
def test_a_question_goes_from_one_noun_to_another_and_back(asked: str, one: str, other: str) -> None:
    assert asked_of_noun(other, asked.format(one)) == asked.format(other)


@given(st.sampled_from(_ASKED_KO), st.sampled_from(_KOREAN), st.sampled_from(_KOREAN))
def test_a_korean_question_goes_from_one_noun_to_another_with_the_particle_of_each(
    asked: tuple[str, str], one: str, other: str
) -> None:
    assert asked_of_noun(other, _with_particle(asked, one)) == _with_particle(asked, other)


def _with_particle(asked: tuple[str, str], noun: str) -> str:
    return asked[noun[-1] in "기부사"].format(noun)


@pytest.mark.parametrize("noun", [*_ENGLISH, *_KOREAN])
def test_people_are_known_alone_and_with_what_is_said_of_them(noun: str) -> None:
    assert is_of_people(noun)
    assert lone_noun(f"{noun}?" if noun.isascii() else f"{noun}은요?") == noun


@pytest.mark.parametrize("text", ["", "the cost?", "What about them?", "why?", "비용은요?", "왜요?", "더 큰 건?"])
def test_what_is_no_noun_of_its_own_is_none(text: str) -> None:
    assert lone_noun(text) == ""


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (
            "What do lighthouse keepers gain from working at night?",
            "What about ordinary fishermen?",
            "What do ordinary fishermen gain from working at night?",
        ),
        (
            "How will the new law change work for harbour companies?",
            "and public schools?",
            "How will the new law change work for public schools?",
        ),
        (
            "How long do granite towers last at sea?",
            "What about brick towers?",
            "How long do brick towers last at sea?",
        ),
        (
            "등대지기가 밤에 일하면 어떤 점이 좋은가요?",
            "그럼 일반 회사는요?",
            "일반 회사가 밤에 일하면 어떤 점이 좋은가요?",
        ),
        ("밤에 일하면 선원은 뭐가 좋아요?", "등대지기들은 어때?", "밤에 일하면 등대지기는 뭐가 좋아요?"),
        (
            "How much does a bright lamp help sailors?",
            "and harbour companies too?",
            "How much does a bright lamp help harbour companies?",
        ),
        ("How does Corvin help sailors at night?", "And fishermen?", "How does Corvin help fishermen at night?"),
        ("코빈은 밤에 선원에게 왜 중요해요?", "그럼 어부는요?", "Corvin은 밤에 어부에게 왜 중요해요?"),
        (
            "How many doors and which helpers do sailors need?",
            "And fishermen?",
            "How many doors and which helpers do fishermen need?",
        ),
        ("기름의 단가가 선원한테 얼마나 중요해요?", "어부는요?", "기름의 단가가 어부한테 얼마나 중요해요?"),
        ("밤에 일하면 선원은 뭐가 좋아요?", "어부의 경우는요?", "밤에 일하면 어부는 뭐가 좋아요?"),
        ("앞으로 낡은 탑은 높이가 얼마나 될까요?", "그럼 새 탑은?", "앞으로 새 탑은 높이가 얼마나 될까요?"),
    ],
)
@pytest.mark.parametrize("answer", ["It is open.", "Zephyr에 나옵니다."])
def test_another_noun_of_the_kind_takes_the_place_of_the_earlier_one(
    before: str, question: str, whole: str, answer: str
) -> None:
    assert understand(Question(question, history=(Turn(before, answer),)), GLOSSARY, 200).text == whole


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("What do lighthouse keepers gain from working at night?", "What about the cost?"),
        ("What do lighthouse keepers gain from working at night?", "What about risks?"),
        ("How long is the night at sea in winter?", "What about ordinary fishermen?"),
        ("How can bright lamps help harbour companies at night?", "And fishermen?"),
        ("등대지기가 밤에 일하면 어떤 점이 좋은가요?", "비용은요?"),
        ("등대지기가 밤에 일하면 어떤 점이 좋은가요?", "겨울은 어때요?"),
        ("바다의 밤이 겨울에는 얼마나 길어요?", "그럼 일반 회사는요?"),
    ],
)
def test_what_is_no_other_noun_of_the_kind_is_asked_beside_the_earlier_question(before: str, question: str) -> None:
    understood = understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200)
    assert understood.text == f"{before}: {split_openers(question)[1]}"


@pytest.mark.parametrize(
    ("history", "question", "whole"),
    [
        (
            ("What do sailors gain from working at night?", "And keepers?"),
            "What about fishermen?",
            "What do fishermen gain from working at night?",
        ),
        (("선원이 밤에 일하면 뭐가 좋아요?", "등대지기는요?"), "어부는?", "어부가 밤에 일하면 뭐가 좋아요?"),
    ],
)
def test_one_noun_after_another_takes_the_place(history: tuple[str, ...], question: str, whole: str) -> None:
    turns = tuple(Turn(text, "Zephyr") for text in history)
    assert understand(Question(question, history=turns), GLOSSARY, 200).text == whole


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How long is the night at sea in winter?", "What about ordinary fishermen?"),
        ("바다의 밤이 겨울에는 얼마나 길어요?", "그럼 일반 회사는요?"),
    ],
)
def test_people_named_alone_are_asked_about_beside_the_question_and_not_the_answer(before: str, question: str) -> None:
    turn = Turn(before, "Zephyr has long nights. Zephyr의 밤은 깁니다.")
    assert (
        understand(Question(question, history=(turn,)), GLOSSARY, 200).text == f"{before}: {split_openers(question)[1]}"
    )
