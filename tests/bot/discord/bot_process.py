"""A bot as a process of its own, real but for its answers: its arguments are PAUSE_S, GRACE_S and STATE_FILE."""

import asyncio
import logging
import os
import sys
from pathlib import Path

from bot.discord.run import run_discord
from bot.state.store import open_state
from config.errors import HaetaeError
from config.settings import load_settings
from tests.bot.fakes import ABOUT, SUGGESTIONS, FakeAnswerer


def main() -> int:
    logging.basicConfig(level=logging.INFO)
    pause_s, grace_s, state_file = float(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])
    chosen = {"edit_interval_s": 1.0, "stop_grace_s": grace_s, "message_content": "reads_content" in sys.argv}
    settings = load_settings({"discord": chosen}).discord

    async def serve() -> None:
        async with open_state(f"sqlite:///{state_file}") as state:
            await run_discord(
                os.environ["DISCORD_TOKEN"],
                FakeAnswerer(pause_s),
                state,
                about=ABOUT,
                suggestions=SUGGESTIONS,
                settings=settings,
            )

    try:
        asyncio.run(serve())
    except HaetaeError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
