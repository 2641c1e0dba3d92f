from dataclasses import replace

import discord
import pytest

from bot.answering.answer import Reason
from bot.discord.buttons.controls import Control, controls_of, heard_controls, shown_controls
from config.language import Language
from config.messages import area
from tests.bot.fakes import answer
from tests.fakecord.limits import check_message
from tests.languages import EACH_LANGUAGE


@EACH_LANGUAGE
def test_an_answer_has_all_buttons_and_a_thread_where_one_may_be(language: Language) -> None:
    said = answer("q", language)
    everything = tuple(control for control in Control if control not in {Control.STOP, Control.TELL})
    assert controls_of(said, threadable=True, private=False) == everything
    assert controls_of(said, threadable=False, private=False) == everything[:-1]


@EACH_LANGUAGE
def test_an_answer_that_cites_nothing_has_nothing_to_show(language: Language) -> None:
    controls = controls_of(answer("q", language, cited=False), threadable=False, private=False)
    assert controls == (Control.HELPFUL, Control.NOT_HELPFUL, Control.AGAIN)


@EACH_LANGUAGE
def test_of_a_private_question_nobody_can_be_told(language: Language) -> None:
    refused = replace(answer("q", language, cited=False), refused=True, reason=Reason.NOT_STATED)
    votes = (Control.HELPFUL, Control.NOT_HELPFUL, Control.AGAIN)
    assert controls_of(refused, threadable=False, private=False) == (*votes, Control.TELL)
    assert controls_of(refused, threadable=False, private=True) == votes


@pytest.mark.parametrize(
    ("reason", "controls"),
    [(Reason.GREETING, ()), (Reason.ABOUT_BOT, ()), (Reason.STOPPED, (Control.AGAIN,))],
)
def test_what_is_no_answer_has_no_votes(reason: Reason, controls: tuple[Control, ...]) -> None:
    said = replace(answer("q", Language.ENGLISH), reason=reason)
    assert controls_of(said, threadable=True, private=False) == controls


@EACH_LANGUAGE
async def test_buttons_are_within_the_limits_of_discord(language: Language) -> None:
    view = shown_controls(Control, language)
    assert view is not None
    check_message({"content": "x", "components": view.to_components()}, {})
    assert [len(row["components"]) for row in view.to_components()] == [5, 3]


async def test_shown_buttons_are_not_kept_in_memory() -> None:
    view = shown_controls([Control.AGAIN], Language.ENGLISH)
    assert view is not None
    assert view.is_finished()
    assert shown_controls([], Language.ENGLISH) is None


async def test_all_presses_are_heard_by_one_persistent_view() -> None:
    async def press(interaction: discord.Interaction) -> None: ...

    view = heard_controls(dict.fromkeys(Control, press))
    assert view.is_persistent()
    assert {item.custom_id for item in view.children if isinstance(item, discord.ui.Button)} == {
        control.custom_id for control in Control
    }


def test_every_button_has_a_short_label_in_both_languages() -> None:
    labels = [area("buttons")[control.value] for control in Control if control is not Control.TELL]
    assert all(0 < len(text) <= 20 for texts in labels for text in texts.values())
    assert all(0 < len(text) <= 32 for text in area("buttons")[Control.TELL.value].values())  # has a row to itself
