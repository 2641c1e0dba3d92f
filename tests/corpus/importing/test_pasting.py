"""A page that was pasted twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.importing.block import Block, BlockKind
from corpus.importing.importer import import_page
from corpus.importing.pasting import without_second_copy

KOREAN = "# 등대\n\n## 역사\n\n1903년에 불을 밝혔습니다.\n\n## 입장\n\n입장료는 4,000원입니다.\n"
ENGLISH = "# The Lamp\n\n## Past\n\nIt was lit in 1903.\n\n## Admission\n\nAdmission is 4,000 won.\n"


def documents(text: str) -> tuple[Document, ...]:
    return import_page(text.encode(), name="page.txt", edition=date(2026, 11, 21)).corpus.documents


@pytest.mark.parametrize("page", [KOREAN, ENGLISH, f"{KOREAN}\n{ENGLISH}", f"{ENGLISH}\n{KOREAN}"])
@pytest.mark.parametrize("is_marked", [True, False])
def test_every_further_copy_is_dropped(page: str, is_marked: bool) -> None:
    page = page if is_marked else page.replace("#", "")
    assert documents(f"{page}\n{page}") == documents(page)
    assert documents(f"{page}\n\n{page}\n{page}") == documents(page)


@pytest.mark.parametrize("page", [KOREAN, ENGLISH])
def test_a_line_that_comes_again_is_no_copy(page: str) -> None:
    first, *others = page.splitlines(keepends=True)
    assert documents(f"{page}\n{others[-1]}")[0].sections[-1].lines[-2].text == others[-1].strip()
    assert documents(f"{page}\n{page}".replace("4,000", "5,000", 1)) != documents(page)
    assert documents(page)[0].title == first.removeprefix("# ").strip()


@given(st.lists(st.sampled_from("abc"), max_size=12), st.integers(0, 3))
def test_what_is_dropped_is_a_copy_of_what_is_kept(texts: list[str], copies: int) -> None:
    blocks = [Block(BlockKind.BARE, text, number) for number, text in enumerate(texts * copies)]
    kept = without_second_copy(blocks)
    assert list(kept) == blocks[: len(kept)]
    assert all(block.text == kept[place % len(kept)].text for place, block in enumerate(blocks))
    assert len(kept) == len(blocks) or 2 * len(kept) <= len(blocks)
