"""Fits the weights of `bot.meaning.comparing` on the development wordings and prints them.

`python -m tests.bot.meaning.fitting`, with the encoder pulled: some minutes.
"""

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
from tests.bot.meaning.wordings import Pair, pairs, paraphrases, twins

# A nearness of one half is where so many pairs of two questions are joined: what a moderator loses by a wrong join
# weighs more than what one gains by a right one, and the wordings here say nothing of how often either is asked.
_CONFUSED_AT_ONE_HALF = {True: 60, False: 90}


def main() -> None:
    """Fits and prints both."""
    settings = load_settings()
    reader = QuestionReader(
        open_encoder(settings), open_glossary(settings), max_characters=settings.answering.max_question_characters
    )
    aspects = Aspects.load()
    found = [
        pair
        for wordings in (paraphrases(Split.DEV), twins(Split.DEV))
        for pair in pairs(wordings, reader)
        if may_be_same(pair.one, pair.other, aspects)
    ]
    for across in (False, True):
        _fit([pair for pair in found if pair.across is across], across)


def _fit(found: list[Pair], across: bool) -> None:
    values = np.array([astuple(agreement(pair.one, pair.other)) for pair in found], dtype=float)
    same = np.array([pair.same for pair in found])
    model = LogisticRegression(max_iter=5000).fit(values, same)
    confused = np.sort(model.decision_function(values)[~same])[::-1]
    bias = float(model.intercept_[0] - confused[_CONFUSED_AT_ONE_HALF[across]])
    names = [field.name for field in fields(Agreement)]
    weights = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(names, model.coef_[0], strict=True))
    sys.stdout.write(f"{'across' if across else 'within'}: bias {bias:.2f}, {weights}\n")


if __name__ == "__main__":
    main()
