"""`haetae index build --rehearse`: an update shown, rehearsed and approved in the terminal."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import typer

from bot.assembly import open_encoder
from bot.cli.changes import show_changes
from bot.cli.event_loop import open_loop
from bot.cli.terminal import Terminal
from bot.opening import open_updates
from bot.updating.preview import Preview
from bot.updating.rehearsal import Effect, Rehearsal, RehearsedQuestion
from bot.updating.updates import Updates
from config.messages import message
from index.building import Source

Read = Callable[[str], str]
"""Shows a prompt and returns the line typed."""

_YES = frozenset({"y", "yes", "네", "예"})


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided beforehand: to approve without asking, and for which reason although answers are lost."""

    approve: bool
    override: str


def build_after_rehearsal(terminal: Terminal, source: Source, decision: Decision, server_id: int | None = None) -> None:
    """Build `source` beside the current version, rehearse it, and make it current once that is approved.

    Exits with 1 where it was not. Raises UpdateError where nothing would change or another update is under way.
    """
    terminal.say("cli.loading")
    with open_updates(terminal.settings, open_encoder(terminal.settings), server_id) as updates:
        read = terminal.err.input if terminal.err.is_terminal else None
        if not update(terminal, updates, source, decision, read):
            raise typer.Exit(1)


def update(terminal: Terminal, updates: Updates, source: Source, decision: Decision, read: Read | None) -> bool:
    """Whether `source` was approved and is live. `read` asks whoever sits at the terminal, None where nobody does."""
    with open_loop(updates.service, updates) as runner:
        with terminal.counting("cli.embedding") as counter:
            pending = runner.run(updates.prepare_edition(source.corpus, source.origin, source.provenance, counter))
        show_preview(terminal, pending.preview)
        with terminal.counting("cli.rehearsing") as counter:
            rehearsal = runner.run(updates.rehearse(pending.update_id, progress=counter))
        show_rehearsal(terminal, rehearsal)
        if read is not None and not decision.approve:
            decision = _asked(terminal, rehearsal, decision, read)
        if not decision.approve:
            terminal.say("cli.not_approved", version=pending.base)
            return False
        approved = runner.run(updates.approve(pending.update_id, decision.override))
        terminal.say("cli.approved", version=approved.version.version, before=pending.base)
        return True


def _asked(terminal: Terminal, rehearsal: Rehearsal, decision: Decision, read: Read) -> Decision:
    """The decision of whoever sits at the terminal: yes or no, and where answers are lost, a reason or nothing."""
    if rehearsal.lost_golden and not decision.override:
        reason = read(f"{message('cli.approve_lost', terminal.language)} ").strip()
        return Decision(approve=bool(reason), override=reason)
    reply = read(f"{message('cli.approve', terminal.language)} ").strip().casefold()
    return replace(decision, approve=reply in _YES)


def show_preview(terminal: Terminal, preview: Preview) -> None:
    """What would change, and what had to be embedded for it."""
    show_changes(terminal, preview.changes)
    for finding in preview.new_parity:
        terminal.say("cli.warning", text=finding.sentence(terminal.language))
    terminal.say("cli.candidate_built", passages=preview.passages, embedded=preview.embedded, reused=preview.reused)


def show_rehearsal(terminal: Terminal, rehearsal: Rehearsal) -> None:
    """Every question whose answer changes, and the counts."""
    for effect in (Effect.LOST, Effect.CHANGED, Effect.GAINED):
        for question in rehearsal.with_effect(effect):
            _show_question(terminal, question)
    before, after = rehearsal.before, rehearsal.after
    terminal.say(
        "cli.rehearsed",
        questions=len(rehearsal.questions),
        **{effect.value: len(rehearsal.with_effect(effect)) for effect in Effect},
    )
    terminal.say(
        "cli.rehearsed_retrieval",
        questions=before.questions,
        first_before=before.first,
        first_after=after.first,
        three_before=before.in_three,
        three_after=after.in_three,
    )


def _show_question(terminal: Terminal, question: RehearsedQuestion) -> None:
    effect = message(f"terms.effect_{question.effect}", terminal.language)
    golden = f", {message('terms.golden', terminal.language)}" if question.golden else ""
    terminal.result(f"[{question.language}] {effect}{golden}: {question.question}")
    for sign, answer in (("-", question.before), ("+", question.after)):
        if answer is not None:
            terminal.result(f"    {sign} {' '.join(answer.text.split())}")
