"""`haetae eval` and `haetae bench`."""

import asyncio
import time
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.answering.answer import TextGrew
from bot.answering.corridor import Corridor
from bot.answering.library import Library
from bot.answering.prompting.prompts import answer_prompt, system_prompts
from bot.answering.question import Question
from bot.answering.service import AnsweringService
from bot.answering.understanding.understood import query_of
from bot.assembly import (
    library_of,
    open_corridor,
    open_encoder,
    open_generator,
    open_glossary,
    open_index_store,
    open_library,
)
from bot.cli.reference import ask_reference, open_pipeline
from bot.cli.rollback_timing import time_rollbacks_on_copies
from bot.cli.terminal import Terminal
from bot.evaluation.answers import collect_answers
from bot.evaluation.benchmark import (
    Benchmark,
    benchmark_grid,
    resident_bytes,
    time_answers,
    time_generation,
    time_retrieval,
)
from bot.evaluation.comparison import compare
from bot.evaluation.output import make_folder
from bot.evaluation.reference.beside import reference_of
from bot.evaluation.report import write_comparison, write_report
from bot.evaluation.results import Results, read_results, write_results
from bot.evaluation.retrieval import evaluate_retrieval
from bot.evaluation.summary import Reply, judge_all
from bot.evaluation.tables import comparison_grid, metrics_grid, reference_grid, retrieval_grid
from bot.judging.facts import Facts, facts_of
from bot.judging.questions import Case, SetName, Split, read_sets, sample
from bot.judging.records import Record
from bot.judging.verdict import secrets_of
from config.language import Language
from config.messages import message
from corpus.glossary import Glossary
from index.passage import Hit, Passage
from index.versions import version_number

DEFAULT_SETS = Path("tests/evals")
_BENCH_QUERIES = 60
_BENCH_ANSWERS = 4
_BENCH_TOKENS = 48
_BENCH_ROLLBACKS = 5


def evaluate(  # noqa: PLR0917  typer reads flags from the signature
    context: typer.Context,
    sets: Annotated[Path, typer.Option(help="Folder with the question sets.")] = DEFAULT_SETS,
    only: Annotated[list[SetName] | None, typer.Option("--set", help="Only this set; may be repeated.")] = None,
    split: Annotated[
        Split | None, typer.Option(help="Only this half; the held-out one is for rare looks.")
    ] = Split.DEV,
    limit: Annotated[int | None, typer.Option(help="Ask about this many, spread evenly.", min=1)] = None,
    retrieval: Annotated[
        bool, typer.Option("--retrieval", help="Only the retrieval table: seconds, no model.")
    ] = False,
    out: Annotated[
        Path, typer.Option("--out", help="Folder for records and the report; a stopped run goes on.")
    ] = Path("data/evaluation"),
    against: Annotated[Path | None, typer.Option(help="results.json of an earlier run to compare with.")] = None,
    reference: Annotated[
        Path | None,
        typer.Option(
            help="A Python with LangChain (`make reference`): its stock pipeline is asked 20 of the questions."
        ),
    ] = None,
) -> None:
    """Ask the question sets and report how many answers are right, kept back, or invented."""
    terminal: Terminal = context.obj
    cases = read_sets(sets, only or tuple(SetName), split)
    cases = sample(cases, limit) if limit is not None else cases
    make_folder(out)
    earlier = None if against is None else read_results(against)
    library = open_library(terminal.settings)
    searcher = TypedSearch(library, open_glossary(terminal.settings))
    with terminal.counting("cli.evaluating_retrieval") as counter:
        found = evaluate_retrieval(searcher, cases, progress=counter)
    terminal.out.print(retrieval_grid(found, terminal.language).rich())
    naive = _ask_naive(terminal, library, cases, out, reference) if reference and not retrieval else ()
    replies = () if retrieval else _ask_all(terminal, library, cases, out)
    beside = reference_of(replies, naive, _article(library)) if naive else None
    run = _run_name(terminal, library)
    results = Results.of(run, datetime.now(UTC).isoformat(timespec="seconds"), found, replies, beside)
    _show(terminal, results)
    _write(terminal, results, out, earlier)
    if reference and not retrieval and beside is None:
        raise typer.Exit(1)


def bench(context: typer.Context) -> None:
    """Measure retrieval, memory, tokens per second beside bare llama.cpp, and the time to an answer."""
    terminal: Terminal = context.obj
    encoder = open_encoder(terminal.settings)
    library = library_of(open_index_store(terminal.settings).open_current(encoder.digest), encoder, terminal.settings)
    searcher = TypedSearch(library, open_glossary(terminal.settings))
    texts = [line for passage in library.passages for line in passage.lines][:_BENCH_QUERIES]
    terminal.say("cli.benching")
    retrieval = time_retrieval(lambda text: searcher.search(text, terminal.settings.retrieval.top_k), texts)
    with open_generator(terminal.settings) as generator:
        asked = [(language, passage.lines[0]) for language in Language for passage in _spread(library, language)]
        prompts = [
            answer_prompt(text, [hit.side(language) for hit in searcher.search(text, 3)], language)
            for language, text in asked
        ]
        speed = time_generation(generator, prompts[::2], _BENCH_TOKENS)
        generator.warm(system_prompts())
        corridor = open_corridor(terminal.settings, library, generator)
        answers = time_answers(lambda text: _time_answer(corridor, text), asked)
        memory_bytes = resident_bytes()
        rollback_s = time_rollbacks_on_copies(terminal.settings, encoder, generator, _BENCH_ROLLBACKS)
        benchmark = Benchmark(retrieval, rollback_s, speed, answers, memory_bytes)
    terminal.out.print(benchmark_grid(benchmark, terminal.language).rich())


class TypedSearch:
    """Searches for questions as they are typed, their names brought to the article's spelling first."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self._library = library
        self._glossary = glossary

    def search(self, query: str, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        """See `bot.evaluation.retrieval.TextSearch`."""
        return self._library.searcher.search(query_of(query, self._glossary), top_k, languages)


def _ask_all(terminal: Terminal, library: Library, cases: Sequence[Case], out: Path) -> tuple[Reply, ...]:
    """Every case asked of the whole corridor, and judged."""

    async def collect() -> tuple[Reply, ...]:
        async with AnsweringService(corridor, terminal.settings.answering) as service:
            run = _run_name(terminal, library)
            records = await collect_answers(service, cases, out / "records.jsonl", run=run, progress=counter)
        return judge_all(cases, records, _article(library), secrets_of(system_prompts()))

    with ExitStack() as stack:
        generator = stack.enter_context(open_generator(terminal.settings))
        corridor = open_corridor(terminal.settings, library, generator)
        counter = stack.enter_context(terminal.counting("cli.evaluating_answers"))
        return asyncio.run(collect())


def _ask_naive(
    terminal: Terminal, library: Library, cases: Sequence[Case], out: Path, python: Path
) -> tuple[Record, ...]:
    """A sample of the cases asked of the naive pipeline, over the edition that `library` was made from."""
    edition = open_index_store(terminal.settings).edition_files(version_number(library.version))
    with open_pipeline(terminal.settings, python, edition) as pipeline:
        return ask_reference(terminal, pipeline, cases, out, _run_name(terminal, library))


def _article(library: Library) -> Facts:
    """Every fact of the article."""
    return facts_of(
        text for passage in library.passages for text in (passage.title, *passage.heading_path, *passage.lines)
    )


def _show(terminal: Terminal, results: Results) -> None:
    if results.replies:
        terminal.out.print(metrics_grid(results.metrics, terminal.language).rich())
    if results.reference is not None:
        terminal.out.print(reference_grid(results.reference, terminal.language).rich())
        terminal.result(message("evaluation.reference_note", terminal.language))


def _write(terminal: Terminal, results: Results, out: Path, earlier: Results | None) -> None:
    write_results(results, out / "results.json")
    write_report(results, out / "report.html", terminal.language)
    terminal.say("cli.report_written", path=out / "report.html")
    if earlier is not None:
        comparison = compare(earlier, results)
        terminal.out.print(comparison_grid(comparison, terminal.language).rich())
        write_comparison(comparison, out / "comparison.html", terminal.language)
        terminal.say("cli.report_written", path=out / "comparison.html")


def _run_name(terminal: Terminal, library: Library) -> str:
    return f"{terminal.settings.generator.model} · {library.version}"


def _spread(library: Library, language: Language) -> Sequence[Passage]:
    passages = [passage for passage in library.passages if passage.language is language]
    step = max(1, len(passages) // _BENCH_ANSWERS)
    return passages[::step][:_BENCH_ANSWERS]


def _time_answer(corridor: Corridor, text: str) -> tuple[float, float]:
    """Seconds until the first text and until the end of one answer."""
    began = time.perf_counter()
    first: list[float] = []

    def emit(event: object) -> None:
        if isinstance(event, TextGrew) and not first:
            first.append(time.perf_counter() - began)

    corridor.answer(Question(text), emit, lambda: False)
    total = time.perf_counter() - began
    return (first[0] if first else total), total
