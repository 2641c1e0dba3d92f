"""A passage that announces: the headings below it are its list, each citing the passage under it."""

import pytest

from bot.answering.announcements import Announcements
from bot.answering.answer import Reason
from bot.answering.evidence.evidence_judge import Evidence
from bot.answering.names.subjects import SubjectIndex
from bot.answering.question import Question
from bot.answering.understanding.understood import understand
from bot.answering.verifying.support_finder import SupportFinder
from bot.answering.verifying.verifier import Verifier
from bot.answering.writing.composing import Composed, Composer
from config.language import Language
from corpus.glossary import Glossary
from index.passage import Hit, Passage
from tests.bot.answering.fakes import FakeLexicon


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
HEADED = (
    Passage("en:2.1", Language.ENGLISH, "Lights", ("Corvin", "Reach: 24 km"), ("Seen by all ships",), "ko:2.1"),
    Passage("ko:2.1", Language.KOREAN, "등대", ("코빈", "닿는 거리: 24 km"), ("모든 배가 볼 수 있어요",), "en:2.1"),
)
RIVALS = (
    Passage(
        "en:3.1",
        Language.ENGLISH,
        "Lights",
        ("Corvin", "Rivals"),
        ("Corvin shines further than Marlow.", "Corvin is a match for Osprey from Bergen."),
        "ko:3.1",
    ),
    Passage(
        "ko:3.1",
        Language.KOREAN,
        "등대",
        ("코빈", "맞수"),
        ("Corvin은 Marlow보다 멀리 비춥니다.", "Corvin은 Bergen의 Osprey와 맞먹습니다."),
        "en:3.1",
    ),
)
ALIKE = (
    Passage(
        "en:4.1",
        Language.ENGLISH,
        "Lights",
        ("Corvin", "By night"),
        (
            "On clear winter nights the lamp of Corvin outshines the lamp of Marlow by far.",
            "On clear winter nights the lamp of Corvin outshines the lamp of Osprey by far.",
        ),
        "ko:4.1",
    ),
    Passage(
        "ko:4.1",
        Language.KOREAN,
        "등대",
        ("코빈", "밤"),
        (
            "맑은 겨울밤에 Corvin의 등불은 Marlow의 등불보다 훨씬 더 밝게 빛납니다.",
            "맑은 겨울밤에 Corvin의 등불은 Osprey의 등불보다 훨씬 더 밝게 빛납니다.",
        ),
        "en:4.1",
    ),
)
ANNOUNCEMENTS = Announcements([*ENGLISH, *KOREAN, *HEADED, *RIVALS, *ALIKE])


def _hit(number: int) -> Hit:
    return Hit(ENGLISH[number], KOREAN[number], 1.0, 0.9, None)


def _composed(hit: Hit, asked: str, draft: str, announcements: Announcements = ANNOUNCEMENTS) -> Composed:
    glossary = Glossary({})
    question = understand(Question(asked), glossary, 200)
    finder = SupportFinder(
        (hit,), SubjectIndex([hit.passage, hit.twin or hit.passage], glossary, FakeLexicon()), glossary
    )
    verifier = Verifier(question, finder)
    return Composer(question, Evidence((hit,), None), finder, verifier, announcements).compose(
        draft, verifier.verify(draft)
    )


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
    composed = _composed(_hit(1), asked, "Nothing.")
    assert f"{lead} [1]" in composed.text.splitlines()
    assert [citation.passage.passage_id for citation in composed.citations] == cited
    assert composed.citations[0].lines[0] == lead
    assert composed.citations[0].twin_lines[0] in {"Two figures of Corvin:", "코빈의 두 수치:"}


@pytest.mark.parametrize(
    ("asked", "draft", "heading"),
    [
        ("How far does it reach?", "Seen by all ships.", "Reach: 24 km"),
        ("몇 km까지 닿아요?", "모든 배가 볼 수 있어요.", "닿는 거리: 24 km"),
    ],
)
def test_a_figure_that_only_the_heading_has_is_shown_with_the_lines_under_it(
    asked: str, draft: str, heading: str
) -> None:
    composed = _composed(Hit(*HEADED, 1.0, 0.9, None), asked, draft)
    assert composed.reason is Reason.ANSWERED
    assert heading in composed.text


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
    composed = _composed(ANNOUNCEMENTS.hit_with_headings_below(_hit(0)), asked, draft)
    bullets = [line.removeprefix("• ").rpartition(" ")[0] for line in composed.text.splitlines() if line[0] == "•"]
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
    composed = _composed(ANNOUNCEMENTS.hit_with_headings_below(_hit(0)), asked, "Nothing.")
    bullets = [line.removeprefix("• ").rpartition(" ")[0] for line in composed.text.splitlines() if line[0] == "•"]
    assert bullets[1:] == list(headings)


@pytest.mark.parametrize(
    ("hit", "asked", "draft", "line"),
    [
        (
            Hit(RIVALS[0], RIVALS[1], 1.0, 0.9, None),
            "Which light from Bergen is on a par with Corvin?",
            "Corvin shines further than Marlow.",
            "Corvin is a match for Osprey from Bergen.",
        ),
        (
            Hit(RIVALS[1], RIVALS[0], 1.0, 0.9, None),
            "Corvin과 비슷한 Bergen 등대는 뭐예요?",
            "Corvin은 Marlow보다 멀리 비춥니다.",
            "Corvin은 Bergen의 Osprey와 맞먹습니다.",
        ),
    ],
)
def test_where_a_sentence_leaves_out_a_name_of_the_question_the_line_that_has_it_is_quoted(
    hit: Hit, asked: str, draft: str, line: str
) -> None:
    composed = _composed(hit, asked, draft)
    assert composed.text.splitlines()[2:] == [f"• {line} [1]"]
    assert _composed(hit, asked, line).text == f"{line} [1]"


@pytest.mark.parametrize(
    ("hit", "asked", "draft"),
    [
        (
            Hit(RIVALS[0], RIVALS[1], 1.0, 0.9, None),
            "Which lights does Corvin outshine?",
            "Corvin shines further than Marlow and Osprey from Bergen.",
        ),
        (
            Hit(RIVALS[1], RIVALS[0], 1.0, 0.9, None),
            "코빈은 어떤 등대보다 멀리 비춰요?",
            "Corvin은 Marlow와 Bergen의 Osprey보다 멀리 비춥니다.",
        ),
    ],
)
def test_a_sentence_that_says_of_one_name_what_a_line_says_of_another_gives_way_to_the_lines(
    hit: Hit, asked: str, draft: str
) -> None:
    composed = _composed(hit, asked, draft)
    side = hit.passage
    assert composed.text.splitlines()[2:] == [f"• {line} [1]" for line in side.lines]


@pytest.mark.parametrize(
    ("hit", "asked", "draft"),
    [
        (
            Hit(ALIKE[0], ALIKE[1], 1.0, 0.9, None),
            "How bright is Corvin beside Osprey?",
            "On clear winter nights the lamp of Corvin outshines lamp of Osprey by far.",
        ),
        (
            Hit(ALIKE[1], ALIKE[0], 1.0, 0.9, None),
            "겨울에 Corvin은 Osprey 옆에서 얼마나 밝아요?",
            "맑은 겨울밤 Corvin의 등불은 Osprey의 등불보다 훨씬 더 밝게 빛납니다.",
        ),
    ],
)
def test_a_slip_gives_way_to_the_line_with_its_own_names(hit: Hit, asked: str, draft: str) -> None:
    assert _composed(hit, asked, draft).text == f"{hit.passage.lines[1]} [1]"


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
    assert _composed(hit, asked, draft, announcements).text == told


MEASURED = [
    Passage(
        "en:5.1.1",
        Language.ENGLISH,
        "Lights",
        ("Corvin", "Compared"),
        ("Outshines Marlow", "On a level with Osprey"),
        "ko:5.1.1",
        lead="In the Kestrel survey:",
    ),
    Passage(
        "ko:5.1.1",
        Language.KOREAN,
        "등대",
        ("Corvin", "비교"),
        ("Marlow를 능가", "Osprey와 동등"),
        "en:5.1.1",
        lead="Kestrel 조사에서:",
    ),
]


@pytest.mark.parametrize(
    ("asked", "draft", "reason"),
    [
        ("Who does Corvin beat in Kestrel?", "In Kestrel Corvin beats Marlow.", Reason.ANSWERED),
        ("Kestrel에서 Corvin은 누구를 이겼어?", "Kestrel에서 Corvin은 Marlow를 이겼습니다.", Reason.ANSWERED),
        ("Who does Corvin beat?", "In Zephyria Corvin beats Marlow.", Reason.UNSUPPORTED),
        ("Corvin은 누구를 이겼어?", "Zephyria에서 Corvin은 Marlow를 이겼습니다.", Reason.UNSUPPORTED),
    ],
)
def test_a_name_of_the_question_that_announces_the_passage_is_not_invented(
    asked: str, draft: str, reason: Reason
) -> None:
    composed = _composed(Hit(MEASURED[0], MEASURED[1], 1.0, 0.9, None), asked, draft, Announcements(MEASURED))
    assert composed.reason is reason
    assert not any(word in composed.text for word in ("Zephyria", "beats", "이겼"))
