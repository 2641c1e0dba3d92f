"""What sets one thing above another, and what only looks like it."""

import pytest

from bot.answering.verifying.comparisons import compares
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Corvin reaches farther than Marlow.", True),
        ("Corvin outperforms Marlow.", True),
        ("Corvin is ahead of Marlow.", True),
        ("Corvin은 Marlow보다 멀리 닿습니다.", True),
        ("이전 등대보다, Corvin은 밝습니다.", True),
        ("Corvin은 Marlow를 능가합니다.", True),
        ("Corvin이 앞서는 분야도 있습니다.", True),
        ("Corvin reaches 24 km, then fades.", False),
        ("A stopped clock is unbeaten.", False),
        ("Corvin의 불빛은 24 km까지 닿습니다.", False),
        ("Corvin을 보다가 Marlow를 봤습니다.", False),
        ("벤치마크를 앞으로 작업합니다.", False),
    ],
)
def test_a_text_that_sets_one_thing_above_another_is_told_from_others(text: str, *, found: bool) -> None:
    assert compares(text) is found


@pytest.mark.parametrize(
    ("question", "draft", "line"),
    [
        ("How far does Corvin reach?", "Corvin reaches 24 km than the lamp.", "The beam of Corvin reaches 24 km. [1]"),
        ("코빈 불빛은 어디까지 닿아요?", "등불보다 24 km까지 닿습니다.", "Corvin의 불빛은 24 km까지 닿습니다. [1]"),
    ],
)
def test_a_comparison_is_told_by_lines_or_not_at_all(
    generator: FakeGenerator, question: str, draft: str, line: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((1,)))
    assert any(finding.startswith("compares in words of its own") for finding in answer.findings)
    assert draft not in answer.text
    assert line in answer.text
    assert not answer.refused
