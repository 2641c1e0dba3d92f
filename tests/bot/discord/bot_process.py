"""A bot as a process of its own, real but for its answers: python -m tests.bot.discord.bot_process PAUSE_S GRACE_S."""

import asyncio
import logging
import os
import sys

from bot.discord.run import run_discord
from config.errors import DiscordError
from config.settings import DiscordSettings
from tests.bot.fakes import FakeAnswerer


def main() -> int:
    logging.basicConfig(level=logging.INFO)
    pause_s, grace_s = map(float, sys.argv[1:])
    settings = DiscordSettings(token_file=None, edit_interval_s=1.0, stop_grace_s=grace_s)
    try:
        asyncio.run(run_discord(os.environ["DISCORD_TOKEN"], FakeAnswerer(pause_s), settings))
    except DiscordError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
