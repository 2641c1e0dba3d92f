"""An update step by step: uploaded, previewed, rehearsed, approved or discarded, in one message for all moderators."""

import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

import discord

from bot.discord.faults import told
from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.corpus.buttons import (
    Pressed,
    Step,
    return_button,
    update_buttons,
)
from bot.discord.moderators.corpus.forms import ReasonForm, SectionForm
from bot.discord.moderators.corpus.progress import conclude, follow
from bot.discord.moderators.corpus.reading import UpdateReader
from bot.discord.moderators.corpus.recent import RecentQuestions
from bot.discord.moderators.corpus.uploads import fetched, provenance_of
from bot.discord.moderators.corpus.wording import (
    author,
    render_approved,
    render_discarded,
    render_pending,
    render_rehearsing,
    steps_of,
    working,
)
from bot.discord.moderators.gate import Gate
from bot.discord.privately import replace_message, respond, tell_fault
from bot.discord.rendering import render_notice
from bot.discord.reply import InteractionReply
from bot.discord.response import Pace
from bot.discord.translator import interface_language
from bot.updating.corpora import Corpora
from bot.updating.sections import SectionText
from bot.updating.stages import Pending
from bot.updating.updates import Updates
from bot.updating.uploads import check_sizes
from config.errors import HaetaeError, ModerationError
from config.language import Language
from config.messages import message
from index.progress import Progress
from index.versions import version_name, version_number

_log = logging.getLogger(__name__)


class UpdateHandlers:
    """Takes uploads and edits, and handles the buttons of their messages. Every call asks the gate first."""

    def __init__(
        self,
        gate: Gate,
        auditor: Auditor,
        corpora: Corpora,
        *,
        recent: RecentQuestions,
        reader: UpdateReader,
        pace: Pace,
    ) -> None:
        self._gate = gate
        self._auditor = auditor
        self._corpora = corpora
        self._recent = recent
        self._reader = reader
        self._pace = pace
        self._rehearsing: set[str] = set()
        self._deciding: set[str] = set()

    async def upload(
        self, interaction: discord.Interaction, attachments: Sequence[discord.Attachment], reason: str
    ) -> None:
        """Reads attachments and shows what they would change."""
        if await self._gate.refuses_corpus(interaction):
            return
        check_sizes([(attachment.filename, attachment.size) for attachment in attachments])

        async def prepare(progress: Progress) -> Pending:
            uploads = [await fetched(attachment) for attachment in attachments]
            updates = await self._updates(interaction)
            return await updates.prepare(uploads, provenance_of(interaction, reason), progress)

        async def record() -> None:
            files = ", ".join(attachment.filename for attachment in attachments)
            await self._auditor.record(interaction, "corpus_uploaded", files=files, reason=reason)

        await self._prepared(interaction, "reading", prepare, record)

    async def open_section(self, interaction: discord.Interaction, key: str) -> None:
        """Opens the form with the text of a section."""
        if await self._gate.refuses_corpus(interaction):
            return
        seen = await (await self._updates(interaction)).section(key)
        form = SectionForm(seen, interface_language(interaction.locale), self.edit)
        await respond(partial(interaction.response.send_modal, form))

    async def edit(self, interaction: discord.Interaction, seen: SectionText, text: str, reason: str) -> None:
        """Shows what the new text of a section would change."""
        if await self._gate.refuses_corpus(interaction):
            return

        async def prepare(progress: Progress) -> Pending:
            updates = await self._updates(interaction)
            return await updates.prepare_section(seen, text, provenance_of(interaction, reason), progress)

        async def record() -> None:
            section = " › ".join(seen.heading_path)
            await self._auditor.record(interaction, "corpus_edited", section=section, reason=reason)

        await self._prepared(interaction, "preparing", prepare, record)

    async def press(self, interaction: discord.Interaction, pressed: Pressed) -> None:
        """Handles a press under the message of an update."""
        if await self._gate.refuses_corpus(interaction):
            return
        updates = await self._updates(interaction)
        if (pending := _waiting(updates, pressed.update_id)) is None:
            await replace_message(interaction, message("corpus_commands.gone", pressed.language))
            return
        match pressed.step:
            case Step.CHANGES | Step.WARNINGS | Step.ANSWERS:
                await self._reader.open(interaction, pressed.step.value, pending)
            case Step.REHEARSE:
                await self._rehearse(interaction, pending, pressed.language)
            case Step.STOP:
                updates.stop_rehearsal(pressed.update_id)
                await respond(interaction.response.defer)
            case Step.APPROVE:
                await self._approve(interaction, pressed, None)
            case Step.OVERRIDE:
                form = ReasonForm(interface_language(interaction.locale), partial(self._override, pressed))
                await respond(partial(interaction.response.send_modal, form))
            case Step.DISCARD:
                await self._discard(interaction, pressed, pending)

    async def _override(self, pressed: Pressed, interaction: discord.Interaction, reason: str) -> None:
        if not await self._gate.refuses_corpus(interaction):
            await self._approve(interaction, pressed, reason)

    async def _prepared(
        self,
        interaction: discord.Interaction,
        key: str,
        prepare: Callable[[Progress], Awaitable[Pending]],
        record: Callable[[], Awaitable[None]],
    ) -> None:
        """Shows the preview, or in its place why there is none."""
        language = interface_language(interaction.locale)
        reply = InteractionReply(interaction)
        await reply.begin()
        try:
            pending = await follow(reply, prepare, partial(working, key, language), lambda: None, self._pace)
        except HaetaeError as error:
            await conclude(reply, render_notice(told(error, language)), None, self._pace)
        else:
            await record()
            await self._show(interaction.guild_id, reply, pending, language)

    async def _rehearse(self, interaction: discord.Interaction, pending: Pending, language: Language) -> None:
        update_id, updates = pending.update_id, await self._updates(interaction)
        with self._alone(self._rehearsing, update_id, "corpus_commands.already_rehearsing"):
            reply = InteractionReply(interaction)
            await reply.begin()
            recent = await self._recent.questions(interaction.guild_id)
            try:
                await follow(
                    reply,
                    lambda progress: updates.rehearse(update_id, recent, progress),
                    lambda done, total: render_rehearsing(pending, done, total, language),
                    lambda: update_buttons((Step.STOP,), update_id, language),
                    self._pace,
                )
                after = updates.pending(update_id)
            except HaetaeError as error:
                # Whoever discarded it meanwhile has written the message already.
                _log.info("A rehearsal ended early: %s", error)
                if (still := _waiting(updates, update_id)) is not None:
                    await tell_fault(interaction, error)
                    await self._show(interaction.guild_id, reply, still, language)
                return
        await self._show(interaction.guild_id, reply, after, language)

    async def _approve(self, interaction: discord.Interaction, pressed: Pressed, reason: str | None) -> None:
        if pressed.update_id in self._rehearsing:
            raise ModerationError("corpus_commands.already_rehearsing")
        with self._alone(self._deciding, pressed.update_id, "corpus_commands.busy"):
            updates = await self._updates(interaction)
            pending = updates.pending(pressed.update_id)
            reply = InteractionReply(interaction)
            await reply.begin()
            approved = await updates.approve(pressed.update_id, reason)
        before, version = approved.switch.before.version, version_name(approved.version.version)
        details = {"author": author(pending.provenance), "before": before, "version": version}
        if approved.overridden:
            lost = len(pending.rehearsal.lost_golden) if pending.rehearsal else 0
            await self._auditor.record(interaction, "corpus_overridden", **details, lost=lost, reason=reason or "")
        else:
            await self._auditor.record(interaction, "corpus_approved", **details)
        text = render_approved(approved, pending, interaction.user.id, pressed.language)
        back = return_button(approved.version.version, version_number(before), pressed.language)
        await conclude(reply, text, back, self._pace)

    async def _discard(self, interaction: discord.Interaction, pressed: Pressed, pending: Pending) -> None:
        with self._alone(self._deciding, pressed.update_id, "corpus_commands.busy"):
            reply = InteractionReply(interaction)
            await reply.begin()
            await (await self._updates(interaction)).discard(pressed.update_id)
        await self._auditor.record(interaction, "corpus_discarded", author=author(pending.provenance))
        text = render_discarded(interaction.user.id, pending, pressed.language)
        await conclude(reply, text, None, self._pace)

    async def _show(self, server_id: int | None, reply: InteractionReply, pending: Pending, language: Language) -> None:
        pinned = await self._reader.pinned(server_id, pending)
        buttons = update_buttons(steps_of(pending, pinned), pending.update_id, language)
        await conclude(reply, render_pending(pending, language, pinned), buttons, self._pace)

    async def _updates(self, interaction: discord.Interaction) -> Updates:
        """What changes the article of the server where somebody acts."""
        return await self._corpora.of(interaction.guild_id)

    @contextmanager
    def _alone(self, busy: set[str], update_id: str, key: str) -> Iterator[None]:
        """Holds an update for one moderator's press. Raises ModerationError where another's holds it."""
        if update_id in busy:
            raise ModerationError(key)
        busy.add(update_id)
        try:
            yield
        finally:
            busy.discard(update_id)


def _waiting(updates: Updates, update_id: str) -> Pending | None:
    try:
        return updates.pending(update_id)
    except HaetaeError:
        return None
