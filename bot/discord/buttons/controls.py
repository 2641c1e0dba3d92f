"""The buttons under an answer: which there are, their labels, and who handles their presses."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from enum import StrEnum

import discord

from bot.answering.answer import Answer, Reason
from bot.discord.buttons.twin import has_twin
from bot.discord.forms import PersistentView
from bot.gaps.counting import shows_gap
from config.language import Language
from config.messages import message

Press = Callable[[discord.Interaction], Awaitable[None]]

_BUTTONS_A_ROW = 5


class Control(StrEnum):
    """A button. Its value is the name of its label and part of its id, which outlives restarts."""

    SOURCES = "sources"
    TWIN = "twin"
    HELPFUL = "helpful"
    NOT_HELPFUL = "not_helpful"
    AGAIN = "again"
    THREAD = "thread"
    STOP = "stop"
    TELL = "tell"

    @property
    def custom_id(self) -> str:
        """How Discord names the button when it is pressed."""
        return f"haetae:{self.value}"


_SECONDARY, _SUCCESS, _DANGER = discord.ButtonStyle.secondary, discord.ButtonStyle.success, discord.ButtonStyle.danger
_LOOKS: Mapping[Control, tuple[discord.ButtonStyle, str]] = {
    Control.SOURCES: (_SECONDARY, "📖"),
    Control.TWIN: (_SECONDARY, "🌐"),
    Control.HELPFUL: (_SUCCESS, "👍"),
    Control.NOT_HELPFUL: (_SECONDARY, "👎"),
    Control.AGAIN: (_SECONDARY, "🔁"),
    Control.THREAD: (_SECONDARY, "🧵"),
    Control.STOP: (_DANGER, "⏹️"),
    Control.TELL: (_SECONDARY, "🔔"),
}


def controls_of(answer: Answer, *, threadable: bool, private: bool) -> tuple[Control, ...]:
    """The buttons of a finished answer; none under a greeting, only "ask again" where there is no answer.

    A private question is not kept for moderators, so nobody can be told of it.
    """
    if answer.reason.is_small_talk:
        return ()
    if answer.reason is Reason.STOPPED:
        return (Control.AGAIN,)
    controls = [Control.SOURCES] if answer.citations else []
    if has_twin(answer):
        controls.append(Control.TWIN)
    controls += [Control.HELPFUL, Control.NOT_HELPFUL, Control.AGAIN]
    if threadable:
        controls.append(Control.THREAD)
    if shows_gap(answer) and not private:
        controls.append(Control.TELL)
    return tuple(controls)


def shown_controls(controls: Iterable[Control], language: Language) -> discord.ui.View | None:
    """Buttons to put under a message in `language`, None for none.

    The view handles no press itself: discord.py would keep it in memory for as long as the bot runs. `heard_controls`,
    registered once, handles the presses on all messages, also on those of earlier runs.
    """
    view = discord.ui.View(timeout=None)
    for number, control in enumerate(controls):
        view.add_item(_Button(control, language, row=number // _BUTTONS_A_ROW))
    view.stop()
    return view if view.children else None


def heard_controls(presses: Mapping[Control, Press]) -> discord.ui.View:
    """The one view that handles the presses on all messages, for `discord.Client.add_view`."""
    view = PersistentView()
    for control, press in presses.items():
        view.add_item(_Button(control, Language.ENGLISH, press=press))
    return view


class _Button(discord.ui.Button[discord.ui.View]):
    def __init__(
        self, control: Control, language: Language, *, row: int | None = None, press: Press | None = None
    ) -> None:
        style, emoji = _LOOKS[control]
        # "In English" stands under a Korean answer: it speaks to those who would rather read that.
        spoken = language.other if control is Control.TWIN else language
        label = message(f"buttons.{control.value}", spoken)
        super().__init__(style=style, label=label, emoji=emoji, custom_id=control.custom_id, row=row)
        self._press = press

    async def callback(self, interaction: discord.Interaction) -> None:
        """Hands a press on."""
        if self._press is not None:
            await self._press(interaction)
