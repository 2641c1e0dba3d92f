"""What a question asks for, and whether a text gives it."""

from dataclasses import replace

import pytest

from bot.answering.understanding.expectations import Expected, expected, gives
from bot.answering.understanding.wanted import Wanted, wanted_by


def wanted(question: str, kind: Expected) -> Wanted:
    return replace(wanted_by(question), kind=kind)


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
        ("How many kilowatts does the lamp take?", "It takes 70% of the power.", False),
        ("등불은 몇 킬로와트예요?", "전기의 70%를 씁니다.", False),
        ("How many kilowatts does the lamp take?", "It takes 700 watts.", True),
        ("등불은 몇 킬로와트예요?", "700와트를 씁니다.", True),
        ("How many minutes is the climb?", "It takes half an hour.", True),
        ("오르는 데 몇 분 걸려?", "한 시간이 걸립니다.", True),
        ("How many minutes is the climb?", "The stair has 210 steps.", False),
        ("오르는 데 몇 분 걸려?", "계단은 210개입니다.", False),
        ("How many days does the oil last?", "It lasts for nine days.", True),
        ("기름은 며칠 버텨?", "아흐레를 버팁니다.", True),
        ("How many percent came back?", "Two thirds did.", True),
        ("몇 퍼센트가 돌아왔어?", "3분의 2가 돌아왔습니다.", True),
        ("How many people work there?", "There are 27 keepers.", True),
        ("How many people work there?", "Thirteen work there.", True),
        ("How many hours does the oil last?", "It lasts for fifteen hours.", True),
        ("기름은 몇 시간 버텨?", "열다섯 시간을 버팁니다.", True),
        ("How many percent came back?", "Seven in nine did.", True),
        ("거기서 몇 분이 일해요?", "등대지기는 27명입니다.", True),
        ("How many degrees is the water?", "There are 10 chairs.", False),
        ("물은 몇도야?", "의자 10개가 있습니다.", False),
        ("How many degrees is the water?", "It is kept at 32°C.", True),
        ("물은 몇 도인가요?", "32도로 유지됩니다.", True),
        ("What temperature is the water?", "There are 10 chairs.", False),
        ("물 온도가 얼마예요?", "의자 10개가 있습니다.", False),
        ("How heavy is the lamp?", "It reaches 24 km.", False),
        ("등불은 얼마나 무거워?", "24 km까지 닿습니다.", False),
        ("How much does the lamp weigh?", "It weighs 2 tons.", True),
        ("등불 무게가 얼마야?", "2톤입니다.", True),
        ("How far in miles does it reach?", "It has 8 lamps.", False),
        ("불빛은 마일로 얼마나 가?", "등불 8개가 있습니다.", False),
        ("How far in miles does it reach?", "It reaches 24 km.", True),
        ("불빛은 마일로 얼마예요?", "24 km까지 닿습니다.", True),
        ("불빛이 몇 킬로까지 가?", "등불 8개가 있습니다.", False),
        ("불빛이 몇 킬로까지 가?", "24 km까지 닿습니다.", True),
        ("등불이 몇 키로야?", "17키로입니다.", True),
        ("등실은 몇 평이에요?", "등실은 30평입니다.", True),
        ("등실은 몇 평이에요?", "등실에는 의자 10개가 있습니다.", False),
        ("How much is a visit in won?", "방문은 1천 원입니다.", True),
        ("How much is a visit in won?", "The tower has 210 steps.", False),
        ("방문은 몇 원이에요?", "방문은 1천 원입니다.", True),
        ("How many mins is the climb?", "The stair has 210 steps.", False),
        ("How many kms does it reach?", "It reaches 24 km.", True),
        ("How many people fit in?", "It is 41 m tall.", False),
        ("몇 명이 들어가요?", "높이는 41 m입니다.", False),
        ("몇 명이 들어가요?", "의자 10개가 있습니다.", False),
        ("몇 명이 들어가요?", "정원은 27명입니다.", True),
        ("몇 명이 들어가요?", "열두 명까지 들어갑니다.", True),
        ("몇 명이 들어가요?", "It holds 27.", True),
        ("몇 명이 돌아왔어?", "3분의 2가 돌아왔습니다.", True),
        ("How many people came back?", "One in ten did.", True),
        ("How many lamps and how many watts?", "There are 8 lamps.", True),
        ("등불이 몇 개고 몇 와트야?", "등불은 8개입니다.", True),
        ("몇몇 등불은 몇 와트야?", "등불은 8개입니다.", False),
        ("How many pounds does it weigh?", "It weighs 17 kg.", True),
        ("무게는 몇 근이에요?", "무게는 17 kg입니다.", True),
    ],
)
def test_a_number_in_a_unit_is_of_what_that_measures(question: str, text: str, *, given_: bool) -> None:
    assert wanted_by(question).is_given_by(text) is given_


@pytest.mark.parametrize(
    "text",
    [
        "The lamp burns from 6 am.",
        "The last climb is at 9 p.m.",
        "It is open from 6:00 to 21:30.",
        "It opens daily from six to nine.",
        "The horn sounds at noon.",
        "Climbs end at midnight.",
        "It is lit at sunset.",
        "It is closed on Mondays.",
        "It is cleaned every second Monday.",
        "The lamp is tested on the first of the month.",
        "The tower is closed in March.",
        "It is open on weekdays only.",
        "It is open around the clock.",
        "등불은 오전 6시부터 켜집니다.",
        "마지막 입장은 밤 9시입니다.",
        "여섯 시에 엽니다.",
        "고동은 정오에 울립니다.",
        "자정까지 엽니다.",
        "9pm까지 엽니다.",
        "PM 9시까지입니다.",
        "해가 질 때 켜집니다.",
        "월요일에는 닫습니다.",
        "매달 둘째 월요일에 닦습니다.",
        "매달 첫날 시험합니다.",
        "3월에는 닫습니다.",
        "평일에만 엽니다.",
        "24시간 열려 있습니다.",
    ],
)
def test_hours_weekdays_and_months_are_times(text: str) -> None:
    assert wanted("When is the tower open?", Expected.TIME).is_given_by(text)
    assert wanted("탑은 언제인가요, 몇 시까지예요?", Expected.TIME).is_given_by(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ships may pass, and the keepers march on.",
        "It opens at 41 m.",
        "It takes 24 hours.",
        "I am 41 m tall.",
        "The first of the two towers is small.",
        "The chart is at 16:9.",
        "3시간이 걸립니다.",
        "시설 10곳과 네 시설이 있습니다.",
        "다시 켭니다.",
        "3시도를 했습니다.",
        "밤나무로 지었습니다.",
    ],
)
def test_what_only_looks_like_an_hour_or_a_month_is_no_time(text: str) -> None:
    assert not wanted("When is the tower open?", Expected.TIME).is_given_by(text)
    assert not wanted("탑은 언제인가요?", Expected.TIME).is_given_by(text)


@pytest.mark.parametrize(
    ("question", "text", "given_"),
    [
        ("When was the tower built?", "It is open daily until 9 p.m.", False),
        ("탑은 언제 지었어요?", "매일 밤 9시까지 엽니다.", False),
        ("When was the tower built?", "It was built in March.", True),
        ("탑은 언제 세워졌나요?", "3월에 세웠습니다.", True),
        ("What year did it open?", "It is open on Mondays.", False),
        ("몇 년도에 열었어?", "월요일에 엽니다.", False),
        ("When is the tower open?", "You may come at 3 o'clock, too.", True),
        ("탑은 언제 열어?", "3시도 괜찮습니다.", True),
        ("When was the last climb again?", "The last climb is at 9 p.m.", True),
        ("마지막 입장이 언제였죠?", "마지막 입장은 밤 9시입니다.", True),
    ],
)
def test_no_hour_is_the_date_of_what_happened_once(question: str, text: str, *, given_: bool) -> None:
    assert wanted(question, Expected.TIME).is_given_by(text) is given_


@pytest.mark.parametrize(
    "question",
    [
        "what % each, oil n gas?",
        "n what share is gas?",
        "What percentage burns gas?",
        "What's the proportion of gas?",
        "How many % burn gas?",
        "몇 퍼센트가 가스예요?",
        "가스는 몇프로야?",
        "가스는 몇 프로나 돼?",
        "가스는 몇퍼야?",
        "가스 비율이 얼마예요?",
        "가스는 몇 %?",
    ],
)
def test_a_share_asked_for_is_a_figure_in_per_cent(question: str) -> None:
    assert expected(question) is Expected.FIGURE
    assert wanted_by(question).is_given_by("70% of it is gas.")
    assert wanted_by(question).is_given_by("70프로가 가스입니다.")
    assert wanted_by(question).is_given_by("A third of it is gas.")
    assert wanted_by(question).is_given_by("절반이 가스입니다.")
    assert not wanted_by(question).is_given_by("There are 300 lamps, lit in 1931.")
    assert not wanted_by(question).is_given_by("등불은 300개이고 1931년에 켜졌습니다.")


@pytest.mark.parametrize("question", ["몇 도시에서 보여?", "몇 프로그램이 있어?", "How has it changed in years?"])
def test_what_only_begins_as_a_unit_asks_for_none(question: str) -> None:
    assert expected(question) is Expected.ANYTHING
