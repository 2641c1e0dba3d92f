import pytest

from bot.discord.moderators.pages import PageItems, page_items


@pytest.mark.parametrize(
    ("count", "number", "items", "page", "pages"),
    [(0, 1, [], 1, 1), (5, 1, [0, 1], 1, 3), (5, 3, [4], 3, 3), (5, 9, [4], 3, 3), (4, 0, [0, 1], 1, 2)],
)
def test_a_page_shows_its_items_and_the_nearest_page_stands_in_for_one_that_is_not_there(
    count: int, number: int, items: list[int], page: int, pages: int
) -> None:
    assert page_items(list(range(count)), number, 2) == PageItems(items, page, pages)
