"""Asking every question of a set, in order, and keeping each reply as it comes."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from pathlib import Path

from bot.answering.answer import Finished, PassagesFound, TextGrew
from bot.answering.answerer import Answerer
from bot.answering.question import Question, Turn
from bot.evaluation.record_file import RecordFile
from bot.judging.questions import Case
from bot.judging.records import Record
from config.errors import HaetaeError
from index.progress import Progress, no_progress

Clock = Callable[[], float]


async def collect_answers(
    answerer: Answerer,
    cases: Sequence[Case],
    path: Path,
    *,
    run: str,
    progress: Progress = no_progress,
    clock: Clock = time.perf_counter,
) -> tuple[Record, ...]:
    """The reply to each of `cases`, in order. Replies already kept in `path` are not asked for again.

    `run` names what the replies hang on (model, index version, edition): records of another run are refused with
    InputError. A question that has since been rewritten is asked anew, and so are the turns after it. An error of
    one question is kept as its record and the run goes on; `progress` gets done and total.
    """
    file = RecordFile(path, run)
    kept = file.open()
    records: dict[str, Record] = {}
    asked_anew: set[str] = set()
    for done, case in enumerate(cases, start=1):
        record = kept.get(case.id)
        if record is None or record.question != case.question or case.conversation in asked_anew:
            record = await ask(answerer, case, _history(case, cases, records), clock)
            file.append(record)
            if case.conversation is not None:
                asked_anew.add(case.conversation)
        records[case.id] = record
        progress(done, len(cases))
    return tuple(records.values())


async def ask(
    answerer: Answerer, case: Case, history: tuple[Turn, ...] = (), clock: Clock = time.perf_counter
) -> Record:
    """The reply to one case after `history`."""
    start = clock()
    first_passage_s: float | None = None
    first_text_s: float | None = None
    found: tuple[str, ...] = ()
    try:
        async with aclosing(answerer.answer(Question(case.question, history=history))) as events:
            async for event in events:
                if isinstance(event, PassagesFound):
                    found = tuple(hit.passage.passage_id for hit in event.hits)
                    first_passage_s = clock() - start if found else None
                elif isinstance(event, TextGrew) and event.text and first_text_s is None:
                    first_text_s = clock() - start
                elif isinstance(event, Finished):
                    total_s = clock() - start
                    first = total_s if first_text_s is None else first_text_s
                    return Record.of(
                        case.id,
                        case.question,
                        event.answer,
                        found,
                        first_passage_s=first_passage_s,
                        first_text_s=first,
                        total_s=total_s,
                    )
    except HaetaeError as error:
        return Record.of_error(case.id, case.question, error)
    raise RuntimeError(f"the answerer ended without an answer to {case.id}")


def _history(case: Case, cases: Sequence[Case], records: Mapping[str, Record]) -> tuple[Turn, ...]:
    """The turns before `case` with the replies they got."""
    if case.conversation is None:
        return ()
    before = [other for other in cases if other.conversation == case.conversation and other.turn < case.turn]
    return tuple(Turn(other.question, records[other.id].text) for other in before)
