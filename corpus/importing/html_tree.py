"""Prepares the tree of an HTML page for reading: finds the article in it, and writes out what only its layout says."""

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from config.language import Language
from corpus.importing.prose import text_language

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = ("td", "th")
_DROPPED = re.compile(
    r"(?:script|style|nav|aside|footer|noscript|template|svg|math|form|button|select|option|iframe|object|dialog|audio"
    r"|video|canvas|s|del|strike)"
)
_DROPPED_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_EXPONENT = re.compile(r"[-+−]?\d{1,3}")
_POWER = re.compile(r"(?<![\d.,])(?:10|2)$")
_MEASURE = re.compile(r"(?:^|[\d\s/(])(?:[cdkm]?m|in|ft|s|x|y)$")
_NOTE = re.compile(r"\W*\d{0,3}\W*|(?:주|각주|note)\s*\d{1,3}\W*")
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_SENTENCE = re.compile(r"[.!?。]\W*$")
_MIN_ARTICLE_SHARE = 1 / 2
_MIN_OTHER_SHARE = 1 / 5
_MAX_FACT_CHARACTERS = 80
_MAX_SPAN = 30
_MAX_SPANNED_CHARACTERS = 200
_MAX_FILLED_CELLS = 5000
_MAX_NUMBERED_ITEMS = 100


def is_dropped(tag: Tag) -> bool:
    """Whether an element is no part of the article, or is struck out or not shown."""
    return (
        bool(_DROPPED.fullmatch(tag.name))
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or str(tag.get("role", "")) in _DROPPED_ROLES
        or bool(_HIDDEN_STYLE.search(str(tag.get("style", ""))))
    )


def main_part(soup: BeautifulSoup) -> Tag:
    """The element that holds the article: the only `article` or the `main` that has a heading and most of the text.

    One beside as much of a text in the other language is half of a page in two.
    """
    body = soup.body or soup
    articles = soup.find_all("article")
    everything = _readable(body)
    for candidate in (articles[0] if len(articles) == 1 else None, soup.find("main")):
        if not isinstance(candidate, Tag) or candidate.find(list(HEADINGS)) is None:
            continue
        inside = _readable(candidate)
        if len(inside) >= _MIN_ARTICLE_SHARE * len(everything) and not _leaves_a_language(body, candidate, everything):
            return candidate
    return body


def prepare(soup: BeautifulSoup) -> None:
    """Change the tree so that its text can be read in order.

    Buttons within headings are their text, the panels these open are shown, raised digits are powers or marks of
    notes, a term with a short description is one line, and a cell over several columns or rows stands in each.
    """
    _reveal_panels(soup)
    for button in soup.find_all("button"):
        if button.find_parent([*HEADINGS, "summary"]) is not None:
            button.unwrap()
    for raised in soup.find_all("sup"):
        _write_out(raised)
    for term in soup.find_all("dt"):
        _join_description(term)
    _fill_spans(soup)


def item_number(tag: Tag) -> int | None:
    """The number that an item of a numbered list is shown with; None for any other element, and in a long list."""
    if tag.name != "li" or tag.parent is None or tag.parent.name != "ol" or tag.parent.has_attr("reversed"):
        return None
    above = [item for item in tag.find_previous_siblings("li", limit=_MAX_NUMBERED_ITEMS) if not is_dropped(item)]
    first = str(tag.parent.get("start", "1"))
    return int(first) + len(above) if first.isascii() and first.isdigit() and len(above) < _MAX_NUMBERED_ITEMS else None


def _readable(root: Tag, without: Tag | None = None) -> str:
    """The letters and digits of `root` that a reader is shown, but for those of `without`."""
    texts: list[str] = []
    stack: list[PageElement] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node is not without and (node is root or not is_dropped(node)):
                stack.extend(reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            texts.append("".join(filter(str.isalnum, str(node))))
    return "".join(texts)


def _leaves_a_language(body: Tag, candidate: Tag, everything: str) -> bool:
    outside = _readable(body, without=candidate)
    if len(outside) < _MIN_OTHER_SHARE * len(everything):
        return False
    return _is_korean(outside) is not _is_korean(_readable(candidate))


def _is_korean(text: str) -> bool:
    return text_language(text) is Language.KOREAN and 4 * sum("가" <= letter <= "힣" for letter in text) > len(text)


def _reveal_panels(soup: BeautifulSoup) -> None:
    """Show what is folded below a heading or a tab until it is clicked."""
    shown = {
        name
        for control in soup.find_all(True, attrs={"aria-controls": True})
        if control.name in HEADINGS or control.find_parent(list(HEADINGS)) or control.get("role") == "tab"
        for name in str(control["aria-controls"]).split()
    }
    for panel in soup.find_all(id=True):
        if str(panel["id"]) in shown:
            for attribute in ("hidden", "aria-hidden", "style"):
                del panel[attribute]


def _write_out(raised: Tag) -> None:
    """Replace raised text: 10<sup>6</sup> by 10^6 and m<sup>2</sup> by m²; marks of notes go, letters stay."""
    mark = raised.get_text().strip()
    before = raised.previous_sibling
    base = str(before) if isinstance(before, NavigableString) else ""
    if _EXPONENT.fullmatch(mark) and raised.find("a") is None and _POWER.search(base):
        raised.replace_with(f"^{mark}")
    elif _EXPONENT.fullmatch(mark) and raised.find("a") is None and _MEASURE.search(base):
        raised.replace_with(mark.translate(_RAISED))
    elif _NOTE.fullmatch(mark):
        raised.decompose()


def _join_description(term: Tag) -> None:
    """Make "term: description" of a term whose only description is no sentence."""
    description = term.find_next_sibling()
    if description is None or description.name != "dd":
        return
    below = description.find_next_sibling()
    name = " ".join(term.get_text(" ").split())
    text = " ".join(description.get_text(" ").split())
    is_only = below is None or below.name != "dd"
    is_fact = 0 < len(text) <= _MAX_FACT_CHARACTERS and not _SENTENCE.search(text) and not _SENTENCE.search(name)
    if name and is_only and is_fact and description.find(["ul", "ol", "table", "dl", "img"]) is None:
        description.clear()
        description.name = "li"
        description.append(f"{name.rstrip(':：')}: {text}")
        term.decompose()


def _fill_spans(soup: BeautifulSoup) -> None:
    filled = 0
    for table in soup.find_all("table"):
        if table.find(_spans) is None:
            continue
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        for missing in _missing_cells(rows):
            place, row, cell = missing
            filled += 1
            if filled > _MAX_FILLED_CELLS:
                return
            copy = soup.new_tag(cell.name)
            copy.string = " ".join(cell.get_text(" ").split())[:_MAX_SPANNED_CHARACTERS]
            _insert_cell(row, place, copy)


def _spans(tag: Tag) -> bool:
    return tag.name in _CELLS and (tag.has_attr("rowspan") or tag.has_attr("colspan"))


def _missing_cells(rows: Sequence[Tag]) -> Iterator[tuple[int, Tag, Tag]]:
    """The places, from the left, where a cell of another place or row reaches to."""
    reaching: dict[int, tuple[int, Tag]] = {}
    for row in rows:
        cells = row.find_all(list(_CELLS), recursive=False)
        if len(cells) == 1 and _span(cells[0], "colspan") > 1 and not reaching:
            cells[0].name = "td"  # a line across the table, and no name of a column
            continue
        place = 0
        while cells or place in reaching:
            if place in reaching:
                left, cell = reaching.pop(place)
                yield place, row, cell
                if left > 1:
                    reaching[place] = (left - 1, cell)
                place += 1
                continue
            cell = cells.pop(0)
            for column in range(_span(cell, "colspan")):
                if column:
                    yield place, row, cell
                if (down := _span(cell, "rowspan")) > 1:
                    reaching[place] = (down - 1, cell)
                place += 1


def _span(cell: Tag, attribute: str) -> int:
    value = str(cell.get(attribute, "1")).strip()
    return min(int(value), _MAX_SPAN) if value.isascii() and value.isdigit() and int(value) else 1


def _insert_cell(row: Tag, place: int, cell: Tag) -> None:
    cells = row.find_all(list(_CELLS), recursive=False)
    if place < len(cells):
        cells[place].insert_before(cell)
    else:
        row.append(cell)
