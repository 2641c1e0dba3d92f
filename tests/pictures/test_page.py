import re

import pytest

from config.language import Language
from tests.fakecord.errors import Json
from tests.fakecord.flags import EPHEMERAL
from tests.pictures.page import Column, Scene, Shown, Typing, render

BOT = {"id": "1", "username": "testbot", "bot": True}
MEMBER = {"id": "2", "username": "minji"}
EVIL = "<script>alert(1)</script>"
ASK = {
    "name": "ask",
    "name_localizations": {"ko": "질문"},
    "options": [{"name": "question", "name_localizations": {"ko": "내용"}, "description": "What"}],
}


def payload(content: str, **more: object) -> Json:
    return {"author": BOT, "content": content, "embeds": [], "components": [], "flags": 0, **more}


def page(*shown: Shown | Typing, language: Language = Language.ENGLISH, names: dict[str, str] | None = None) -> str:
    return render(Scene("scene", 640, (Column(language, shown),)), {"1": "Haetae"} if names is None else names)


def test_everything_of_a_payload_is_escaped() -> None:
    button = {"type": 2, "style": 2, "label": EVIL, "emoji": {"name": EVIL}}
    shown = payload(
        EVIL,
        embeds=[{"title": EVIL, "fields": [{"name": EVIL, "value": EVIL}]}],
        components=[{"type": 1, "components": [button]}],
        referenced_message=payload(EVIL, author=MEMBER),
    )
    choices = ({"name": EVIL, "value": EVIL},)
    html = page(Shown(shown, command=""), Typing(ASK, "question", EVIL, choices), names={"1": EVIL, "2": EVIL})
    assert EVIL not in html
    assert html.count("&lt;script&gt;") >= 10
    assert len(re.findall("<script>", html)) == 1  # the page's own, which measures it


@pytest.mark.parametrize(
    ("language", "used", "command", "only_you"),
    [(Language.KOREAN, "minji 님이", "도움말", "나만 볼 수"), (Language.ENGLISH, "minji used", "help", "Only you can")],
    ids=["ko", "en"],
)
def test_a_private_response_names_its_command_and_who_sees_it(
    language: Language, used: str, command: str, only_you: str
) -> None:
    shown = payload("hi", flags=EPHEMERAL, interaction_metadata={"user": MEMBER})
    html = page(Shown(shown, command=command), language=language)
    assert used in html
    assert f"/{command}" in html
    assert only_you in html


@pytest.mark.parametrize(
    ("language", "command", "option"),
    [(Language.KOREAN, "/질문", "내용"), (Language.ENGLISH, "/ask", "question")],
    ids=["ko", "en"],
)
def test_a_command_being_typed_is_named_in_the_members_language(language: Language, command: str, option: str) -> None:
    html = page(Typing(ASK, "question", "ㅁㅅ", ({"name": "미스트랄?", "value": "x"},)), language=language)
    assert all(text in html for text in (command, option, "ㅁㅅ", "미스트랄?"))


def test_a_button_has_its_label_its_emoji_and_its_colour() -> None:
    button = {"type": 2, "style": 3, "label": "도움돼요", "emoji": {"name": "👍"}}
    html = page(Shown(payload("hi", components=[{"type": 1, "components": [button]}])))
    assert '<span class="button success"><span>👍</span>도움돼요</span>' in html
