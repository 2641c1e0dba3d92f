"""What a question asks for, and whether a text gives it."""

import pytest

from bot.answering.understanding.expectations import Expected, expected, gives
from bot.answering.understanding.wanted import wanted_by
from tests.bot.answering.understanding.builders import wanted


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many visitors came?", Expected.FIGURE),
        ("What is the visitor count of Corvin? And the parameter count?", Expected.FIGURE),
        ("코빈의 방문객 수와 파라미터 수는?", Expected.FIGURE),
        ("What can I count on?", Expected.ANYTHING),
        ("방문객은 몇 명이었어요?", Expected.FIGURE),
        ("When was it built?", Expected.TIME),
        ("언제 지었어요?", Expected.TIME),
        ("Why was it built?", Expected.SEVERAL),
        ("지은 이유가 뭐예요?", Expected.SEVERAL),
        ("Is it open?", Expected.ANYTHING),
        ("열려 있어요?", Expected.ANYTHING),
        ("When I climb the tower, is it safe?", Expected.ANYTHING),
        ("탑은 언제 올라가는 게 좋아요?", Expected.ANYTHING),
        ("When is the tower worth a visit?", Expected.ANYTHING),
        ("탑을 보기 좋은 때는 언제야?", Expected.ANYTHING),
        ("Is the tower always open when ships pass?", Expected.ANYTHING),
        ("탑은 언제나 열려 있어?", Expected.ANYTHING),
        ("When is the new lamp coming out?", Expected.TIME),
        ("새 등불은 언제 나온대?", Expected.TIME),
        ("What's the release date?", Expected.TIME),
        ("출시일이 언제야?", Expected.TIME),
        ("What time does the tower close?", Expected.TIME),
        ("탑은 몇시에 닫아?", Expected.TIME),
        ("평일에 등대는 몇 시까지고 마지막 입장은 언제인가요?", Expected.TIME),
        ("탑 마지막 입장 몇시임?", Expected.TIME),
        ("What time zone is the bay in?", Expected.ANYTHING),
        ("탑에는 시설이 몇 시설이나 있어?", Expected.ANYTHING),
        ("How far has the work come?", Expected.ANYTHING),
        ("등대가 몇 분야에서 앞서?", Expected.ANYTHING),
        ("How far does the beam reach?", Expected.FIGURE),
        ("오르는 데 몇 분 걸려?", Expected.FIGURE),
        ("배가 몇 대 지나가?", Expected.FIGURE),
        ("몇몇 대도시만 혜택을 보는 거 아냐?", Expected.ANYTHING),
        ("몇몇 개 빼고는 다 켜져?", Expected.ANYTHING),
        ("List some strengths of the tower", Expected.SEVERAL),
        ("탑의 강점 몇 가지 알려줘", Expected.SEVERAL),
        ("Tell me how many lamps there are", Expected.FIGURE),
        ("등불이 몇 개인지 알려줘", Expected.FIGURE),
        ("Did the lamp lower the price?", Expected.ANYTHING),
        ("What does the cost of oil change?", Expected.ANYTHING),
        ("기름 비용이 무엇을 바꿔?", Expected.ANYTHING),
        ("What does a visit cost?", Expected.FIGURE),
        ("방문 비용은 얼마야?", Expected.FIGURE),
        ("등불 때문에 비용이 얼마나 줄었어?", Expected.ANYTHING),
    ],
)
def test_what_a_question_asks_for(question: str, kind: Expected) -> None:
    assert expected(question) is kind


@pytest.mark.parametrize(
    ("text", "kind", "given_"),
    [
        ("It has two towers.", Expected.FIGURE, True),
        ("탑이 두 개 있습니다.", Expected.FIGURE, True),
        ("It is tall.", Expected.FIGURE, False),
        ("It has one tower.", Expected.FIGURE, True),
        ("Scout, the small one", Expected.FIGURE, False),
        ("The small one is for keepers.", Expected.FIGURE, False),
        ("높습니다.", Expected.FIGURE, False),
        ("Built in 1931.", Expected.TIME, True),
        ("1931년에 지었습니다.", Expected.TIME, True),
        ("It is 41 m tall.", Expected.TIME, False),
        ("높이는 41 m입니다.", Expected.TIME, False),
        ("짓는 데 아흐레가 걸립니다.", Expected.TIME, True),
        ("짓는 데 사흘이 걸립니다.", Expected.FIGURE, True),
        ("It is cleaned every two years.", Expected.FIGURE, True),
        ("두 해마다 닦습니다.", Expected.FIGURE, True),
        ("The tower is divided into four rooms.", Expected.FIGURE, True),
        ("탑은 네 방으로 나뉩니다.", Expected.FIGURE, True),
        ("Yes, there is a room.", Expected.FIGURE, False),
        ("네 방이 있습니다.", Expected.FIGURE, False),
        ("Four nights it was dark.", Expected.FIGURE, True),
        ("네 해를 어두웠습니다.", Expected.FIGURE, True),
        ("It took four months.", Expected.FIGURE, True),
        ("넉 달이 걸렸습니다.", Expected.FIGURE, True),
        ("Fourteen keepers live there.", Expected.FIGURE, True),
        ("등대지기 열네 명이 삽니다.", Expected.FIGURE, True),
        ("The place is cool.", Expected.FIGURE, False),
        ("서늘한 곳입니다.", Expected.FIGURE, False),
        ("It has various models.", Expected.FIGURE, False),
        ("다양한 모델이 있습니다.", Expected.FIGURE, False),
        ("A change of generations", Expected.FIGURE, False),
        ("등불의 세대 전환", Expected.FIGURE, False),
    ],
)
def test_whether_a_text_gives_it(text: str, kind: Expected, given_: bool) -> None:
    assert gives(text, kind) is given_


@pytest.mark.parametrize(
    ("question", "text", "given_"),
    [
        ("How much does a visit cost?", "Visits are free of charge.", True),
        ("방문 비용은 얼마예요?", "비용 없이 방문할 수 있습니다.", True),
        ("How much is the paid tour?", "Visits are free of charge.", False),
        ("유료 관람은 얼마예요?", "비용 없이 방문할 수 있습니다.", False),
        ("How many lamps are there?", "Visits are free of charge.", False),
        ("등불은 몇 개예요?", "비용 없이 방문할 수 있습니다.", False),
    ],
)
def test_free_of_charge_is_a_price(question: str, text: str, given_: bool) -> None:
    assert wanted(question, Expected.FIGURE).is_given_by(text) is given_


@pytest.mark.parametrize(
    ("question", "text", "given_"),
    [
        ("How many flashes per second does Corvin give?", "Corvin gives 12 flashes.", False),
        ("코빈은 초당 불빛을 몇 개 내요?", "코빈은 불빛을 12개 냅니다.", False),
        ("How many flashes per second does Corvin give?", "Corvin gives 12 flashes a second.", True),
        ("코빈은 초당 불빛을 몇 개 내요?", "코빈은 1초에 불빛을 12개 냅니다.", True),
        ("How many flashes does Corvin give?", "Corvin gives 12 flashes.", True),
        ("코빈은 불빛을 몇 개 내요?", "코빈은 불빛을 12개 냅니다.", True),
    ],
)
def test_so_many_in_a_time_is_given_with_the_time(question: str, text: str, *, given_: bool) -> None:
    assert wanted_by(question).is_given_by(text) is given_
