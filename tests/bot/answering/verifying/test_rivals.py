"""Figures that stand beside one another: what is said of one is not said of the other."""

import pytest

from bot.answering.verifying.rivals import said_of_rival

TICKETS = ("Adults pay 6,000 won and children pay 3,000 won; members get in free.",)
TICKETS_KO = ("입장료는 어른 6,000원, 어린이 3,000원이고, 회원은 무료입니다.",)
LAMPS = ("The tower has 27 lamps, nine of them electric.", "Its first keeper moved in in 1931.")
LAMPS_KO = ("탑에는 등불 27개가 걸려 있으며, 그 가운데 아홉 개는 전기로 켭니다.",)
OIL = ("Whale oil feeds 44% of the lamps, gas 29%, and wood the rest.",)
OIL_KO = ("등불의 44%는 고래기름, 29%는 가스이고, 나머지는 장작입니다.",)
STAIRS = ("Children from eight may climb the tower, and from thirteen the roof.",)
STAIRS_KO = ("탑은 여덟 살부터, 지붕은 열세 살부터 오를 수 있습니다.",)
CLEANED = ("The lamps in the tower are cleaned every ten days and those on the pier every two.",)
CLEANED_KO = ("탑의 등불은 열 주마다, 부두의 등불은 두 주마다 닦습니다.",)
SINCE = ("Marlow opened in 1979 and keeps 240 charts.", "It has been the sister of Corvin since 2013.")
LENS = ("The X8, a lens from Marlow, has 8 ribs and 24 panes.",)
LENS_KO = ("X8은 말로에서 온 렌즈이며, 살이 8개, 창이 24개입니다.",)
SINCE_KO = ("말로는 1979년에 문을 열었고 해도 240장을 간직합니다.", "2013년부터 코빈의 자매 등대입니다.")


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Adults pay 3,000 won.", TICKETS),
        ("어른 입장료는 3,000원입니다.", TICKETS_KO),
        ("The tower has nine lamps.", LAMPS),
        ("탑에는 등불 아홉 개가 걸려 있습니다.", LAMPS_KO),
        ("27 lamps are electric.", LAMPS),
        ("전기로 켜는 등불은 27개입니다.", LAMPS_KO),
        ("Whale oil feeds 29% of the lamps.", OIL),
        ("등불의 29%는 고래기름입니다.", OIL_KO),
        ("Wood feeds 44% of the lamps.", OIL),
        ("등불의 29%는 장작입니다.", OIL_KO),
        ("The lamps in the tower are cleaned every two days.", CLEANED),
        ("탑의 등불은 두 주마다 닦습니다.", CLEANED_KO),
        ("Children may climb the tower from thirteen.", STAIRS),
        ("탑은 열세 살부터 오를 수 있습니다.", STAIRS_KO),
        ("The X8 has 24 ribs.", LENS),
        ("X8은 살이 24개입니다.", LENS_KO),
        ("Marlow opened in 2013.", SINCE),
        ("말로는 2013년에 문을 열었습니다.", SINCE_KO),
    ],
)
def test_what_is_said_of_another_figure_is_found(sentence: str, lines: tuple[str, ...]) -> None:
    assert said_of_rival(sentence, (), lines) is not None


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Adults pay 6,000 won.", TICKETS),
        ("Children pay 3,000 won, adults 6,000 won.", TICKETS),
        ("어린이 입장료는 3,000원입니다.", TICKETS_KO),
        ("어린이는 3,000원, 어른은 6,000원입니다.", TICKETS_KO),
        ("The tower has 27 lamps.", LAMPS),
        ("Nine of the lamps are electric.", LAMPS),
        ("그 가운데 아홉 개를 전기로 켭니다.", LAMPS_KO),
        ("Gas feeds 29% of the lamps.", OIL),
        ("등불의 29%는 가스입니다.", OIL_KO),
        ("The lamps on the pier are cleaned every two days.", CLEANED),
        ("부두의 등불은 두 주마다 닦습니다.", CLEANED_KO),
        ("탑의 등불은 열 주마다 닦습니다.", CLEANED_KO),
        ("The X8 has 8 ribs.", LENS),
        ("X8은 살이 8개입니다.", LENS_KO),
        ("Marlow keeps 240 charts and opened in 1979.", SINCE),
        ("말로는 해도 240장을 간직하고, 1979년에 문을 열었습니다.", SINCE_KO),
        ("It costs 15 dollars.", TICKETS),
        ("15달러입니다.", TICKETS_KO),
    ],
)
def test_what_is_said_of_the_same_figure_is_not(sentence: str, lines: tuple[str, ...]) -> None:
    assert said_of_rival(sentence, (), lines) is None


@pytest.mark.parametrize(
    ("sentence", "heading", "lines"),
    [
        ("The tower of 1931 is 40 m high.", "The Tower", ("It is 40 m high.", "The tower's stair is 30 m long.")),
        ("탑의 높이는 40m입니다.", "탑", ("높이는 40m입니다.", "탑의 계단은 길이가 30m입니다.")),
    ],
)
def test_a_heading_is_of_every_figure_below_it(sentence: str, heading: str, lines: tuple[str, ...]) -> None:
    assert said_of_rival(sentence, (heading,), lines) is None
