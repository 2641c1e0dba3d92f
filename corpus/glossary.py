"""Names as people write them (라마 4, 젬마3은, lm studio), brought to the name the article uses."""

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from config.errors import CorpusError
from corpus.slips import slips_of, without_slips
from corpus.spellings import needs_space, spelling_key, spelling_pattern, starts_word

# A replaced spelling can complete a longer one (미스트랄 large 3). Two rounds do; the bound is for odd glossaries.
_MAX_ROUNDS = 8


class Glossary:
    """Canonical names and their spellings, the usual Korean one first. Immutable; safe to share and to pickle.

    `common_terms` are abbreviations one language may write out or leave out.
    """

    def __init__(
        self,
        names: Mapping[str, tuple[str, ...]],
        common_terms: frozenset[str] = frozenset(),
        slips: Mapping[str, str] | None = None,
    ) -> None:
        self.names = dict(names)
        self.common_terms = common_terms
        spellings = [(spelling, name) for name, others in self.names.items() for spelling in (name, *others)]
        self._slips = dict(slips or {})
        self._canonical = {spelling_key(spelling): name for spelling, name in spellings}
        self._pattern = spelling_pattern(spelling for spelling, _ in spellings)

    @classmethod
    def load(cls, extra: Path | None) -> "Glossary":
        """The shipped glossary, extended by the file `extra` if there is one.

        Raises CorpusError where a file is missing or malformed, or gives one spelling to two names.
        """
        files: list[Traversable] = [resources.files("corpus") / "glossary.toml"]
        if extra is not None:
            files.append(extra)
        names: dict[str, tuple[str, ...]] = {}
        common_terms: frozenset[str] = frozenset()
        for file in files:
            more_names, more_terms = _read(file)
            for name, spellings in more_names.items():
                names[name] = tuple(dict.fromkeys((*names.get(name, ()), *spellings)))
            common_terms |= more_terms
            _refuse_ambiguous(names, file)
        return cls(names, common_terms)

    def forgiving(self, texts: Iterable[str]) -> "Glossary":
        """The same, which puts slips of the pen right in its names and in the names of `texts` (`corpus.slips`)."""
        return Glossary(self.names, self.common_terms, slips_of((*self.names, *texts)))

    def canonicalise(self, text: str) -> str:
        """`text` with every spelling of a name replaced by the name; particles and the rest stay (NFC)."""
        text = without_slips(unicodedata.normalize("NFC", text), self._slips)
        for _ in range(_MAX_ROUNDS):
            replaced = self._replace(text)
            if replaced == text:
                break
            text = replaced
        return text

    def names_in(self, text: str) -> tuple[str, ...]:
        """The canonical names `text` mentions, each once, in order."""
        return tuple(dict.fromkeys(name for _, _, name in self._mentions(self.canonicalise(text))))

    def as_typed(self, name: str, text: str) -> str:
        """`name` in the spelling that `text` uses for it, as far as `text` spells it in its own way."""
        for start, end, canonical in self._mentions(unicodedata.normalize("NFC", text)):
            name = name.replace(canonical, text[start:end])
        joined = name.replace(" ", "")
        return joined if joined in text else name

    def _replace(self, text: str) -> str:
        parts: list[str] = []
        position = 0
        for start, end, name in self._mentions(text):
            if parts and start == position:
                parts.append(" ")
            parts += [text[position:start], name]
            if needs_space(name, text[start:end], text[end : end + 1]):
                parts.append(" ")
            position = end
        return "".join((*parts, text[position:]))

    def _mentions(self, text: str) -> Iterator[tuple[int, int, str]]:
        position = previous_end = 0
        while match := self._pattern.search(text, position):
            start, end = match.span()
            if start == previous_end or starts_word(text, start):
                yield start, end, self._canonical[spelling_key(match[0])]
                position = previous_end = end
            else:
                position = start + 1


def _read(file: Traversable) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CorpusError("corpus.file_unreadable", path=file) from error
    except UnicodeDecodeError as error:
        raise CorpusError("corpus.not_utf8", path=file) from error
    except tomllib.TOMLDecodeError as error:
        raise CorpusError("corpus.glossary_not_toml", path=file, problem=error) from error
    names = content.pop("names", {})
    common_terms = content.pop("common_terms", [])
    if content:
        raise CorpusError("corpus.glossary_unknown_key", path=file, name=next(iter(content)))
    if not _is_list_of_names(common_terms):
        raise CorpusError("corpus.glossary_bad_list", path=file, name="common_terms")
    if not isinstance(names, dict):
        raise CorpusError("corpus.glossary_bad_list", path=file, name="names")
    for name, spellings in names.items():
        if not _is_list_of_names([name]) or not _is_list_of_names(spellings):
            raise CorpusError("corpus.glossary_bad_list", path=file, name=name)
    return {name: tuple(spellings) for name, spellings in names.items()}, frozenset(common_terms)


def _is_list_of_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and spelling_key(item) for item in value)


def _refuse_ambiguous(names: Mapping[str, tuple[str, ...]], file: Traversable) -> None:
    owners: dict[str, str] = {}
    for name, spellings in names.items():
        for spelling in (name, *spellings):
            owner = owners.setdefault(spelling_key(spelling), name)
            if owner != name:
                raise CorpusError("corpus.glossary_ambiguous", path=file, spelling=spelling, first=owner, second=name)
