"""The versions: status and history, rollback, reindexing and export."""

import io
from functools import partial

import discord
from discord import app_commands

from bot.discord.choices import matching_choices, number_of
from bot.discord.faults import told
from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.corpus.buttons import return_button, update_buttons
from bot.discord.moderators.corpus.progress import conclude, follow
from bot.discord.moderators.corpus.reading import UpdateReader
from bot.discord.moderators.corpus.uploads import provenance_of
from bot.discord.moderators.corpus.wording import (
    render_history,
    render_pending,
    render_status,
    render_under_way,
    steps_of,
    version_choice,
    working,
)
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.pages import Page, open_page, page_items
from bot.discord.privately import respond, tell
from bot.discord.rendering import render_notice
from bot.discord.reply import InteractionReply
from bot.discord.response import Pace
from bot.discord.translator import interface_language
from bot.updating.corpora import Corpora
from bot.updating.updates import Updates
from config.errors import HaetaeError, ModerationError
from config.messages import message
from index.versions import VersionInfo, version_name, version_number

HISTORY = "history"
VERSIONS_PER_PAGE = 5


class VersionHandlers:
    """Shows versions and goes back to them. Every call asks the gate first."""

    def __init__(self, gate: Gate, auditor: Auditor, corpora: Corpora, reader: UpdateReader, pace: Pace) -> None:
        self._gate = gate
        self._auditor = auditor
        self._corpora = corpora
        self._reader = reader
        self._pace = pace

    async def show_status(self, interaction: discord.Interaction) -> None:
        """Shows what is live and the update under way, with its buttons."""
        if await self._gate.refuses_corpus(interaction):
            return
        language = interface_language(interaction.locale)
        status = await (await self._updates(interaction)).status()
        borrowed = self._corpora.borrows(interaction.guild_id)
        live, under_way = render_status(status, language, borrowed=borrowed), status.under_way
        if under_way is None:
            await tell(interaction, f"{live}\n\n{message('corpus_commands.no_update', language)}")
        elif (pending := under_way.pending) is None:
            await tell(interaction, f"{live}\n\n{render_under_way(under_way, language)}")
        else:
            await tell(interaction, live)
            pinned = await self._reader.pinned(interaction.guild_id, pending)
            send = partial(interaction.followup.send, render_pending(pending, language, pinned), ephemeral=True)
            buttons = update_buttons(steps_of(pending, pinned), pending.update_id, language)
            await respond(partial(send, view=buttons, suppress_embeds=True))

    async def show_history(self, interaction: discord.Interaction) -> None:
        """Shows the newest versions."""
        page = await self.turn_history(interaction, "", 1)
        if page is not None:
            await open_page(interaction, page)

    async def turn_history(self, interaction: discord.Interaction, _: str, number: int) -> Page | None:
        """A page of versions, newest first; None where whoever acts may not see it."""
        if await self._gate.refuses_corpus(interaction):
            return None
        language = interface_language(interaction.locale)
        shown = page_items(await (await self._updates(interaction)).history(), number, VERSIONS_PER_PAGE)
        return Page(render_history(shown, language), HISTORY, shown.number, shown.pages, language)

    async def choices(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Versions to go back to that hold what was typed; none for whoever may not go back."""
        if not await self._gate.admits_to_corpus(interaction):
            return []
        versions = await (await self._updates(interaction)).history()
        names = {version_name(info.version): version_choice(info) for info in versions if _can_return(info)}
        return matching_choices(names, typed)

    async def ask_return(self, interaction: discord.Interaction, typed: str) -> None:
        """Asks once more whether to go back to a version, given by its name or number."""
        if await self._gate.refuses_corpus(interaction):
            return
        language = interface_language(interaction.locale)
        updates = await self._updates(interaction)
        version = await _kept(updates, typed)
        live = (await updates.status()).live.version
        if live == version:
            raise ModerationError("updating.already_live", version=version_name(version))
        names = {"version": version_name(version), "live": version_name(live)}
        question = message("corpus_commands.confirm_return", language, **names)
        await tell(interaction, question, view=return_button(live, version, language))

    async def go_back(self, interaction: discord.Interaction, live: int, version: int) -> None:
        """Goes back from `live` to `version`, unless something else is live by now."""
        if await self._gate.refuses_corpus(interaction):
            return
        language = interface_language(interaction.locale)
        updates = await self._updates(interaction)
        now = (await updates.status()).live.version
        if now != live:
            raise ModerationError("corpus_commands.other_live", live=version_name(now))
        reply = InteractionReply(interaction)
        await reply.begin()
        switch = await updates.roll_back(version)
        names = {"before": switch.before.version, "version": switch.after.version}
        await self._auditor.record(interaction, "corpus_returned", **names)
        who = f"<@{interaction.user.id}>"
        text = message("corpus_commands.returned", language, version=names["version"], live=names["before"], who=who)
        await conclude(reply, text, None, self._pace)

    async def reindex(self, interaction: discord.Interaction) -> None:
        """Builds the index of the live text anew."""
        if await self._gate.refuses_corpus(interaction):
            return
        language = interface_language(interaction.locale)
        reply = InteractionReply(interaction)
        await reply.begin()
        provenance, updates = provenance_of(interaction, ""), await self._updates(interaction)
        try:
            approved = await follow(
                reply,
                partial(updates.reindex, provenance),
                partial(working, "reindexing", language),
                lambda: None,
                self._pace,
            )
        except HaetaeError as error:
            await conclude(reply, render_notice(told(error, language)), None, self._pace)
            return
        before, version = approved.switch.before.version, version_name(approved.version.version)
        await self._auditor.record(interaction, "corpus_reindexed", before=before, version=version)
        text = message("corpus_commands.reindexed", language, version=version, who=f"<@{interaction.user.id}>")
        back = return_button(approved.version.version, version_number(before), language)
        await conclude(reply, text, back, self._pace)

    async def export(self, interaction: discord.Interaction) -> None:
        """Hands out the live text as files, privately."""
        if await self._gate.refuses_corpus(interaction):
            return
        updates = await self._updates(interaction)
        version = version_name((await updates.status()).live.version)
        files = await updates.export()
        text = message("corpus_commands.exported", interface_language(interaction.locale), version=version)

        async def send() -> None:
            attached = [discord.File(io.BytesIO(data), name) for name, data in files.items()]
            await interaction.response.send_message(text, files=attached, ephemeral=True)

        await self._auditor.record(interaction, "corpus_exported", version=version)
        await respond(send)

    async def _updates(self, interaction: discord.Interaction) -> Updates:
        """What changes the article of the server where somebody acts."""
        return await self._corpora.of(interaction.guild_id)


async def _kept(updates: Updates, typed: str) -> int:
    """The version that was typed. Raises ModerationError where none of that name is kept."""
    kept = {version_name(info.version): info.version for info in await updates.history()}
    version = kept.get(typed.strip().casefold()) or kept.get(version_name(number_of(typed) or 0))
    if version is None:
        raise ModerationError("corpus_commands.no_version", version=typed)
    return version


def _can_return(info: VersionInfo) -> bool:
    return not info.current and info.manifest is not None
