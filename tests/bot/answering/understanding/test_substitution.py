"""A question is asked of another noun of the kind, and of the first one again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.understanding.substitution import asked_of_noun, is_of_people, lone_noun

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
