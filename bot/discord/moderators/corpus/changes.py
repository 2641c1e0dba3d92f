"""What an update changes, as text: sections with their lines, warnings, answers. Pure functions."""

from collections.abc import Collection, Iterable, Iterator

from bot.answering.answer import Answer
from bot.discord.markdown import ZERO_WIDTH_SPACE, literal, shortened
from bot.discord.rendering import QUOTED
from bot.discord.splitting import FENCE
from bot.updating.rehearsal import Effect, Rehearsal, RehearsedQuestion
from config.language import Language
from config.messages import message
from corpus.diff import ChangeKind, SectionChange
from corpus.parity import ParityFinding

HEADING_CHARACTERS = 120
ANSWER_CHARACTERS = 400
QUESTION_CHARACTERS = 200
# Of a long path: the section's own heading and the one above it.
_HEADINGS = 2

_SIGNS = {ChangeKind.ADDED: "+", ChangeKind.REMOVED: "-"}


def change_line(change: SectionChange, language: Language) -> str:
    """One changed section: its language, what happened to it, its headings, how many lines."""
    headings = (change.new_path or change.old_path or ())[-_HEADINGS:]
    path = literal(shortened(" › ".join(headings), HEADING_CHARACTERS))
    spoken = message(f"discord.language_{change.language.value}", language)
    kind = message(f"terms.change_{change.kind.value}", language)
    return f"[{spoken}] {kind}: {path} (+{change.added_lines} −{change.removed_lines})"


def changes_text(changes: Iterable[SectionChange], language: Language) -> str:
    """All changes with their lines, as Discord colours them."""
    return "\n\n".join("\n".join(_change(change, language)) for change in changes)


def warnings_text(findings: Iterable[ParityFinding], language: Language) -> str:
    """All places where the languages part."""
    return "\n".join(warning_line(finding, language) for finding in findings)


def warning_line(finding: ParityFinding, language: Language) -> str:
    """One such place, on a line."""
    return f"- {literal(finding.sentence(language))}"


def answers_text(rehearsal: Rehearsal, language: Language, pinned: Collection[str] = ()) -> str:
    """The questions whose answers change, both answers beneath; the lost ones first.

    Before them those of the rehearsal that are `pinned`: whatever the article says, the moderators answer them.
    """
    shown = (Effect.LOST, Effect.CHANGED, Effect.GAINED)
    found = [question for effect in shown for question in rehearsal.with_effect(effect)]
    parts = ["\n".join(_rehearsed(question, language)) for question in found]
    if ours := [question for question in rehearsal.questions if question.question in pinned]:
        lines = [f"- {question_line(question, language)}" for question in ours]
        parts.insert(0, "\n".join((f"📌 {message('pins.rehearsed', language)}", *lines)))
    return "\n\n".join(parts)


def question_line(question: RehearsedQuestion, language: Language) -> str:
    """A question on a line; golden ones say so."""
    golden = f" · {message('terms.golden', language)}" if question.golden else ""
    return f"“{literal(shortened(question.question, QUESTION_CHARACTERS))}”{golden}"


def _change(change: SectionChange, language: Language) -> Iterator[str]:
    yield f"**{change_line(change, language)}**"
    if change.kind is ChangeKind.RENAMED and change.old_path:
        yield QUOTED + message("corpus_commands.was_called", language, heading=literal(change.old_path[-1]))
    if change.lines:
        yield f"{FENCE}diff"
        yield from (f"{_SIGNS[line.kind]} {_in_code(line.text)}" for line in change.lines)
        yield FENCE


def _rehearsed(question: RehearsedQuestion, language: Language) -> Iterator[str]:
    effect = message(f"terms.effect_{question.effect.value}", language)
    yield f"**{effect}** · {question_line(question, language)}"
    for key, answer in (("before", question.before), ("after", question.after)):
        if answer is not None:
            yield f"{QUOTED}{message(f'corpus_commands.{key}', language)}: {_answer(answer)}"
    if question.missing:
        missing = ", ".join(literal(shortened(text, QUESTION_CHARACTERS)) for text in question.missing)
        yield QUOTED + message("corpus_commands.missing", language, missing=missing)


def _answer(answer: Answer) -> str:
    return literal(shortened(answer.text, ANSWER_CHARACTERS))


def _in_code(text: str) -> str:
    """Nothing in a line ends the code block it stands in."""
    return " ".join(text.split()).replace("`", f"`{ZERO_WIDTH_SPACE}")
