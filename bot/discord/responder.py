"""All questions that are being answered in Discord at the moment."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from bot.answering.answerer import Answerer
from bot.answering.question import Question
from bot.discord.delivery import LostReplyError
from bot.discord.incoming import IncomingQuestion
from bot.discord.memory import Memory
from bot.discord.reply import Reply
from bot.discord.response import Outcome, Pace, Response
from bot.discord.streaming import Clock, Sleep
from bot.remembered import AnswerRecord
from config.errors import StateError

Kept = Callable[[AnswerRecord, Question], Awaitable[None]]

_log = logging.getLogger(__name__)

# Of the time in which the bot must end, what is kept for telling askers that it stopped.
FAREWELL_S = 3.0


class Responder:
    """Answers questions, each in its own reply, and remembers the answers, until it is stopped.

    `pace` is how fast messages are edited, here and wherever else they follow work.
    """

    def __init__(
        self,
        answerer: Answerer,
        memory: Memory,
        *,
        edit_interval_s: float,
        kept: Kept | None = None,
        clock: Clock = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """`kept` is called with every answer that is remembered and the question as it was asked."""
        self._answerer = answerer
        self._memory = memory
        self._kept = kept
        self.pace = Pace(edit_interval_s, clock, sleep, asyncio.Event())
        self._stopping = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._responses: set[Response] = set()

    async def respond(self, asked: IncomingQuestion, reply: Reply) -> None:
        """Answers in `reply`: one answer, or one sentence in the asker's language why there is none.

        A reply that is gone from Discord ends the work quietly; so does cancelling the caller.
        """
        task = asyncio.create_task(self._respond(Response(asked, reply, self._answerer, self.pace, self._remember)))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        try:
            await task
        except LostReplyError as lost:
            _log.warning("An answer could not be delivered: %s", lost.__cause__ or lost)

    def writing(self, message_id: int, question_id: int | None = None) -> Response | None:
        """The response that is being written in message `message_id`, None where none is.

        A reply to `question_id` is found before Discord has told its own id.
        """
        for response in self._responses:
            if response.reply.message_id == message_id:
                return response
            if question_id is not None and response.asked.message_id == question_id:
                return response
        return None

    async def stop(self, grace_s: float) -> None:
        """Takes no more questions, lets answers end and, in the last of `grace_s` seconds, says that they do not."""
        self._stopping = True
        farewell_s = min(FAREWELL_S, grace_s / 2)
        await self._settle(grace_s - farewell_s)
        self.pace.hurried.set()
        for response in self._responses:
            response.halt("discord.stopped")
        await self._settle(farewell_s)
        for task in self._tasks:
            task.cancel()

    async def _settle(self, timeout_s: float) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=timeout_s)

    async def _respond(self, response: Response) -> None:
        if self._stopping:
            await response.refuse("discord.stopping")
            return
        self._responses.add(response)
        try:
            await response.run()
        finally:
            self._responses.discard(response)

    async def _remember(self, asked: IncomingQuestion, reply: Reply, outcome: Outcome) -> None:
        """Keeps what the buttons under the answer need. An answer that cannot be kept is given all the same."""
        message_id = reply.message_id
        if message_id is None or not outcome.controls:
            return
        record = AnswerRecord(
            message_id=message_id,
            channel_id=asked.channel_id,
            guild_id=asked.guild_id,
            asker_id=asked.asker_id,
            question_message_id=asked.message_id,
            question=asked.question.text,
            language=outcome.answer.language,
            answer=outcome.answer,
            asked_at=datetime.now(UTC),
            private=asked.private,
        )
        try:
            await self._memory.remember_answer(record)
        except StateError as error:
            _log.error("An answer could not be kept; its buttons will not work: %s", error)
            return
        if self._kept is not None:
            try:
                await self._kept(record, asked.question)
            except Exception:  # noqa: BLE001  likewise
                _log.exception("What follows from an answer could not be done; its buttons work.")
