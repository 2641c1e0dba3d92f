"""What the members' commands say. Pure texts."""

from dataclasses import replace

import pytest

from bot.discord.members.guide import guide, self_description
from bot.discord.members.language import language_set
from bot.discord.members.privacy import counted, holdings, policy
from bot.discord.rendering import PAGE_CHARACTERS
from bot.remembered import Holdings
from config.language import Language
from config.messages import area
from tests.bot.fakes import ABOUT
from tests.fakecord.commands import check_commands
from tests.languages import EACH_LANGUAGE

LONG = replace(ABOUT, titles=dict.fromkeys(Language, "글" * 200), edition="e" * 100, generator="/models/" + "g" * 200)


@EACH_LANGUAGE
def test_every_name_and_description_is_one_discord_takes(language: Language) -> None:
    messages = area("members")
    names = [key.removesuffix("_name") for key in messages if key.endswith("_name")]
    assert len(names) == 6
    for name in names:
        texts = {part: messages[f"{name}_{part}"][language] for part in ("name", "description")}
        check_commands([texts])


@EACH_LANGUAGE
def test_every_text_fits_into_one_message(language: Language) -> None:
    held = Holdings(10**6, 10**6, language)
    for text in (
        guide(LONG, "<@123456789012345678>", language),
        self_description(LONG, language),
        f"{policy(3650, language)}\n\n{holdings(held, language)}",
    ):
        assert len(text) < PAGE_CHARACTERS


@EACH_LANGUAGE
def test_a_title_or_a_folder_cannot_ping_or_format(language: Language) -> None:
    about = replace(ABOUT, titles=dict.fromkeys(Language, "@everyone **x**"), edition="[a](https://b.example)")
    for text in (guide(about, "<@1>", language), self_description(about, language)):
        assert "@everyone" not in text
        assert "**x**" not in text
        assert "](" not in text


@pytest.mark.parametrize(
    ("language", "shipped"),
    [(Language.KOREAN, "해태와 함께 배포되는 판본"), (Language.ENGLISH, "the one that ships with Haetae")],
)
def test_the_edition_is_the_shipped_one_or_the_folder_that_was_indexed(language: Language, shipped: str) -> None:
    assert shipped in self_description(ABOUT, language)
    assert "my-article" in self_description(replace(ABOUT, edition="my-article"), language)


@pytest.mark.parametrize(
    ("language", "none", "unread"),
    [
        (Language.KOREAN, "골라 둔 언어: 없음", "지금은 기록을 열 수 없어서"),
        (Language.ENGLISH, "Language chosen: none", "I cannot reach my records"),
    ],
)
def test_what_is_held_is_counted_or_admitted_to_be_unknown(language: Language, none: str, unread: str) -> None:
    assert none in counted(Holdings(2, 1, None), language)
    assert unread in holdings(None, language)


@pytest.mark.parametrize(
    ("chosen", "client", "said"),
    [
        (Language.KOREAN, Language.ENGLISH, "한국어로 답할게요"),
        (Language.ENGLISH, Language.KOREAN, "I answer you in English"),
        (None, Language.KOREAN, "질문하신 언어로"),
        (None, Language.ENGLISH, "language of each question"),
    ],
)
def test_a_choice_is_confirmed_in_the_language_chosen(chosen: Language | None, client: Language, said: str) -> None:
    assert said in language_set(chosen, client)
