"""Text made safe to show: nobody is pinged, no link is masked or previewed, passages stay as they were written."""

import re

from discord.utils import escape_markdown, escape_mentions

ZERO_WIDTH_SPACE = "\u200b"

_CODE = re.compile(r"((?<!\\)(?:```.*?```|`[^`\n]+`))", re.DOTALL)
_MASKED_LINK = re.compile(r"\](?=\()")
_BARE_LINK = re.compile(r"(?<!<)https?://[^\s<>]*[^\s<>.,;:!?'\")\]]")
_ESCAPED = re.compile(r"\\([^\w\s]|_)")


def defused(text: str) -> str:
    """Markdown written by a moderator or by us, without pings and masked links, and outside code without link previews.

    Only Discord knows what is code to it, so nothing worse than a preview depends on that.
    """
    parts = _CODE.split(_unmasked(escape_mentions(text)))
    return "".join(part if index % 2 else _unpreviewed(part) for index, part in enumerate(parts))


def literal(text: str) -> str:
    """Text of a passage, a heading or a person on one line, every character shown as it is."""
    line = _unmasked(" ".join(text.split()))
    return _unpreviewed(escape_mentions(escape_markdown(line)))


def plain(text: str) -> str:
    """Undoes `literal` and `defused`, except for white space and the angle brackets around links."""
    return _ESCAPED.sub(r"\1", text).replace(ZERO_WIDTH_SPACE, "")


def shortened(text: str, limit: int) -> str:
    """`text` on one line of at most `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _unmasked(text: str) -> str:
    return _MASKED_LINK.sub(f"]{ZERO_WIDTH_SPACE}", text)


def _unpreviewed(text: str) -> str:
    return _BARE_LINK.sub(lambda link: f"<{link[0]}>", text)
