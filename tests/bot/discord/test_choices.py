import pytest

from bot.discord.choices import CHOICE_CHARACTERS, MAX_CHOICES, matching_choices, number_of


@pytest.mark.parametrize(("typed", "found"), [("", ["1", "2"]), (" 등대 ", ["2"]), ("LIGHT", ["1"]), ("tower", [])])
def test_choices_are_those_whose_names_contain_what_was_typed(typed: str, found: list[str]) -> None:
    assert [one.value for one in matching_choices({"1": "The light", "2": "코빈 등대"}, typed)] == found


def test_no_more_and_no_longer_choices_than_discord_shows() -> None:
    choices = matching_choices({f"{number}": "등" * 200 for number in range(40)}, "")
    assert len(choices) == MAX_CHOICES
    assert all(len(one.name) <= CHOICE_CHARACTERS for one in choices)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (" 12 ", 12),
        ("９", 9),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),
        ("9" * 5000, None),
        ("-1", None),
        ("등대", None),
        ("", None),
    ],
)
def test_a_number_typed_in_place_of_a_choice_is_read_where_anything_can_have_it(typed: str, number: int | None) -> None:
    assert number_of(typed) == number
