"""Questions that presume the contrary of what the lines say."""

import pytest

from bot.answering.premises import PremiseJudge

JUDGE = PremiseJudge.load()


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Why was the tower so expensive to build?", "The tower was built at low cost."),
        ("탑을 짓는 데 왜 그렇게 비쌌나요?", "탑은 낮은 비용으로 지었습니다."),
        ("What is the reason the old lamp is slower?", "The old lamp is the quickest of all."),
        ("옛 등불이 느린 이유는 뭐예요?", "옛 등불은 가장 빠릅니다."),
        ("On what grounds is the island closed to visitors?", "The island is no longer closed to visitors."),
        ("섬이 방문객에게 닫힌 이유는?", "섬은 방문객에게 더 이상 닫힌 곳이 아닙니다."),
    ],
)
def test_a_line_that_says_the_contrary_is_found(question: str, line: str) -> None:
    assert JUDGE.contrary(question, ("It has a door.", line)) == (line,)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Was the tower expensive?", "The tower was built at low cost."),
        ("탑이 비쌌나요?", "탑은 낮은 비용으로 지었습니다."),
        ("Why was the tower cheap?", "The tower was built at low cost."),
        ("탑이 저렴했던 이유는?", "탑은 낮은 비용으로 지었습니다."),
        ("Why was it expensive?", "It was expensive, and cheaper stone came late."),
        ("왜 비쌌어요?", "비싼 돌을 썼고 저렴한 돌은 늦게 왔습니다."),
        ("Why is the island no longer closed?", "The island is no longer closed."),
        ("섬이 이제 닫혀 있지 않은 이유는?", "섬은 이제 닫혀 있지 않습니다."),
        ("How come the island keeps its old lamp?", "The island keeps its old lamp, because a new one was not sent."),
        ("섬이 옛 등불을 쓰는 이유는?", "새 등불은 오지 않아서, 섬은 옛 등불을 쓰는 것입니다."),
    ],
)
def test_what_presumes_nothing_or_agrees_is_left_alone(question: str, line: str) -> None:
    assert JUDGE.contrary(question, (line,)) == ()
