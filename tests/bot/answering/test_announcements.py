"""A passage that announces: the headings below it are its list, each citing the passage under it."""

import pytest

from bot.answering.announcements import Announcements
from config.language import Language
from index.passage import Hit, Passage
from tests.bot.answering.builders import composed


def _side(language: Language, top: str, lead: str, headings: tuple[str, str]) -> list[Passage]:
    def passage(position: str, path: tuple[str, ...], line: str, above: str = "") -> Passage:
        return Passage(
            f"{language}:{position}", language, "Lights", path, (line,), f"{language.other}:{position}", above
        )

    return [
        passage("1.1", (top,), lead),
        passage("1.1.1", (top, headings[0]), "24 km", lead),
        passage("1.1.2", (top, headings[0]), "red", lead),
        passage("1.2.1", (top, headings[1]), "41 m", lead),
    ]


ENGLISH = _side(Language.ENGLISH, "Corvin", "Two figures of Corvin:", ("Its reach", "Its height"))
KOREAN = _side(Language.KOREAN, "코빈", "코빈의 두 수치:", ("닿는 거리", "높이"))
ANNOUNCEMENTS = Announcements([*ENGLISH, *KOREAN])


def _hit(number: int) -> Hit:
    return Hit(ENGLISH[number], KOREAN[number], 1.0, 0.9, None)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (Language.ENGLISH, ("Two figures of Corvin:", "Its reach", "Its height")),
        (Language.KOREAN, ("코빈의 두 수치:", "닿는 거리", "높이")),
    ],
)
def test_an_announcing_passage_lists_the_headings_below_it(language: Language, lines: tuple[str, ...]) -> None:
    assert ANNOUNCEMENTS.hit_with_headings_below(_hit(0)).side(language).lines == lines
    assert ANNOUNCEMENTS.own_lines(ANNOUNCEMENTS.hit_with_headings_below(_hit(0)), language) == lines[:1]


def test_other_passages_stay_as_they_are() -> None:
    assert ANNOUNCEMENTS.hit_with_headings_below(_hit(1)) == _hit(1)


@pytest.mark.parametrize(
    ("language", "lead", "heading"),
    [(Language.ENGLISH, "Two figures of Corvin:", "Its height"), (Language.KOREAN, "코빈의 두 수치:", "높이")],
)
def test_a_heading_is_cited_by_the_passage_under_it(language: Language, lead: str, heading: str) -> None:
    hit = ANNOUNCEMENTS.hit_with_headings_below(_hit(0))
    cited = list(ANNOUNCEMENTS.hits_to_cite(hit, (lead, heading), language))
    assert [(source.passage.passage_id, line) for source, line in cited] == [
        (f"{language}:1.1", lead),
        (f"{language}:1.2.1", heading),
    ]
    assert all(source.twin and source.twin.language is language.other for source, _ in cited)


@pytest.mark.parametrize("language", Language)
def test_the_passage_that_announces_another_is_found(language: Language) -> None:
    above = ANNOUNCEMENTS.hit_with_lead_of(_hit(1), language)
    assert above is not None
    assert above.passage.passage_id == f"{language}:1.1"
    assert ANNOUNCEMENTS.hit_with_lead_of(_hit(0), language) is None


@pytest.mark.parametrize(
    ("language", "asked", "lead", "cited"),
    [
        (Language.ENGLISH, "Which two figures of Corvin are told?", "Two figures of Corvin:", ["en:1.1", "en:1.1.1"]),
        (Language.KOREAN, "코빈의 수치는 어떤 거예요?", "코빈의 두 수치:", ["ko:1.1.1"]),
    ],
    ids=["a lead with a figure of its own", "a lead that only announces"],
)
def test_quoted_lines_come_with_what_announces_them_where_it_was_asked_about(
    language: Language, asked: str, lead: str, cited: list[str]
) -> None:
    answer = composed(_hit(1), asked, "Nothing.", ANNOUNCEMENTS)
    assert f"{lead} [1]" in answer.text.splitlines()
    assert [citation.passage.passage_id for citation in answer.citations] == cited
    assert answer.citations[0].lines[0] == lead
    assert answer.citations[0].twin_lines[0] in {"Two figures of Corvin:", "코빈의 두 수치:"}


@pytest.mark.parametrize(
    ("asked", "draft", "lines"),
    [
        (
            "How many figures of Corvin are there?",
            "There are two figures of Corvin: Its reach. Its height.",
            ["Two figures of Corvin", "Its reach", "Its height"],
        ),
        ("코빈의 두 수치는 뭐예요?", "코빈의 두 수치입니다: 닿는 거리. 높이.", ["코빈의 두 수치", "닿는 거리", "높이"]),
    ],
)
def test_a_list_that_the_model_wrote_as_sentences_is_quoted_as_a_list(asked: str, draft: str, lines: list[str]) -> None:
    answer = composed(ANNOUNCEMENTS.hit_with_headings_below(_hit(0)), asked, draft, ANNOUNCEMENTS)
    bullets = [line.removeprefix("• ").rpartition(" ")[0] for line in answer.text.splitlines() if line[0] == "•"]
    assert bullets == lines


@pytest.mark.parametrize(
    ("asked", "headings"),
    [
        ("Is Corvin known by its figures?", ()),
        ("Is Corvin known by the figure of its reach?", ("Its reach",)),
        ("Which figures are told of Corvin?", ("Its reach", "Its height")),
        ("코빈의 수치가 글에 나와?", ()),
        ("코빈이 닿는 수치가 글에 나와?", ("닿는 거리",)),
        ("코빈의 수치는 어떤 게 있는지 알려줘", ("닿는 거리", "높이")),
    ],
)
def test_of_the_headings_below_those_are_quoted_that_were_asked_about_or_all_of_a_list(
    asked: str, headings: tuple[str, ...]
) -> None:
    answer = composed(ANNOUNCEMENTS.hit_with_headings_below(_hit(0)), asked, "Nothing.", ANNOUNCEMENTS)
    bullets = [line.removeprefix("• ").rpartition(" ")[0] for line in answer.text.splitlines() if line[0] == "•"]
    assert bullets[1:] == list(headings)


@pytest.mark.parametrize(
    ("asked", "draft", "told"),
    [
        ("What changed?", "In 1931 Corvin changed. How far it reaches. How tall it is.", "In 1931 Corvin changed. [1]"),
        (
            "뭐가 바뀌었어요?",
            "1931년에 Corvin이 바뀌었습니다. 불빛이 닿는 거리. 탑이 솟은 높이.",
            "1931년에 Corvin이 바뀌었습니다. [1]",
        ),
    ],
)
def test_headings_told_as_sentences_are_left_out_beside_a_sentence(asked: str, draft: str, told: str) -> None:
    english = _side(Language.ENGLISH, "Corvin", "In 1931 Corvin changed.", ("How far it reaches", "How tall it is"))
    korean = _side(Language.KOREAN, "코빈", "1931년에 Corvin이 바뀌었습니다.", ("불빛이 닿는 거리", "탑이 솟은 높이"))
    announcements = Announcements([*english, *korean])
    hit = announcements.hit_with_headings_below(Hit(english[0], korean[0], 1.0, 0.9, None))
    assert composed(hit, asked, draft, announcements).text == told
