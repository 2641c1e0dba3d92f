"""`haetae ask`, `haetae chat` and `haetae search`."""

import asyncio
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import aclosing
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.live import Live
from rich.markup import escape
from rich.text import Text

from bot.answering.answer import Answer, Event, Finished, PassagesFound, TextGrew
from bot.answering.answerer import Answerer
from bot.answering.question import Question, Turn
from bot.answering.understanding.understood import query_of
from bot.assembly import open_answerer, open_glossary, open_searcher
from bot.cli.batch import answer_batch, answer_now, opened_batch, search_batch
from bot.cli.event_loop import open_loop
from bot.cli.json_lines import answer_json, hit_json
from bot.cli.terminal import Terminal, as_utf8
from config.errors import BusyError, GenerationError, QuestionError
from config.language import Language
from config.messages import message
from index.passage import Hit

_HISTORY_TURNS = 3

Batch = Annotated[Path | None, typer.Option("--batch", help="A file with one JSON object a line; - reads stdin.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(help="The question.")] = None,
    language: Annotated[
        Language | None, typer.Option(help="Answer in this language; the question's by default.")
    ] = None,
    as_json: AsJson = False,
    batch: Batch = None,
) -> None:
    """Ask one question, or every question of a file."""
    terminal: Terminal = context.obj
    if (question is None) == (batch is None):
        raise QuestionError("cli.question_or_batch")
    if batch is not None:
        with (
            opened_batch(batch) as lines,
            open_answerer(terminal.settings, _loading(terminal)) as service,
            open_loop(service) as runner,
        ):
            failed = runner.run(answer_batch(service, lines, as_utf8(sys.stdout)))
        raise typer.Exit(1 if failed else 0)
    with open_answerer(terminal.settings, _loading(terminal)) as service, open_loop(service) as runner:
        answer = runner.run(answer_now(service, Question(question or "", language)))
    if as_json:
        terminal.result_json(answer_json(answer))
    else:
        show_answer(terminal, answer)


def chat(context: typer.Context) -> None:
    """Talk to Haetae in the terminal."""
    terminal: Terminal = context.obj
    with open_answerer(terminal.settings, _loading(terminal)) as service, open_loop(service) as runner:
        converse(terminal, service, runner)


def search(
    context: typer.Context,
    query: Annotated[str | None, typer.Argument(help="What to search for.")] = None,
    top: Annotated[int | None, typer.Option(help="How many passages.", min=1, max=50)] = None,
    as_json: AsJson = False,
    batch: Batch = None,
) -> None:
    """Search the article without the language model."""
    terminal: Terminal = context.obj
    if (query is None) == (batch is None):
        raise QuestionError("cli.question_or_batch")
    top_k = top or terminal.settings.retrieval.top_k
    if batch is not None:
        with opened_batch(batch) as lines:
            glossary, searcher = open_glossary(terminal.settings), open_searcher(terminal.settings)
            failed = search_batch(searcher, glossary, lines, top_k, as_utf8(sys.stdout))
        raise typer.Exit(1 if failed else 0)
    glossary, searcher = open_glossary(terminal.settings), open_searcher(terminal.settings)
    hits = searcher.search(query_of(query or "", glossary), top_k)
    if as_json:
        terminal.result_json([hit_json(hit) for hit in hits])
        return
    for number, hit in enumerate(hits, start=1):
        _show_hit(terminal, number, hit)


def show_answer(terminal: Terminal, answer: Answer) -> None:
    """The answer, and below it where it comes from."""
    terminal.result(answer.text)
    for line in _sources(answer):
        terminal.out.print(line, highlight=False, soft_wrap=True)


def converse(terminal: Terminal, service: Answerer, runner: asyncio.Runner) -> None:
    """Questions and answers until the input ends; a question that fails does not end it."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # bytes that are no text are a question of no letters
    terminal.say("cli.chat_hello")
    history: tuple[Turn, ...] = ()
    while (text := _read_line(terminal)) is not None:
        if not text.strip():
            continue
        try:
            answer = runner.run(_show_live(terminal, service, Question(text, history=history)))
        except (BusyError, GenerationError, QuestionError) as error:
            terminal.say_error(error)
            continue
        history = (*history, Turn(text, answer.text))[-_HISTORY_TURNS:]


async def _show_live(terminal: Terminal, service: Answerer, question: Question) -> Answer:
    """The answer as it grows, in place."""
    with Live(console=terminal.out, refresh_per_second=8, transient=True) as live:
        async with aclosing(service.answer(question)) as events:
            async for event in events:
                if isinstance(event, Finished):
                    answer = event.answer
                else:
                    live.update(_progress_of(event, terminal.language))
    show_answer(terminal, answer)
    return answer


def _progress_of(event: Event, language: Language) -> Text:
    match event:
        case TextGrew(text):
            return Text(text)
        case PassagesFound(asked_in, hits) if hits:
            nearest = hits[0].side(asked_in)
            heading = " › ".join(nearest.heading_path)
            return Text("\n".join((message("cli.reading", language, heading=heading), *nearest.lines)), style="dim")
        case _:
            return Text(message("cli.thinking", language), style="dim")


def _sources(answer: Answer) -> Iterator[str]:
    for citation in answer.citations:
        heading = escape(" › ".join(citation.passage.heading_path))
        yield f"[dim]\\[{citation.number}] {heading} ({citation.passage.passage_id})[/dim]"
        for quoted in citation.quotes:
            yield f"[dim]    “{escape(quoted)}”[/dim]"


def _show_hit(terminal: Terminal, number: int, hit: Hit) -> None:
    terminal.out.print(f"[bold]{number}. {escape(' › '.join(hit.passage.heading_path))}[/bold]", highlight=False)
    terminal.out.print(f"[dim]{hit.passage.passage_id}  {hit.score:.3f}[/dim]", highlight=False)
    for line in hit.passage.lines:
        terminal.result(f"   {line}")


def _read_line(terminal: Terminal) -> str | None:
    try:
        return terminal.out.input("[bold]> [/bold]")
    except EOFError:
        return None


def _loading(terminal: Terminal) -> Callable[[], None]:
    return partial(terminal.say, "cli.loading")
