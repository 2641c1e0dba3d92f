"""What a person fills in, as Discord sends it: command options and modals, refused where the client would."""

import math
from typing import Any

from tests.fakecord.errors import ClientError, Json
from tests.fakecord.flags import ADMINISTRATOR, DIRECT_MESSAGE, USE_COMMANDS
from tests.fakecord.messages import Messages
from tests.fakecord.world import World

SUBCOMMAND, GROUP, STRING, INTEGER, USER, CHANNEL, ROLE, NUMBER, ATTACHMENT = 1, 2, 3, 4, 6, 7, 8, 10, 11
BINARY = "application/octet-stream"


class Options:
    """Turns values by name into the options of one command call."""

    def __init__(self, world: World, messages: Messages) -> None:
        self._world = world
        self._messages = messages

    def fill(
        self, command: Json, path: list[str], values: dict[str, Any], focused: str | None = None
    ) -> tuple[list[Json], Json]:
        """The option payload and its resolved objects. Raises ClientError where the client would not send it."""
        schema = _schema(command, path)
        unknown = set(values) - {option["name"] for option in schema}
        if unknown:
            raise ClientError(f"unknown options {unknown}")
        resolved: Json = {}
        filled: list[Json] = []
        for option in schema:
            name = option["name"]
            if name in values:
                _check_value(option, values[name], focused)
                value = self._resolve(option, values[name], resolved)
                mark = {"focused": True} if focused == name else {}
                filled.append({"name": name, "type": option["type"], "value": value, **mark})
            elif option.get("required") and focused is None:
                raise ClientError(f"option {name!r} is required")
        for depth, part in reversed(list(enumerate(path))):
            filled = [{"name": part, "type": SUBCOMMAND if depth == len(path) - 1 else GROUP, "options": filled}]
        return filled, resolved

    def _resolve(self, option: Json, value: Any, resolved: Json) -> Any:
        world = self._world
        match option["type"]:
            case 6:
                user = world.user(value)
                resolved.setdefault("users", {})[user["id"]] = user
                member = world.member(user["id"], world.permissions(user["id"]), with_user=False)
                resolved.setdefault("members", {})[user["id"]] = member
                return user["id"]
            case 7:
                channel = world.channel(value)
                resolved.setdefault("channels", {})[channel["id"]] = {**channel, "permissions": "0"}
                return channel["id"]
            case 8:
                resolved.setdefault("roles", {})[value] = world.roles[value]
                return value
            case 11:
                name, data = value
                attachment = self._messages.attach("0", {}, {"files[0]": (name, data, BINARY)})[0]
                resolved.setdefault("attachments", {})[attachment["id"]] = attachment
                return attachment["id"]
            case _:
                return value


def check_visible(command: Json, channel: Json, permissions: int) -> None:
    """Raises ClientError where the client would not offer a command to whoever has `permissions`."""
    direct = channel["type"] == DIRECT_MESSAGE
    needed = command.get("default_member_permissions")
    if not direct and not permissions & ADMINISTRATOR:
        lacking = needed is not None and (int(needed) == 0 or permissions & int(needed) != int(needed))
        if lacking or not permissions & USE_COMMANDS:
            raise ClientError(f"/{command['name']} is not visible")
    contexts = command.get("contexts")
    if contexts is not None and int(direct) not in contexts:
        raise ClientError(f"/{command['name']} is not offered in this context")


def fill_modal(component: Json, values: dict[str, Any], label: str | None = None) -> Json:
    """A component of a modal as it is sent back; values are keyed by custom id or label."""
    kind, known = component["type"], {"type": component["type"], "id": component.get("id", 1)}
    if kind == 18:
        return {**known, "component": fill_modal(component["component"], values, component["label"])}
    if kind == 1:
        return {**known, "components": [fill_modal(child, values) for child in component["components"]]}
    if kind == 10:
        return known
    custom_id = component["custom_id"]
    empty: Any = "" if kind == 4 else []
    value = values.get(custom_id, values.get(component.get("label") or label or "", empty))
    if kind == 4:
        _check_typed(component, value)
    return {**known, "custom_id": custom_id, ("value" if kind == 4 else "values"): value}


def _check_typed(component: Json, value: str) -> None:
    required = component.get("required", True)
    low = (component.get("min_length") or int(required)) if value or required else 0
    if not low <= len(value) <= (component.get("max_length") or 4000):
        raise ClientError(f"{component['custom_id']}: bad length {len(value)}")


def _schema(command: Json, path: list[str]) -> list[Json]:
    schema: list[Json] = command.get("options") or []
    for part in path:
        found = [option for option in schema if option["name"] == part and option["type"] in (SUBCOMMAND, GROUP)]
        if not found:
            raise ClientError(f"no subcommand {part!r}")
        schema = found[0].get("options") or []
    if any(option["type"] in (SUBCOMMAND, GROUP) for option in schema):
        raise ClientError("a subcommand must be chosen")
    return schema


def _check_value(option: Json, value: Any, focused: str | None) -> None:
    name, kind = option["name"], option["type"]
    choices = option.get("choices")
    if choices and value not in [choice["value"] for choice in choices]:
        raise ClientError(f"{value!r} is not one of the choices")
    typed = kind == STRING and focused is None
    if typed and not option.get("min_length", 0) <= len(value) <= option.get("max_length", 6000):
        raise ClientError(f"{name}: bad length {len(value)}")
    low, high = option.get("min_value", -math.inf), option.get("max_value", math.inf)
    if kind in (INTEGER, NUMBER) and not low <= value <= high:
        raise ClientError(f"{name}: {value} out of range")
