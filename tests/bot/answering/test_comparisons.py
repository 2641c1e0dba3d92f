"""What sets one thing above another, and what only looks like it."""

import pytest

from bot.answering.comparisons import compares, ranks


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Corvin reaches farther than Marlow.", True),
        ("Corvin은 Marlow보다 멀리 닿습니다.", True),
        ("이전 등대보다, Corvin은 밝습니다.", True),
        ("Corvin reaches 24 km, then fades.", False),
        ("Corvin의 불빛은 24 km까지 닿습니다.", False),
        ("Corvin을 보다가 Marlow를 봤습니다.", False),
    ],
)
def test_a_sentence_that_sets_one_thing_above_another_is_told_from_others(sentence: str, *, found: bool) -> None:
    assert compares(sentence) is found


@pytest.mark.parametrize(
    "line",
    [
        "Corvin is brighter.",
        "Its beam outperforms Marlow",
        "It was chosen over Marlow.",
        "It costs less to run.",
        "Corvin이 더 밝습니다.",
        "말로를 능가합니다.",
        "불빛이 이전보다 밝습니다.",
        "비용이 낮습니다.",
        "탑이 커졌습니다.",
        "규모가 큰 등대",
        "말로에 비해 작은 탑",
    ],
)
def test_a_line_that_ranks_can_carry_a_comparison(line: str) -> None:
    assert ranks(line)


@pytest.mark.parametrize(
    "line",
    [
        "A number of parameters for every developer.",
        "Water under the tower, a letter and another paper.",
        "A stopped clock and a mother of overall calm.",
        "벤치마크에서 효율적으로 작업합니다.",
        "적용 범위와 크기, 커뮤니티의 목적",
        "탑의 높이와 마크, 작동 방식",
    ],
)
def test_a_line_that_ranks_nothing_carries_none(line: str) -> None:
    assert not ranks(line)
