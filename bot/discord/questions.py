"""What is known of questions beside the article: gaps, pins, and answers to recall; and what goes on about them."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.answering.answer import Answer
from bot.answering.pinned import PinBook
from bot.answering.question import Question
from bot.discord.recall import Recall
from bot.discord.responder import Responder
from bot.discord.telling import WishTeller
from bot.errand import Errand
from bot.gaps.asking_again import Ask, AskingAgain
from bot.gaps.gaps import Gaps
from bot.meaning.reading import QuestionReader
from bot.state.gaps import GapStore
from bot.state.history import AnswerHistory
from bot.state.pins import PinStore
from bot.state.recalls import RecallStore
from bot.state.store import StateStore
from bot.updating.switching import LiveLibrary, Switch
from config.settings import Settings


@dataclass(frozen=True, slots=True)
class QuestionRooms:
    """What the Discord side needs to keep track of questions. `ask_idly` answers while no member waits."""

    gaps: Gaps
    pins: PinBook
    state: StateStore
    live: LiveLibrary
    ask_idly: Ask
    settings: Settings


def question_rooms(
    state: StateStore, reader: QuestionReader, live: LiveLibrary, ask_idly: Ask, settings: Settings
) -> QuestionRooms:
    """The rooms over an open state."""
    gaps = Gaps(GapStore(state.engine), reader, min_nearness=settings.gaps.min_nearness)
    pins = PinBook(PinStore(state.engine), reader, min_nearness=settings.pins.min_nearness)
    return QuestionRooms(gaps, pins, state, live, ask_idly, settings)


class QuestionUpkeep:
    """What goes on beside answering: open questions are asked again, and answers recalled, after each switch."""

    def __init__(self, client: discord.Client, rooms: QuestionRooms, responder: Responder) -> None:
        self.rooms = rooms
        asking = AskingAgain(
            rooms.gaps.store,
            rooms.state,
            ask=self._ask,
            version=lambda: rooms.live.now.version,
            tell=WishTeller(client, rooms.state).tell,
        )
        recall = Recall(
            client,
            AnswerHistory(rooms.state.engine),
            RecallStore(rooms.state.engine),
            rooms.settings.recall,
            library=lambda: rooms.live.now,
            being_written=lambda message_id: responder.writing(message_id) is not None,
        )
        self._asking = Errand(asking.work)
        self._recall = Errand(recall.work)

    def begin(self) -> None:
        """Takes up what an earlier run left, and from now on what each switch makes necessary."""
        self.rooms.live.listen(self._switched)
        self._wake()

    def ask_again(self) -> None:
        """Open questions may have an answer now, or somebody is to be told. Never waits."""
        self._asking.wake()

    async def end(self) -> None:
        """Stops at once; what is left is taken up by the next start."""
        await self._asking.end()
        await self._recall.end()

    async def recent_questions(self) -> Sequence[str]:
        """The newest questions of members, each once, newest first. Raises StateError."""
        newest = await AnswerHistory(self.rooms.state.engine).newest(self.rooms.settings.pins.previewed_answers)
        return tuple(dict.fromkeys(record.question for record in newest))

    async def _ask(self, question: Question) -> Answer:
        return await self.rooms.pins.answer(question) or await self.rooms.ask_idly(question)

    async def _switched(self, _: Switch) -> None:
        self._wake()

    def _wake(self) -> None:
        self._asking.wake()
        self._recall.wake()
