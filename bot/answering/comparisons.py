"""Sentences that set one thing above another, and lines that can carry such a sentence."""

import re
from collections.abc import Sequence

_COMPARES = re.compile(r"\bthan\b|[가-힣\w]보다(?=[\s,])", re.IGNORECASE)

_ENGLISH_LISTED = """
    above ahead beat beaten beating beats behind below best better bigger brighter broader cheaper cleaner closer
    compared costlier deeper earlier easier exceed exceeded exceeding exceeds faster farther fewer further greater
    harder heavier higher inferior larger later less lesser lighter longer lower more most narrower nearer newer older
    outdo outdoes outperform outperformed outperforming outperforms over quicker richer safer shorter simpler slower
    smaller smarter stronger superior surpass surpassed surpasses surpassing taller than thicker thinner tighter top
    topped tops trail trails versus vs wider worse younger
"""
_ENGLISH_RANKS = frozenset(_ENGLISH_LISTED.split())
_ENGLISH_WORD = re.compile(r"[a-z]+")
_KOREAN_RANKS = re.compile(
    r"보다|비해|비하면|대비|상회|능가|초과|웃돌|웃도는|밑돌|밑도는|뛰어넘|넘어서|넘어섰|앞서|앞선|앞섰|앞지|앞질|뒤처|뒤지|뒤진"
    r"|뛰어나|뛰어난|우월|우수|열등"
    r"|(?<![가-힣])(?:(?:더|덜|가장|제일)\s|[높낮][은아고다며지게습았]|많|빠르|빠른|빨라|빨랐|느리|느린|느려"
    r"|큰|큽|컸|크[고다며지게]|커[졌서요집]|작[고다며지게은아습]|적[고다은게어습])"
)

# What follows the name of that above which another thing is set.
_BELOW = re.compile(r"\S{0,2}(?:보다|에\s비(?:해|하면)|[을를]\s(?:\S+\s)?(?:능가|상회|앞|뛰어넘|넘어))")


def compares(sentence: str) -> bool:
    """Whether `sentence` sets one thing above another."""
    return _COMPARES.search(sentence) is not None


def ranks(text: str) -> bool:
    """Whether `text` says anywhere that something is more or less than another."""
    words = _ENGLISH_WORD.findall(text.casefold())
    return not _ENGLISH_RANKS.isdisjoint(words) or _KOREAN_RANKS.search(text) is not None


def turned_comparison(sentence: str, names: Sequence[str], lines: Sequence[str]) -> str | None:
    """How `sentence` ranks `names`, which it has in this order, otherwise than every one of `lines` that has them all.

    None where it does not rank them, or a line ranks them so.
    """
    together = [line for line in lines if all(name in line for name in names)]
    if not ranks(sentence) or not together:
        return None
    said = _ranking(sentence, names)
    return None if any(_ranking(line, names) == said for line in together) else f"ranks {', '.join(names)}"


def _ranking(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """What Korean sets below the others; where it sets nothing so, `names` in the order of `text`."""
    below = (name for name in names if _BELOW.match(text, text.find(name) + len(name)))
    return tuple(sorted(below)) or tuple(sorted(names, key=text.find))
