"""What the gate decides before anybody knocks; who is let in is tried on the whole process."""

from types import SimpleNamespace
from typing import cast

import discord
import pytest

from bot.discord.moderators.gate import Gate
from config.errors import SettingsError
from config.language import Language
from tests.bot.discord.fakes import FakeRules
from tests.bot.discord.moderators.builders import moderation_settings
from tests.languages import EACH_LANGUAGE


def client(*guild_ids: int) -> discord.Client:
    return cast(discord.Client, SimpleNamespace(guilds=[SimpleNamespace(id=guild_id) for guild_id in guild_ids]))


@EACH_LANGUAGE
def test_a_permission_that_discord_does_not_have_is_named_at_the_start(language: Language) -> None:
    with pytest.raises(SettingsError) as caught:
        Gate(moderation_settings(permission="manage_everything"), FakeRules())
    assert "manage_everything" in caught.value.sentence(language)
    assert "manage_guild" in caught.value.sentence(language)


def test_commands_are_shown_first_to_whoever_has_the_permission_of_the_settings() -> None:
    assert Gate(moderation_settings(), FakeRules()).default_permissions == discord.Permissions(manage_guild=True)
    other = Gate(moderation_settings(permission="manage_messages"), FakeRules())
    assert other.default_permissions == discord.Permissions(manage_messages=True)


def test_the_only_server_is_home_unless_the_settings_name_one() -> None:
    unset, named = Gate(moderation_settings(), FakeRules()), Gate(moderation_settings(home_server="7"), FakeRules())
    assert unset.home_server(client(5)) == 5
    assert unset.home_server(client(5, 6)) is None
    assert named.home_server(client(5, 6)) == 7
    assert unset.is_home(client(5), 5)
    assert not unset.is_home(client(5), 6)
    assert not unset.is_home(client(5, 6), None)
