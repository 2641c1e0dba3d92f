"""Updates on the whole bot process with the real engine: only the encoder and the words of answers are fakes."""

import signal
from dataclasses import dataclass

import pytest

from config.language import Language
from tests.bot.discord.conftest import StartBot, cord
from tests.bot.discord.moderators.conftest import Kept, kept, moderators
from tests.bot.discord.moderators.corpus.test_process_updates import ENGLISH as CALLED
from tests.bot.discord.moderators.corpus.test_process_updates import KOREAN as CALLED_KO
from tests.bot.discord.moderators.corpus.test_process_updates import Wording, press, says
from tests.bot.discord.process_steps import assert_well_behaved, shows
from tests.bot.updating.fakes import QUESTIONS, edited, uploads
from tests.fakecord import FakeDiscord, Message
from tests.places import CAPTURES

__all__ = ["cord", "kept", "moderators"]

pytestmark = pytest.mark.usefixtures("moderators")

CAPTURE = CAPTURES / "lighthouse-bilingual.txt"


@dataclass(frozen=True, slots=True)
class Story:
    """What is asked of the old text and of the new one, and a word of the right answers."""

    words: Wording
    ask: str
    of_capture: tuple[str, str]
    of_fourth: tuple[str, str, str]


BOTH = pytest.mark.parametrize(
    "story",
    [
        Story(
            CALLED_KO,
            "질문",
            ("여객선 MV Petrel 하루 몇 번 다닙니까?", "하루 네 번 다닙니다"),
            ("사등급 초점거리가 얼마예요?", "250", "260"),
        ),
        Story(
            CALLED,
            "ask",
            ("How often does the ferry MV Petrel sail?", "four times a day"),
            ("What focal length has the fourth order?", "250", "260"),
        ),
    ],
    ids=["ko", "en"],
)


async def answer(cord: FakeDiscord, story: Story, question: str) -> str:
    """The finished answer to a question."""
    asked = await cord.slash(story.ask, {"question": question}, user="carol", locale=story.words.locale)
    label = "다시 묻기" if story.words.language is Language.KOREAN else "Ask again"

    def finished() -> Message | None:
        message = asked.original
        return message if message is not None and message.component(label=label) else None

    return (await cord.journal.wait_for(finished, what="a finished answer")).content


@BOTH
async def test_a_capture_is_uploaded_rehearsed_approved_answered_from_and_taken_back(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, story: Story
) -> None:
    words = story.words
    await start_bot("engine")
    question, told = story.of_capture
    assert told not in await answer(cord, story, question)
    assert "920" in await answer(cord, story, QUESTIONS[words.language])
    options = {"file": (CAPTURE.name, CAPTURE.read_bytes()), "reason": "The museum's page"}
    called = await cord.slash(words.upload, options, user=words.user, locale=words.locale)
    message = await shows(cord, called, words.discard)
    assert words.waits in message.content
    await press(cord, words, words.rehearse, message)
    await cord.journal.wait_for(lambda: message.component(label=words.answers))
    assert not message.component(label=words.approve), "the golden answers of the old text are lost"
    form = await press(cord, words, words.override, message)
    await cord.journal.wait_for(lambda: form.modal)
    await cord.submit_modal(form, {"haetae:reason": "Another article from now on"}, locale=words.locale)
    back = words.back.replace("v0003", "v0001")
    await cord.journal.wait_for(lambda: message.component(label=back))
    assert "v0002" in message.content
    assert told in await answer(cord, story, question)
    await press(cord, words, back, message)
    await says(cord, message, words.returned.replace("v0003", "v0001"))
    assert told not in await answer(cord, story, question)
    assert "920" in await answer(cord, story, QUESTIONS[words.language])
    actions = [entry.action for entry in await kept.entries(cord.world.guild_id)]
    assert actions == ["corpus_returned", "corpus_overridden", "corpus_uploaded"]
    assert_well_behaved(cord)


@BOTH
async def test_two_files_that_lose_no_answer_are_approved_without_a_reason(
    cord: FakeDiscord, start_bot: StartBot, story: Story
) -> None:
    words = story.words
    await start_bot("engine")
    question, before, after = story.of_fourth
    assert before in await answer(cord, story, question)
    first, second = uploads(edited(before, after))
    options = {
        "file": (first.name, first.data),
        "second-file": (second.name, second.data),
        "reason": "A new lens",
    }
    called = await cord.slash(words.upload, options, user=words.user, locale=words.locale)
    message = await shows(cord, called, words.rehearse)
    await press(cord, words, words.rehearse, message)
    await cord.journal.wait_for(lambda: message.component(label=words.approve))
    await press(cord, words, words.approve, message)
    await says(cord, message, words.answers_now.replace("v0004", "v0002"))
    assert after in await answer(cord, story, question)
    assert_well_behaved(cord)


@BOTH
async def test_a_bot_that_was_killed_over_an_update_serves_the_old_text_and_lets_the_next_one_in(
    cord: FakeDiscord, start_bot: StartBot, story: Story
) -> None:
    words = story.words
    bot = await start_bot("engine")
    question, before, after = story.of_fourth
    first, second = uploads(edited(before, after))
    options = {"file": (first.name, first.data), "second-file": (second.name, second.data), "reason": "A new lens"}
    called = await cord.slash(words.upload, options, user=words.user, locale=words.locale)
    message = await shows(cord, called, words.rehearse)
    bot.send_signal(signal.SIGKILL)
    await bot.wait()
    again = await start_bot("engine")
    await cord.journal.wait_for(lambda: "left unfinished" in again.log)
    await press(cord, words, words.rehearse, message)
    await says(cord, message, words.gone)
    assert before in await answer(cord, story, question)
    called = await cord.slash(words.upload, options, user=words.user, locale=words.locale)
    await shows(cord, called, words.rehearse)


@BOTH
async def test_what_a_moderator_uploads_by_mistake_is_named_in_their_language(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, story: Story
) -> None:
    words = story.words
    await start_bot("engine")
    image = ("page.md", b"\x89PNG\r\n\x1a\n" + bytes(64))
    called = await cord.slash(words.upload, {"file": image, "reason": "because"}, user=words.user, locale=words.locale)
    reply = await cord.wait_for_reply(called, contains="page.md")
    assert {"ko": "그림이고", "en-US": "is a PNG image"}[words.locale] in reply.content
    assert reply.payload["components"] == []
    assert await kept.entries(cord.world.guild_id) == ()
