"""Gaps, pinned answers and recalls: where they are kept, and the background work on them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import discord

from bot.answering.answer import Answer
from bot.answering.question import Question
from bot.background import BackgroundWork, log_fault
from bot.discord.recall import Recall
from bot.discord.responder import Responder
from bot.discord.wish_notifier import WishNotifier
from bot.gaps.asking_again import Ask, AskingAgain
from bot.gaps.gaps import Gaps
from bot.meaning.reading import QuestionReader
from bot.pins.pinned import PinBook
from bot.remembered import AnswerRecord
from bot.state.gaps import GapStore, corpora_with_gaps
from bot.state.history import AnswerHistory
from bot.state.pins import PinStore
from bot.state.recalls import RecallStore
from bot.state.store import StateStore
from bot.updating.corpora import Corpora
from config.settings import Settings


@dataclass(frozen=True, slots=True)
class QuestionRooms:
    """What the Discord side needs to keep track of questions. `ask_idly` answers while no member waits.

    `gaps` and `pins` are those of the home corpus; of another server's own corpus are `gaps_of` and `pins_of`.
    """

    gaps: Gaps
    pins: PinBook
    state: StateStore
    corpora: Corpora
    ask_idly: Ask
    settings: Settings
    _gaps_elsewhere: dict[int, Gaps] = field(default_factory=dict, init=False, repr=False)
    _pin_books: dict[int, PinBook] = field(default_factory=dict, init=False, repr=False)

    def gaps_of(self, server_id: int | None) -> Gaps:
        """The gaps of the corpus that answers in a server (None: in a direct message)."""
        corpus = self.corpora.corpus_of(server_id)
        if corpus is None:
            return self.gaps
        if corpus not in self._gaps_elsewhere:
            self._gaps_elsewhere[corpus] = self.gaps.over(GapStore(self.state.engine, corpus))
        return self._gaps_elsewhere[corpus]

    def pins_of(self, server_id: int | None) -> PinBook:
        """The pins that stand in the place of that corpus."""
        corpus = self.corpora.corpus_of(server_id)
        if corpus is None:
            return self.pins
        if corpus not in self._pin_books:
            self._pin_books[corpus] = self.pins.over(PinStore(self.state.engine, corpus))
        return self._pin_books[corpus]

    async def answered(self, record: AnswerRecord, question: Question) -> None:
        """Notes an answer as it was given to `question`."""
        await self.gaps_of(record.guild_id).answered(record, question)


def question_rooms(
    state: StateStore, reader: QuestionReader, corpora: Corpora, ask_idly: Ask, settings: Settings
) -> QuestionRooms:
    """The rooms over an open state."""
    gaps = Gaps(GapStore(state.engine), reader, min_nearness=settings.gaps.min_nearness)
    pins = PinBook(PinStore(state.engine), reader, min_nearness=settings.pins.min_nearness)
    return QuestionRooms(gaps, pins, state, corpora, ask_idly, settings)


class QuestionUpkeep:
    """The background work: after each switch, open questions are asked again and outdated answers recalled."""

    def __init__(self, client: discord.Client, rooms: QuestionRooms, responder: Responder) -> None:
        self.rooms = rooms
        self._notifier = WishNotifier(client, rooms.state)
        recall = Recall(
            client,
            AnswerHistory(rooms.state.engine),
            RecallStore(rooms.state.engine),
            rooms.settings.recall,
            library=rooms.corpora.open_library,
            being_written=lambda message_id: responder.writing(message_id) is not None,
        )
        self._asking = BackgroundWork(self._put_again)
        self._recall = BackgroundWork(recall.work)

    def begin(self) -> None:
        """Takes up what an earlier run left, and from now on what each switch makes necessary."""
        self.rooms.corpora.listen(self._switched)
        self._wake()

    def ask_again(self) -> None:
        """Open questions may have an answer now, or somebody is to be told. Never waits."""
        self._asking.wake()

    async def end(self) -> None:
        """Stops at once; what is left is taken up by the next start."""
        await self._asking.end()
        await self._recall.end()

    async def recent_questions(self, server_id: int | None) -> Sequence[str]:
        """The newest questions to the corpus that answers in a server, each once, newest first; no private ones.

        Raises StateError.
        """
        rooms = self.rooms
        servers = rooms.settings.servers_with(rooms.corpora.corpus_of(server_id))
        newest = await AnswerHistory(rooms.state.engine).newest(rooms.settings.pins.previewed_answers, servers)
        return tuple(dict.fromkeys(record.question for record in newest if not record.private))

    async def _put_again(self) -> None:
        """Puts the open gaps of every corpus to the version that answers there; a fault in one holds up no other."""
        for corpus in await corpora_with_gaps(self.rooms.state.engine):
            if self.rooms.corpora.corpus_of(corpus) != corpus:  # it was asked under another setting
                continue
            try:
                await self._put_gaps_of(corpus)
            except Exception as error:  # noqa: BLE001  logged; the others are not to wait for it
                log_fault(f"The open questions of server {corpus or 'home'} were not all asked again", error)

    async def _put_gaps_of(self, corpus: int | None) -> None:
        again = AskingAgain(
            self.rooms.gaps_of(corpus).store,
            self.rooms.state,
            ask=partial(self._ask, corpus),
            version=partial(self.rooms.corpora.version, corpus),
            tell=self._notifier.tell,
        )
        await again.work()

    async def _ask(self, corpus: int | None, question: Question) -> Answer:
        asked = replace(question, server_id=corpus)
        return await self.rooms.pins_of(corpus).answer(asked) or await self.rooms.ask_idly(asked)

    async def _switched(self) -> None:
        self._wake()

    def _wake(self) -> None:
        self._asking.wake()
        self._recall.wake()
