import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.markdown import defused, literal, plain, shortened


@pytest.mark.parametrize("text", ["@everyone", "@here", "<@123456789012345678>", "<@&123456789012345678>"])
def test_nothing_pings(text: str) -> None:
    for shown in (defused(text), literal(text)):
        assert text not in shown
        assert plain(shown) == text


def test_masked_links_show_where_they_lead_and_have_no_preview() -> None:
    for shown in (defused("[free](https://evil.example/a)"), literal("[free](https://evil.example/a)")):
        assert "](" not in shown
        assert "<https://evil.example/a>" in shown


def test_bare_links_have_no_preview_and_keep_their_sentence() -> None:
    assert defused("See https://a.example/b_c.") == "See <https://a.example/b_c>."
    assert defused("See <https://a.example>") == "See <https://a.example>"


def test_markdown_of_an_answer_is_kept_and_its_code_is_left_alone() -> None:
    text = "**Bold** and `a https://b.example`\n```\nhttps://c.example\n```"
    assert defused(text) == text


@pytest.mark.parametrize("fence", ["`", "```", "\\`", "\\```"])
def test_what_is_code_or_looks_like_it_pings_nobody_and_masks_no_link(fence: str) -> None:
    shown = defused(f"{fence}[a](https://b.example) @everyone{fence}")
    assert "](" not in shown
    assert "@everyone" not in shown


def test_markdown_of_a_passage_is_shown_as_it_is() -> None:
    assert literal("*a* _b_ ~~c~~ `d` ||e||") == r"\*a\* \_b\_ \~\~c\~\~ \`d\` \|\|e\|\|"


def test_a_passage_becomes_one_line() -> None:
    assert literal("# 제목\n> 인용") == "\\# 제목 > 인용"


@given(st.text(alphabet=st.sampled_from("ab가 *_~`|>#-[]()\\.\n"), max_size=60))
def test_plain_gives_back_what_was_shown_literally(text: str) -> None:
    assert plain(literal(text)) == " ".join(text.split())


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_shortened_keeps_the_limit(text: str, limit: int) -> None:
    assert len(shortened(text, limit)) <= limit


def test_shortened_says_that_it_is() -> None:
    assert shortened("a  b\nc", 10) == "a b c"
    assert shortened("가나다라마바사", 4) == "가나다…"
