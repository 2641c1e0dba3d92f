"""Discord's limits on buttons, selects, modals and layouts."""

from collections.abc import Iterable, Iterator

from tests.fakecord.errors import Form, Json

ACTION_ROW, BUTTON, STRING_SELECT, TEXT_INPUT, TEXT_DISPLAY, LABEL = 1, 2, 3, 4, 10, 18
SELECTS = (3, 5, 6, 7, 8)
WITH_CUSTOM_ID = (BUTTON, TEXT_INPUT, *SELECTS, 19)
LINK_STYLES = (5, 6)


def walk(components: Iterable[Json] | None, path: str = "components") -> Iterator[tuple[str, Json]]:
    """Every component with its path, outer ones first."""
    for index, item in enumerate(components or ()):
        here = f"{path}.{index}"
        yield here, item
        yield from walk(item.get("components"), f"{here}.components")
        for key in ("component", "accessory"):
            if isinstance(item.get(key), dict):
                yield f"{here}.{key}", item[key]


def check_components(form: Form, components: list[Json] | None, *, v2: bool = False, modal: bool = False) -> None:
    """Notes in `form` what Discord would refuse."""
    _check_top(form, components or [], v2=v2, modal=modal)
    seen: set[str] = set()
    found = list(walk(components))
    for path, item in found:
        _check_item(form, path, item, modal=modal)
        if item.get("type") in WITH_CUSTOM_ID and not _is_link(item):
            custom_id = item.get("custom_id")
            form.length(f"{path}.custom_id", custom_id, 100, 1)
            code = "COMPONENT_CUSTOM_ID_DUPLICATED"
            form.check(custom_id not in seen, f"{path}.custom_id", "Component custom id cannot be duplicated", code)
            seen.add(str(custom_id))
    text = sum(len(item.get("content") or "") for _, item in found if item.get("type") == TEXT_DISPLAY)
    form.check(len(found) <= 40, "components", "The maximum number of components is 40")
    form.check(text <= 4000, "components", "Displayed text exceeds 4000 characters")


def _check_top(form: Form, components: list[Json], *, v2: bool, modal: bool) -> None:
    layout = {1, 9, 10, 12, 13, 14, 17} if v2 else {ACTION_ROW}
    allowed = {ACTION_ROW, TEXT_DISPLAY, LABEL} if modal else layout
    form.check(v2 or len(components) <= 5, "components", "Must be 5 or fewer in length.")
    for index, item in enumerate(components):
        message = f"Value must be one of {sorted(allowed)}."
        form.check(item.get("type") in allowed, f"components.{index}.type", message, "UNION_TYPE")


def _check_item(form: Form, path: str, item: Json, *, modal: bool) -> None:
    kind = item.get("type")
    if kind == ACTION_ROW:
        children = item.get("components") or []
        most = 1 if any(child.get("type") != BUTTON for child in children) else 5
        form.check(1 <= len(children) <= most, f"{path}.components", "Must be between 1 and 5 in length.")
    elif kind == BUTTON:
        _check_button(form, path, item)
    elif kind == TEXT_INPUT:
        _check_text_input(form, path, item, modal=modal)
    elif kind in SELECTS:
        _check_select(form, path, item)
    elif kind == TEXT_DISPLAY:
        form.length(f"{path}.content", item.get("content"), 4000, 1)
    elif kind == LABEL:
        form.length(f"{path}.label", item.get("label"), 45, 1)
        form.length(f"{path}.description", item.get("description"), 100)


def _is_link(item: Json) -> bool:
    return item.get("type") == BUTTON and item.get("style") in LINK_STYLES


def _check_button(form: Form, path: str, item: Json) -> None:
    form.length(f"{path}.label", item.get("label"), 80)
    named = item.get("label") or item.get("emoji") or item.get("style") == 6
    form.check(named, f"{path}.label", "A label or emoji is required")
    message = "A custom id and url cannot both be specified or both be missing"
    form.check(_is_link(item) != bool(item.get("custom_id")), f"{path}.custom_id", message)


def _check_text_input(form: Form, path: str, item: Json, *, modal: bool) -> None:
    form.length(f"{path}.label", item.get("label"), 45)
    form.length(f"{path}.placeholder", item.get("placeholder"), 100)
    form.length(f"{path}.value", item.get("value"), 4000)
    form.check(modal, path, "Text inputs are only allowed in modals", "UNION_TYPE")
    form.check(0 <= (item.get("min_length") or 0) <= 4000, f"{path}.min_length", "Must be between 0 and 4000.")
    form.check(1 <= (item.get("max_length") or 4000) <= 4000, f"{path}.max_length", "Must be between 1 and 4000.")


def _check_select(form: Form, path: str, item: Json) -> None:
    form.length(f"{path}.placeholder", item.get("placeholder"), 150)
    low, high = item.get("min_values", 1), item.get("max_values", 1)
    form.check(0 <= low <= high <= 25, f"{path}.max_values", "Must be 25 or fewer")
    if item["type"] != STRING_SELECT:
        return
    options = item.get("options") or []
    form.check(1 <= len(options) <= 25, f"{path}.options", "Must be between 1 and 25 in length.")
    values = {option.get("value") for option in options}
    code = "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"
    form.check(len(values) == len(options), f"{path}.options", "The specified option value is already used", code)
    for index, option in enumerate(options):
        form.length(f"{path}.options.{index}.label", option.get("label"), 100, 1)
        form.length(f"{path}.options.{index}.value", option.get("value"), 100, 1)
        form.length(f"{path}.options.{index}.description", option.get("description"), 100)
