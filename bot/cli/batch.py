"""The batch runner: JSON lines in, JSON lines out, one bad line never stops the rest."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, aclosing, contextmanager
from pathlib import Path
from typing import IO, Any

from bot.answering.answer import Answer, Finished
from bot.answering.answerer import Answerer
from bot.answering.library import PassageSearch
from bot.answering.question import Question, Turn
from bot.answering.understanding.understood import query_of
from bot.cli.json_lines import BatchLine, SearchLine, answer_json, error_json, hit_json, read_line
from bot.cli.terminal import as_utf8
from config.errors import HaetaeError, QuestionError
from config.language import Language
from corpus.glossary import Glossary

_ENCODING, _ERRORS = "utf-8-sig", "surrogateescape"


@contextmanager
def opened_batch(path: Path) -> Iterator[Iterator[str]]:
    """The lines of `path`, or of stdin where it is `-`, but for empty ones.

    Bytes that are no UTF-8 come as half characters (surrogates), so that their line is a bad one and no other. Raises
    QuestionError where it cannot be opened, and where its lines can be read no further.
    """
    with ExitStack() as files:
        try:
            file = _stdin() if str(path) == "-" else files.enter_context(path.open(encoding=_ENCODING, errors=_ERRORS))
        except OSError as error:
            raise _unreadable(path) from error
        yield _lines(file, path)


async def answer_batch(answerer: Answerer, lines: Iterable[str], out: IO[str]) -> int:
    """Answer every line in order, each written as soon as it is there; how many could not be."""
    turns: dict[str | int, tuple[Turn, ...]] = {}
    failed = 0
    for text in lines:
        identity = _identity(text)
        try:
            line = read_line(BatchLine, text)
            history = turns.get(line.conversation, ()) if line.conversation is not None else ()
            answer = await answer_now(answerer, Question(line.question, line.language, history))
        except HaetaeError as error:
            failed += 1
            _write(out, error_json(identity, error, Language.ENGLISH))
            continue
        if line.conversation is not None:
            turns[line.conversation] = (*history, Turn(line.question, answer.text))
        _write(out, {"id": line.id, **answer_json(answer)})
    return failed


def search_batch(searcher: PassageSearch, glossary: Glossary, lines: Iterable[str], top_k: int, out: IO[str]) -> int:
    """Search for every line in order; how many could not be read."""
    failed = 0
    for text in lines:
        identity = _identity(text)
        try:
            line = read_line(SearchLine, text)
        except HaetaeError as error:
            failed += 1
            _write(out, error_json(identity, error, Language.ENGLISH))
            continue
        hits = [hit_json(hit) for hit in searcher.search(query_of(line.question, glossary), top_k)]
        _write(out, {"id": line.id, "question": line.question, "hits": hits})
    return failed


async def answer_now(answerer: Answerer, question: Question) -> Answer:
    """The answer, the events before it passed over."""
    async with aclosing(answerer.answer(question)) as events:
        async for event in events:
            if isinstance(event, Finished):
                return event.answer
    raise AssertionError("the corridor ended without an answer")


def _stdin() -> IO[str]:
    """Stdin as UTF-8, whatever the locale; a byte order mark is no part of it. Raises OSError where it is closed."""
    if sys.stdin is None:
        raise OSError("stdin is closed")
    return as_utf8(sys.stdin, _ENCODING, _ERRORS)


def _lines(file: IO[str], path: Path) -> Iterator[str]:
    try:
        yield from (line for line in file if line.strip())
    except OSError as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> QuestionError:
    if str(path) == "-":
        return QuestionError("cli.stdin_unreadable")
    return QuestionError("cli.batch_unreadable", path=path)


def _identity(text: str) -> str | int | None:
    """The id of a line, as far as the line can be read at all and its id be written again."""
    try:
        found = json.loads(text)
        identity = found.get("id") if isinstance(found, dict) else None
        json.dumps(identity, ensure_ascii=False).encode()
    except (ValueError, RecursionError):  # among them half a character (\ud800), which no file can hold
        return None
    return identity if isinstance(identity, str | int) else None


def _write(out: IO[str], value: dict[str, Any]) -> None:
    out.write(json.dumps(value, ensure_ascii=False) + "\n")
    out.flush()
