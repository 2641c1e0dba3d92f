"""The list of gaps; settling them is tried on the whole process."""

import pytest

from bot.discord.moderators.gaps import GAPS_PER_PAGE, render_gaps
from bot.discord.moderators.pages import page_items
from bot.discord.rendering import PAGE_CHARACTERS
from bot.gaps.gap import Gap, GapStatus
from config.language import Language
from tests.bot.state.builders import NOW
from tests.languages import EACH_LANGUAGE


def gap(number: int, question: str) -> Gap:
    return Gap(
        number=number,
        status=GapStatus.OPEN,
        question=question,
        language=Language.ENGLISH,
        reason="unknown_name",
        times=1234,
        first_at=NOW,
        last_at=NOW,
        wishes=12,
        asked_version="v0001",
        message_id=100,
    )


@EACH_LANGUAGE
@pytest.mark.parametrize("filling", ["*", "_ ", "가 "])
def test_a_page_shows_all_its_questions_whatever_members_typed(language: Language, filling: str) -> None:
    found = [gap(number, f"What is Foo{number}? {filling * 200}") for number in range(1, GAPS_PER_PAGE + 1)]
    text = render_gaps(GapStatus.OPEN, page_items(found, 1, GAPS_PER_PAGE), language)
    assert len(text) <= PAGE_CHARACTERS
    assert all(f"**#{one.number}** What is Foo{one.number}?" in text for one in found)
    assert text.count("1234") == len(found)
