"""Fits the weights of `bot.meaning.comparing` on the development wordings and prints them.

`python -m tests.bot.meaning.fitting`, with the encoder pulled: some minutes.
"""

import math
import sys
from dataclasses import astuple, fields

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.assembly import open_encoder, open_glossary
from bot.evaluation.questions import Split
from bot.meaning.aspects import Aspects
from bot.meaning.comparing import Agreement, agreement, may_be_same
from bot.meaning.reading import QuestionReader
from config.settings import load_settings
from tests.bot.meaning.wordings import pairs, paraphrases, twins

# So many pairs of two questions may be joined into one gap, or caught by a pin. Their nearness is that of the setting: so
# both settings mean the same across languages as within one, where nearness is near the cosine.
_CONFUSED_BY_GAPS, _CONFUSED_BY_PINS = 60, 8


def main() -> None:
    """Fits and prints them."""
    settings = load_settings()
    reader = QuestionReader(
        open_encoder(settings), open_glossary(settings), max_characters=settings.answering.max_question_characters
    )
    aspects = Aspects.load()
    found = [
        pair
        for wordings in (paraphrases(Split.DEV), twins(Split.DEV))
        for pair in pairs(wordings, reader)
        if pair.across and may_be_same(pair.one, pair.other, aspects)
    ]
    values = np.array([astuple(agreement(pair.one, pair.other)) for pair in found], dtype=float)
    same = np.array([pair.same for pair in found])
    model = LogisticRegression(max_iter=5000).fit(values, same)
    confused = np.sort(model.decision_function(values)[~same])[::-1]
    gaps, pins = (_logit(group.min_nearness) for group in (settings.gaps, settings.pins))
    scale = (pins - gaps) / (confused[_CONFUSED_BY_PINS] - confused[_CONFUSED_BY_GAPS])
    bias = gaps + scale * (model.intercept_[0] - confused[_CONFUSED_BY_GAPS])
    names = [field.name for field in fields(Agreement)]
    for name, value in zip(("bias", *names), (bias, *scale * model.coef_[0]), strict=True):
        sys.stdout.write(f"{name}={value:.2f},\n")


def _logit(probability: float) -> float:
    return math.log(probability / (1 - probability))


if __name__ == "__main__":
    main()
