"""Asking the naive pipeline, in a process of another Python, and keeping each reply as it comes."""

import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ValidationError

from bot.answering.answer import Reason
from bot.evaluation.record_file import RecordFile
from bot.evaluation.reference.withholding import is_withheld
from bot.judging.questions import Case
from bot.judging.records import Record
from config.errors import InputError, RunError
from index.progress import Progress, no_progress

_HOME = Path(__file__).parent
_SCRIPT = _HOME / "naive_pipeline.py"
_REQUIREMENTS = _HOME / "requirements.txt"
_FINGERPRINT_CHARACTERS = 8
# Nothing else of the environment: no token of the bot's, no key or address of a tracing service.
_PASSED_ON = ("PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH")
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "LANGSMITH_TRACING": "false"}


@dataclass(frozen=True, slots=True)
class NaivePipeline:
    """The naive pipeline: the Python that has LangChain, the article's files, and Haetae's own models and threads."""

    python: Path
    documents: tuple[Path, ...]
    encoder: Path
    generator: Path
    threads: int

    @property
    def command(self) -> tuple[str, ...]:
        """How it is started: isolated, so that it sees nothing of this Python."""
        documents = [f"--document={path}" for path in self.documents]
        models = [f"--encoder={self.encoder}", f"--generator={self.generator}", f"--threads={self.threads}"]
        return (str(self.python), "-I", "-X", "utf8", str(_SCRIPT), *documents, *models)


def run_name(run: str) -> str:
    """The name of the pipeline's run beside `run`: its replies hang on the script and its libraries, too."""
    digest = hashlib.sha256(_SCRIPT.read_bytes() + _REQUIREMENTS.read_bytes()).hexdigest()
    return f"{run} · {_SCRIPT.stem} {digest[:_FINGERPRINT_CHARACTERS]}"


def collect_reference(
    pipeline: NaivePipeline, cases: Sequence[Case], path: Path, *, run: str, progress: Progress = no_progress
) -> tuple[Record, ...]:
    """The pipeline's reply to each of `cases`, in order. Replies already kept in `path` are not asked for again.

    What the process says of itself goes to a log beside `path`. Raises InputError where no such Python runs or `path`
    belongs to another run, and RunError where the pipeline stops; what it answered by then is kept.
    """
    file = RecordFile(path, run_name(run))
    kept = file.open()
    records = {case.id: kept[case.id] for case in cases if case.id in kept and kept[case.id].question == case.question}
    left = [case for case in cases if case.id not in records]
    if left:
        for record in _ask(pipeline, left, path.with_suffix(".log")):
            file.append(record)
            records[record.case_id] = record
            progress(len(records), len(cases))
    return tuple(records[case.id] for case in cases)


class _Reply(BaseModel):
    """A line of the pipeline's."""

    id: str
    answer: str = ""
    sources: tuple[str, ...] = ()
    first_text_s: float | None = None
    total_s: float | None = None
    error: str | None = None

    def record(self, case: Case) -> Record:
        """The kept form."""
        if self.error is not None:
            return Record.of_error(case.id, case.question, RunError("evaluation.reference_error", problem=self.error))
        withheld = is_withheld(self.answer)
        return Record(
            case_id=case.id,
            question=case.question,
            text=self.answer,
            refused=withheld,
            reason=Reason.NOT_STATED if withheld else Reason.ANSWERED,
            sources=self.sources,
            first_text_s=self.total_s if self.first_text_s is None else self.first_text_s,
            total_s=self.total_s,
        )


def _ask(pipeline: NaivePipeline, cases: Sequence[Case], log: Path) -> Iterator[Record]:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as questions, log.open("w", encoding="utf-8") as errors:
        questions.writelines(json.dumps({"id": case.id, "question": case.question}) + "\n" for case in cases)
        questions.seek(0)
        with _started(pipeline, questions, errors) as replies:
            for case in cases:
                try:
                    reply = _Reply.model_validate_json(replies.readline())
                except ValidationError as error:
                    raise RunError("evaluation.reference_stopped", path=log) from error
                if reply.id != case.id:
                    raise RunError("evaluation.reference_stopped", path=log)
                yield reply.record(case)


@contextmanager
def _started(pipeline: NaivePipeline, questions: IO[str], errors: IO[str]) -> Iterator[IO[str]]:
    """The lines the pipeline writes. The process has ended when this ends, whatever happened."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        process = subprocess.Popen(  # noqa: S603 (our own script, by the Python that was named)
            pipeline.command,
            stdin=questions,
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
            errors="replace",
            env=passed_on | _OFFLINE,
        )
    except OSError as error:
        raise InputError("evaluation.no_reference", path=pipeline.python) from error
    with process:
        try:
            assert process.stdout is not None
            yield process.stdout
        finally:
            process.kill()
