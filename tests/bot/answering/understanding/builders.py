"""What the tests of understanding share."""

from dataclasses import replace

from bot.answering.question import Question, Turn
from bot.answering.understanding.expectations import Expected
from bot.answering.understanding.understood import Understood, understand
from bot.answering.understanding.wanted import Wanted, wanted_by
from config.language import Language
from tests.bot.answering.fakes import GLOSSARY


def understood(text: str, *history: Turn, language: Language | None = None) -> Understood:
    """What a message asks, after the turns before it."""
    return understand(Question(text, language, history), GLOSSARY, 200)


def wanted(question: str, kind: Expected) -> Wanted:
    """What `question` wants, as a thing of `kind`."""
    return replace(wanted_by(question), kind=kind)
