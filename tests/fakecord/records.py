"""What is kept of messages, interactions, requests and faults."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.fakecord.components import walk
from tests.fakecord.errors import Json
from tests.fakecord.flags import EPHEMERAL, LOADING

#: Part name -> (file name, bytes, content type).
Files = dict[str, tuple[str, bytes, str]]


def now_iso() -> str:
    """The present as Discord writes it."""
    return datetime.now(UTC).isoformat()


@dataclass(frozen=True, slots=True)
class Revision:
    """A message as it was from `at_s` on."""

    at_s: float
    content: str
    components: int


@dataclass(slots=True)
class Message:
    """A message and every edit of it. `token` is of the interaction it answers; `only_for` sees it if ephemeral."""

    payload: Json
    token: str | None = None
    only_for: str | None = None
    revisions: list[Revision] = field(default_factory=list)
    deleted: bool = False

    @property
    def id(self) -> str:
        """Its snowflake."""
        return str(self.payload["id"])

    @property
    def channel_id(self) -> str:
        """The snowflake of its channel."""
        return str(self.payload["channel_id"])

    @property
    def author_id(self) -> str:
        """The snowflake of its author."""
        return str(self.payload["author"]["id"])

    @property
    def content(self) -> str:
        """Its text."""
        return str(self.payload["content"])

    @property
    def flags(self) -> int:
        """Its flag bits."""
        return int(self.payload["flags"])

    @property
    def ephemeral(self) -> bool:
        """Whether one person alone sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it still shows that the bot is thinking."""
        return bool(self.flags & LOADING)

    def component(self, custom_id: str | None = None, label: str | None = None) -> Json | None:
        """Its button or select with that id or label."""
        for _, item in walk(self.payload["components"]):
            by_id = custom_id is not None and item.get("custom_id") == custom_id
            by_label = label is not None and item.get("label") == label
            if by_id or by_label:
                return item
        return None


@dataclass(slots=True)
class Interaction:
    """A command, press, choice or modal, and how the bot took it. Times are of the monotonic clock."""

    id: str
    token: str
    type: int
    user: Json
    channel_id: str
    source: Message | None = None
    command: str = ""
    created_s: float = field(default_factory=time.monotonic)
    acknowledged_s: float | None = None
    callback_type: int | None = None
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    modal: Json | None = None
    choices: list[Json] | None = None
    failed: bool = False


@dataclass(slots=True)
class Request:
    """One HTTP request of the bot as received; `status` is what it was answered, or how it was dropped."""

    at_s: float
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    variables: dict[str, str]
    json: Json | None = None
    files: Files = field(default_factory=dict)
    status: int | str = 0
    error: object = None

    @property
    def body(self) -> Json:
        """The JSON body, empty where there is none."""
        return self.json or {}


@dataclass(slots=True)
class Fault:
    """What goes wrong with the next `times` requests of `method` whose path `pattern` finds.

    `status` 0 without `drop` is a delay alone; `drop` hangs up "before" or "after" the request takes effect.
    `cloudflare` makes a 429 one without the `Via` header, as a banned address gets.
    """

    method: str
    pattern: str
    times: int = 1
    status: int = 0
    retry_after_s: float = 0.5
    is_global: bool = False
    cloudflare: bool = False
    drop: str | None = None
    delay_s: float = 0.0
