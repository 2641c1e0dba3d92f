import pytest

from bot.discord.moderators.pages import Page, PageItems, fitted, page_items
from bot.discord.rendering import PAGE_CHARACTERS
from config.language import Language
from tests.languages import EACH_LANGUAGE


@pytest.mark.parametrize(
    ("count", "number", "items", "page", "pages"),
    [(0, 1, [], 1, 1), (5, 1, [0, 1], 1, 3), (5, 3, [4], 3, 3), (5, 9, [4], 3, 3), (4, 0, [0, 1], 1, 2)],
)
def test_a_page_shows_its_items_and_the_nearest_page_stands_in_for_one_that_is_not_there(
    count: int, number: int, items: list[int], page: int, pages: int
) -> None:
    assert page_items(list(range(count)), number, 2) == PageItems(items, page, pages)


@EACH_LANGUAGE
async def test_no_page_is_longer_than_a_message(language: Language) -> None:
    page = Page("줄 하나 line\n" * 500, "gaps", 1, 2, language)
    assert len(page.content) <= PAGE_CHARACTERS
    assert page.content.endswith("line")
    assert Page("all of it", "gaps", 1, 1, language).content == "all of it"


@pytest.mark.parametrize(("limits", "shown"), [((700, 300, 100), 300), ((700, 650), 650), ((2,), 2)])
def test_entries_are_as_long_as_a_page_of_them_allows(limits: tuple[int, ...], shown: int) -> None:
    assert fitted(limits, lambda limit: 3 * ("x" * limit)) == "x" * 3 * shown
