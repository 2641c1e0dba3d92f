"""What all commands share: the consoles, the language, and how progress is shown."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from config.errors import HaetaeError
from config.language import Language
from config.messages import message
from config.settings import Settings
from index.models.progress import Step


@dataclass(frozen=True, slots=True)
class Terminal:
    """Results go to `out`, everything else to `err`. `language` is that of the terminal's own sentences."""

    settings: Settings
    language: Language
    out: Console
    err: Console

    def say(self, key: str, **fields: object) -> None:
        """Print message `key` beside the results (to stderr)."""
        self.err.print(message(key, self.language, **fields), markup=False, highlight=False, soft_wrap=True)

    def say_error(self, error: HaetaeError) -> None:
        """Print the sentence of `error` beside the results (to stderr)."""
        self.say(error.key, **error.fields)

    def result(self, text: str) -> None:
        """Print a line of the result, unchanged (to stdout)."""
        self.out.print(text, markup=False, highlight=False, soft_wrap=True)

    def result_json(self, value: object) -> None:
        """Print `value` as a line of JSON (to stdout)."""
        as_utf8(self.out.file)
        self.result(json.dumps(value, ensure_ascii=False))

    @contextmanager
    def counting(self, key: str) -> Iterator["Counter"]:
        """A progress bar on a terminal, plain lines elsewhere, for work that counts done of total."""
        label = message(key, self.language)
        with Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TimeRemainingColumn(),
            console=self.err,
            disable=not self.err.is_terminal,
        ) as progress:
            yield Counter(self, progress, progress.add_task(label, total=None), label)


def as_utf8(stream: IO[str], encoding: str = "utf-8", errors: str = "strict") -> IO[str]:
    """A standard stream, in UTF-8 from now on whatever the locale: what scripts pipe in, and JSON."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors=errors)
    return stream


def open_terminal(settings: Settings) -> Terminal:
    """The terminal of this process."""
    return Terminal(settings, settings.terminal_language, Console(), Console(file=sys.stderr))


class Counter:
    """Told how much is done; on a terminal it moves a bar, elsewhere it writes a line every tenth."""

    def __init__(self, terminal: Terminal, progress: Progress, task: TaskID, label: str) -> None:
        self._terminal = terminal
        self._progress = progress
        self._task = task
        self._label = label
        self._tenth = 0

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` are done."""
        self._progress.update(self._task, completed=done, total=total)
        tenth = 10 * done // max(total, 1)
        if tenth > self._tenth and not self._terminal.err.is_terminal:
            self._tenth = tenth
            self._terminal.err.print(f"{self._label} {done}/{total}", highlight=False, markup=False)


class PullProgress:
    """A `PullWatcher`: a bar a step of a model's pull on a terminal, a line a step elsewhere."""

    def __init__(self, terminal: Terminal, progress: Progress) -> None:
        self._terminal = terminal
        self._progress = progress
        self._task: TaskID | None = None

    def begin(self, name: str, step: Step, total_bytes: int | None) -> None:
        """A new bar, or a line."""
        label = f"{name}: {step.label(self._terminal.language)}"
        self._task = self._progress.add_task(label, total=total_bytes)
        if not self._terminal.err.is_terminal:
            self._terminal.err.print(label, highlight=False, markup=False)

    def advance(self, name: str, done_bytes: int) -> None:  # noqa: ARG002
        """The bar moves."""
        if self._task is not None:
            self._progress.update(self._task, completed=done_bytes)


@contextmanager
def pull_progress(terminal: Terminal) -> Iterator[PullProgress]:
    """Progress of pulling models."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
        console=terminal.err,
        disable=not terminal.err.is_terminal,
    ) as progress:
        yield PullProgress(terminal, progress)
