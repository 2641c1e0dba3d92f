"""Whether the passages state what is asked: the model's own doubt and the question's words, weighed together."""

import math
from dataclasses import dataclass

from config.language import Language
from config.settings import AnsweringSettings, JudgementSettings

# A probability near 0 or 1 would outweigh everything else.
_SMALLEST = 1e-3


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for an answer.

    `stated` is the share of yes where the model says yes or no to whether the first passage states it, `not_stated`
    its probability of NONE in place of an answer, `covered` the share of the question's words (names aside) that the
    first passage has. All 0 to 1.
    """

    stated: float
    not_stated: float
    covered: float

    def finding(self, probability: float) -> str:
        """The signs and what they come to, for the log."""
        return (
            f"p(stated) = {probability:.3f} (yes {self.stated:.3f}, none {self.not_stated:.3f}, "
            f"covered {self.covered:.2f})"
        )


class Judgement:
    """Weighs signs, by the weights of each language."""

    def __init__(self, settings: AnsweringSettings) -> None:
        self._weights: dict[Language, JudgementSettings] = {
            Language.ENGLISH: settings.judgement_en,
            Language.KOREAN: settings.judgement_ko,
        }

    def probability(self, signs: Signs, language: Language) -> float:
        """The probability (0 to 1) that the passages state what is asked."""
        weights = self._weights[language]
        log_odds = (
            weights.constant
            + weights.stated * _log_odds(signs.stated)
            + weights.not_stated * _log_odds(signs.not_stated)
            + weights.covered * signs.covered
        )
        return 1 / (1 + math.exp(-log_odds))


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, _SMALLEST), 1 - _SMALLEST)
    return math.log(clipped / (1 - clipped))
