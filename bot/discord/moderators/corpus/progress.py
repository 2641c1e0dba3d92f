"""Showing the progress of long work in a message."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

from bot.discord.delivery import LostReplyError, attempt, persist
from bot.discord.reply import Buttons, Reply
from bot.discord.response import Pace
from bot.discord.streaming import StreamingEditor
from index.progress import Progress

Made = TypeVar("Made")


async def follow(
    reply: Reply,
    work: Callable[[Progress], Awaitable[Made]],
    render: Callable[[int, int], str],
    buttons: Callable[[], Buttons],
    pace: Pace,
) -> Made:
    """What `work` makes; meanwhile the message shows `render(done, total)`, edited no faster than Discord allows.

    Where the message is gone the work goes on: what it came to can be seen elsewhere.
    """
    editor = StreamingEditor(
        lambda content: attempt(lambda: reply.place(content, buttons())),
        interval_s=pace.edit_interval_s,
        clock=pace.clock,
        sleep=pace.wait,
    )
    editor.show(render(0, 0))
    editing = asyncio.create_task(_edit(editor))
    try:
        return await work(lambda done, total: editor.show(render(done, total)))
    finally:
        editor.close()
        await editing


async def conclude(reply: Reply, content: str, buttons: Buttons, pace: Pace) -> None:
    """Shows the outcome in place of the progress. Raises LostReplyError where the message is gone."""
    await persist(partial(reply.place, content, buttons), sleep=pace.sleep)


async def _edit(editor: StreamingEditor) -> None:
    try:
        await editor.run()
    except LostReplyError:
        return
