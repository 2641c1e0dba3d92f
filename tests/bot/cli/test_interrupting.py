"""Ctrl-C on a terminal."""

import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.bot.cli.scripted import WRITING
from tests.places import ROOT

PATIENCE_S = 30
PRESSES = 4
CTRL_C = b"\x03"
INTERRUPTED = 130


class Talk:
    """`haetae` on a terminal of its own."""

    def __init__(self, command: str, folder: Path) -> None:
        self._terminal, inner = pty.openpty()
        program = (sys.executable, "-m", "tests.bot.cli.scripted", "--set", f"paths.data_dir={folder}", command)
        environment = {name: value for name, value in os.environ.items() if name != "DISCORD_TOKEN"}
        self._process = subprocess.Popen(
            program, cwd=ROOT, env=environment, stdin=inner, stdout=inner, stderr=inner, start_new_session=True
        )
        os.close(inner)

    def wait_for(self, words: str) -> None:
        """Ends once `words` were shown."""
        shown = b""
        while words.encode() not in shown:
            ready, _, _ = select.select([self._terminal], [], [], PATIENCE_S)
            assert ready, shown
            shown += os.read(self._terminal, 4096)

    def type(self, keys: bytes) -> None:
        """As if somebody typed."""
        os.write(self._terminal, keys)

    def interrupt(self) -> int:
        """Presses Ctrl-C and returns the exit code.

        Python notices a press in the instant before it waits for input only with the next one, as whoever sits there
        would find out.
        """
        for _ in range(PRESSES - 1):
            self.type(CTRL_C)
            with suppress(subprocess.TimeoutExpired):
                return self._process.wait(PATIENCE_S / PRESSES)
        self.type(CTRL_C)
        return self._process.wait(PATIENCE_S / PRESSES)

    def close(self) -> None:
        """Ends it, by force if it must be."""
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)


@pytest.fixture(params=["chat", "start"])
def talk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Talk]:
    """A chat at its first prompt."""
    talk = Talk(request.param, tmp_path)
    try:
        talk.wait_for("> ")
        yield talk
    finally:
        talk.close()


def test_it_ends_a_chat_that_waits_for_a_question(talk: Talk) -> None:
    assert talk.interrupt() == INTERRUPTED


def test_it_ends_a_chat_that_writes_an_answer(talk: Talk) -> None:
    talk.type(b"hi\n")
    talk.wait_for(WRITING)
    assert talk.interrupt() == INTERRUPTED
