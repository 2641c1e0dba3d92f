"""The Discord door: commands and mentions in, streamed answers out. Only this package imports discord.py."""
