"""The results of a run as one JSON file, for scripts and for comparing runs."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.evaluation.output import make_folder, replace_text
from bot.evaluation.reference.beside import Reference
from bot.evaluation.retrieval import RetrievalRun
from bot.evaluation.summary import MetricRow, Reply, summarise
from config.errors import InputError


@dataclass(frozen=True, slots=True)
class Results:
    """A run: its name (see `collect_answers`), when it was made (ISO date and time), what it found.

    `retrieval` is None and `replies` empty where that half was not asked for, `reference` None where the naive
    pipeline was not asked or did not run.
    """

    run: str
    made: str
    retrieval: RetrievalRun | None
    metrics: tuple[MetricRow, ...]
    replies: tuple[Reply, ...]
    reference: Reference | None = None

    @classmethod
    def of(
        cls,
        run: str,
        made: str,
        retrieval: RetrievalRun | None,
        replies: tuple[Reply, ...] = (),
        reference: Reference | None = None,
    ) -> "Results":
        """Results with the metrics of `replies`."""
        return cls(run, made, retrieval, summarise(replies), replies, reference)


def write_results(results: Results, path: Path) -> None:
    """Write `results` to `path`, whole or not at all. Raises InputError where that cannot be."""
    make_folder(path.parent)
    replace_text(path, TypeAdapter(Results).dump_json(results, indent=2).decode())


def read_results(path: Path) -> Results:
    """The results in `path`. Raises InputError where it holds none."""
    try:
        return TypeAdapter(Results).validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise InputError("evaluation.not_results", path=path) from error
