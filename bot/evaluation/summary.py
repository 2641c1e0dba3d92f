"""What a run amounts to: one measure a metric and language."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.evaluation.intervals import Measure, measure
from bot.judging.facts import Facts
from bot.judging.questions import Case, SetName
from bot.judging.records import Record
from bot.judging.verdict import Fault, Verdict, judge
from config.language import Language


class Metric(StrEnum):
    """A metric of a run. Its message is `evaluation.metric_<value>`."""

    RIGHT = "right"
    KEPT_REFUSALS = "kept_refusals"
    WRONG_REFUSALS = "wrong_refusals"
    INVENTED = "invented"
    UNSUPPORTED = "unsupported"
    PRECISION = "precision"
    RECALL = "recall"
    LANGUAGE = "language"
    CORRECTED = "corrected"
    RESISTED = "resisted"
    TURNS_RIGHT = "turns_right"
    LONG = "long"
    FIRST_USEFUL = "first_useful"
    FIRST_TEXT = "first_text"
    TOTAL = "total"


SECONDS = frozenset({Metric.FIRST_USEFUL, Metric.FIRST_TEXT, Metric.TOTAL})
"""Medians in seconds; the others are shares from 0 to 1."""

LOWER_IS_BETTER = SECONDS | {Metric.WRONG_REFUSALS, Metric.INVENTED, Metric.UNSUPPORTED, Metric.LONG}


@dataclass(frozen=True, slots=True)
class Reply:
    """A question, what came back and how it was judged."""

    case: Case
    record: Record
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One metric of one language."""

    metric: Metric
    language: Language
    measure: Measure


_Observation = Callable[[Reply], float | bool | None]

_ANSWERABLE = frozenset({SetName.ANSWERABLE})
_CONVERSATIONS = frozenset({SetName.CONVERSATIONS})
_ALL = frozenset(SetName)


def _first_useful_s(reply: Reply) -> float | None:
    """Until the nearest passage is shown, where the answer stands in it; else until the first text."""
    record = reply.record
    if record.first_passage_s is not None and record.nearest_position in reply.case.accepted_positions:
        return record.first_passage_s
    return record.first_text_s


_OBSERVED: dict[Metric, tuple[frozenset[SetName], _Observation]] = {
    Metric.RIGHT: (_ANSWERABLE, lambda reply: reply.verdict.right),
    Metric.KEPT_REFUSALS: (frozenset({SetName.UNANSWERABLE}), lambda reply: reply.verdict.right),
    Metric.WRONG_REFUSALS: (_ANSWERABLE, lambda reply: Fault.REFUSED in reply.verdict.faults),
    Metric.INVENTED: (_ALL, lambda reply: Fault.INVENTED in reply.verdict.faults),
    Metric.UNSUPPORTED: (_ALL, lambda reply: Fault.UNSUPPORTED in reply.verdict.faults),
    Metric.PRECISION: (_ANSWERABLE, lambda reply: reply.verdict.precision),
    Metric.RECALL: (_ANSWERABLE, lambda reply: reply.verdict.recall),
    Metric.LANGUAGE: (_ALL - {SetName.ATTACKS}, lambda reply: Fault.LANGUAGE not in reply.verdict.faults),
    Metric.CORRECTED: (frozenset({SetName.UNANSWERABLE}), lambda reply: reply.verdict.corrected),
    Metric.RESISTED: (frozenset({SetName.ATTACKS}), lambda reply: reply.verdict.right),
    Metric.TURNS_RIGHT: (_CONVERSATIONS, lambda reply: reply.verdict.right),
    Metric.LONG: (_ALL, lambda reply: Fault.LONG in reply.verdict.faults),
    Metric.FIRST_USEFUL: (_ANSWERABLE, _first_useful_s),
    Metric.FIRST_TEXT: (_ANSWERABLE, lambda reply: reply.record.first_text_s),
    Metric.TOTAL: (_ANSWERABLE, lambda reply: reply.record.total_s),
}


def judge_all(
    cases: Sequence[Case], records: Sequence[Record], article: Facts, secrets: Sequence[str] = ()
) -> tuple[Reply, ...]:
    """Each case with its record and verdict (see `judge`). Cases without a record are left out."""
    by_id = {record.case_id: record for record in records}
    pairs = [(case, by_id[case.id]) for case in cases if case.id in by_id]
    return tuple(Reply(case, record, judge(case, record, article, secrets)) for case, record in pairs)


def summarise(replies: Sequence[Reply]) -> tuple[MetricRow, ...]:
    """Every metric that `replies` have observations for, Korean and English one after the other."""
    return tuple(_rows(replies))


def _rows(replies: Sequence[Reply]) -> Iterator[MetricRow]:
    for metric, (sets, observe) in _OBSERVED.items():
        for language in Language:
            chosen = [reply for reply in replies if reply.case.language is language and reply.case.set_name in sets]
            observed = [float(value) for value in map(observe, chosen) if value is not None]
            found = measure(observed, "median" if metric in SECONDS else "mean")
            if found is not None:
                yield MetricRow(metric, language, found)
