"""The command line as people and scripts call it."""

from typer.testing import CliRunner

from bot.cli.app import app
from config.errors import HaetaeError
from config.language import Language


def run(*arguments: str) -> tuple[int, str]:
    """The exit code of `haetae`, and what it printed or the sentence it ended with."""
    result = CliRunner().invoke(app, list(arguments))
    if isinstance(result.exception, HaetaeError):
        return result.exception.exit_code, result.exception.sentence(Language.ENGLISH)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output
