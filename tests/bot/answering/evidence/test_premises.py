"""Questions that presume the contrary of what the lines say."""

from dataclasses import replace

import pytest

from bot.answering.answer import Reason
from bot.answering.evidence.premises import PremiseJudge
from bot.answering.question import Question
from bot.answering.understanding.understood import understand
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, FixedSearcher, ask, room

JUDGE = PremiseJudge.load()


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Why was the tower so expensive to build?", "The tower was built at low cost."),
        ("탑을 짓는 데 왜 그렇게 비쌌나요?", "탑은 낮은 비용으로 지었습니다."),
        ("Why was the tower built under budget, at low cost?", "The tower exceeded its budget."),
        ("탑을 예산보다 싸게 지은 비결과 이유는?", "탑은 예산을 넘겨 지었습니다."),
        ("Why did the lamp come earlier than planned?", "The lamp came two years late."),
        ("등불은 왜 예정보다 일찍 왔어?", "등불은 예정보다 두 해 늦게 왔습니다."),
        ("What is the reason the old lamp is slower?", "The old lamp is the quickest of all."),
        ("옛 등불이 느린 이유는 뭐예요?", "옛 등불은 가장 빠릅니다."),
        ("On what grounds is the island closed to visitors?", "The island is no longer closed to visitors."),
        ("섬이 방문객에게 닫힌 이유는?", "섬은 방문객에게 더 이상 닫힌 곳이 아닙니다."),
        ("Why must the keepers climb the tower?", "The keepers need not climb the tower."),
        ("등대지기는 왜 탑에 올라가야 해?", "등대지기는 탑에 올라가지 않아도 됩니다."),
        ("Why is the old harbour safe?", "The old harbour is not safe."),
        ("옛 항구는 왜 안전해?", "옛 항구는 안전하지 않습니다."),
        ("Why does the lamp require an oil store?", "The lamp requires hardly any oil store."),
        ("등불에 왜 기름 창고가 필요해?", "등불에는 기름 창고가 거의 필요하지 않습니다."),
        ("Why did the tower go over budget?", "The tower was built at less than expected."),
        ("탑을 짓는 데 돈이 많이 든 까닭은?", "탑은 예상보다 낮은 비용으로 지었습니다."),
        ("Why are the plans of the tower kept secret?", "The plans of the tower are published."),
        ("왜 탑의 도면을 비공개로 했어?", "탑의 도면은 모두 공개되어 있습니다."),
        ("Why is the island for sailors only?", "The island is open even to people who are not sailors."),
        ("섬은 왜 선원만 갈 수 있어?", "섬은 선원이 아닌 사람도 갈 수 있습니다."),
    ],
)
def test_a_line_that_says_the_contrary_is_found(question: str, line: str) -> None:
    assert JUDGE.contrary(understand(Question(question), GLOSSARY, 200), ("It has a door.", line)) == (line,)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Was the tower expensive?", "The tower was built at low cost."),
        ("탑이 비쌌나요?", "탑은 낮은 비용으로 지었습니다."),
        ("Why did the lamp come late?", "The lamp came two years late."),
        ("등불은 왜 늦게 왔어?", "등불은 두 해 늦게 왔습니다."),
        ("Why was the tower cheap?", "The tower was built at low cost."),
        ("탑이 저렴했던 이유는?", "탑은 낮은 비용으로 지었습니다."),
        ("Why was it expensive?", "It was expensive, and cheaper stone came late."),
        ("왜 비쌌어요?", "비싼 돌을 썼고 저렴한 돌은 늦게 왔습니다."),
        ("Why is the island no longer closed?", "The island is no longer closed."),
        ("섬이 이제 닫혀 있지 않은 이유는?", "섬은 이제 닫혀 있지 않습니다."),
        ("How come the island keeps its old lamp?", "The island keeps its old lamp, because a new one was not sent."),
        ("섬이 옛 등불을 쓰는 이유는?", "새 등불은 오지 않아서, 섬은 옛 등불을 쓰는 것입니다."),
        ("Why is the island easy to reach?", "The island is easy to reach for people who are not sailors."),
        ("섬에 가기 쉬운 이유는?", "섬은 선원이 아닌 사람도 가기 쉽습니다."),
        ("Why were the plans published?", "The plans were published, secret ones too."),
        ("도면을 공개한 이유는?", "비공개였던 도면까지 공개했습니다."),
        ("Why is the keeper's diary safe?", "The keeper's diary need not be sent to town."),
        ("등대지기 일기가 안전한 이유는?", "등대지기 일기는 마을로 보내지 않아도 됩니다."),
        ("Why did the number of ships decrease?", "The new lamp brought more light to the bay."),
        ("배의 수가 왜 줄었어?", "새 등불 덕분에 만이 더 밝아졌습니다."),
        ("Why did the number of ships shrink?", "The height of the tower will increase."),
        ("배의 수가 줄어든 이유는?", "탑의 높이가 늘어났습니다."),
        ("Why is the risk to ships lower?", "The tower protects ships."),
        ("배의 위험이 줄어든 이유는?", "탑은 배를 보호합니다."),
        ("Why isn't the tower hard to climb?", "The tower is easy to climb."),
        ("탑은 왜 안 어려워?", "탑은 오르기 쉽습니다."),
        ("탑은 왜 안어려워?", "탑은 오르기 쉽습니다."),
        ("How hard is it to climb the tower?", "The tower is easy to climb."),
        ("탑에 오르기 얼마나 어려워?", "탑은 오르기 쉽습니다."),
        ("Why is the tower slow to warm?", "The tower is not fast to cool."),
        ("탑은 왜 느리게 데워져?", "탑은 빠르게 식지 않습니다."),
    ],
)
def test_what_presumes_nothing_or_agrees_is_left_alone(question: str, line: str) -> None:
    assert JUDGE.contrary(understand(Question(question), GLOSSARY, 200), (line,)) == ()


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Why was Marlow weaker than others at first?", "Marlow is equal to all others."),
        ("말로는 왜 다른 등대보다 뒤처졌어요?", "Marlow는 다른 등대와 동등합니다."),
    ],
)
def test_a_presumed_contrary_is_corrected_by_the_articles_line(
    generator: FakeGenerator, question: str, line: str
) -> None:
    answer = ask(generator, question, FakeSearcher((3, 1)))
    assert (answer.refused, answer.reason) == (True, Reason.FALSE_PREMISE)
    assert line in answer.text
    assert answer.citations[0].quotes == (line,)
    assert generator.history == []


LENS = tuple(
    replace(passage, lead=lead)
    for passage, lead in zip(
        room(9, ("New lens", "It was made in town."), ("새 렌즈", "마을에서 만들었습니다.")),
        ("The greatest change at Corvin was an expansion of the beam:", "Corvin의 가장 큰 변화는 불빛의 확대였습니다:"),
        strict=True,
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Why did the beam of Corvin shrink?", "“The greatest change at Corvin was an expansion of the beam” [1]"),
        ("코빈 불빛은 왜 줄었어요?", "“Corvin의 가장 큰 변화는 불빛의 확대였습니다” [1]"),
    ],
)
def test_the_line_that_announces_a_list_corrects_too(generator: FakeGenerator, question: str, said: str) -> None:
    answer = ask(generator, question, FixedSearcher(*LENS), LENS)
    assert answer.reason is Reason.FALSE_PREMISE
    assert answer.text.endswith(said)
    assert answer.citations[0].passage.lead in answer.citations[0].quotes
    assert len(answer.citations[0].lines) == 2
    assert generator.judged == []
