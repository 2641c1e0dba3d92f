"""The rules of a server as moderators type and read them. Pure functions."""

import re
from datetime import time
from zoneinfo import available_timezones

from bot.discord.choices import MAX_CHOICES
from bot.discord.moderators.house_rules import channel_list
from bot.state.rules import QuietHours, ServerRules
from config.errors import ModerationError
from config.language import Language
from config.messages import message

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


def saved(rules: ServerRules, language: Language) -> str:
    """What is told after a change."""
    return f"{message('rules.saved', language)}\n{described(rules, language)}"


def described(rules: ServerRules, language: Language) -> str:
    """All rules of a server, as a list."""
    hours = rules.quiet_hours
    none = message("rules.none", language)
    return message(
        "rules.list",
        language,
        answers=message("rules.answers_paused" if rules.pause is not None else "rules.answers_on", language),
        channels=channel_list(rules.channels) or message("rules.everywhere", language),
        roles=role_list(rules.roles) or message("rules.everybody", language),
        quota=rules.daily_questions or message("rules.unlimited", language),
        quiet=_hours(hours, language) if hours else none,
        zone=rules.time_zone,
        moderators=f"<@&{rules.moderator_role}>" if rules.moderator_role else none,
        record=f"<#{rules.audit_channel}>" if rules.audit_channel else none,
    )


def role_list(roles: tuple[int, ...]) -> str:
    """Roles as Discord shows them."""
    return ", ".join(f"<@&{role}>" for role in roles)


def hours_of(since: str | None, until: str | None) -> QuietHours | None:
    """The quiet hours that were typed, None where nothing was. Raises ModerationError."""
    if not since and not until:
        return None
    if not since or not until:
        raise ModerationError("rules.half_hours")
    hours = QuietHours(_clock(since), _clock(until))
    if hours.since == hours.until:
        raise ModerationError("rules.half_hours")
    return hours


def zone_of(typed: str | None) -> str | None:
    """The time zone that was typed, however its letters stand, None where none was. Raises ModerationError."""
    if not typed:
        return None
    wanted = typed.strip().replace(" ", "_").casefold()
    found = next((zone for zone in available_timezones() if zone.casefold() == wanted), None)
    if found is None:
        raise ModerationError("rules.unknown_zone", zone=typed)
    return found


def zones_like(typed: str) -> list[str]:
    """Time zones whose names hold what was typed, those first whose city begins so."""
    part = typed.strip().replace(" ", "_").casefold()
    found = [zone for zone in available_timezones() if part in zone.casefold()]
    found.sort(key=lambda zone: (not zone.casefold().rpartition("/")[2].startswith(part), zone))
    return found[:MAX_CHOICES]


def _clock(text: str) -> time:
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise ModerationError("rules.bad_time", text=text)
    return time(int(found[1]), int(found[2]))


def _hours(hours: QuietHours, language: Language) -> str:
    return message("rules.hours", language, since=f"{hours.since:%H:%M}", until=f"{hours.until:%H:%M}")
