"""The bot as a process of its own, pointed at the loopback and kept from every other address."""

import asyncio
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.fakecord.journal import PATIENCE_S

#: Put on PYTHONPATH, this is the whole override: three class attributes of discord.py and a network guard.
SITECUSTOMIZE = """\
import os, sys

if os.environ.get("FAKECORD_API"):
    LOOPBACK = ("127.0.0.1", "::1", "localhost", None)

    def loopback_only(event, arguments):
        if event == "socket.connect" and isinstance(arguments[1], tuple) and arguments[1][0] not in LOOPBACK:
            raise RuntimeError(f"fakecord: blocked connection to {arguments[1]}")
        if event == "socket.getaddrinfo" and arguments[0] not in LOOPBACK:
            raise RuntimeError(f"fakecord: blocked lookup of {arguments[0]}")

    sys.addaudithook(loopback_only)
    import yarl, discord.asset, discord.gateway, discord.http

    discord.http.Route.BASE = os.environ["FAKECORD_API"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["FAKECORD_GATEWAY"])
    discord.asset.Asset.BASE = os.environ["FAKECORD_CDN"]
"""
#: Where programs are started: the repository, so that `-m` finds its packages.
ROOT = Path(__file__).resolve().parents[2]
STOP_TIMEOUT_S = 5.0


class BotProcess:
    """A started bot. `exit_code` is None while it runs."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log

    @property
    def exit_code(self) -> int | None:
        """How it ended."""
        return self._process.returncode

    @property
    def log(self) -> str:
        """What it wrote to stdout and stderr."""
        return self._log.read_text(encoding="utf-8")

    def send_signal(self, number: int) -> None:
        """Sends a signal."""
        self._process.send_signal(number)

    async def wait(self, timeout_s: float = PATIENCE_S) -> int:
        """Its exit code, once it ends. Raises TimeoutError."""
        return await asyncio.wait_for(self._process.wait(), timeout_s)

    async def kill(self) -> None:
        """Ends it by force."""
        if self.exit_code is None:
            self._process.kill()
            await self._process.wait()

    async def end(self) -> None:
        """Ends it, by force if it must be."""
        if self.exit_code is None:
            self._process.terminate()
            try:
                await self.wait(STOP_TIMEOUT_S)
            except TimeoutError:
                await self.kill()


async def start(argv: tuple[str, ...], environment: Mapping[str, str], log: Path) -> BotProcess:
    """Starts a program with `environment` over this one's, its output going to `log`."""
    with log.open("ab") as output:
        process = await asyncio.create_subprocess_exec(
            *argv, env={**os.environ, **environment}, cwd=ROOT, stdout=output, stderr=output
        )
    return BotProcess(process, log)


def environment(api: str, gateway: str, cdn: str, token: str, folder: Path | None = None) -> dict[str, str]:
    """What makes an unmodified discord.py program connect to these URLs and to nothing else."""
    folder = folder or Path(tempfile.mkdtemp(prefix="fakecord-"))
    folder.joinpath("sitecustomize.py").write_text(SITECUSTOMIZE, encoding="utf-8")
    search = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))
    urls = {"FAKECORD_API": api, "FAKECORD_GATEWAY": gateway, "FAKECORD_CDN": cdn}
    return {**urls, "DISCORD_TOKEN": token, "PYTHONPATH": search}
