"""The text of an update's message at each step. Pure functions."""

from collections.abc import Collection, Iterator

from discord.utils import format_dt

from bot.discord.markdown import literal, shortened
from bot.discord.moderators.corpus.buttons import Step
from bot.discord.moderators.corpus.changes import change_line, question_line
from bot.discord.moderators.corpus.forms import REASON_CHARACTERS
from bot.discord.moderators.pages import PageItems, fitted
from bot.discord.rendering import PAGE_CHARACTERS, QUOTED, SMALL
from bot.updating.preview import ChangeCounts, Preview
from bot.updating.rehearsal import Effect, Rehearsal, Retrieval
from bot.updating.stages import Approved, Pending, Status, UnderWay
from config.language import Language
from config.messages import message
from corpus.importing.importer import DocumentReport
from index.provenance import Provenance
from index.versions import VersionInfo, version_name

BAR_CELLS = 12
# What of lists is shown in the message itself; the rest is behind its buttons.
LISTED = 5
LISTED_ANSWERS = 3
LEFT_OUT_CHARACTERS = 200
# How long a reason may be where versions are listed. One from the command line can be of any length.
_LISTED_REASON_CHARACTERS = (REASON_CHARACTERS, 120)

_COUNTS = ("added", "removed", "changed", "renamed", "moved")


def progress_bar(done: int, total: int) -> str:
    """How far work has come."""
    filled = BAR_CELLS * done // total if total else BAR_CELLS
    return f"`{'█' * filled}{'░' * (BAR_CELLS - filled)}` {done}/{total}"


def working(key: str, language: Language, done: int = 0, total: int = 0) -> str:
    """What is being done, with a bar once something is counted."""
    told = message(f"corpus_commands.{key}", language)
    return f"{told}\n{progress_bar(done, total)}" if total else told


def author(provenance: Provenance) -> str:
    """Who made a version: as Discord shows them, else by their name."""
    return f"<@{provenance.author_id}>" if provenance.author_id else literal(provenance.author)


def provenance_line(provenance: Provenance, language: Language, reason_characters: int = REASON_CHARACTERS) -> str:
    """Who made a version, through which door and why."""
    door = message(f"terms.door_{provenance.door.value}", language)
    reason = f" · “{literal(shortened(provenance.reason, reason_characters))}”" if provenance.reason else ""
    return f"{author(provenance)} · {door}{reason}"


def render_pending(pending: Pending, language: Language, pinned: Collection[str] = ()) -> str:
    """An update that waits: what it changes, and what its rehearsal showed.

    `pinned` are those of its questions that moderators answer themselves.
    """
    parts = [_head(pending, language), "\n".join(_preview_lines(pending.preview, language))]
    if pending.rehearsal is not None:
        parts.append("\n".join(_rehearsal_lines(pending.rehearsal, language, pinned)))
        listed = ""
    else:
        listed = "\n".join(_listed_changes(pending.preview, language))
    parts.append(SMALL + message(f"corpus_commands.next_{_stage(pending)}", language))
    return _fitted(parts, listed)


def render_rehearsing(pending: Pending, done: int, total: int, language: Language) -> str:
    """An update that is being rehearsed."""
    return "\n\n".join((_head(pending, language), working("rehearsing", language, done, total)))


def steps_of(pending: Pending, pinned: Collection[str] = ()) -> tuple[Step, ...]:
    """What can be done next with an update that waits. `pinned` as in `render_pending`."""
    steps = [Step.CHANGES] if pending.preview.changes else []
    if pending.preview.parity:
        steps.append(Step.WARNINGS)
    rehearsal = pending.rehearsal
    if rehearsal is not None and (pinned or any(one.effect is not Effect.SAME for one in rehearsal.questions)):
        steps.append(Step.ANSWERS)
    if rehearsal is None or rehearsal.stopped:
        steps.append(Step.REHEARSE)
    steps.append(Step.APPROVE if _stage(pending) == "approve" else Step.OVERRIDE)
    return (*steps, Step.DISCARD)


def render_approved(approved: Approved, pending: Pending, approver_id: int, language: Language) -> str:
    """An update that is live."""
    key = "corpus_commands.approved_overridden" if approved.overridden else "corpus_commands.approved"
    version = version_name(approved.version.version)
    told = message(key, language, version=version, before=approved.switch.before.version, approver=f"<@{approver_id}>")
    return "\n".join(
        (told, SMALL + provenance_line(pending.provenance, language), *_count_lines(pending.preview, language))
    )


def render_discarded(discarder_id: int, pending: Pending | None, language: Language) -> str:
    """An update that was thrown away."""
    told = message("corpus_commands.discarded", language, who=f"<@{discarder_id}>")
    return f"{told}\n{SMALL}{provenance_line(pending.provenance, language)}" if pending else told


def render_under_way(under_way: UnderWay, language: Language) -> str:
    """Whose update is being worked on, before there is a preview."""
    since = format_dt(under_way.began, "R")
    return message("corpus_commands.under_way", language, who=author(under_way.provenance), since=since)


def render_status(status: Status, language: Language, *, borrowed: bool = False) -> str:
    """What is live, and where it is `borrowed` that this server has nothing of its own yet."""
    live = f"{message('corpus_commands.status', language)}\n{version_line(status.live, language)}"
    return f"{live}\n{SMALL}{message('corpus_commands.borrowed', language)}" if borrowed else live


def render_history(shown: PageItems[VersionInfo], language: Language) -> str:
    """A page of versions, newest first."""
    title = message("corpus_commands.history", language, page=shown.number, pages=shown.pages)
    return fitted(
        _LISTED_REASON_CHARACTERS,
        lambda limit: "\n".join((title, *(version_line(info, language, limit) for info in shown.items))),
    )


def version_line(info: VersionInfo, language: Language, reason_characters: int = REASON_CHARACTERS) -> str:
    """A version: when, by whom, why, how much."""
    name = f"**{version_name(info.version)}**"
    if info.current:
        name += f" · {message('corpus_commands.live', language)}"
    manifest = info.manifest
    if manifest is None:
        return f"- {name} · {message('corpus_commands.unreadable', language)}"
    size = message("corpus_commands.passages", language, passages=manifest.passages)
    made = provenance_line(manifest.provenance, language, reason_characters)
    return f"- {name} · {format_dt(manifest.created, 'f')} · {size}\n  {made}"


def version_choice(info: VersionInfo) -> str:
    """A version in the list that is offered while a command is typed: plain text."""
    if info.manifest is None:
        return version_name(info.version)
    made = info.manifest.provenance
    parts = (version_name(info.version), f"{info.manifest.created:%Y-%m-%d %H:%M} UTC", made.author, made.reason)
    return " · ".join(part for part in parts if part)


def _head(pending: Pending, language: Language) -> str:
    title = message("corpus_commands.title", language, base=pending.base, since=format_dt(pending.began, "R"))
    return f"{title}\n{SMALL}{provenance_line(pending.provenance, language)}"


def _stage(pending: Pending) -> str:
    """What an update waits for: a rehearsal, approval, or a reason for the approval."""
    if pending.rehearsal is None:
        return "rehearse"
    if pending.rehearsal.stopped:
        return "stopped"
    return "override" if pending.rehearsal.lost_golden else "approve"


def _preview_lines(preview: Preview, language: Language) -> Iterator[str]:
    yield from _count_lines(preview, language)
    for spoken in preview.kept:
        yield "- " + message(f"corpus_commands.kept_{spoken.value}", language)
    for report in preview.report:
        yield from _report_lines(report, language)
    fields = {"passages": preview.passages, "embedded": preview.embedded, "reused": preview.reused}
    yield "- " + message("corpus_commands.embedded", language, **fields)
    if preview.parity:
        fields = {"count": len(preview.parity), "new": len(preview.new_parity)}
        yield "- " + message("corpus_commands.parity", language, **fields)
        yield from (f"{QUOTED}{literal(finding.sentence(language))}" for finding in preview.new_parity[:1])
    else:
        yield "- " + message("corpus_commands.parity_none", language)


def _report_lines(report: DocumentReport, language: Language) -> Iterator[str]:
    """What one language of an upload lacks, and what of the other stands in it."""
    spoken_in = message(f"discord.language_{report.language.value}", language)
    if report.left_out:
        parts = literal(shortened(", ".join(report.left_out), LEFT_OUT_CHARACTERS))
        yield "- " + message("corpus_commands.left_out", language, language=spoken_in, parts=parts)
    if report.foreign_lines:
        other = message(f"discord.language_{report.language.other.value}", language)
        fields = {"language": spoken_in, "other": other, "count": report.foreign_lines}
        yield "- " + message("corpus_commands.mixed_languages", language, **fields)


def _count_lines(preview: Preview, language: Language) -> Iterator[str]:
    for spoken, counts in preview.counts.items():
        yield f"- {message(f'discord.language_{spoken.value}', language)}: {_counted(counts, language)}"


def _counted(counts: ChangeCounts, language: Language) -> str:
    sections = [
        f"{message(f'terms.change_{name}', language)} {count}" for name in _COUNTS if (count := getattr(counts, name))
    ]
    lines = message("corpus_commands.lines", language, added=counts.added_lines, removed=counts.removed_lines)
    return " · ".join((*sections, lines)) if sections else message("corpus_commands.unchanged", language)


def _listed_changes(preview: Preview, language: Language) -> Iterator[str]:
    yield from (f"- {change_line(change, language)}" for change in preview.changes[:LISTED])
    if (more := len(preview.changes) - LISTED) > 0:
        yield SMALL + message("corpus_commands.more_changes", language, more=more)


def _rehearsal_lines(rehearsal: Rehearsal, language: Language, pinned: Collection[str]) -> Iterator[str]:
    fields = {"asked": len(rehearsal.questions), "planned": rehearsal.planned}
    yield message(
        "corpus_commands.rehearsed_stopped" if rehearsal.stopped else "corpus_commands.rehearsed", language, **fields
    )
    effects = (
        f"{message(f'terms.effect_{effect.value}', language)} {len(rehearsal.with_effect(effect))}" for effect in Effect
    )
    yield f"- {' · '.join(effects)}"
    yield "- " + _retrieval(rehearsal.before, rehearsal.after, language)
    if ours := sum(question.question in pinned for question in rehearsal.questions):
        yield "- " + message("corpus_commands.pinned", language, count=ours)
    if lost := rehearsal.lost_golden:
        yield message("corpus_commands.lost_golden", language, count=len(lost))
        yield from (f"- {question_line(question, language)}" for question in lost[:LISTED_ANSWERS])


def _retrieval(before: Retrieval, after: Retrieval, language: Language) -> str:
    return message(
        "corpus_commands.retrieval",
        language,
        questions=after.questions,
        first_before=before.first,
        first=after.first,
        three_before=before.in_three,
        three=after.in_three,
    )


def _fitted(parts: list[str], listed: str) -> str:
    """The parts, and before the last one the list where a message has room for it."""
    with_list = "\n\n".join((*parts[:-1], listed, parts[-1])) if listed else "\n\n".join(parts)
    whole = with_list if len(with_list) <= PAGE_CHARACTERS else "\n\n".join(parts)
    return whole if len(whole) <= PAGE_CHARACTERS else f"{whole[: PAGE_CHARACTERS - 1]}…"
