"""How well the shipped encoder tells wordings of one question from other questions.

`--log-cli-level=INFO` shows the tables of docs/measurements.md.
"""

import logging

import pytest

from bot.assembly import open_encoder, open_glossary
from bot.evaluation.questions import Split
from bot.meaning.reading import QuestionReader
from config.settings import load_settings
from tests.bot.meaning.wordings import Nearnesses, paraphrases, twins

_log = logging.getLogger(__name__)

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.93, 0.95)

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def reader() -> QuestionReader:
    settings = load_settings()
    return QuestionReader(open_encoder(settings), open_glossary(settings), max_characters=2000)


def measured(reader: QuestionReader, split: Split) -> tuple[Nearnesses, Nearnesses]:
    found = Nearnesses(paraphrases(split), reader), Nearnesses(twins(split), reader)
    for name, nearnesses in zip(("paraphrases", "twins"), found, strict=True):
        _log.info("%s, %s", name, split)
        for threshold in THRESHOLDS:
            _log.info(nearnesses.row(threshold))
    return found


def test_wordings_of_one_question_are_joined_and_others_rarely(reader: QuestionReader) -> None:
    threshold = load_settings().gaps.min_nearness
    paraphrased, twin = measured(reader, Split.DEV)
    assert paraphrased.joined(threshold, across=False) >= 0.85
    assert paraphrased.joined(threshold, across=True) >= 0.88
    assert twin.joined(threshold, across=True) >= 0.68
    assert paraphrased.confused(threshold, across=False) <= 4
    assert paraphrased.confused(threshold, across=True) <= 4
    assert twin.confused(threshold, across=False) <= 100
    assert twin.confused(threshold, across=True) <= 70
