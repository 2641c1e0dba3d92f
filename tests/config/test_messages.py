"""Every sentence exists in both languages, names the same fields, and gets them where it is raised."""

import ast
import re
import string
from collections.abc import Iterator

import pytest

from config.language import Language
from config.messages import area, areas, message
from tests.places import ROOT

KEYS = [f"{name}.{key}" for name in areas() for key in area(name)]
ROOMS = ("config", "corpus", "index", "bot")
# Particles whose form depends on the last sound of the word before them, which nobody knows of a field.
VARYING_PARTICLE = re.compile(
    r"\{(?P<field>\w+)\}[`’”\"'*]*(?:은|는|이|가|을|를|과|와|이나|으로|로|로만|이라고?|라고|이에요|예요|이고|이며)(?![가-힣])"
)
# Fields with few values, all of which take the particle that stands there.
KNOWN_ENDINGS = {"language": "한국어, 영어"}


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


@pytest.mark.parametrize("key", KEYS)
def test_no_korean_particle_depends_on_what_a_field_holds(key: str) -> None:
    korean = message_text(key)
    assert [found[0] for found in VARYING_PARTICLE.finditer(korean) if found["field"] not in KNOWN_ENDINGS] == []


@pytest.mark.parametrize("sentence", ["{path}을 열 수 없어요.", "‘{heading}’이 길어요.", "`{name}`라고 적혀 있어요."])
def test_such_a_particle_would_be_seen(sentence: str) -> None:
    assert VARYING_PARTICLE.search(sentence)


def test_every_raised_error_has_the_fields_of_its_sentence() -> None:
    raised = list(errors_raised())
    assert raised
    assert [f"{where}: {key} lacks {lacking}" for where, key, lacking in raised if lacking] == []


def message_text(key: str) -> str:
    name, _, rest = key.partition(".")
    return area(name)[rest]["ko"]


def errors_raised() -> Iterator[tuple[str, str, set[str]]]:
    """Where an error is made with a literal key and all of its fields, the key, and the fields that are missing."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                match call:
                    case ast.Call(ast.Name(name), [ast.Constant(str(key))], keywords) if name.endswith("Error"):
                        given = {keyword.arg for keyword in keywords}
                        if key in KEYS and None not in given:
                            yield f"{path.relative_to(ROOT)}:{call.lineno}", key, fields(message_text(key)) - given


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
