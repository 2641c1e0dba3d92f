"""A terminal whose words can be read."""

import io

from rich.console import Console

from bot.cli.terminal import Terminal
from config.language import Language
from config.settings import load_settings


def terminal(language: Language) -> Terminal:
    """A terminal that is a file."""
    out, err = (Console(file=io.StringIO(), width=200) for _ in range(2))
    return Terminal(load_settings(), language, out, err)


def written(console: Console) -> str:
    """What was written on it."""
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()
