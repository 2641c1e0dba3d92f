import pytest

from bot.discord.conversation import question_text
from bot.discord.message_listener import hint_languages
from config.language import Language


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<@7> How big is it?", "How big is it?"),
        ("<@!7> 얼마나 커요?", "얼마나 커요?"),
        ("hey <@7> how big is it?", "hey how big is it?"),
        ("얼마나 커요? <@7>", "얼마나 커요?"),
        ("<@7> is <@70> bigger?", "is <@70> bigger?"),
        (" <@7> <@7> ", ""),
    ],
)
def test_a_question_is_the_message_without_the_mention_of_the_bot(content: str, text: str) -> None:
    assert question_text(content, 7) == text


def test_a_direct_message_without_text_is_answered_in_both_languages() -> None:
    assert hint_languages(None) == (Language.ENGLISH, Language.KOREAN)
