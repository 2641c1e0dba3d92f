"""Discord's Markdown as HTML, as far as the bot writes it. There blocks are lines; inline text is CommonMark."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from itertools import groupby

from markdown_it import MarkdownIt

# The longest mark first: what begins a line, and the element that lines so begun are gathered in.
_BLOCKS = {"-# ": "small", "> ": "blockquote", "- ": "ul", "": "p"}
_MENTION = re.compile(r"&lt;([@#])(\d+)&gt;")
_TIME = re.compile(r"&lt;t:(\d+)(?::[a-zA-Z])?&gt;")
_INLINE = MarkdownIt("zero").enable(["emphasis", "strikethrough", "backticks", "escape", "autolink"])


def to_html(content: str, names: Mapping[str, str]) -> str:
    """`content` as HTML in which nothing of it is markup but Markdown; `names` shows mentions, by their id."""
    return "".join(_block(mark, list(lines), names) for mark, lines in groupby(content.split("\n"), key=_mark))


def inline_html(text: str, names: Mapping[str, str]) -> str:
    """One line, without blocks."""
    html = _MENTION.sub(lambda found: _mention(found, names), _INLINE.renderInline(text))
    return _TIME.sub(_time, html)


def _mention(found: re.Match[str], names: Mapping[str, str]) -> str:
    sign, name = found[1], names.get(found[2])
    return f'<span class="mention">{sign}{escape(name)}</span>' if name else found[0]


def _time(found: re.Match[str]) -> str:
    """A moment; a client would show it in its own zone and words."""
    return f'<span class="mention">{datetime.fromtimestamp(int(found[1]), UTC):%Y-%m-%d %H:%M}</span>'


def _mark(line: str) -> str:
    return next(mark for mark in _BLOCKS if line.startswith(mark))


def _block(mark: str, lines: list[str], names: Mapping[str, str]) -> str:
    tag = _BLOCKS[mark]
    child = "li" if tag == "ul" else "div"
    return f"<{tag}>{''.join(_rows(child, mark, lines, names))}</{tag}>"


def _rows(tag: str, mark: str, lines: list[str], names: Mapping[str, str]) -> Iterator[str]:
    for line in lines:
        text = inline_html(line.removeprefix(mark), names)
        yield f"<{tag}>{text}</{tag}>" if text else f'<{tag} class="gap"></{tag}>'
