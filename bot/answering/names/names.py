"""Names in questions and answers, and whether the article knows them."""

import re
from collections.abc import Iterable, Sequence

from bot.answering.names.capitals import named_on_purpose
from bot.answering.names.initials import Initials
from bot.answering.names.versions import versioned_names
from corpus.figures import is_coined, name_keys
from corpus.glossary import Glossary
from index.wordforms import LONG_ABBREVIATION

_PLAIN_NAME = re.compile(r"[A-Z][a-z]{1,14}(?:[ -]?[A-Z]?[a-z]{1,14}){0,2}(?:[ -]?\d{1,2}(?:\.\d)?[A-Za-z]?)?")
_TOKEN = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
# The key of a name with a size behind it: Corvin 8B.
_SIZED = re.compile(r"(?P<base>\D.*?) (?P<size>\d+(?:\.\d+)? [a-z])")
_PLURAL_OF_FIGURE = re.compile(r"(?<=\d)s\b")


def names_of(text: str, glossary: Glossary) -> tuple[str, ...]:
    """The names in `text`, in its own spelling: of the glossary, with a version, coined, or capitalised.

    Terms that name a kind of thing (GPU, LLM: the glossary's common terms) are no names.
    """
    known = glossary.names_in(text)
    common = _common_keys(glossary)
    versioned = tuple(name for name in versioned_names(text, known) if not _first_keys(name) <= common)
    words = tuple(
        word
        for word in named_on_purpose(text)
        if is_coined(word) or (word[0].isupper() and not _is_attribute(word, known, text))
    )
    found: list[str] = []
    for name in (*known, *words, *versioned):
        key = key_of(name)
        if not key or set(key.split()) <= common or any(_contains(key_of(other), key) for other in found):
            continue
        found = [other for other in found if not _contains(key, key_of(other))]
        found.append(name)
    return tuple(found)


def is_common_term(word: str, glossary: Glossary) -> bool:
    """Whether `word` names a kind of thing, also in the plural: GPU, LLMs."""
    keys = set(key_of(word).split())
    return bool(keys) and keys <= _common_keys(glossary)


def _common_keys(glossary: Glossary) -> set[str]:
    return {key for term in glossary.common_terms for key in name_keys(term)}


def _is_attribute(word: str, known: Sequence[str], text: str) -> bool:
    """Whether `word` only says more of a known abbreviation right behind it: European GDPR, California law CCPA."""
    short = [re.escape(name) for name in known if LONG_ABBREVIATION.fullmatch(name)]
    behind = rf"\b{re.escape(word)}(?:\s[a-z]+)?\s(?:{'|'.join(short)})\b"
    return bool(short) and re.search(behind, text) is not None


def key_of(name: str) -> str:
    """How a name compares: lower case, letters and digits apart, hyphens and plural s dropped (`llama 405 b`)."""
    return " ".join(_TOKEN.findall(_PLURAL_OF_FIGURE.sub("", " ".join(name_keys(name.replace(" ", "-"))))))


def base_and_size(name: str) -> tuple[str, str] | None:
    """The keys of the two parts of a name with a size behind it (Corvin 8B), None of any other."""
    sized = _SIZED.fullmatch(key_of(name))
    return (sized["base"], sized["size"]) if sized else None


def may_be_repeated(name: str, glossary: Glossary) -> bool:
    """Whether a refusal may repeat `name`: it is known or reads as an ordinary name, and carries nobody's message."""
    return bool(glossary.names_in(name)) or _PLAIN_NAME.fullmatch(name) is not None


class NameIndex:
    """The Latin words and figures of some texts, to ask whether a name stands in them, or what it abbreviates."""

    def __init__(self, texts: Iterable[str], glossary: Glossary) -> None:
        self._glossary = glossary
        texts = tuple(texts)
        self._texts = tuple(map(glossary.canonicalise, texts))
        self._keys = " | ".join(map(_keys_of_text, self._texts))
        self._initials = Initials(texts)

    def __contains__(self, name: str) -> bool:
        key = key_of(name)
        return bool(key) and (_contains(self._keys, key) or name in self._initials)

    def has_apart(self, name: str) -> bool:
        """Whether a name and the size behind it (Corvin 8B) stand here apart, the size not as that of another name."""
        parts = base_and_size(name)
        if parts is None or not all(_contains(self._keys, part) for part in parts):
            return False
        names = (key_of(known) for text in self._texts for known in names_of(text, self._glossary))
        base, size = parts
        return all(known.startswith(base) for known in names if known.endswith(f" {size}"))


def _keys_of_text(text: str) -> str:
    return " ".join(key_of(word) or "|" for word in re.findall(r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9.'’/-]*|\S", text))


def _contains(keys: str, key: str) -> bool:
    return f" {key} " in f" {keys} "


def _first_keys(name: str) -> set[str]:
    """The keys of the word before a version."""
    return set(name_keys(re.split(r"[\s-]?\d", name, maxsplit=1)[0]))
