"""What changed between two runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.evaluation.intervals import Measure
from bot.evaluation.results import Results
from bot.evaluation.summary import LOWER_IS_BETTER, Metric, Reply, summarise
from config.language import Language


class Change(StrEnum):
    """How a reply changed. Its message is `evaluation.change_<value>`."""

    LOST = "lost"
    GAINED = "gained"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class MetricChange:
    """A metric before and after, over the questions both runs asked. `better` is None where it stayed the same."""

    metric: Metric
    language: Language
    before: Measure
    after: Measure

    @property
    def better(self) -> bool | None:
        """Whether it moved the way it should."""
        if self.before.value == self.after.value:
            return None
        return (self.after.value < self.before.value) == (self.metric in LOWER_IS_BETTER)


@dataclass(frozen=True, slots=True)
class ReplyChange:
    """A question that both runs asked and answered differently."""

    change: Change
    before: Reply
    after: Reply


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs side by side: the metrics, the replies that changed (lost first), the questions of one run only."""

    before: Results
    after: Results
    metrics: tuple[MetricChange, ...]
    replies: tuple[ReplyChange, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]


def compare(before: Results, after: Results) -> Comparison:
    """What changed from one run to another. Metrics are taken over the questions both asked, so that they compare."""
    earlier = {reply.case.id: reply for reply in before.replies}
    later = {reply.case.id: reply for reply in after.replies}
    shared = [name for name in earlier if name in later and earlier[name].case.question == later[name].case.question]
    pairs = [(earlier[name], later[name]) for name in shared]
    return Comparison(
        before,
        after,
        _metric_changes(pairs),
        tuple(sorted(_reply_changes(pairs), key=lambda change: list(Change).index(change.change))),
        tuple(name for name in earlier if name not in shared),
        tuple(name for name in later if name not in shared),
    )


def _metric_changes(pairs: Sequence[tuple[Reply, Reply]]) -> tuple[MetricChange, ...]:
    before = {(row.metric, row.language): row.measure for row in summarise([pair[0] for pair in pairs])}
    after = {(row.metric, row.language): row.measure for row in summarise([pair[1] for pair in pairs])}
    return tuple(MetricChange(*key, before[key], after[key]) for key in before if key in after)


def _reply_changes(pairs: Sequence[tuple[Reply, Reply]]) -> list[ReplyChange]:
    changes = []
    for before, after in pairs:
        if before.verdict.right != after.verdict.right:
            changes.append(ReplyChange(Change.GAINED if after.verdict.right else Change.LOST, before, after))
        elif before.record.text != after.record.text:
            changes.append(ReplyChange(Change.REWORDED, before, after))
    return changes
