"""The texts about pinned answers: what a draft would catch, and the list of those that are kept. Pure functions."""

from collections.abc import Sequence

from discord.utils import format_dt

from bot.discord.markdown import defused, literal, shortened
from bot.discord.moderators.pages import PageItems, fitted
from bot.discord.rendering import PAGE_CHARACTERS, SMALL
from bot.discord.splitting import first_page
from bot.pins.pin import Pin, PinText
from bot.pins.pinned import Likeness
from config.language import Language
from config.messages import message

_SHOWN_CAUGHT = 8
_SHOWN_MISSED = 4
_SHOWN_TEXT_CHARACTERS = 300
# The same on a page of pins: marks of markup count twice, since they are escaped.
_LISTED_CHARACTERS = (_SHOWN_TEXT_CHARACTERS, 120, 60)
_SHOWN_QUESTION_CHARACTERS = 80
# How near a question must be to be worth showing although it is not caught.
_WORTH_SHOWING = 0.3


def render_preview(text: PinText, likenesses: Sequence[Likeness], looked_at: int, language: Language) -> str:
    """What a pin would catch of `looked_at` questions, how near each is, what it would just miss, and its answers."""
    caught = [one for one in likenesses if one.caught]
    missed = [one for one in likenesses if not one.caught and one.nearness >= _WORTH_SHOWING]
    parts = [message("pins.preview_caught", language, caught=len(caught), looked_at=looked_at)]
    parts += map(_likeness_line, caught[:_SHOWN_CAUGHT])
    if missed:
        parts += [message("pins.preview_missed", language), *map(_likeness_line, missed[:_SHOWN_MISSED])]
    return first_page("\n".join((*parts, "", render_pin_text(text, language))), PAGE_CHARACTERS)


def render_pin_text(text: PinText, language: Language, most_characters: int = _SHOWN_TEXT_CHARACTERS) -> str:
    """The wordings and the answers of a pin, each of at most so many characters."""
    wordings = literal(shortened(" / ".join(text.wordings), most_characters))
    lines = [message("pins.shown_wordings", language, wordings=wordings)]
    for spoken in (Language.KOREAN, Language.ENGLISH):
        name = message(f"discord.language_{spoken}", language)
        answer = defused(shortened(text.answers[spoken], most_characters))
        lines.append(f"**{name}** {answer}")
    return "\n".join(lines)


def render_pins(shown: PageItems[Pin], language: Language) -> str:
    """A page of pins, oldest first."""
    if not shown.items:
        return message("pins.none", language, pin=message("pins.pin_name", language))
    title = message("pins.title", language, page=shown.number, pages=shown.pages)
    return fitted(
        _LISTED_CHARACTERS, lambda limit: "\n".join((title, *(_entry(pin, language, limit) for pin in shown.items)))
    )


def _entry(pin: Pin, language: Language, text_characters: int) -> str:
    changed = message("pins.facts", language, member=f"<@{pin.changed_by}>", when=format_dt(pin.changed_at, "d"))
    return f"**#{pin.number}**\n{render_pin_text(pin.text, language, text_characters)}\n{SMALL}{changed}"


def _likeness_line(likeness: Likeness) -> str:
    question = literal(shortened(likeness.question, _SHOWN_QUESTION_CHARACTERS))
    return f"{SMALL}{round(likeness.nearness * 100)}% · {question}"
