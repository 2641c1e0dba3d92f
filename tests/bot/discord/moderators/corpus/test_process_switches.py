"""Ten switches on the whole bot process, by every way there is, while members ask without a pause."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from config.language import Language
from index.building import build_index
from index.versions import IndexStore, version_name
from tests.bot.discord.conftest import StartBot, cord
from tests.bot.discord.moderators.conftest import Kept, kept, moderators
from tests.bot.discord.moderators.corpus.test_process_updates import ENGLISH, press, says
from tests.bot.discord.process_steps import assert_well_behaved, shows
from tests.bot.updating.fakes import QUESTIONS, edited, uploads
from tests.fakecord import FakeDiscord, Message
from tests.fakecord.process import BotProcess
from tests.index.fakes import NOW, recipe, silent, source

__all__ = ["cord", "kept", "moderators"]

pytestmark = pytest.mark.usefixtures("moderators")

ROUNDS = 3
PATIENCE_S = 60.0
COMMANDS = {Language.KOREAN: ("질문", "ko", "다시 묻기"), Language.ENGLISH: ("ask", "en-US", "Ask again")}


@dataclass(slots=True)
class Asking:
    """Members who ask one question after the other; each is another one, in a channel of their own, so none waits."""

    cord: FakeDiscord
    done: asyncio.Event = field(default_factory=asyncio.Event)
    answered: list[Message] = field(default_factory=list)

    async def keep_asking(self, language: Language, lane: int) -> None:
        """Asks until `done`, and waits for every answer."""
        name, locale, label = COMMANDS[language]
        number = 0
        while not self.done.is_set():
            number += 1
            member = f"{language}-{lane}-{number}"
            self.cord.world.add_channel(member)
            options = {"question": QUESTIONS[language]}
            asked = await self.cord.slash(name, options, user=member, channel=member, locale=locale)

            def finished() -> Message | None:
                message = asked.original  # noqa: B023  waited for before the next one is asked
                return message if message is not None and message.component(label=label) else None

            self.answered.append(await self.cord.journal.wait_for(finished, PATIENCE_S, f"the answer to {member}"))
            assert not asked.failed


@dataclass(slots=True)
class Switching:
    """Makes one version after the other live; `said` is the figure that each states."""

    cord: FakeDiscord
    bot: BotProcess
    store: IndexStore
    said: dict[str, str]
    switches: int = 0

    async def approve(self, length: str) -> Message:
        """An upload, approved for a reason."""
        self._expect(length)
        first, second = uploads(edited("920", length))
        options = {"file": (first.name, first.data), "second-file": (second.name, second.data), "reason": "A new lens"}
        message = await shows(self.cord, await self.cord.slash(ENGLISH.upload, options), ENGLISH.override)
        form = await press(self.cord, ENGLISH, ENGLISH.override, message)
        await self.cord.journal.wait_for(lambda: form.modal, PATIENCE_S)
        await self.cord.submit_modal(form, {"haetae:reason": "Measured anew"})
        await says(self.cord, message, "answers now")
        return message

    async def go_back(self, message: Message) -> None:
        """One press on the message of an approval, or of a new index."""
        back = next(button["label"] for row in message.payload["components"] for button in row["components"])
        await press(self.cord, ENGLISH, back, message)
        await says(self.cord, message, "answers again")
        self.switches += 1

    async def build_outside(self, length: str) -> None:
        """What the command line builds is followed."""
        name = self._expect(length)
        build_index(source(edited("920", length)), recipe(), self.store, now=NOW, progress=silent)
        await self.cord.journal.wait_for(lambda: f"{name} is live now" in self.bot.log, PATIENCE_S, "the new version")

    async def reindex(self) -> None:
        """The live text, embedded anew."""
        self._expect(self.said[version_name(self.store.current() or 0)])
        await self.cord.wait_for_reply(await self.cord.slash("corpus reindex"), contains="answers now")

    def _expect(self, length: str) -> str:
        self.switches += 1
        name = version_name(self.store.next_number())
        self.said[name] = length
        return name


async def test_ten_switches_under_continuous_asking_fail_lose_and_mix_no_answer(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, tmp_path: Path
) -> None:
    bot = await start_bot("engine")
    switching = Switching(cord, bot, IndexStore(tmp_path / "indexes"), {"v0001": "920"})
    asking = Asking(cord)
    members = [asyncio.create_task(asking.keep_asking(language, lane)) for lane in (1, 2) for language in Language]
    for number in range(ROUNDS):
        message = await switching.approve(str(1000 + number))
        await switching.go_back(message)
        await switching.build_outside(str(2000 + number))
    await switching.reindex()
    asking.done.set()
    await asyncio.gather(*members)
    assert switching.switches == 10
    answered_from = set()
    for message in asking.answered:
        record = await kept.state.answer_of(int(message.id))
        assert record is not None
        answer = record.answer
        answered_from.add(answer.index_version)
        own = switching.said[answer.index_version]
        shown = " ".join(revision.content for revision in message.revisions)
        (citation,) = answer.citations
        assert citation.twin is not None
        for text in (answer.text, citation.passage.text, citation.twin.text, shown):
            assert own in text
            assert not any(other in text for other in set(switching.said.values()) - {own})
    assert len(answered_from) > ROUNDS
    assert "Traceback" not in bot.log
    assert_well_behaved(cord)
