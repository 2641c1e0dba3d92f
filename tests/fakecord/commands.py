"""Discord's limits on application commands."""

import re

from tests.fakecord.errors import ApiError, Form, Json

_LOCALES = "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th"
LOCALES = frozenset((*_LOCALES.split(), "zh-CN", "zh-TW", "ja", "ko"))
CHAT_INPUT = 1
SUBCOMMANDS = (1, 2)
STRING = 3
# \w stands in for \p{L}\p{N}; Devanagari and Thai marks are not covered.
_NAME = re.compile(r"[-_'\w]{1,32}")


def check_commands(commands: list[Json]) -> None:
    """Raises ApiError where Discord would refuse to register `commands`."""
    form = Form()
    seen: set[tuple[int, str]] = set()
    kinds = {1: 0, 2: 0, 3: 0}
    for index, command in enumerate(commands):
        kind = command.get("type", CHAT_INPUT)
        kinds[kind] = kinds.get(kind, 0) + 1
        key = (kind, str(command.get("name")))
        message = "Application command names must be unique"
        form.check(key not in seen, f"{index}.name", message, "APPLICATION_COMMANDS_DUPLICATE_NAME")
        seen.add(key)
        _check_command(form, str(index), command, chat=kind == CHAT_INPUT)
    form.done()
    if kinds[1] > 100 or kinds[2] > 15 or kinds[3] > 15:
        raise ApiError(400, 30032, "Maximum number of application commands reached (100)")


def _check_command(form: Form, path: str, command: Json, *, chat: bool) -> None:
    size = _check_named(form, path, command, chat=chat)
    if chat:
        size += _check_options(form, path, command)
    else:
        code = "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET"
        message = "Context menu commands cannot have description"
        form.check(not command.get("description"), f"{path}.description", message, code)
    message = "Command exceeds maximum size (8000)"
    form.check(size <= 8000, path, message, "APPLICATION_COMMAND_TOO_LARGE")


def _check_named(form: Form, path: str, node: Json, *, chat: bool) -> int:
    names = {"name": node.get("name")}
    names |= {f"name_localizations.{key}": value for key, value in (node.get("name_localizations") or {}).items()}
    for key, name in names.items():
        form.length(f"{path}.{key}", name, 32, 1)
        if chat and isinstance(name, str):
            valid = _NAME.fullmatch(name) and name == name.lower()
            form.check(valid, f"{path}.{key}", "Command name is invalid", "APPLICATION_COMMAND_INVALID_NAME")
    for key in ("name_localizations", "description_localizations"):
        for locale in node.get(key) or {}:
            form.check(locale in LOCALES, f"{path}.{key}", f"{locale} is not a valid locale", "BASE_TYPE_CHOICES")
    if chat:
        form.length(f"{path}.description", node.get("description"), 100, 1)
        for locale, value in (node.get("description_localizations") or {}).items():
            form.length(f"{path}.description_localizations.{locale}", value, 100, 1)
    return len(node.get("name") or "") + len(node.get("description") or "")


def _check_options(form: Form, path: str, node: Json, depth: int = 0) -> int:
    """Notes what is wrong and returns how many characters the options take."""
    options = node.get("options") or []
    form.check(len(options) <= 25, f"{path}.options", "Must be 25 or fewer in length.")
    names = [option.get("name") for option in options]
    code = "APPLICATION_COMMAND_OPTIONS_NAME_INVALID"
    form.check(len(set(names)) == len(names), f"{path}.options", "Option names must be unique", code)
    required = [bool(option.get("required")) for option in options if option.get("type") not in SUBCOMMANDS]
    code = "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"
    message = "Required options must be placed before non-required options"
    form.check(required == sorted(required, reverse=True), f"{path}.options", message, code)
    return sum(_check_option(form, f"{path}.options.{i}", option, depth) for i, option in enumerate(options))


def _check_option(form: Form, path: str, option: Json, depth: int) -> int:
    size = _check_named(form, path, option, chat=True)
    kind = option.get("type")
    if kind in SUBCOMMANDS:
        fits = depth < 2 and depth + kind <= 3 - (depth > 0 and kind == 2)
        form.check(fits, path, "Sub-command nesting is too deep", "APPLICATION_COMMAND_INVALID_NESTING")
        return size + _check_options(form, path, option, depth + 1)
    choices = option.get("choices") or []
    form.check(len(choices) <= 25, f"{path}.choices", "Must be 25 or fewer in length.")
    both = choices and option.get("autocomplete")
    form.check(not both, path, "autocomplete and choices are mutually exclusive")
    for index, choice in enumerate(choices):
        form.length(f"{path}.choices.{index}.name", choice.get("name"), 100, 1)
        if kind == STRING:
            form.length(f"{path}.choices.{index}.value", choice.get("value"), 100, 1)
        size += len(choice.get("name") or "") + len(str(choice.get("value", "")))
    return size
