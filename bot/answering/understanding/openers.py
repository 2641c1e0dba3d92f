"""Words that only open a message: ok, thanks, great, 그럼, 음, 고마워."""

import re
import tomllib
from collections.abc import Iterable
from importlib import resources


def _listed() -> dict[str, dict[str, list[str]]]:
    text = resources.files("bot.answering.understanding").joinpath("openers.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


_TABLES = _listed()
_ALWAYS, _BEFORE_A_PAUSE = _TABLES["openers"], _TABLES["openers_before_a_pause"]


def any_opener(*groups: str, before_a_pause: bool = True) -> str:
    """A pattern for the openers of `groups`, those among them that open only before a pause or not."""
    tables = (_ALWAYS, _BEFORE_A_PAUSE) if before_a_pause else (_ALWAYS,)
    return _either(pattern for group in groups for table in tables for pattern in table.get(group, ()))


def _either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


_PAUSE = r"[,.!~…]"
_GAP = r"[\s,.!~…ㅋㅎㅠㅜ]"
_ADDRESSED = rf"(?:\s{_either(_TABLES['addressees']['names'])}(?=\s?{_PAUSE}))?"
_ANYWHERE = _either(pattern for group in _ALWAYS.values() for pattern in group)
_PAUSED = _either(pattern for group in _BEFORE_A_PAUSE.values() for pattern in group)
_QUESTION = rf"(?:(?:and|but|so|then)\s+)?{_either(_TABLES['questions']['begin'])}(?![a-z])"
# "Great and small lamps" opens with nothing; 그럼 joins nothing but questions.
_OTHER = _either(
    pattern for group, listed in _ALWAYS.items() for pattern in listed if group != "joining" or not pattern.isascii()
)
_OPENERS = re.compile(
    rf"(?:(?:{_ANYWHERE}{_ADDRESSED}(?={_GAP})|{_PAUSED}{_ADDRESSED}(?=\s?{_PAUSE}|\s+{_QUESTION}|\s+{_OTHER}{_GAP}))"
    rf"{_GAP}+){{1,8}}",
    re.IGNORECASE,
)
_NOTHING_ELSE = re.compile(rf"(?:(?:{_ANYWHERE}|{_PAUSED}){_ADDRESSED}{_GAP}++)*+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")


def split_openers(text: str) -> tuple[str, str]:
    """The words that only open `text`, and the rest of it: all of it where there is nothing else."""
    openers = _OPENERS.match(text)
    rest = text[openers.end() :] if openers else ""
    is_more = _LETTERS.search(rest) and not _NOTHING_ELSE.fullmatch(f"{rest}, ")
    return (text[: -len(rest)], rest) if is_more else ("", text)
