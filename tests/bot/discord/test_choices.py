import pytest

from bot.discord.choices import CHOICE_CHARACTERS, MAX_CHOICES, matching_choices


@pytest.mark.parametrize(("typed", "found"), [("", ["1", "2"]), (" 등대 ", ["2"]), ("LIGHT", ["1"]), ("tower", [])])
def test_choices_are_those_whose_names_contain_what_was_typed(typed: str, found: list[str]) -> None:
    assert [one.value for one in matching_choices({"1": "The light", "2": "코빈 등대"}, typed)] == found


def test_no_more_and_no_longer_choices_than_discord_shows() -> None:
    choices = matching_choices({f"{number}": "등" * 200 for number in range(40)}, "")
    assert len(choices) == MAX_CHOICES
    assert all(len(one.name) <= CHOICE_CHARACTERS for one in choices)
