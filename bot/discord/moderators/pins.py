"""Writing, showing and removing answers that moderators give themselves."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial

import discord
from discord import app_commands

from bot.background import log_fault
from bot.discord.choices import matching_choices, number_of
from bot.discord.delivery import LostReplyError
from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.pages import Page, page_items
from bot.discord.moderators.pin_forms import PinForm
from bot.discord.moderators.pin_texts import render_pin_text, render_pins, render_preview
from bot.discord.per_server import PerServer
from bot.discord.privately import replace_message, respond, tell
from bot.discord.questions import QuestionUpkeep
from bot.discord.translator import interface_language
from bot.pins.pin import Pin, PinText
from bot.pins.pinned import PinBook
from config.errors import ModerationError, StateError
from config.language import Language
from config.messages import message
from index.suggestions import Suggestions

KIND = "pins"
PINS_PER_PAGE = 2
_BUTTONS = {
    "keep": discord.ButtonStyle.success,
    "rewrite": discord.ButtonStyle.secondary,
    "discard": discord.ButtonStyle.secondary,
}
# Drafts that wait for a moderator's word. Each is a few KB; forms and previews outlive no restart.
_MAX_DRAFTS = 100


@dataclass(frozen=True, slots=True)
class Draft:
    """A pin before it is kept; `number` is that of the pin it would rewrite, None for a new one.

    `server_id` is the server in which it was written, and the only one in which it can be kept.
    """

    text: PinText
    number: int | None
    server_id: int | None


class PinHandlers:
    """Writes, shows and removes pins. Everything is gated: they answer in the article's place."""

    def __init__(
        self, gate: Gate, auditor: Auditor, upkeep: QuestionUpkeep, suggestions: PerServer[Suggestions]
    ) -> None:
        self._gate = gate
        self._auditor = auditor
        self._upkeep = upkeep
        self._suggestions = suggestions
        self._drafts: OrderedDict[str, Draft] = OrderedDict()

    async def write(self, interaction: discord.Interaction, question: str) -> None:
        """Opens the form for a new pin."""
        if not await self._gate.refuses_corpus(interaction):
            await self._open_form(interaction, None, question, None)

    async def edit(self, interaction: discord.Interaction, chosen: str) -> None:
        """Opens the form with a pin as it is."""
        if not await self._gate.refuses_corpus(interaction):
            pin = await self._chosen(interaction, chosen)
            await self._open_form(interaction, pin.text, "", pin.number)

    async def remove(self, interaction: discord.Interaction, chosen: str) -> None:
        """Deletes a pin: the article answers again."""
        if await self._gate.refuses_corpus(interaction):
            return
        pin = await self._chosen(interaction, chosen)
        await self._book(interaction).remove(pin.number)
        language = interface_language(interaction.locale)
        await tell(interaction, f"{message('pins.removed', language)}\n{render_pin_text(pin.text, language)}")
        await self._auditor.record(interaction, "pin_removed", **_details(pin))

    async def turn(self, interaction: discord.Interaction, _: str, number: int) -> Page | None:
        """Page `number` of the pins; None where whoever acts may not see them."""
        if await self._gate.refuses_corpus(interaction):
            return None
        shown = page_items(await self._book(interaction).all(), number, PINS_PER_PAGE)
        language = interface_language(interaction.locale)
        return Page(render_pins(shown, language), KIND, shown.number, shown.pages, language)

    async def keep(self, interaction: discord.Interaction, draft_id: str) -> None:
        """Keeps a draft, and has the open questions that it answers asked again. Discord is told to wait for that."""
        if await self._gate.refuses_corpus(interaction):
            return
        draft, language = self._draft(interaction, draft_id), interface_language(interaction.locale)
        if draft is None:
            await replace_message(interaction, message("pins.draft_gone", language))
            return
        del self._drafts[draft_id]  # before anything is awaited: two presses keep it once
        try:
            await respond(interaction.response.defer)
            pin = await self._kept(interaction, draft)
        except (StateError, LostReplyError):
            self._drafts[draft_id] = draft
            raise
        if pin is None:
            raise ModerationError("pins.no_such_pin")
        await self._auditor.record(interaction, "pin_changed" if draft.number else "pin_added", **_details(pin))
        reopened = await self._reopened(interaction, pin)
        await _end_preview(interaction, message("pins.kept", language, number=pin.number, open=reopened))

    async def rewrite(self, interaction: discord.Interaction, draft_id: str) -> None:
        """Opens the form with a draft as it is."""
        if await self._gate.refuses_corpus(interaction):
            return
        draft = self._draft(interaction, draft_id)
        if draft is None:
            await replace_message(interaction, message("pins.draft_gone", interface_language(interaction.locale)))
            return
        await self._open_form(interaction, draft.text, "", draft.number)

    async def discard(self, interaction: discord.Interaction, draft_id: str) -> None:
        """Forgets a draft."""
        if await self._gate.refuses_corpus(interaction):
            return
        if self._draft(interaction, draft_id) is not None:
            del self._drafts[draft_id]
        await replace_message(interaction, message("pins.discarded", interface_language(interaction.locale)))

    async def choices(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The pins that have what was typed, for whoever may see them."""
        if not await self._gate.admits_to_corpus(interaction):
            return []
        pins = await self._book(interaction).all()
        return matching_choices(
            {f"{pin.number}": f"#{pin.number} {' / '.join(pin.text.wordings)}" for pin in pins}, typed
        )

    async def _open_form(
        self, interaction: discord.Interaction, given: PinText | None, question: str, number: int | None
    ) -> None:
        async def preview(submitted: discord.Interaction, text: PinText) -> None:
            if not await self._gate.refuses_corpus(submitted):
                await self._preview(submitted, Draft(text, number, submitted.guild_id))

        form = PinForm(interface_language(interaction.locale), given, question, preview)
        await respond(partial(interaction.response.send_modal, form))

    async def _preview(self, interaction: discord.Interaction, draft: Draft) -> None:
        """Shows what a draft would catch. Reading many questions takes seconds, so Discord is told to wait."""
        await respond(partial(interaction.response.defer, ephemeral=True, thinking=True))
        asked, suggestions = (
            await self._upkeep.recent_questions(draft.server_id),
            await self._suggestions(draft.server_id),
        )
        known = (text for language in Language for text in suggestions.all(language))
        questions = tuple(dict.fromkeys((*asked, *known)))
        likenesses = await self._book(interaction).likenesses(draft.text.wordings, questions)
        draft_id, language = secrets.token_hex(8), interface_language(interaction.locale)
        self._drafts[draft_id] = draft
        if len(self._drafts) > _MAX_DRAFTS:
            self._drafts.popitem(last=False)
        text = render_preview(draft.text, likenesses, len(questions), language)
        await respond(partial(interaction.edit_original_response, content=text, view=draft_buttons(draft_id, language)))

    def _book(self, interaction: discord.Interaction) -> PinBook:
        """The pins of the corpus that answers where somebody acts."""
        return self._upkeep.rooms.pins_of(interaction.guild_id)

    async def _kept(self, interaction: discord.Interaction, draft: Draft) -> Pin | None:
        """The pin that a draft becomes; None where the one that it would rewrite is gone. Raises StateError."""
        book, actor = self._book(interaction), interaction.user.id
        if draft.number is None:
            return await book.add(draft.text, actor)
        return await book.change(draft.number, draft.text, actor)

    async def _reopened(self, interaction: discord.Interaction, pin: Pin) -> int:
        """How many open questions are asked again for a pin; none where a fault hinders it. The pin stands anyway."""
        try:
            reopened = await self._upkeep.rooms.gaps_of(interaction.guild_id).reopen_for(pin.text.wordings)
        except Exception as error:  # noqa: BLE001  logged: what the moderator did is done
            log_fault(f"The open questions that pin {pin.number} answers were not asked again", error)
            return 0
        self._upkeep.ask_again()
        return reopened

    def _draft(self, interaction: discord.Interaction, draft_id: str) -> Draft | None:
        """A draft that was written in this server, None where it is gone."""
        draft = self._drafts.get(draft_id)
        return draft if draft is not None and draft.server_id == interaction.guild_id else None

    async def _chosen(self, interaction: discord.Interaction, chosen: str) -> Pin:
        number = number_of(chosen)
        pin = None if number is None else await self._book(interaction).pin(number)
        if pin is None:
            raise ModerationError("pins.no_such_pin")
        return pin


async def _end_preview(interaction: discord.Interaction, text: str) -> None:
    """Puts `text` in the place of a preview whose press was acknowledged."""
    await respond(partial(interaction.edit_original_response, content=text, view=None))


def draft_buttons(draft_id: str, language: Language) -> discord.ui.View:
    """The buttons under a preview. `bot.discord.moderators.pin_commands` handles their presses."""
    view = discord.ui.View(timeout=None)
    for action, style in _BUTTONS.items():
        custom_id, label = f"haetae:pin:{action}:{draft_id}", message(f"pins.{action}", language)
        view.add_item(discord.ui.Button(label=label, style=style, custom_id=custom_id))
    view.stop()  # only shown; `draft_presses` handles the presses
    return view


def _details(pin: Pin) -> dict[str, str]:
    return {"question": pin.text.wordings[0], "answer": pin.text.answers[Language.KOREAN]}
