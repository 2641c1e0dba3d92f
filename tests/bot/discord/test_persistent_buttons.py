"""Buttons that outlive a restart, on simcord: all that is known of one that is pressed is its id."""

import re

import discord
import pytest
import simcord

from bot.discord.persistent_buttons import page_buttons, persistent_button
from config.language import Language
from tests.bot.discord.test_client import alice, channel
from tests.languages import EACH_LANGUAGE

__all__ = ["alice", "channel"]

TARGETS = {1: ["0 off", "2"], 2: ["1", "3"], 3: ["2", "4 off"]}
LABELS = {Language.ENGLISH: ["Back", "More"], Language.KOREAN: ["이전", "다음"]}


class PagedClient(discord.Client):
    """Answers every message with the buttons of page 1 of 3; page 3 cannot be turned to."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.default())
        self.turned: list[str] = []

    async def setup_hook(self) -> None:
        self.add_dynamic_items(persistent_button(r"page:(?P<page>\d+)", self.turn))

    async def on_message(self, message: discord.Message) -> None:
        if message.author != self.user:
            await message.reply("1", view=page_buttons(1, 3, Language.ENGLISH, "page:{}".format))

    async def turn(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        page = int(match["page"])
        if page == 3:
            raise ZeroDivisionError("a bug")
        await interaction.response.edit_message(
            content=f"{page}", view=page_buttons(page, 3, Language.ENGLISH, "page:{}".format)
        )


def shown(channel: simcord.ChannelHandle) -> discord.Message:
    message = channel.last_message
    assert message is not None
    return message


@pytest.fixture
def simcord_bot() -> PagedClient:
    return PagedClient()


async def test_a_press_is_told_by_the_id_of_the_button_and_its_faults_are_told_to_the_presser(
    channel: simcord.ChannelHandle, alice: simcord.MemberActor, caplog: pytest.LogCaptureFixture
) -> None:
    await alice.send(channel, "pages?")
    assert shown(channel).content == "1"
    await alice.click(shown(channel), label="More")
    assert shown(channel).content == "2"
    failed = await alice.click(shown(channel), label="More")
    assert failed.ephemeral
    assert failed.response is not None
    assert "Something went wrong" in failed.response.content
    assert "a bug" not in failed.response.content
    assert [record.exc_info is not None for record in caplog.records if "failed" in record.message] == [True]
    await alice.click(shown(channel), label="Back")
    assert shown(channel).content == "1"


@EACH_LANGUAGE
@pytest.mark.parametrize("page", TARGETS)
async def test_the_buttons_of_a_page_lead_to_those_beside_it_and_nowhere_at_the_ends(
    page: int, language: Language
) -> None:
    buttons = [one for one in page_buttons(page, 3, language, str).children if isinstance(one, discord.ui.Button)]
    assert [f"{one.custom_id}{' off' * one.disabled}" for one in buttons] == TARGETS[page]
    assert [one.label for one in buttons] == LABELS[language]


async def test_one_page_has_no_buttons() -> None:
    assert not page_buttons(1, 1, Language.ENGLISH, str).children
