"""The naive pipeline beside Haetae, over one sample of a run's questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.evaluation.summary import Metric, MetricRow, Reply, judge_all, summarise
from bot.judging.facts import Facts
from bot.judging.questions import Case, SetName, sample
from bot.judging.records import Record
from bot.judging.verdict import Fault

_QUESTIONS = 20
_SETS = frozenset({SetName.ANSWERABLE, SetName.UNANSWERABLE})
_OF_CITATIONS = frozenset({Metric.UNSUPPORTED, Metric.PRECISION, Metric.RECALL})
"""What a pipeline that cites nothing cannot be measured by."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What Haetae and the naive pipeline come to over the same questions, and what the pipeline replied to each.

    The pipeline's metrics lack those of citations.
    """

    haetae: tuple[MetricRow, ...]
    naive: tuple[MetricRow, ...]
    replies: tuple[Reply, ...]


def reference_sample(cases: Sequence[Case]) -> tuple[Case, ...]:
    """About 20 of the answerable and unanswerable questions of `cases`, even over both and over the languages."""
    return sample([case for case in cases if case.set_name in _SETS], _QUESTIONS)


def reference_of(replies: Sequence[Reply], records: Sequence[Record], article: Facts) -> Reference:
    """Haetae's `replies` beside the pipeline's `records` of some of the same questions, judged by the same judge."""
    asked = {record.case_id for record in records}
    haetae = [reply for reply in replies if reply.case.id in asked]
    naive = tuple(_without_citations(reply) for reply in judge_all([reply.case for reply in haetae], records, article))
    metrics = tuple(row for row in summarise(naive) if row.metric not in _OF_CITATIONS)
    return Reference(summarise(haetae), metrics, naive)


def _without_citations(reply: Reply) -> Reply:
    faults = reply.verdict.faults - {Fault.UNSUPPORTED}
    return replace(reply, verdict=replace(reply.verdict, faults=faults, unsupported=(), precision=None, recall=None))
