"""Discord's objects as JSON, with every field a client library reads."""

from collections.abc import Iterable
from typing import Any

from tests.fakecord.errors import Json
from tests.fakecord.records import now_iso

# What a guild has none of here.
_EMPTY = (
    *("emojis", "stickers", "features", "voice_states", "presences"),
    *("stage_instances", "guild_scheduled_events", "soundboard_sounds"),
)
_ABSENT = (
    *("icon", "banner", "description", "vanity_url_code", "afk_channel_id"),
    *("system_channel_id", "rules_channel_id", "public_updates_channel_id"),
)
_ZERO = (
    *("verification_level", "default_message_notifications", "explicit_content_filter", "mfa_level"),
    *("system_channel_flags", "premium_tier", "nsfw_level", "premium_subscription_count"),
)
_FALSE = ("premium_progress_bar_enabled", "large", "unavailable")


def role(role_id: str, name: str, permissions: int) -> Json:
    """A role."""
    return {
        "id": role_id,
        "name": name,
        "permissions": str(permissions),
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0 if name == "@everyone" else 1,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def user(user_id: str, name: str, *, bot: bool) -> Json:
    """A user."""
    return {
        "id": user_id,
        "username": name,
        "global_name": None if bot else name.title(),
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
        "flags": 0,
        "public_flags": 0,
    }


def membership(roles: list[str]) -> Json:
    """What makes a user a member of the guild."""
    return {
        "roles": roles,
        "nick": None,
        "avatar": None,
        "joined_at": now_iso(),
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }


def text_channel(channel_id: str, guild_id: str, name: str, overwrites: list[Json], **extra: Any) -> Json:
    """A channel of the guild."""
    return {
        "id": channel_id,
        "type": 0,
        "guild_id": guild_id,
        "name": name,
        "position": 0,
        "topic": None,
        "nsfw": False,
        "parent_id": None,
        "permission_overwrites": overwrites,
        "rate_limit_per_user": 0,
        "last_message_id": None,
        "flags": 0,
        **extra,
    }


def direct_channel(channel_id: str, recipient: Json) -> Json:
    """A direct-message channel."""
    return {"id": channel_id, "type": 1, "recipients": [recipient], "last_message_id": None, "flags": 0}


def thread(thread_id: str, guild_id: str, parent_id: str, owner_id: str, body: Json) -> Json:
    """A thread, from the body of the request that opens it."""
    return {
        "id": thread_id,
        "type": body.get("type", 11),
        "guild_id": guild_id,
        "parent_id": parent_id,
        "owner_id": owner_id,
        "name": body["name"],
        "last_message_id": None,
        "message_count": 0,
        "member_count": 1,
        "rate_limit_per_user": 0,
        "flags": 0,
        "total_message_sent": 0,
        "applied_tags": [],
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": body.get("auto_archive_duration", 1440),
            "archive_timestamp": now_iso(),
            "locked": False,
            "create_timestamp": now_iso(),
        },
    }


def guild(guild_id: str, roles: Iterable[Json], members: Iterable[Json], channels: list[Json], locale: str) -> Json:
    """The guild as GUILD_CREATE brings it."""
    people = list(members)
    return {
        "id": guild_id,
        "name": "Test Guild",
        "owner_id": "1",
        "preferred_locale": locale,
        "roles": list(roles),
        "members": people,
        "member_count": len(people),
        "channels": [channel for channel in channels if channel["type"] in (0, 2, 4, 5, 15)],
        "threads": [c for c in channels if c["type"] in (11, 12) and not c["thread_metadata"]["archived"]],
        "joined_at": now_iso(),
        "region": "x",
        "afk_timeout": 300,
        "max_members": 500000,
        **{key: [] for key in _EMPTY},
        **dict.fromkeys(_ABSENT),
        **dict.fromkeys(_ZERO, 0),
        **dict.fromkeys(_FALSE, False),
    }
