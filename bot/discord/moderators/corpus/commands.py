"""The commands `/corpus …`."""

from collections.abc import Mapping
from dataclasses import dataclass

import discord
from discord import app_commands

from bot.discord.choices import CHOICE_CHARACTERS, MAX_CHOICES
from bot.discord.markdown import shortened
from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.corpus.buttons import heard_buttons
from bot.discord.moderators.corpus.forms import REASON_CHARACTERS
from bot.discord.moderators.corpus.reading import Pinned, UpdateReader
from bot.discord.moderators.corpus.recent import RecentQuestions
from bot.discord.moderators.corpus.update_handlers import UpdateHandlers
from bot.discord.moderators.corpus.version_handlers import HISTORY, VersionHandlers
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.moderator_command import ModeratorCommand, command_group, subcommand
from bot.discord.moderators.pages import Turn
from bot.discord.persistent_buttons import PersistentButton
from bot.discord.response import Pace
from bot.discord.translator import interface_language
from bot.updating.corpora import Corpora
from bot.updating.sections import SectionText
from config.language import Language
from config.messages import message

_Reason = app_commands.Range[str, 3, REASON_CHARACTERS]


@dataclass(frozen=True, slots=True)
class CorpusHandlers:
    """What handles the commands `/corpus …`, their buttons and their suggestions."""

    gate: Gate
    corpora: Corpora
    update_handlers: UpdateHandlers
    version_handlers: VersionHandlers
    reader: UpdateReader

    @classmethod
    def over(
        cls, corpora: Corpora, gate: Gate, auditor: Auditor, recent: RecentQuestions, pace: Pace, *, pinned: Pinned
    ) -> "CorpusHandlers":
        """The handlers over what changes the article of each server."""
        reader = UpdateReader(gate, corpora, pinned)
        return cls(
            gate,
            corpora,
            UpdateHandlers(gate, auditor, corpora, recent=recent, reader=reader, pace=pace),
            VersionHandlers(gate, auditor, corpora, reader, pace),
            reader,
        )

    def turns(self) -> Mapping[str, Turn]:
        """How its pages are turned."""
        return {**self.reader.turns(), HISTORY: self.version_handlers.turn_history}

    def dynamic_items(self) -> tuple[PersistentButton, ...]:
        """What handles its buttons, for `discord.Client.add_dynamic_items`."""
        return heard_buttons(self.update_handlers.press, self.version_handlers.go_back)

    async def section_choices(self, interaction: discord.Interaction, typed: str) -> list[tuple[str, str]]:
        """Sections whose headings hold what was typed, those of the actor's language first; none for others."""
        if not await self.gate.admits_to_corpus(interaction):
            return []
        language, wanted = interface_language(interaction.locale), typed.strip().casefold()
        sections = await (await self.corpora.of(interaction.guild_id)).sections()
        named = [(section, _section_name(section, language)) for section in sections]
        found = [(section, name) for section, name in named if wanted in name.casefold()]
        found.sort(key=lambda pair: pair[0].language is not language)
        return [(_ending(name), section.key) for section, name in found[:MAX_CHOICES]]


def corpus_commands(handlers: CorpusHandlers) -> ModeratorCommand:
    """The group `/corpus`."""
    group = command_group("corpus_commands", handlers.gate.default_permissions)
    updates, versions = handlers.update_handlers, handlers.version_handlers

    @subcommand(group, "corpus_commands", "status")
    async def status(interaction: discord.Interaction) -> None:
        await versions.show_status(interaction)

    @subcommand(group, "corpus_commands", "upload", "file", "reason", "second")
    async def upload(
        interaction: discord.Interaction,
        file: discord.Attachment,
        reason: _Reason,
        second: discord.Attachment | None = None,
    ) -> None:
        await updates.upload(interaction, [file, second] if second else [file], reason)

    @subcommand(group, "corpus_commands", "edit", "section")
    async def edit(interaction: discord.Interaction, section: str) -> None:
        await updates.open_section(interaction, section)

    @edit.autocomplete("section")
    async def offer_sections(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        choices = await handlers.section_choices(interaction, typed)
        return [app_commands.Choice(name=name, value=key) for name, key in choices]

    @subcommand(group, "corpus_commands", "history")
    async def history(interaction: discord.Interaction) -> None:
        await versions.show_history(interaction)

    @subcommand(group, "corpus_commands", "rollback", "version")
    async def rollback(interaction: discord.Interaction, version: str) -> None:
        await versions.ask_return(interaction, version)

    @rollback.autocomplete("version")
    async def offer_versions(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await versions.choices(interaction, typed)

    @subcommand(group, "corpus_commands", "reindex")
    async def reindex(interaction: discord.Interaction) -> None:
        await versions.reindex(interaction)

    @subcommand(group, "corpus_commands", "export")
    async def export(interaction: discord.Interaction) -> None:
        await versions.export(interaction)

    return group


def _section_name(section: SectionText, language: Language) -> str:
    spoken = message(f"discord.language_{section.language.value}", language)
    return f"[{spoken}] {' › '.join(section.heading_path)}"


def _ending(name: str) -> str:
    """A long name without its middle: its end tells sections apart."""
    line = " ".join(name.split())
    if len(line) <= CHOICE_CHARACTERS:
        return line
    half = CHOICE_CHARACTERS // 2
    return f"{shortened(line, half)}{line[-(half - 1) :]}"
