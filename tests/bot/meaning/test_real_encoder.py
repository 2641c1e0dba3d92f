"""How well the shipped encoder tells wordings of one question from other questions.

`--log-cli-level=INFO` shows the table of docs/measurements.md.
"""

import logging
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from bot.assembly import open_encoder, open_glossary
from bot.meaning.reading import QuestionReader
from config.settings import load_settings

PARAPHRASES = Path(__file__).parents[2] / "evals" / "paraphrases.toml"
_log = logging.getLogger(__name__)

THRESHOLDS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65)

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def reader() -> QuestionReader:
    settings = load_settings()
    return QuestionReader(open_encoder(settings), open_glossary(settings), max_characters=2000)


@pytest.mark.parametrize(
    ("split", "recognised", "confused"), [("dev", (0.85, 0.65), (10, 3)), ("held_out", (0.45, 0.3), (30, 5))]
)
def test_wordings_of_one_question_are_recognised_and_others_rarely_confused(
    reader: QuestionReader, split: str, recognised: tuple[float, float], confused: tuple[int, int]
) -> None:
    groups = tomllib.loads(PARAPHRASES.read_text(encoding="utf-8"))[split]
    read = [(name, reader.read(text)) for name, texts in groups.items() for text in texts]
    same: list[float] = []
    other: list[float] = []
    for (one_name, one), (other_name, another) in combinations(read, 2):
        (same if one_name == other_name else other).append(reader.nearness(one, another))

    def share(threshold: float) -> float:
        return sum(value >= threshold for value in same) / len(same)

    def wrong(threshold: float) -> int:
        return sum(value >= threshold for value in other)

    _log.info("%s: %d pairs of one question, %d of two", split, len(same), len(other))
    for threshold in THRESHOLDS:
        _log.info("| %s | %.2f | %d |", threshold, share(threshold), wrong(threshold))
    settings = load_settings()
    for threshold, least, most in zip(
        (settings.gaps.min_nearness, settings.pins.min_nearness), recognised, confused, strict=True
    ):
        assert share(threshold) >= least
        assert wrong(threshold) <= most
