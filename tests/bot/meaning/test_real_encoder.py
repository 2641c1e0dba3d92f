"""How well the shipped encoder tells wordings of one question from other questions.

`--log-cli-level=INFO` shows the tables of docs/measurements.md.
"""

import logging
from dataclasses import dataclass

import pytest

from bot.assembly import open_encoder, open_glossary
from bot.judging.questions import Split
from bot.meaning.reading import QuestionReader
from config.settings import load_settings
from tests.bot.meaning.wordings import Nearnesses, Wordings, paraphrases, twins

_log = logging.getLogger(__name__)

THRESHOLDS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.64)

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def reader() -> QuestionReader:
    settings = load_settings()
    return QuestionReader(open_encoder(settings), open_glossary(settings), max_characters=2000)


@dataclass(frozen=True)
class Bounds:
    """At least joined, at most confused: within a language and across. Twins are one wording a language."""

    joined_within: float
    confused_within: int
    joined_across: float
    confused_across: int


@pytest.mark.parametrize(
    ("wordings", "gaps", "pins"),
    [
        (paraphrases(Split.DEV), Bounds(0.84, 27, 0.72, 22), Bounds(0.6, 3, 0.35, 1)),
        (twins(Split.DEV), Bounds(0, 230, 0.65, 44), Bounds(0, 22, 0.23, 5)),
        (paraphrases(Split.HELD_OUT), Bounds(0.66, 18, 0.57, 3), Bounds(0.5, 2, 0.27, 1)),
        (twins(Split.HELD_OUT), Bounds(0, 53, 0.5, 6), Bounds(0, 8, 0.14, 1)),
    ],
    ids=["paraphrases-dev", "twins-dev", "paraphrases-held_out", "twins-held_out"],
)
def test_wordings_of_one_question_are_recognised_and_others_rarely_confused(
    reader: QuestionReader, wordings: Wordings, gaps: Bounds, pins: Bounds
) -> None:
    found = Nearnesses(wordings, reader)
    for threshold in THRESHOLDS:
        _log.info(found.row(threshold))
    settings = load_settings()
    for threshold, bounds in ((settings.gaps.min_nearness, gaps), (settings.pins.min_nearness, pins)):
        assert found.joined(threshold, across=False) >= bounds.joined_within
        assert found.confused(threshold, across=False) <= bounds.confused_within
        assert found.joined(threshold, across=True) >= bounds.joined_across
        assert found.confused(threshold, across=True) <= bounds.confused_across
