"""How the article's own lines are set in a reply."""

import pytest

from bot.answering.answer import Citation, Reason
from bot.answering.wording import Refusal, refuse
from config.language import Language
from tests.bot.answering.fakes import hit


@pytest.mark.parametrize(
    ("language", "lines", "shown"),
    [
        (Language.ENGLISH, ("Guided walks", "A view of the bay"), "“Guided walks / A view of the bay”"),
        (Language.ENGLISH, ("It is open.", "Walks are guided."), "“It is open. Walks are guided.”"),
        (Language.KOREAN, ("안내 산책", "만이 보이는 전망"), "“안내 산책 / 만이 보이는 전망”"),
        (Language.KOREAN, ("열려 있어요.", "산책을 안내해요."), "“열려 있어요. 산책을 안내해요.”"),
    ],
)
def test_phrases_are_set_apart_and_sentences_follow_each_other(
    language: Language, lines: tuple[str, ...], shown: str
) -> None:
    visitors = hit(4)
    cited = Citation(1, visitors.side(language), None, lines)
    assert shown in refuse(Refusal(Reason.FALSE_PREMISE, cited, corrects=True), language)
