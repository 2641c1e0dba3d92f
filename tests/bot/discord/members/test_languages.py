import pytest

from bot.discord.members.languages import MemberLanguages
from config.errors import StateError
from config.language import Language


class FakeMemory:
    """Knows one choice, or cannot be read."""

    def __init__(self, choice: Language | StateError | None) -> None:
        self.choice = choice

    async def language_of(self, member_id: int) -> Language | None:
        if isinstance(self.choice, StateError):
            raise self.choice
        return self.choice


@pytest.mark.parametrize("choice", [Language.KOREAN, Language.ENGLISH, None])
async def test_a_choice_is_read_from_memory(choice: Language | None) -> None:
    assert await MemberLanguages(FakeMemory(choice)).chosen(1) is choice


async def test_while_the_memory_cannot_be_read_nobody_has_chosen_and_the_log_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    failing = FakeMemory(StateError("state.locked", place="state.db"))
    assert await MemberLanguages(failing).chosen(1) is None
    assert "in use by another program" in caplog.text
