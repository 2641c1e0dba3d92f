"""The command `haetae`, real but for its answers: they are written until they are stopped."""

import fcntl
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

from bot.answering.answer import Answer, Event, TextGrew
from bot.answering.question import Question
from bot.answering.service import AnsweringService
from bot.cli.app import main
from config.language import Language
from config.settings import Settings
from tests.bot.fakes import answer

WRITING = "half a sentence"


class EndlessCorridor:
    """Writes on each question until that is cancelled."""

    def check(self, question: Question) -> None: ...

    def answer(self, question: Question, emit: Callable[[Event], None], cancelled: Callable[[], bool]) -> Answer:
        while not cancelled():
            emit(TextGrew(WRITING))
            time.sleep(0.01)
        return answer(question.text, Language.ENGLISH)


@contextmanager
def open_scripted(settings: Settings, loading: Callable[[], None] = lambda: None) -> Iterator[AnsweringService]:
    """In the place of `bot.assembly.open_answerer`."""
    loading()
    yield AnsweringService(EndlessCorridor(), settings.answering)


if __name__ == "__main__":
    fcntl.ioctl(sys.stdin, termios.TIOCSCTTY, 0)  # from now on Ctrl-C typed there is a signal here
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what started the tests may ignore it, as `nohup` does
    with (
        patch("bot.cli.answering.open_answerer", open_scripted),
        patch("bot.cli.running.open_answerer", open_scripted),
    ):
        main()
