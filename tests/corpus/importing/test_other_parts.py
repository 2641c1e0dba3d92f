"""What a site puts above, within and below an article: its labels go, and never the article with them."""

from datetime import date

import pytest

from corpus.importing.importer import ImportedPage, import_page

KOREAN = """등대 이야기

서론

등대는 1903년에 처음으로 불을 밝혔습니다.
지금도 밤마다 먼 바다를 비춥니다.

탑

탑은 화강암으로 쌓았고 높이는 30미터입니다.
계단은 142칸이고 오르는 데 10분이 걸립니다.

입장

입장료는 4,000원입니다.
월요일에는 문을 열지 않습니다.
"""
ENGLISH = """The Lamp

Introduction

The lighthouse was lit for the first time in 1903.
It still shines far over the sea every night.

The Tower

The tower is built of granite and 30 metres high.
The stairs have 142 steps and take ten minutes.

Admission

Admission is 4,000 won.
The doors stay closed on Mondays.
"""
NOUNS = """텃밭 분양 안내

신청

- 기간은 3월 2일부터
- 대상은 만 19세 이상 시민

유의 사항

- 농약 사용 금지
- 불 피우기 금지
"""
ENGLISH_NOUNS = """Garden plots

How to apply

- From 2 March
- For residents aged 19 and over

Please note

- No pesticides
- No fires
"""
KOREAN_LABELS = ["공유하기", "목록", "댓글 0", "다음 글", "더 보기", "구독하기", "뉴스레터"]
ENGLISH_LABELS = ["Share", "Subscribe to our newsletter", "0 comments", "Next post", "Read more", "Tags"]
WORDED = [
    *((text, "등대 이야기", label) for text in (KOREAN,) for label in KOREAN_LABELS),
    *((text, "The Lamp", label) for text in (ENGLISH,) for label in ENGLISH_LABELS),
    *((NOUNS, "텃밭 분양 안내", label) for label in KOREAN_LABELS),
    *((ENGLISH_NOUNS, "Garden plots", label) for label in ENGLISH_LABELS),
]


def imported(text: str, name: str = "page.txt") -> ImportedPage:
    return import_page(text.encode(), name=name, edition=date(2026, 11, 21))


def content(page: ImportedPage) -> list[tuple[str, list[str]]]:
    (document,) = page.corpus.documents
    return [(section.heading, [line.text for line in section.lines]) for section in document.sections]


@pytest.mark.parametrize(("text", "title", "label"), WORDED)
@pytest.mark.parametrize("place", [0, 1, -1])
def test_a_label_in_the_midst_takes_its_own_line_alone(text: str, title: str, label: str, place: int) -> None:
    paragraphs = text.split("\n\n")
    headings = [index for index, one in enumerate(paragraphs) if index and "." not in one and "- " not in one]
    paragraphs.insert(headings[place], label)
    page = imported("\n\n".join(paragraphs))
    assert content(page) == content(imported(text))
    assert page.corpus.documents[0].title == title
    assert page.report[0].left_out in {(label,), () if place == 0 else (label,)}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (KOREAN, ["공유하기", "페이스북", "카카오톡", "링크 복사"]),
        (ENGLISH, ["Share this page", "Facebook", "X", "Copy link"]),
    ],
)
def test_the_places_to_share_to_go_with_their_label(text: str, labels: list[str]) -> None:
    for title_end in ("\n\n", "\n\n" + text.split("\n\n")[1] + "\n\n" + text.split("\n\n")[2] + "\n\n"):
        head, separator, rest = text.partition(title_end)
        assert content(imported(head + separator + "\n".join(labels) + "\n\n" + rest)) == content(imported(text))


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        (KOREAN, "댓글 2\n정말 잘 읽었습니다.\n저도 가 보고 싶네요.\n"),
        (KOREAN, "관련 글\n- 종 이야기\n- 나팔 이야기\n목록\n"),
        (ENGLISH, "2 comments\nThank you for this page.\nI want to go there too.\n"),
        (ENGLISH, "Related posts\n- The Bell\n- The Horn\nBack to top\n"),
    ],
)
def test_what_little_stands_below_the_article_goes_with_its_label(text: str, tail: str) -> None:
    page = imported(f"{text}\n{tail}")
    assert content(page) == content(imported(text))
    assert tail.splitlines()[0] in page.report[0].left_out


def marked(name: str, body: str, above: str, below: str) -> str:
    return f"# {above}\n\n## {above}\n\n{below}\n\n## {name}\n\n{body}\n\n## {below.partition(' ')[0]}\n\n{below}\n"


@pytest.mark.parametrize(
    ("name", "body", "above", "below"),
    [
        (name, "이용료는 한 달에 9,900원입니다.", "등대", "불은 꺼지지 않았습니다.")
        for name in ("구독", "태그", "뉴스레터", "공유")
    ]
    + [
        (name, "It costs 9,900 won a month.", "Lamp", "It is not out.")
        for name in ("Subscribe", "Tags", "Newsletter", "Share", "Comments")
    ],
)
def test_a_marked_section_with_sentences_of_its_own_is_kept(name: str, body: str, above: str, below: str) -> None:
    page = imported(marked(name, body, above, below), "page.md")
    assert (name, [body]) in content(page)
    assert page.report[0].left_out == ()


@pytest.mark.parametrize(
    ("name", "body", "above", "below"),
    [
        ("태그", "- 바다\n- 빛", "등대", "불은 꺼지지 않았습니다."),
        ("Tags", "- Sea\n- Light", "Lamp", "It is not out."),
        ("관련 글", "- 종 이야기", "등대", "불은 꺼지지 않았습니다."),
    ],
)
def test_a_marked_section_of_mere_labels_is_left_out(name: str, body: str, above: str, below: str) -> None:
    page = imported(marked(name, body, above, below), "page.md")
    assert [heading for heading, _ in content(page)] == [above, below.partition(" ")[0]]
    assert page.report[0].left_out == (name,)


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("# 등대\n\n## 역사\n\n1903년에 불을 밝혔습니다.\n", "## 댓글 2\n\n잘 읽었습니다.\n"),
        ("# Lamp\n\n## Past\n\nIt was lit in 1903.\n", "## Comments (2)\n\nThank you for this.\n"),
    ],
)
def test_comments_in_sentences_below_the_last_section_are_left_out(text: str, comments: str) -> None:
    assert content(imported(f"{text}\n{comments}", "page.md")) == content(imported(text, "page.md"))


def test_many_labels_are_read_in_time() -> None:
    lines = [line for number in range(4_000) for line in ("Share", f"The lamp was lit {number} times.", "Tags")]
    assert imported("\n".join(["The Lamp", "Past", *lines])).corpus.documents
