"""What tests of the whole bot process ask, and how they read what it shows."""

from itertools import pairwise

from config.language import Language
from tests.bot.fakes import TEXTS
from tests.fakecord import FakeDiscord, Interaction, Message
from tests.fakecord.flags import SUPPRESS_EMBEDS

KOREAN_QUESTION = "미스트랄 라지 3 활성 파라미터 수는?"
ENGLISH_QUESTION = "How many parameters are active in Mistral Large 3?"
KOREAN_ANSWER, ENGLISH_ANSWER = TEXTS[Language.KOREAN], TEXTS[Language.ENGLISH]


async def private_word(cord: FakeDiscord, acted: Interaction) -> Message:
    """The message that whoever acted is shown, and nobody else."""

    def shown() -> Message | None:
        message = acted.original if acted.original is not acted.source else None
        message = message or next(iter(acted.followups), None)
        return message if message is not None and not message.loading else None

    message = await cord.journal.wait_for(shown, what=f"a private word to {acted.command or acted.type}")
    assert message.ephemeral
    assert message.only_for == acted.user["id"]
    return message


async def told(cord: FakeDiscord, acted: Interaction) -> str:
    """What whoever acted is told, and nobody else."""
    return (await private_word(cord, acted)).content


async def shows(cord: FakeDiscord, acted: Interaction, label: str) -> Message:
    """The message that answers `acted`, once it has a button so labelled."""

    def ready() -> Message | None:
        message = acted.original
        return message if message is not None and message.component(label=label) else None

    return await cord.journal.wait_for(ready, what=f"a button {label}")


def assert_well_behaved(cord: FakeDiscord) -> None:
    """No rate limit hit, no route unknown, nobody pinged, no content over the limit, no edit without a change."""
    assert cord.rest.unhandled == []
    assert cord.rest.with_status(400, 401, 403, 404, 413, 429) == []
    for reply in cord.replies():
        assert reply.payload["mentions"] == reply.payload["mention_roles"] == []
        assert not reply.payload["mention_everyone"]
        assert reply.flags & SUPPRESS_EMBEDS or reply.token
        shown = [(revision.content, revision.components) for revision in reply.revisions]
        assert all(len(content) < 2000 for content, _ in shown)
        assert all(one != other for one, other in pairwise(shown)), shown
