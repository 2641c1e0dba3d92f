"""Which texts tell a time."""

import pytest

from bot.answering.understanding.expectations import Expected
from tests.bot.answering.understanding.builders import wanted


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
