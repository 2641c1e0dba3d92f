"""The naive pipeline of `haetae eval --reference`."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.assembly import open_store
from bot.cli.terminal import Terminal
from bot.evaluation.reference.asking import NaivePipeline, collect_reference
from bot.evaluation.reference.beside import reference_sample
from bot.judging.questions import Case
from bot.judging.records import Record
from config.catalogue import Role
from config.errors import HaetaeError, QuestionError
from config.settings import Settings

RECORDS_FILE = "reference.jsonl"


@contextmanager
def open_pipeline(settings: Settings, python: Path, edition: Mapping[str, bytes]) -> Iterator[NaivePipeline]:
    """The naive pipeline over the files of `edition`, on the models of `settings`. Raises ModelError."""
    store = open_store(settings)
    encoder = store.path(settings.encoder.model, Role.ENCODER)
    generator = store.path(settings.generator.model, Role.GENERATOR)
    with TemporaryDirectory(prefix="haetae-reference-") as folder:
        documents = tuple(Path(folder, name) for name in edition)
        for path in documents:
            path.write_bytes(edition[path.name])
        yield NaivePipeline(python, documents, encoder, generator, settings.generator.threads)


def ask_reference(
    terminal: Terminal, pipeline: NaivePipeline, cases: Sequence[Case], out: Path, run: str
) -> tuple[Record, ...]:
    """What the pipeline replies to a sample of `cases`, kept in `out`; nothing where it does not run, which is said."""
    try:
        chosen = reference_sample(cases)
        if not chosen:
            raise QuestionError("evaluation.no_reference_questions")
        with terminal.counting("cli.evaluating_reference") as counter:
            return collect_reference(pipeline, chosen, out / RECORDS_FILE, run=run, progress=counter)
    except HaetaeError as error:
        terminal.say("cli.warning", text=error.sentence(terminal.language))
        return ()
