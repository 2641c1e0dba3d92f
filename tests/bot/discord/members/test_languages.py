import pytest

from bot.discord.members.languages import MemberLanguages
from config.language import Language
from tests.bot.discord.fakes import FakeMemory


@pytest.mark.parametrize("choice", [Language.KOREAN, Language.ENGLISH, None])
async def test_a_choice_is_read_from_memory(choice: Language | None) -> None:
    memory = FakeMemory()
    if choice is not None:
        memory.languages[1] = choice
    assert await MemberLanguages(memory).chosen(1) is choice


async def test_while_the_memory_cannot_be_read_nobody_has_chosen_and_the_log_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    memory = FakeMemory()
    memory.broken = True
    assert await MemberLanguages(memory).chosen(1) is None
    assert "the disk is full" in caplog.text
