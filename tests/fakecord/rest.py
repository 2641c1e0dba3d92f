"""How a request of the bot is taken: read, delayed or failed on purpose, rate limited, answered, logged."""

import asyncio
import json
import math
import re
import time
import zlib
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import unquote

from aiohttp import BodyPartReader, web

from tests.fakecord.errors import ApiError, Json
from tests.fakecord.journal import Journal
from tests.fakecord.records import Fault, Files, Request

#: Bucket -> (requests, seconds). Discord publishes no fixed numbers; these are commonly observed ones.
RATES = {"message": (5, 5.0), "edit": (5, 5.0), "webhook": (5, 2.0), "reaction": (1, 0.25), "typing": (5, 5.0)}
REQUESTS_PER_SECOND = 50
VERSIONS = ("9", "10")

Handler = Callable[[Request], Awaitable[Any]]
Method = TypeVar("Method", bound=Callable[..., Awaitable[Any]])


@dataclass(frozen=True, slots=True)
class Route:
    """A method and a path, their rate-limit bucket, and whether the bot's token is asked for."""

    method: str
    path: str
    bucket: str | None = None
    auth: bool = True


def route(method: str, path: str, bucket: str | None = None, *, auth: bool = True) -> Callable[[Method], Method]:
    """Marks a method of a routes class as the handler of a route."""

    def mark(handler: Method) -> Method:
        handler.__dict__.setdefault("routes", []).append(Route(method, path, bucket, auth))
        return handler

    return mark


def routes_of(owner: object) -> Iterator[tuple[Route, Handler]]:
    """The routes of an object and their handlers."""
    for name in dir(owner):
        handler = getattr(owner, name)
        for one in getattr(handler, "routes", ()):
            yield one, handler


class Rest:
    """The REST side of the server, without the routes themselves."""

    def __init__(self, journal: Journal, token: str) -> None:
        self._journal = journal
        self._token = token
        self._faults: list[Fault] = []
        self._limiter = Limiter(RATES)
        self.requests: list[Request] = []
        self.unhandled: list[str] = []

    def inject(self, method: str, pattern: str, **fault: Any) -> Fault:
        """Makes the next requests of `method` whose path `pattern` finds go wrong."""
        self._faults.append(Fault(method, pattern, **fault))
        return self._faults[-1]

    def sent(self, method: str, pattern: str) -> list[Request]:
        """The bot's requests of `method` whose path `pattern` finds."""
        return [one for one in self.requests if one.method == method and re.search(pattern, one.path)]

    def with_status(self, *statuses: int) -> list[Request]:
        """The bot's requests that were answered one of `statuses`."""
        return [one for one in self.requests if one.status in statuses]

    def add_to(self, app: web.Application, owners: Iterable[object]) -> None:
        """Registers the routes of `owners`, and a loud 501 for all others."""
        for owner in owners:
            for one, handler in routes_of(owner):
                app.router.add_route(one.method, "/api/v{version:\\d+}" + one.path, self._endpoint(one, handler))
        rest = Route("*", "/{tail:.*}", auth=False)
        app.router.add_route(rest.method, rest.path, self._endpoint(rest, self._unknown))

    def _endpoint(self, served: Route, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def endpoint(incoming: web.Request) -> web.StreamResponse:
            request = await self._received(incoming)
            fault = self._take_fault(request)
            if fault:
                await asyncio.sleep(fault.delay_s)
            if fault and fault.drop == "before":
                return self._hang_up(incoming, request, "dropped before")
            if fault and fault.status:
                response = _failed(fault, request)
            else:
                response = await self._answer(served, handler, request)
            if fault and fault.drop == "after":
                return self._hang_up(incoming, request, "dropped after")
            self._log(request)
            return response

        return endpoint

    async def _answer(self, served: Route, handler: Handler, request: Request) -> web.Response:
        headers = {"Via": "1.1 google"}
        try:
            self._check(served, request)
            headers |= self._limiter.take(served.bucket, request)
            result = await handler(request)
        except ApiError as error:
            request.status, request.error = error.status, error.body
            return _json(error.body, error.status, headers | error.headers)
        request.status = 204 if result is None else 200
        return web.Response(status=204, headers=headers) if result is None else _json(result, 200, headers)

    def _check(self, served: Route, request: Request) -> None:
        if served.auth and request.headers.get("Authorization") != f"Bot {self._token}":
            raise ApiError(401, 0, "401: Unauthorized")
        if request.variables.get("version", VERSIONS[0]) not in VERSIONS:
            raise ApiError(400, 50041, "Invalid API version provided.")

    async def _received(self, incoming: web.Request) -> Request:
        path = re.sub(r"^/api/v\d+", "", incoming.path)
        variables = {name: unquote(value) for name, value in incoming.match_info.items()}
        at_s, query, headers = self._journal.now_s(), dict(incoming.query), dict(incoming.headers)
        request = Request(at_s, incoming.method, path, query, headers, variables)
        self.requests.append(request)
        request.json, request.files = await _body(incoming)
        return request

    def _take_fault(self, request: Request) -> Fault | None:
        for fault in self._faults:
            if fault.times > 0 and fault.method == request.method and re.search(fault.pattern, request.path):
                fault.times -= 1
                return fault
        return None

    def _hang_up(self, incoming: web.Request, request: Request, how: str) -> web.Response:
        request.status = how
        self._log(request)
        if incoming.transport:
            incoming.transport.abort()
        return web.Response(status=500)

    async def _unknown(self, request: Request) -> None:
        self.unhandled.append(f"{request.method} {request.path}")
        raise ApiError(501, 0, f"fakecord has no {request.method} {request.path}")

    def _log(self, request: Request) -> None:
        body = json.dumps(request.json, ensure_ascii=False)[:300] if request.json is not None else ""
        path = re.sub(r"(/(?:interactions|webhooks)/\d+/)[^/]+", r"\1<token>", request.path)
        error = f"  {request.error}" if request.error else ""
        self._journal.log(f"BOT      {request.method} {path} -> {request.status} {body}{error}")


class Limiter:
    """Discord's rate limits, told in headers and enforced."""

    def __init__(self, rates: dict[str, tuple[int, float]]) -> None:
        self._rates = rates
        self._used: dict[tuple[str, str], tuple[int, float]] = {}
        self._recent_s: list[float] = []

    def take(self, bucket: str | None, request: Request) -> dict[str, str]:
        """The rate-limit headers of a response. Raises ApiError (429) where the bot was too fast."""
        now_s = time.monotonic()
        self._take_global(request, now_s)
        if bucket is None:
            return {}
        limit, per_s = self._rates[bucket]
        key = (bucket, request.variables.get("channel") or request.variables.get("token") or "")
        used, reset_s = self._used.get(key, (0, 0.0))
        if now_s >= reset_s:
            used, reset_s = 0, now_s + per_s
        self._used[key] = (used + 1, reset_s)
        left_s = reset_s - now_s
        headers = {
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": str(max(0, limit - used - 1)),
            "X-RateLimit-Reset": f"{time.time() + left_s:.3f}",
            "X-RateLimit-Reset-After": f"{left_s:.3f}",
            "X-RateLimit-Bucket": f"{zlib.crc32(bucket.encode()):032x}",
        }
        if used >= limit:
            raise _too_fast(left_s, "user", headers)
        return headers

    def _take_global(self, request: Request, now_s: float) -> None:
        if not request.headers.get("Authorization", "").startswith("Bot "):
            return
        self._recent_s = [at_s for at_s in self._recent_s if at_s > now_s - 1] + [now_s]
        if len(self._recent_s) > REQUESTS_PER_SECOND:
            raise _too_fast(1.0, "global", {"X-RateLimit-Global": "true"})


def _too_fast(left_s: float, scope: str, headers: dict[str, str]) -> ApiError:
    headers = {**headers, "Retry-After": str(math.ceil(left_s)), "X-RateLimit-Scope": scope}
    body: Json = {"retry_after": round(left_s, 3), "global": scope == "global"}
    return ApiError(429, 0, "You are being rate limited.", headers=headers, **body)


def _failed(fault: Fault, request: Request) -> web.Response:
    request.status, request.error = fault.status, "injected"
    headers = {"Via": "1.1 google"}
    if fault.status != 429:
        return _json({"code": 0, "message": f"{fault.status}: injected"}, fault.status, headers)
    if fault.cloudflare:
        return web.Response(status=429, text="error code: 1015", content_type="text/html")
    headers["Retry-After"] = str(math.ceil(fault.retry_after_s))
    headers["X-RateLimit-Scope"] = "global" if fault.is_global else "shared"
    if fault.is_global:
        headers["X-RateLimit-Global"] = "true"
    body = {"message": "You are being rate limited.", "retry_after": fault.retry_after_s, "global": fault.is_global}
    return _json(body, 429, headers)


async def _body(incoming: web.Request) -> tuple[Json | None, Files]:
    if incoming.content_type == "multipart/form-data":
        payload: Json = {}
        files: Files = {}
        async for part in await incoming.multipart():
            if not isinstance(part, BodyPartReader):
                continue
            data = bytes(await part.read(decode=False))
            if part.name == "payload_json":
                payload = json.loads(data)
            else:
                kind = part.headers.get("Content-Type", "application/octet-stream")
                files[part.name or ""] = (part.filename or "", data, kind)
        return payload, files
    if incoming.can_read_body:
        return json.loads(await incoming.read() or b"null"), {}
    return None, {}


def _json(data: object, status: int, headers: dict[str, str]) -> web.Response:
    # Exactly "application/json": discord.py compares the header for equality before it decodes.
    body = json.dumps(data).encode()
    return web.Response(body=body, status=status, content_type="application/json", headers=headers)
