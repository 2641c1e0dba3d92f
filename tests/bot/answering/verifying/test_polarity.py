"""Small words that turn a sentence around."""

import pytest

from bot.answering.verifying.polarity import opposed, turned


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("Corvin does not reach the bay.", "Corvin reaches the bay."),
        ("Corvin hardly reaches the bay.", "Corvin reaches the bay."),
        ("Corvin reaches the bay at night.", "Corvin never reaches the bay at night."),
        ("Visitors need a ticket for the tower.", "Visitors need no ticket for the tower."),
        ("All lamps reach the bay.", "Most lamps reach the bay."),
        ("The lamp needs more oil.", "The lamp needs less oil."),
        ("Only the lamp needs oil.", "The lamp needs oil."),
        ("Corvin의 불빛은 만에 닿지 않습니다.", "Corvin의 불빛은 만에 닿습니다."),
        ("Corvin의 불빛은 안 닿습니다.", "Corvin의 불빛은 닿습니다."),
        ("방문객은 탑의 입장권이 필요합니다.", "방문객은 탑의 입장권이 필요하지 않습니다."),
        ("방문객은 탑의 입장권이 필요합니다.", "방문객은 탑의 입장권이 거의 필요 없습니다."),
        ("등불은 더 많은 기름을 씁니다.", "등불은 많은 기름을 씁니다."),
        ("등불만 기름을 씁니다.", "등불은 기름을 씁니다."),
        ("Keepers who are not sworn in may light the lamp.", "Keepers who are not sworn in may not light the lamp."),
        ("선서를 안 한 등대지기는 등불을 켤 수 있습니다.", "선서를 안 한 등대지기는 등불을 켤 수 없습니다."),
        ("등대지기는 품삯을 받습니다.", "등대지기는 품삯은 없지만 빵을 받습니다."),
        ("Keepers pay a fee from May 2030.", "Whether keepers pay a fee will be voted on in May 2030."),
        ("등대지기는 2030년부터 회비를 냅니다.", "등대지기가 회비를 낼지는 2030년에 투표합니다."),
    ],
)
def test_a_sentence_that_turns_its_line_around_is_found(sentence: str, line: str) -> None:
    assert turned(sentence, [line]) is not None


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Corvin does not reach the bay.", ["Corvin reaches the bay.", "The island is not lit."]),
        ("Corvin의 불빛은 만에 닿지 않습니다.", ["Corvin의 불빛은 만에 닿습니다.", "섬은 밝지 않습니다."]),
    ],
)
def test_a_denial_of_something_else_carries_none(sentence: str, lines: list[str]) -> None:
    assert turned(sentence, lines) == "denies"


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Corvin reaches the bay.", ["Corvin reaches the bay, and not the island."]),
        ("Corvin does not reach the island.", ["Corvin reaches the bay, and does not reach the island."]),
        ("All lamps reach the bay.", ["The lamps", "All of them reach the bay."]),
        ("Corvin의 불빛은 만에 닿습니다.", ["Corvin의 불빛은 만에 닿습니다.", "섬에는 닿지 않습니다."]),
        ("입장권이 필요 없습니다.", ["방문객에게 입장권은 필요하지 않습니다."]),
        ("등불만 있으면 됩니다.", ["등불만 있으면 됩니다."]),
        ("등대지기가 종을 울려 배를 부릅니다.", ["등불이 켜지지 않으면 등대지기가 종을 울려 배를 부릅니다."]),
        ("종을 크게 울리면 안 됩니다.", ["새가 놀라므로 밤에 종을 크게 울리면 안 됩니다."]),
        ("The keeper rings the bell for ships.", ["If the lamp is not lit, the keeper rings the bell for ships."]),
        ("Whether keepers pay is still open.", ["Whether keepers pay a fee is still open."]),
        ("The lens shows ships in the bay.", ["The lens shows ships in the bay and tells whether they sink."]),
        ("등대지기가 회비를 낼지는 정해지지 않았습니다.", ["등대지기가 회비를 낼지는 아직 정해지지 않았습니다."]),
        ("망원경은 만의 배를 보여 줍니다.", ["망원경은 만의 배를 보여 주고 가라앉을지 알려 줍니다."]),
    ],
)
def test_a_sentence_that_says_what_its_lines_say_is_not(sentence: str, lines: list[str]) -> None:
    assert turned(sentence, lines) is None


@pytest.mark.parametrize(
    ("question", "told", "expected"),
    [
        ("Is it open?", "It is not open.", True),
        ("Does it need more oil?", "It needs less oil.", True),
        ("Isn't it open?", "It is open.", True),
        ("Is it open?", "It is open.", False),
        ("Is it not open?", "It is not open.", False),
        ("열려 있어요?", "열려 있지 않습니다.", True),
        ("기름을 더 써요?", "기름을 덜 씁니다.", True),
        ("안 열려 있어요?", "열려 있습니다.", True),
        ("열려 있어요?", "열려 있습니다.", False),
        ("안 열려 있어요?", "열려 있지 않습니다.", False),
    ],
)
def test_what_is_told_is_held_against_the_question(question: str, told: str, *, expected: bool) -> None:
    assert opposed(question, told) is expected
