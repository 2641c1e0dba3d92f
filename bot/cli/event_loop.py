"""An event loop that runs only while there is work, so that the main thread is free to read what is typed.

Read in another thread, a prompt would outlive Ctrl-C: Python ends only once that thread has its line.
"""

import asyncio
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, contextmanager
from typing import Any


@contextmanager
def open_loop(*parts: AbstractAsyncContextManager[Any]) -> Iterator[asyncio.Runner]:
    """What runs coroutines, one after another, in a loop in which `parts` are entered."""
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        try:
            for part in parts:
                runner.run(stack.enter_async_context(part))
            yield runner
        finally:
            runner.run(stack.aclose())
