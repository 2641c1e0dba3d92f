"""Routes of the application, its commands, its users and its guild."""

from tests.fakecord.commands import check_commands
from tests.fakecord.errors import ApiError, Json
from tests.fakecord.gateway import Gateway
from tests.fakecord.records import Request
from tests.fakecord.rest import route
from tests.fakecord.world import World

CommandStore = dict[str | None, list[Json]]


class ApplicationRoutes:
    """Who the bot is, and what it registers. `commands` holds a list a guild, global ones under None."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway
        self.gateway_url = ""
        self.commands: CommandStore = {}

    @route("GET", "/users/@me")
    async def me(self, _request: Request) -> Json:
        """The bot's own user."""
        return {**self._world.bot, "verified": True, "mfa_enabled": False, "email": None}

    @route("GET", "/oauth2/applications/@me")
    @route("GET", "/applications/@me")
    async def application(self, _request: Request) -> Json:
        """The application."""
        owner = self._world.user("owner")
        public = {"bot_public": True, "bot_require_code_grant": False, "verify_key": "00", "flags": 0, "summary": ""}
        named = {"id": self._world.app_id, "name": "testbot", "icon": None, "description": "", "team": None}
        return {**named, **public, "owner": owner}

    @route("GET", "/gateway/bot")
    @route("GET", "/gateway")
    async def gateway_bot(self, _request: Request) -> Json:
        """Where the gateway is."""
        left = 1000 - self._gateway.count("IDENTIFY")
        limit = {"total": 1000, "remaining": left, "reset_after": 0, "max_concurrency": 1}
        return {"url": self.gateway_url, "shards": 1, "session_start_limit": limit}

    @route("GET", "/users/{user:\\d+}")
    async def user(self, request: Request) -> Json:
        """A user."""
        user_id = request.variables["user"]
        if user_id not in self._world.users:
            raise ApiError(404, 10013, "Unknown User")
        return self._world.users[user_id]

    @route("POST", "/users/@me/channels")
    async def open_direct_channel(self, request: Request) -> Json:
        """The direct channel with a user."""
        return self._world.direct_channel(str(request.body["recipient_id"]))

    @route("GET", "/guilds/{guild}")
    async def guild(self, request: Request) -> Json:
        """A guild."""
        return self._world.guild(self._guild_id(request))

    @route("GET", "/guilds/{guild}/members/{user:\\d+}")
    async def member(self, request: Request) -> Json:
        """A member."""
        user_id, guild_id = request.variables["user"], self._guild_id(request)
        if user_id not in self._world.users:
            raise ApiError(404, 10007, "Unknown Member")
        return self._world.member(user_id, guild_id=guild_id)

    @route("GET", "/applications/{app}/commands")
    @route("GET", "/applications/{app}/guilds/{guild}/commands")
    async def list_commands(self, request: Request) -> list[Json]:
        """Registered commands."""
        return self.commands.get(request.variables.get("guild"), [])

    @route("PUT", "/applications/{app}/commands")
    @route("PUT", "/applications/{app}/guilds/{guild}/commands")
    async def overwrite_commands(self, request: Request) -> list[Json]:
        """Registers commands in the place of all earlier ones."""
        given: list[Json] = list(request.json or [])  # type: ignore[arg-type]
        check_commands(given)
        scope = request.variables.get("guild")
        if scope not in (None, *self._world.guild_ids):
            raise ApiError(403, 50001, "Missing Access")
        known = {(one["type"], one["name"]): one["id"] for one in self.commands.get(scope, [])}
        self.commands[scope] = [self._registered(one, scope, known) for one in given]
        return self.commands[scope]

    def _guild_id(self, request: Request) -> str:
        guild_id = request.variables["guild"]
        if guild_id not in self._world.guild_ids:
            raise ApiError(404, 10004, "Unknown Guild")
        return guild_id

    def _registered(self, command: Json, scope: str | None, known: dict[tuple[int, str], str]) -> Json:
        kind = command.get("type", 1)
        needed = command.get("default_member_permissions")
        return {
            "nsfw": False,
            "description": "",
            "version": self._world.new_id(),
            **command,
            "type": kind,
            "application_id": self._world.app_id,
            "default_member_permissions": None if needed is None else str(needed),
            "id": known.get((kind, command["name"])) or self._world.new_id(),
            **({"guild_id": scope} if scope else {}),
        }
