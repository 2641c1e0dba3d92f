"""A loopback Discord (REST v10, gateway, CDN) that a real, unmodified bot process connects to.

    async with FakeDiscord() as cord:
        bot = await cord.start_bot(sys.executable, "-m", "bot", "run", log=tmp_path / "bot.log")
        asked = await cord.slash("ask", {"question": "hi"}, user="alice", locale="ko")
        reply = await cord.wait_for_reply(asked, contains="done", settled_s=1.0)

`people` plays the humans; `rest` and `routes_…` answer the bot's requests and `gateway` its websocket; `world` and
`messages` hold the state behind them; `limits`, `components` and `commands` are Discord's documented limits. It
shares no code with discord.py. Rate-limit buckets and some error texts are approximations.
"""

from tests.fakecord.cord import FakeDiscord
from tests.fakecord.errors import ApiError, ClientError
from tests.fakecord.records import Interaction, Message, Request

__all__ = ["ApiError", "ClientError", "FakeDiscord", "Interaction", "Message", "Request"]
