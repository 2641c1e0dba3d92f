"""Every sentence exists in both languages and names the same fields."""

import ast
import string
from pathlib import Path

import pytest

from config.language import Language
from config.messages import area, areas, message

ROOT = Path(__file__).parents[2]
KEYS = [f"{name}.{key}" for name in areas() for key in area(name)]


def fields(template: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(template) if field is not None}


@pytest.mark.parametrize("key", KEYS)
def test_a_message_has_both_languages_and_the_same_fields(key: str) -> None:
    name, _, rest = key.partition(".")
    texts = area(name)[rest]
    assert set(texts) == {language.value for language in Language}
    assert all(text.strip() for text in texts.values())
    assert fields(texts["en"]) == fields(texts["ko"])
    filled = dict.fromkeys(fields(texts["en"]), "x")
    assert all(message(key, language, **filled) for language in Language)


def test_every_literal_key_in_the_code_is_a_message() -> None:
    known = set(KEYS)
    prefixes = tuple(f"{name}." for name in areas())
    used = {
        node.value
        for room in ("bot", "index", "corpus", "config")
        for path in (ROOT / room).rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and call.args
        for node in call.args[:1]
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(prefixes)
        if " " not in node.value and not node.value.endswith(".")
    }
    assert used
    assert used - known <= {"models.toml"}
