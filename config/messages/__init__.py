"""Every sentence a person reads, in Korean and English side by side.

One TOML file an area; in it one table a message with an `en` and a `ko` text. The key `corpus.empty_file`
is table `[empty_file]` of `corpus.toml`. Texts are `str.format` templates; both languages of a message name
the same fields.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from config.language import Language


def message(key: str, language: Language, /, **fields: object) -> str:
    """The text of message `key` in `language`, its fields filled in.

    Raises KeyError where there is no such message or a field is missing: a fault of the program, not of its user.
    """
    area, _, name = key.partition(".")
    return _area(area)[name][language.value].format(**fields)


def areas() -> tuple[str, ...]:
    """The names of all areas, sorted."""
    files = resources.files(__name__).iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def area(name: str) -> Mapping[str, Mapping[str, str]]:
    """All messages of one area: name -> language code -> template."""
    return _area(name)


@cache
def _area(name: str) -> dict[str, dict[str, str]]:
    text = resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
