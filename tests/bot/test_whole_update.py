"""The real bot changes its article: its own process, the real models and index, captures as moderators upload them."""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.remembered import AnswerRecord
from bot.state.store import open_state
from config.language import Language
from index.versions import IndexStore, version_number
from tests.bot.discord.moderators.conftest import moderators
from tests.bot.discord.moderators.corpus.test_process_updates import ENGLISH, KOREAN, Wording, press
from tests.fakecord.cord import FakeDiscord
from tests.fakecord.fixtures import cord
from tests.fakecord.process import BotProcess
from tests.fakecord.records import Message
from tests.places import CAPTURES, EVALS, REAL_CAPTURES

__all__ = ["cord", "moderators"]

pytestmark = [pytest.mark.models, pytest.mark.timeout(1800), pytest.mark.usefixtures("moderators")]

PATIENCE_S = 600.0
COMMANDS = {Language.KOREAN: ("질문", "ko", "다시 묻기"), Language.ENGLISH: ("ask", "en-US", "Ask again")}
# The least that must not be lost, so that a rehearsal takes seconds.
GOLDEN = ("mistral-active-ko", "mistral-active-en")


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as a moderator would upload it; of each language a question and what the answer from it states.

    `known` says whether the shipped edition answers these, too.
    """

    path: Path
    questions: dict[Language, tuple[str, str]]
    known: bool


SHAPE = Capture(
    CAPTURES / "lighthouse-bilingual.txt",
    {
        Language.KOREAN: ("여객선 MV Petrel은 하루에 몇 번 다니나요?", "네 번"),
        Language.ENGLISH: ("How often does the ferry MV Petrel sail?", "four times"),
    },
    known=False,
)
ORIGINAL = Capture(
    REAL_CAPTURES / "bilingual-page.txt",
    {
        Language.KOREAN: ("미스트랄 라지 3 활성 파라미터 수는?", "41B"),
        Language.ENGLISH: ("How many parameters are active in Mistral Large 3?", "41B"),
    },
    known=True,
)
# The article is its authors': the repository does not hold it, and the other capture tells the same story.
UPLOADED = [capture for capture in (SHAPE, ORIGINAL) if capture.path.is_file()]


@pytest.fixture
def data_dir(shipped_data_dir: Path, tmp_path: Path) -> Path:
    """A data folder with an index of the shipped edition, and golden questions beside it."""
    shutil.copytree(shipped_data_dir, tmp_path, dirs_exist_ok=True)
    lines = (EVALS / "answerable.jsonl").read_text(encoding="utf-8").splitlines()
    golden = [line for line in lines if json.loads(line)["id"] in GOLDEN]
    assert len(golden) == len(GOLDEN)
    (tmp_path / "golden.jsonl").write_text("\n".join(golden), encoding="utf-8")
    return tmp_path


async def start(cord: FakeDiscord, folder: Path) -> BotProcess:
    chosen = (
        f"paths.data_dir={folder}",
        f"updates.golden_questions={folder / 'golden.jsonl'}",
        "moderation.rehearsed_questions=0",
    )
    flags = [flag for setting in chosen for flag in ("--set", setting)]
    log = folder / "bot.log"
    return await cord.start_bot(sys.executable, "-m", "bot", *flags, "run", log=log, timeout_s=PATIENCE_S)


async def answer(cord: FakeDiscord, folder: Path, question: str, language: Language) -> AnswerRecord:
    """The finished answer to a question, as it is remembered."""
    name, locale, label = COMMANDS[language]
    asked = await cord.slash(name, {"question": question}, user="carol", locale=locale)
    message = await button(cord, lambda: asked.original, label)
    async with open_state(f"sqlite:///{folder / 'state.db'}") as state:
        record = await state.answer_of(int(message.id))
    assert record is not None
    return record


async def button(cord: FakeDiscord, find: object, *labels: str) -> Message:
    """The message that `find` gives, once it has one of these buttons."""

    def ready() -> Message | None:
        message = find() if callable(find) else find
        if not isinstance(message, Message) or not any(message.component(label=label) for label in labels):
            return None
        return message

    return await cord.journal.wait_for(ready, PATIENCE_S, f"a button {labels}")


async def approve(cord: FakeDiscord, words: Wording, message: Message) -> None:
    """By one press, or for a reason where golden answers are lost."""
    if message.component(label=words.approve):
        await press(cord, words, words.approve, message)
        return
    form = await press(cord, words, words.override, message)
    await cord.journal.wait_for(lambda: form.modal)
    await cord.submit_modal(form, {"haetae:reason": "Another article from now on"}, locale=words.locale)


async def assert_answers(cord: FakeDiscord, folder: Path, capture: Capture, version: str, *, stated: bool) -> None:
    """In both languages, from `version` and in lines that stand in its edition."""
    edition = IndexStore(folder / "indexes").edition(version_number(version))
    lines = {line.text for document in edition.documents for section in document.sections for line in section.lines}
    for language, (question, expected) in capture.questions.items():
        record = await answer(cord, folder, question, language)
        assert record.answer.index_version == version
        assert (expected in record.answer.text) is stated, record.answer.text
        assert record.answer.refused is not stated
        for citation in record.answer.citations:
            assert set(citation.quotes) <= lines


@pytest.mark.parametrize("capture", UPLOADED, ids=lambda capture: capture.path.stem)
async def test_a_capture_replaces_the_shipped_edition_and_one_press_undoes_it_in_both_languages(
    cord: FakeDiscord, data_dir: Path, capture: Capture
) -> None:
    """A Korean moderator uploads, rehearses and approves; an English one goes back."""
    bot = await start(cord, data_dir)
    await assert_answers(cord, data_dir, capture, "v0001", stated=capture.known)
    options = {"file": (capture.path.name, capture.path.read_bytes()), "reason": "The page as it stands now"}
    called = await cord.slash(KOREAN.upload, options, user=KOREAN.user, locale=KOREAN.locale)
    message = await button(cord, lambda: called.original, KOREAN.rehearse)
    assert KOREAN.waits in message.content
    await press(cord, KOREAN, KOREAN.rehearse, message)
    await cord.journal.wait_for(lambda: not message.component(label=KOREAN.rehearse), PATIENCE_S, "a rehearsal")
    await button(cord, message, KOREAN.approve, KOREAN.override)
    assert bool(message.component(label=KOREAN.approve)) is capture.known, message.content
    await approve(cord, KOREAN, message)
    back = KOREAN.back.replace("v0003", "v0001")
    await button(cord, message, back)
    await assert_answers(cord, data_dir, capture, "v0002", stated=True)
    await press(cord, ENGLISH, back, message)
    returned = (ENGLISH.returned.replace("v0003", "v0001"), KOREAN.returned.replace("v0003", "v0001"))
    await cord.journal.wait_for(lambda: any(text in message.content for text in returned), PATIENCE_S, "going back")
    await assert_answers(cord, data_dir, capture, "v0001", stated=capture.known)
    assert "Traceback" not in bot.log
