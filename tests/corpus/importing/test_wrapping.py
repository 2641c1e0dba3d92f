"""Plain text whose paragraphs were broken into lines by hand."""

import textwrap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.importing.importer import import_page
from corpus.importing.plaintext import read_plain_text

KOREAN = """솔바람길

첫째 날

솔바람길은 강원도 남쪽의 작은 마을 솔내에서 시작해 해발 1,243미터의
구름재를 넘어 바닷가 마을 은포까지 이어지는 길이다. 전체 길이는
47.6킬로미터이며, 보통 사흘에 나누어 걷는다.

둘째 날
높이가 740미터 올라간다. 꼭대기 근처의 쇠사슬 구간은 비가 오면
닫히며, 그때는 서쪽의 우회로로 3.5킬로미터를 더 걸어야 한다. 휴대
전화는 구름재 북쪽에서 4킬로미터 정도 터지지 않는다.
"""
ENGLISH = """The Solbaram Trail

The First Day

The Solbaram Trail begins in Solnae, a small village in the south of
Gangwon Province, crosses Gureumjae pass at 1,243 metres and ends in the
seaside village of Eunpo.

The Second Day
The path climbs 740 metres in 6 kilometres. The chain section near the
top closes in rain; then you must walk 3.5 kilometres more on the western
detour. There is no mobile reception north of Gureumjae.
"""


def joined(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("page", [KOREAN, ENGLISH])
def test_paragraphs_wrapped_by_hand_are_one_line_each(page: str) -> None:
    document = import_page(page.encode(), name="page.txt", edition=date(2026, 11, 21)).corpus.documents[0]
    title, first, text, second = page.strip().split("\n\n")
    second_heading, below = second.split("\n", maxsplit=1)
    assert document.title == title
    assert [(section.heading, [line.text for line in section.lines]) for section in document.sections] == [
        (first, [joined(text)]),
        (second_heading, [joined(below)]),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "입장료 안내\n어른은 4,000원입니다.\n단체는 미리 전화해 주시기 바랍니다.\n주차는 무료입니다.",
        "Prices\nAdults pay 4,000 won.\nGroups, please call us before you come.\nParking is free.",
        "\n".join(["등대는 1903년에 처음 불을 밝혔고 지금도 밤마다 먼 바다를 비춥니다."] * 6),
        "\n".join(["The lighthouse was lit in 1903 and still shines far over the sea."] * 6),
    ],
)
def test_sentences_with_a_line_each_stay_apart(page: str) -> None:
    assert [block.text for block in read_plain_text(page)] == page.split("\n")


WORDS = ("lamp", "granite", "of", "a", "harbour", "2,300", "shines", "lighthouse")


@given(
    paragraphs=st.lists(
        st.lists(st.sampled_from(WORDS), min_size=60, max_size=90).map(" ".join), min_size=2, max_size=4
    ),
    width=st.integers(min_value=60, max_value=80),
)
def test_wrapping_text_changes_nothing(paragraphs: list[str], width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(text, width) for text in paragraphs)
    assert [block.text for block in read_plain_text(wrapped)] == paragraphs
