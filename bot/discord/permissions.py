"""The permissions that the bot needs to answer in a channel."""

import discord

from config.errors import DiscordError


def missing_permissions(message: discord.Message) -> DiscordError | None:
    """What forbids the bot to reply to `message`, with the remedy; None where nothing does."""
    guild, channel = message.guild, message.channel
    if guild is None or isinstance(channel, discord.DMChannel | discord.GroupChannel | discord.PartialMessageable):
        return None
    held = channel.permissions_for(guild.me)
    in_thread = isinstance(channel, discord.Thread)
    may_write = held.send_messages_in_threads if in_thread else held.send_messages
    if not may_write:
        key = "discord.cannot_send_in_threads" if in_thread else "discord.cannot_send"
        return DiscordError(key, channel=channel.mention)
    if not held.read_message_history:
        return DiscordError("discord.cannot_read_history", channel=channel.mention)
    return None
