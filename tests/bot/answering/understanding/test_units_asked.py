"""The unit that a figure is asked for in, and what gives it."""

import pytest

from bot.answering.understanding.expectations import Expected, expected
from bot.answering.understanding.wanted import wanted_by


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
