"""Fits the weights of `bot.meaning.comparing` on the development wordings and prints them.

`python -m tests.bot.meaning.fitting`, with the encoder pulled: some minutes.
"""

import math
import sys
from dataclasses import astuple, fields

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.assembly import open_encoder, open_glossary
from bot.judging.questions import Split
from bot.meaning.aspects import Aspects
from bot.meaning.comparing import Agreement, agreement, may_be_same
from bot.meaning.reading import QuestionReader
from config.settings import load_settings
from tests.bot.meaning.wordings import pairs, paraphrases, twins

# What nearness as many pairs of two questions reach: so a setting means much the same across languages as within one,
# where nearness is the cosine, less a penalty.
_CONFUSED = {0.45: 60, 0.6: 8}


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
    (near, at_near), (nearer, at_nearer) = ((_logit(value), confused[count]) for value, count in _CONFUSED.items())
    scale = (nearer - near) / (at_nearer - at_near)
    bias = near + scale * (model.intercept_[0] - at_near)
    names = [field.name for field in fields(Agreement)]
    for name, value in zip(("bias", *names), (bias, *scale * model.coef_[0]), strict=True):
        sys.stdout.write(f"{name}={value:.2f},\n")


def _logit(probability: float) -> float:
    return math.log(probability / (1 - probability))


if __name__ == "__main__":
    main()
