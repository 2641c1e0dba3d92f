"""Joins the lines of prose that was wrapped by hand, as in an e-mail, so that sentences stand on one line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.importing.row import Row, columns

_MIN_WIDTH = 50
_MAX_WIDTH = 100
# Some break a little earlier than they have to.
_FULL_SHARE = 0.85
_SENTENCE_END = re.compile(r"[.!?。…][\"'”’)\]]*$")
_FEWEST_WRAPPED = 4
_MIN_WRAPPED_SHARE = 0.8
_MIN_SHARE_WITHIN_SENTENCES = 0.5
_BULLET_COLUMNS = 2


def unwrapped(rows: Sequence[Row]) -> list[Row]:
    """The rows; where the page is wrapped at a width, each with what goes on in the lines below it.

    A line is wrapped where the first word below it had no room in it. The page is if nearly all lines are that have
    another right below them, most of them within a sentence, and none is longer than an editor's.
    """
    width = max(map(_width, rows), default=0)
    pairs = [(above, below) for above, below in pairwise(rows) if _may_go_on(above, below)]
    wrapped = {
        below.number: not _SENTENCE_END.search(above.text)
        for above, below in pairs
        if _width(above) + 1 + _first_width(below) > _FULL_SHARE * width
    }
    if not (
        _MIN_WIDTH <= width <= _MAX_WIDTH
        and len(wrapped) >= max(_FEWEST_WRAPPED, _MIN_WRAPPED_SHARE * len(pairs))
        and sum(wrapped.values()) >= _MIN_SHARE_WITHIN_SENTENCES * len(wrapped)
    ):
        return list(rows)
    joined: list[Row] = []
    for row in rows:
        if row.number in wrapped:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {row.text}")
        else:
            joined.append(row)
    return joined


def _may_go_on(above: Row, below: Row) -> bool:
    is_prose = not (above.level or below.level or "\t" in above.text + below.text)
    return is_prose and not (below.follows_blank or below.is_bullet)


def _width(row: Row) -> int:
    return row.indent + _BULLET_COLUMNS * row.is_bullet + columns(row.text)


def _first_width(row: Row) -> int:
    return columns(row.text.split(maxsplit=1)[0])
