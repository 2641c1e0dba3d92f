"""The commands `/pause` and `/resume`."""

import discord
from discord import app_commands

from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.house_rules import Refusal
from bot.discord.moderators.moderator_command import ModeratorCommand, command
from bot.discord.privately import tell
from bot.discord.translator import interface_language
from bot.state.rules import PauseNote, RuleBook
from config.language import Language
from config.messages import message
from index.language import detect_language

NOTE_CHARACTERS = 400

_Note = app_commands.Range[str, 1, NOTE_CHARACTERS]


def pause_command(gate: Gate, auditor: Auditor, rules: RuleBook) -> ModeratorCommand:
    """`/pause note: translation:`: whoever asks from now on reads the note instead of an answer."""

    @command("rules", "pause", gate.default_permissions, "note", "translation")
    async def pause(
        interaction: discord.Interaction, note: _Note | None = None, translation: _Note | None = None
    ) -> None:
        if await gate.refuses(interaction):
            return
        assert interaction.guild_id is not None
        written = note_of(note, translation)
        await rules.change(interaction.guild_id, pause=written)
        language = interface_language(interaction.locale)
        shown = Refusal("rules.paused", note=written).sentence(language)
        lead, last = message("rules.pause_done", language), message("rules.pause_how_to_resume", language)
        if said := note or translation:
            await auditor.record(interaction, "paused", note=said)
        else:
            await auditor.record(interaction, "paused_silently")
        await tell(interaction, f"{lead}\n\n{shown}\n\n{last}")

    return pause


def resume_command(gate: Gate, auditor: Auditor, rules: RuleBook) -> ModeratorCommand:
    """`/resume`: questions are answered again."""

    @command("rules", "resume", gate.default_permissions)
    async def resume(interaction: discord.Interaction) -> None:
        if await gate.refuses(interaction):
            return
        assert interaction.guild_id is not None
        language = interface_language(interaction.locale)
        if (await rules.of(interaction.guild_id)).pause is None:
            await tell(interaction, message("rules.not_paused", language))
            return
        await rules.change(interaction.guild_id, pause=None)
        await auditor.record(interaction, "resumed")
        await tell(interaction, message("rules.resume_done", language))

    return resume


def note_of(note: str | None, translation: str | None) -> PauseNote:
    """The note by language: that of the note itself, the translation being the other."""
    language = detect_language(note) if note else detect_language(translation or "").other
    own, other = (note, translation) if language is Language.KOREAN else (translation, note)
    return PauseNote(korean=own, english=other)
