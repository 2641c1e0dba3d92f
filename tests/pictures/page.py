"""A page in the look of a Discord client, from payloads. Pure: what was sent goes in, HTML comes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from config.language import Language
from tests.fakecord.errors import Json
from tests.fakecord.flags import EPHEMERAL
from tests.pictures.markdown import inline_html, to_html

TEMPLATE = "page.html.j2"
# What the client itself writes around messages.
_CLIENT_WORDS: Mapping[Language, Mapping[str, str]] = {
    Language.KOREAN: {
        "app": "앱",
        "used": "{name} 님이 사용한 명령어:",
        "only_you": "이 메시지는 나만 볼 수 있어요 · 메시지 닫기",
    },
    Language.ENGLISH: {"app": "APP", "used": "{name} used", "only_you": "Only you can see this · Dismiss message"},
}
_AVATARS = ("#3e7bfa", "#c2570c", "#7a4fd0", "#0f8a6a")
_BUTTONS = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary"}
_EXCERPT_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Shown:
    """A message's payload; above it the command it responds to, or the message whose button it responds to."""

    payload: Json
    command: str = ""
    pressed: Json | None = None


@dataclass(frozen=True, slots=True)
class Typing:
    """A command while its option is typed: the registered command, the option's name, the text, the choices."""

    command: Json
    option: str
    typed: str
    choices: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One client, in the language of its member."""

    language: Language
    shown: tuple[Shown | Typing, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: clients side by side, each `width_px` wide."""

    name: str
    width_px: int
    columns: tuple[Column, ...]


def render(scene: Scene, names: Mapping[str, str]) -> str:
    """The page of `scene`; `names` are those of members and channels by their ids."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    columns = [
        {"language": column.language.value, "items": [_item(one, column.language, names) for one in column.shown]}
        for column in scene.columns
    ]
    return environment.get_template(TEMPLATE).render(width_px=scene.width_px, columns=columns)


def localised(payload: Json, key: str, language: Language) -> str:
    """A command's or option's `key` (name, description) as a client in `language` shows it."""
    translated = payload.get(f"{key}_localizations") or {}
    return str(translated.get(language.value, payload[key]))


def _item(shown: Shown | Typing, language: Language, names: Mapping[str, str]) -> Json:
    return _typing(shown, language) if isinstance(shown, Typing) else _message(shown, language, names)


def _typing(shown: Typing, language: Language) -> Json:
    (option,) = [one for one in shown.command["options"] if one["name"] == shown.option]
    return {
        "kind": "typing",
        "command": localised(shown.command, "name", language),
        "option": localised(option, "name", language),
        "description": localised(option, "description", language),
        "typed": shown.typed,
        "choices": [choice["name"] for choice in shown.choices],
    }


def _message(shown: Shown, language: Language, names: Mapping[str, str]) -> Json:
    payload, words = shown.payload, _CLIENT_WORDS[language]
    private = bool(payload.get("flags", 0) & EPHEMERAL)
    return {
        "kind": "message",
        "above": _above(shown, words, names),
        "author": _person(payload["author"], names),
        "app": words["app"] if payload["author"].get("bot") else "",
        "content": Markup(to_html(payload["content"], names)) if payload["content"] else "",
        "embeds": [_embed(embed, names) for embed in payload["embeds"]],
        "rows": [[_button(item) for item in row["components"]] for row in payload["components"]],
        "private": words["only_you"] if private else "",
    }


def _above(shown: Shown, words: Mapping[str, str], names: Mapping[str, str]) -> Json | None:
    """What stands in small print over a message."""
    if shown.command:
        user = _person(shown.payload["interaction_metadata"]["user"], names)
        return {"person": user, "lead": words["used"].format(name=user["name"]), "command": shown.command, "text": ""}
    replied = shown.pressed or shown.payload.get("referenced_message")
    if not replied:
        return None
    person = _person(replied["author"], names)
    first = next((line for line in replied["content"].split("\n") if line), "")[:_EXCERPT_CHARACTERS]
    text = Markup(inline_html(first.removeprefix("> "), names))
    return {"person": person, "lead": person["name"], "command": "", "text": text}


def _person(user: Json, names: Mapping[str, str]) -> Json:
    name = names.get(user["id"], user["username"])
    colour = _AVATARS[0] if user.get("bot") else _AVATARS[1 + sum(map(ord, name)) % (len(_AVATARS) - 1)]
    return {"name": name, "letter": name[:1], "colour": colour, "bot": bool(user.get("bot"))}


def _embed(embed: Json, names: Mapping[str, str]) -> Json:
    fields = [
        {key: Markup(to_html(field[key], names)) for key in ("name", "value")} for field in embed.get("fields", ())
    ]
    return {"title": embed.get("title", ""), "fields": fields}


def _button(item: Json) -> Json:
    emoji = (item.get("emoji") or {}).get("name", "")
    return {"label": item.get("label", ""), "emoji": emoji, "style": _BUTTONS[item["style"]]}
