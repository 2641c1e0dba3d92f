"""Which of the article's own lines are quoted."""

from dataclasses import replace

import pytest

from bot.answering.answer import Reason
from config.language import Language
from index.passage import Hit, Passage
from tests.bot.answering.builders import composed
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, FixedSearcher, ask, hit, room


@pytest.mark.parametrize(
    ("question", "draft", "line"),
    [
        (
            "Why was Marlow built of granite?",
            "Marlow is built of granite for strength.",
            "The tower of Marlow is 41 m tall.",
        ),
        (
            "말로를 화강암으로 지은 이유는?",
            "Marlow는 튼튼하도록 화강암으로 지었습니다.",
            "Marlow의 탑은 높이가 41 m입니다.",
        ),
        ("What are the features of Marlow?", "41 m", "Marlow is built of granite for strength."),
        ("말로의 특징이 뭐뭐예요?", "41 m", "Marlow는 튼튼하도록 화강암으로 지었습니다."),
    ],
)
def test_a_question_for_several_things_gets_the_whole_list(
    generator: FakeGenerator, question: str, draft: str, line: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2, 1)))
    assert line in answer.text
    assert len(answer.citations[0].quotes) == 3


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("Corvin or Marlow, which is built of granite?", "Marlow"),
        ("코빈과 말로 중 화강암으로 지은 곳은?", "Marlow"),
    ],
)
def test_a_question_about_two_names_quotes_the_lines_of_each(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question)
    assert {citation.passage.heading_path[0] for citation in answer.citations} in (
        {"Corvin Light", "Marlow Light"},
        {"코빈 등대", "말로 등대"},
    )
    assert "granite" in answer.text or "화강암" in answer.text


@pytest.mark.parametrize(("question", "draft"), [("Is Marlow open?", "Yes"), ("말로는 열려 있어요?", "네")])
def test_a_bare_yes_is_replaced_by_the_articles_own_line(generator: FakeGenerator, question: str, draft: str) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2, 1)))
    assert "always open" in answer.text or "늘 열려" in answer.text


LAMP_ROOM = room(
    8,
    ("Lamp room", "It has 10 chairs to lie on.", "It is dark."),
    ("등실", "누울 의자 10개가 있습니다.", "어둡습니다."),
)


BOILER_ROOM = room(
    9,
    ("Boiler room", "The water is kept at 32 degrees.", "The boiler weighs 700 kg.", "Two thirds of the heat is used."),
    ("기관실", "물은 32도로 유지됩니다.", "기관은 700 kg입니다.", "열의 3분의 2를 씁니다."),
)


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("How many degrees is it in the lamp room?", "The lamp room is warm."),
        ("How heavy is the lamp room?", "The lamp room is heavy."),
        ("How long in metres is the lamp room?", "The lamp room is long."),
        ("What percentage of the lamp room is dark?", "The lamp room is dark."),
        ("등실은 몇도야?", "등실은 따뜻합니다."),
        ("등실은 몇 킬로나 나가?", "등실은 무겁습니다."),
        ("등실에는 몇 명 들어가요?", "등실은 넓습니다."),
        ("등실은 몇프로가 어두워?", "등실은 아주 깜깜합니다."),
    ],
)
def test_lines_are_no_answer_where_they_lack_the_unit_asked_for(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    rooms = (*LAMP_ROOM, *BOILER_ROOM)
    answer = ask(generator, question, FixedSearcher(*rooms), rooms)
    assert answer.refused
    assert "•" not in answer.text


@pytest.mark.parametrize(
    ("question", "draft", "line"),
    [
        ("How many degrees is it in the boiler room?", "The boiler room is warm.", "The water is kept at 32 degrees."),
        ("How heavy is the boiler room?", "The boiler room is heavy.", "The boiler weighs 700 kg."),
        ("What % of the boiler room heat is used?", "The boiler room is used.", "Two thirds of the heat is used."),
        ("기관실은 몇도야?", "기관실은 따뜻합니다.", "물은 32도로 유지됩니다."),
        ("기관실 기관은 몇 킬로야?", "기관실은 무겁습니다.", "기관은 700 kg입니다."),
        ("기관실은 열의 몇프로를 써?", "기관실은 열을 아낍니다.", "열의 3분의 2를 씁니다."),
        ("How many chairs are in the lamp room?", "The lamp room is furnished.", "It has 10 chairs to lie on."),
        ("등실에는 의자가 몇 개야?", "등실은 아늑합니다.", "누울 의자 10개가 있습니다."),
        ("의자가 몇 개고 몇 도야?", "등실은 아늑합니다.", "누울 의자 10개가 있습니다."),
    ],
)
def test_lines_that_give_the_unit_or_the_count_asked_for_are_quoted(
    generator: FakeGenerator, question: str, draft: str, line: str
) -> None:
    generator.enqueue(draft)
    rooms = (*LAMP_ROOM, *BOILER_ROOM) if "lamp" in question or "의자" in question else (*BOILER_ROOM, *LAMP_ROOM)
    answer = ask(generator, question, FixedSearcher(*rooms), rooms)
    assert not answer.refused
    assert line in answer.text


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
    answer = composed(Hit(*HEADED, 1.0, 0.9, None), asked, draft)
    assert answer.reason is Reason.ANSWERED
    assert heading in answer.text


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
    answer = composed(hit, asked, draft)
    assert answer.text.splitlines()[2:] == [f"• {line} [1]"]
    assert composed(hit, asked, line).text == f"{line} [1]"


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
    answer = composed(hit, asked, draft)
    side = hit.passage
    assert answer.text.splitlines()[2:] == [f"• {line} [1]" for line in side.lines]


@pytest.mark.parametrize("language", Language)
def test_of_lines_without_a_word_of_the_question_the_nearest_by_meaning_is_shown(
    generator: FakeGenerator, language: Language
) -> None:
    class Near(FakeSearcher):
        def search(self, *args: object, **kwargs: object) -> tuple[Hit, ...]:
            return (replace(hit(2, language), line_cosines=(0.81, 0.82, 0.84)),)

    generator.stated = 0.1
    question = {Language.ENGLISH: "Who dusts Marlow?", Language.KOREAN: "말로는 누가 쓸어요?"}[language]
    assert ask(generator, question, Near()).citations[0].quotes == hit(2, language).passage.lines[2:]
