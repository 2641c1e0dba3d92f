"""Discord: commands and mentions in, streamed answers out. Only this package imports discord.py."""
