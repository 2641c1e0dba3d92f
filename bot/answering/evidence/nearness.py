"""Whether a refusal has something near to show, and whether that touches on what was asked."""

from bot.answering.answer import Citation
from bot.answering.content_words import content_units
from bot.answering.evidence.asked_words import AskedWords, units_of
from bot.answering.understanding.understood import Understood
from config.settings import AnsweringSettings
from index.passage import Hit


class Nearness:
    """Judges by cosines, and by the words that say what is asked. Safe to share."""

    def __init__(self, asked_words: AskedWords, settings: AnsweringSettings) -> None:
        self._asked_words = asked_words
        self._min_score = settings.min_nearest_score
        self._min_score_with_word = settings.min_nearest_score_with_word

    def is_near(self, hit: Hit, question: Understood) -> bool:
        """Whether `hit` is near to `question`: it may be farther where it has a word of what is asked."""
        score = hit.dense or 0.0
        if score >= self._min_score:
            return True
        return score >= self._min_score_with_word and self._asked_words.any_in(units_of(hit.sides), question)

    def touches(self, citation: Citation, question: Understood) -> bool:
        """Whether the lines that `citation` quotes have a word of what `question` asks."""
        return self._asked_words.any_in(content_units(" . ".join(citation.quotes)), question)
