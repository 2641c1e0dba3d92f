"""What differs from server to server."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

Value = TypeVar("Value")

PerServer = Callable[[int | None], Awaitable[Value]]
"""Looks up what holds in a server, None for direct messages. Raises HaetaeError where its corpus cannot be opened."""
