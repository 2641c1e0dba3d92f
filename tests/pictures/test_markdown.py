import pytest

from tests.pictures.markdown import to_html

NAMES = {"7": "Hae<tae", "8": "general"}


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("**bold** and `code`", "<p><div><strong>bold</strong> and <code>code</code></div></p>"),
        ("> **질문**\n\n답 [1]", "<blockquote><div><strong>질문</strong></div></blockquote>"),
        ("-# **Sources**\n-# [1] a", "<small><div><strong>Sources</strong></div><div>[1] a</div></small>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("<@7>, <#8>", '<span class="mention">@Hae&lt;tae</span>, <span class="mention">#general</span>'),
        ("<@9>", "&lt;@9&gt;"),
        ("<t:1764000000:R>", '<span class="mention">2025-11-24 16:00</span>'),
        (r"\*as written\*, 3 > 2", "*as written*, 3 &gt; 2"),
    ],
    ids=["inline", "quote", "small-print", "list", "mentions", "unknown-mention", "time", "escaped"],
)
def test_what_the_bot_writes_is_shown_as_discord_shows_it(content: str, html: str) -> None:
    assert html in to_html(content, NAMES)


def test_an_empty_line_is_a_gap() -> None:
    assert to_html("a\n\nb", {}) == '<p><div>a</div><div class="gap"></div><div>b</div></p>'


@pytest.mark.parametrize("evil", ["<script>x</script>", "<img src=x onerror=x>", "[a](javascript:x)", "&lt;b>"])
@pytest.mark.parametrize("mark", ["", "> ", "-# ", "- ", "**"])
def test_nothing_of_a_message_becomes_markup(mark: str, evil: str) -> None:
    html = to_html(mark + evil + mark.strip(" >-#"), {})
    assert "<script" not in html
    assert "<img" not in html
    assert "<a " not in html
    assert "<b>" not in html
