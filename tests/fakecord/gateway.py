"""The gateway: sessions, events, heartbeats, reconnects."""

import asyncio
import json
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakecord.errors import Json
from tests.fakecord.flags import GUILDS, MESSAGE_CONTENT, PRIVILEGED_INTENTS
from tests.fakecord.journal import Journal
from tests.fakecord.messages import without_content
from tests.fakecord.world import World

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME, RECONNECT = 0, 1, 2, 3, 6, 7
REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 8, 9, 10, 11
UNKNOWN_OPCODE, AUTHENTICATION_FAILED, RATE_LIMITED, DISALLOWED_INTENTS = 4001, 4004, 4008, 4014
COMMANDS_PER_MINUTE = 120


class Connection:
    """One websocket. Payloads leave through a queue, so that order and compression state hold."""

    def __init__(self, ws: web.WebSocketResponse, transport: asyncio.Transport | None, compress: str | None) -> None:
        self.ws = ws
        self.session: Session | None = None
        self._transport = transport
        self._queue: asyncio.Queue[Json] = asyncio.Queue()
        self._received_s: list[float] = []
        self._encode = _encoder(compress)

    def put(self, op: int, data: object = None, sequence: int | None = None, event: str | None = None) -> None:
        """Queues a payload."""
        self._queue.put_nowait({"op": op, "d": data, "s": sequence, "t": event})

    async def write(self) -> None:
        """Sends what is queued, for ever."""
        while True:
            data = self._encode(json.dumps(await self._queue.get()))
            await (self.ws.send_str(data) if isinstance(data, str) else self.ws.send_bytes(data))

    def too_fast(self) -> bool:
        """Notes a command of the client and says whether it was one too many in a minute."""
        now_s = time.monotonic()
        self._received_s = [at_s for at_s in self._received_s if at_s > now_s - 60] + [now_s]
        return len(self._received_s) > COMMANDS_PER_MINUTE

    def abort(self) -> None:
        """Drops the socket without a close frame."""
        if self._transport:
            self._transport.abort()


@dataclass(slots=True)
class Session:
    """A session and every event it was sent, to be replayed when it resumes."""

    id: str
    intents: int
    connection: Connection | None
    sequence: int = 0
    events: list[tuple[int, str, Json]] = field(default_factory=list)

    def emit(self, event: str, data: Json) -> None:
        """Sends an event now, or at the next resume."""
        self.sequence += 1
        self.events.append((self.sequence, event, data))
        if self.connection:
            self.connection.put(DISPATCH, data, self.sequence, event)


class Gateway:
    """Serves websockets and tells sessions what happens. `refused_upgrades` answers so many with 503."""

    def __init__(self, world: World, journal: Journal, token: str, approved_intents: int = PRIVILEGED_INTENTS) -> None:
        self._world = world
        self._journal = journal
        self._token = token
        self._approved = approved_intents
        self.heartbeat_s = 41.25
        self.mutes_acks = False
        self.refuses_resume = False
        self.refused_upgrades = 0
        self.resume_url = ""
        self.events: list[str] = []
        self.sessions: dict[str, Session] = {}
        world.dispatch = self.dispatch

    def count(self, name: str) -> int:
        """How often something happened: READY, IDENTIFY, RESUMED, HEARTBEAT, CLOSED …"""
        return sum(1 for event in self.events if event.split()[0] == name)

    @property
    def reads_content(self) -> bool:
        """Whether the bot connected with the message-content intent."""
        return any(session.intents & MESSAGE_CONTENT for session in self.sessions.values())

    # ---- what a test may do to the connection
    async def reconnect(self) -> None:
        """Op 7: asks the client to reconnect and resume."""
        for connection in self._connections():
            connection.put(RECONNECT)

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Op 9: invalidates the session."""
        for session in list(self.sessions.values()):
            if session.connection:
                session.connection.put(INVALID_SESSION, resumable)
                if not resumable:
                    del self.sessions[session.id]

    async def drop(self) -> None:
        """Kills the websocket without a close frame."""
        for connection in self._connections():
            self._note("DROP")
            connection.abort()

    # ---- what the server does
    def dispatch(self, event: str, data: Json, intents: int = 0) -> None:
        """Sends an event to the sessions that asked for one of `intents`."""
        frozen = json.loads(json.dumps(data))
        for session in self.sessions.values():
            if not intents or session.intents & intents:
                session.emit(event, self._seen_by(session, event, frozen))

    def abort(self) -> None:
        """Drops all websockets at the end."""
        for connection in self._connections():
            connection.abort()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One websocket, from upgrade to close."""
        if self.refused_upgrades > 0:
            self.refused_upgrades -= 1
            self._note("REFUSED 503")
            return web.Response(status=503)
        ws = web.WebSocketResponse(max_msg_size=4096, compress=False)
        await ws.prepare(request)
        connection = Connection(ws, request.transport, request.query.get("compress"))
        writer = asyncio.create_task(connection.write())
        self._note(f"OPEN {request.path}")
        connection.put(HELLO, {"heartbeat_interval": int(self.heartbeat_s * 1000), "_trace": []})
        try:
            await self._listen(connection)
        finally:
            writer.cancel()
            self._closed(connection)
        return ws

    async def _listen(self, connection: Connection) -> None:
        async for message in connection.ws:
            if message.type is not WSMsgType.TEXT:
                continue
            if connection.too_fast():
                await connection.ws.close(code=RATE_LIMITED, message=b"Rate limited.")
                return
            await self._command(connection, json.loads(message.data))

    def _closed(self, connection: Connection) -> None:
        code, session = connection.ws.close_code, connection.session
        self._note(f"CLOSED {code}")
        if session and session.connection is connection:
            session.connection = None
            if code in (1000, 1001):  # a clean close by the client ends the session
                self.sessions.pop(session.id, None)

    async def _command(self, connection: Connection, message: Json) -> None:
        data = message.get("d")
        match message["op"]:
            case 1:
                self._note("HEARTBEAT")
                if not self.mutes_acks:
                    connection.put(HEARTBEAT_ACK)
            case 2:
                await self._identify(connection, data or {})
            case 3:
                self._note(f"PRESENCE {json.dumps(data, ensure_ascii=False)}")
            case 6:
                self._resume(connection, data or {})
            case 8:
                self._send_members(connection, data or {})
            case _:
                await connection.ws.close(code=UNKNOWN_OPCODE, message=b"Unknown opcode.")

    async def _identify(self, connection: Connection, data: Json) -> None:
        self._note(f"IDENTIFY intents={data['intents']}")
        if data["token"].removeprefix("Bot ") != self._token:
            await connection.ws.close(code=AUTHENTICATION_FAILED, message=b"Authentication failed.")
            return
        if data["intents"] & PRIVILEGED_INTENTS & ~self._approved:
            await connection.ws.close(code=DISALLOWED_INTENTS, message=b"Disallowed intent(s).")
            return
        session = connection.session = Session(self._world.new_id(), data["intents"], connection)
        self.sessions[session.id] = session
        session.emit("READY", self._ready(session, data))
        if data["intents"] & GUILDS:
            for guild_id in self._world.guild_ids:
                session.emit("GUILD_CREATE", self._world.guild(guild_id))
        self._note("READY")

    def _ready(self, session: Session, data: Json) -> Json:
        return {
            "v": 10,
            "user": {**self._world.bot, "verified": True, "mfa_enabled": False, "email": None},
            "guilds": [{"id": guild_id, "unavailable": True} for guild_id in self._world.guild_ids],
            "session_id": session.id,
            "resume_gateway_url": self.resume_url,
            "session_type": "normal",
            "shard": data.get("shard") or [0, 1],
            "application": {"id": self._world.app_id, "flags": 0},
            "private_channels": [],
            "_trace": [],
        }

    def _resume(self, connection: Connection, data: Json) -> None:
        self._note(f"RESUME seq={data['seq']}")
        session = self.sessions.get(data.get("session_id") or "")
        known = session and data["token"] == self._token and data["seq"] is not None
        if session is None or not known or self.refuses_resume or data["seq"] > session.sequence:
            self._note("INVALID_SESSION")
            connection.put(INVALID_SESSION, data=False)
            return
        connection.session, session.connection = session, connection
        missed = [event for event in session.events if event[0] > data["seq"]]
        for sequence, event, payload in missed:
            connection.put(DISPATCH, payload, sequence, event)
        session.emit("RESUMED", {"_trace": []})
        self._note(f"RESUMED replayed={len(missed)}")

    def _send_members(self, connection: Connection, data: Json) -> None:
        ids = data.get("user_ids") or list(self._world.members)
        wanted = [ids] if isinstance(ids, str) else ids
        members = [self._world.member(one) for one in wanted if one in self._world.members]
        chunk = {"guild_id": self._world.guild_id, "members": members, "chunk_index": 0, "chunk_count": 1}
        if connection.session:
            connection.session.emit("GUILD_MEMBERS_CHUNK", {**chunk, "nonce": data.get("nonce")})

    def _seen_by(self, session: Session, event: str, data: Json) -> Json:
        if event not in ("MESSAGE_CREATE", "MESSAGE_UPDATE") or session.intents & MESSAGE_CONTENT:
            return data
        return data if concerns(self._world.app_id, data) else without_content(data)

    def _connections(self) -> list[Connection]:
        return [session.connection for session in self.sessions.values() if session.connection]

    def _note(self, event: str) -> None:
        self.events.append(event)
        self._journal.log(f"GATEWAY  {event}")


def concerns(app_id: str, message: Json) -> bool:
    """Whether an application gets a message's text without the intent: its own, one that mentions it, a direct one."""
    mentioned = any(user["id"] == app_id for user in message["mentions"])
    return message["author"]["id"] == app_id or mentioned or not message.get("guild_id")


def _encoder(compress: str | None) -> Callable[[str], Any]:
    if compress == "zlib-stream":
        deflate = zlib.compressobj()
        return lambda text: deflate.compress(text.encode()) + deflate.flush(zlib.Z_SYNC_FLUSH)
    if compress == "zstd-stream":  # asked for only by a client that has a zstd module itself
        if sys.version_info >= (3, 14):
            stream = import_module("compression.zstd").ZstdCompressor()
            return lambda text: stream.compress(text.encode(), mode=stream.FLUSH_BLOCK)
        zstandard = import_module("zstandard")
        blocks = zstandard.ZstdCompressor().compressobj()
        return lambda text: blocks.compress(text.encode()) + blocks.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    return lambda text: text
