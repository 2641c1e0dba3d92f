"""The whole of it: the server, the people and the bot's process."""

import asyncio
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.fakecord.flags import PRIVILEGED_INTENTS
from tests.fakecord.gateway import Gateway
from tests.fakecord.journal import PATIENCE_S, Journal
from tests.fakecord.messages import Messages
from tests.fakecord.people import People
from tests.fakecord.process import BotProcess, environment, start
from tests.fakecord.records import Interaction, Message
from tests.fakecord.rest import Rest
from tests.fakecord.routes_application import ApplicationRoutes
from tests.fakecord.routes_channel import ChannelRoutes
from tests.fakecord.routes_interaction import InteractionRoutes
from tests.fakecord.world import World

TOKEN = "fake.bot.token"
LOOPBACK = "127.0.0.1"


class FakeDiscord(People):
    """A Discord on an ephemeral loopback port, and everybody who uses it.

    Parts: `world` (who and what there is), `rest` (requests seen, faults to inject), `gateway` (reconnects),
    `channels.typing`, `interactions` (deadline and life), `commands`, `journal`.
    """

    def __init__(self, *, locale: str = "en-US", approved_intents: int = PRIVILEGED_INTENTS) -> None:
        self.journal = Journal()
        self.world = World(locale)
        self.messages = Messages(self.world, self.journal)
        self.gateway = Gateway(self.world, self.journal, TOKEN, approved_intents)
        self.rest = Rest(self.journal, TOKEN)
        self.application = ApplicationRoutes(self.world, self.gateway)
        self.channels = ChannelRoutes(self.world, self.messages, self.gateway, self.journal)
        self.interactions = InteractionRoutes(self.world, self.messages)
        self.commands = self.application.commands
        super().__init__(self.world, self.messages, self.interactions, self.commands, self.journal)
        self._bots: list[BotProcess] = []
        self._folder = tempfile.TemporaryDirectory(prefix="fakecord-")

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=256 << 20)
        for path in ("/", "/gateway", "/resume"):
            app.router.add_get(path, self.gateway.handle)
        app.router.add_get("/attachments/{channel}/{attachment}/{name}", self._attachment)
        self.rest.add_to(app, (self.application, self.channels, self.interactions))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, LOOPBACK, 0).start()
        address = f"{LOOPBACK}:{self._runner.addresses[0][1]}"
        self.api_url, self.messages.cdn_url = f"http://{address}/api/v10", f"http://{address}"
        self.application.gateway_url = f"ws://{address}/gateway"
        self.gateway.resume_url = f"ws://{address}/resume"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*(bot.kill() for bot in self._bots))
        self.gateway.abort()
        await self._runner.cleanup()
        self._folder.cleanup()

    def environment(self, token: str = TOKEN) -> dict[str, str]:
        """The environment that makes an unmodified discord.py program connect here."""
        gateway_url, cdn_url = self.application.gateway_url, self.messages.cdn_url
        return environment(self.api_url, gateway_url, cdn_url, token, Path(self._folder.name))

    async def launch(
        self, *argv: str, log: Path, extra: Mapping[str, str] | None = None, token: str = TOKEN
    ) -> BotProcess:
        """Runs a bot as its own process; it is killed with this Discord at the latest."""
        bot = await start(argv, {**self.environment(token), **(extra or {})}, log)
        self._bots.append(bot)
        return bot

    async def start_bot(
        self, *argv: str, log: Path, extra: Mapping[str, str] | None = None, timeout_s: float = PATIENCE_S
    ) -> BotProcess:
        """Runs a bot and waits until it is connected. Raises RuntimeError where it ends instead."""
        ready = self.gateway.count("READY")
        bot = await self.launch(*argv, log=log, extra=extra)

        def settled() -> bool:
            return self.gateway.count("READY") > ready or bot.exit_code is not None

        await self.journal.wait_for(settled, timeout_s, "READY")
        if bot.exit_code is not None:
            raise RuntimeError(f"the bot exited with {bot.exit_code}:\n{bot.log}")
        return bot

    def replies(self, to: Interaction | Message | None = None) -> list[Message]:
        """The bot's messages in answer to `to`, oldest first; with None, all of its messages."""
        if isinstance(to, Interaction):
            related = {message.id for message in (to.original, *to.followups) if message}
            return [one for one in self._said() if one.id in related or _reference(one) in related]
        if to is None:
            return self._said()
        return [one for one in self._said() if _reference(one) == to.id]

    async def wait_for_reply(
        self,
        to: Interaction | Message | None = None,
        *,
        contains: str = "",
        timeout_s: float = PATIENCE_S,
        settled_s: float = 0.0,
    ) -> Message:
        """The newest reply that holds `contains`, once there is one and it was not edited for `settled_s`."""

        def newest() -> Message | None:
            good = [one for one in self.replies(to) if not one.loading and contains in one.content]
            return good[-1] if good else None

        reply = await self.journal.wait_for(newest, timeout_s, f"reply containing {contains!r}")

        def rested() -> bool:
            return self.journal.now_s() - reply.revisions[-1].at_s >= settled_s

        await self.journal.wait_for(rested, timeout_s, "an end of edits")
        return reply

    def _said(self) -> list[Message]:
        messages = self.world.by_id.values()
        return [one for one in messages if one.author_id == self.world.app_id and not one.deleted]

    async def _attachment(self, request: web.Request) -> web.Response:
        blob = self.messages.blobs.get(request.match_info["attachment"])
        return web.Response(body=blob[1], headers={"Content-Type": blob[2]}) if blob else web.Response(status=404)


def _reference(message: Message) -> str | None:
    reference = message.payload.get("message_reference")
    return str(reference["message_id"]) if reference else None
