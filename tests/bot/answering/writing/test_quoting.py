"""Where the model says too little or too loosely, the article's own lines are the answer."""

import pytest

from bot.answering.answer import Reason
from config.language import Language
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, FixedSearcher, ask, room, settings


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("How far does Corvin reach?", "Sailors see Corvin from very far away."),
        ("코빈 불빛은 어디까지 닿아요?", "Corvin은 뱃사람들이 아주 멀리서도 알아봅니다."),
    ],
)
def test_a_loose_wording_gives_way_to_the_articles_own_lines(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question)
    assert draft not in answer.text
    assert "24 km" in answer.text
    assert not answer.refused


def test_a_korean_answer_borrows_no_english_words_from_the_question(generator: FakeGenerator) -> None:
    generator.enqueue("Corvin의 beam은 24 km까지 닿습니다.")
    answer = ask(generator, "코빈 beam은 어디까지 닿아요?")
    assert "beam" not in answer.text
    assert "24 km" in answer.text


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


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("Give me the reach of Corvin and the height of Marlow.", "Reach and height: 24 km, 41 m."),
        ("코빈이 닿는 거리와 말로의 높이를 알려 주세요.", "닿는 거리와 높이: 24 km, 41 m."),
    ],
)
def test_figures_of_two_passages_are_quoted_from_both(generator: FakeGenerator, question: str, draft: str) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question)
    assert "24 km" in answer.text
    assert "41 m" in answer.text
    assert len(answer.citations) == 2


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("Is the tower of Marlow 41 m tall?", "The tower of Marlow is 41 m tall."),
        ("말로 탑은 높이가 41 m인가요?", "Marlow 탑은 높이가 41 m인가요."),
    ],
)
def test_a_draft_that_only_repeats_the_question_gives_way_to_the_article(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2,)))
    assert answer.reason is Reason.ANSWERED
    assert any("says no more" in finding for finding in answer.findings)
    assert "•" in answer.text


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("Is the tower of Marlow 41 m tall?", "Yes, the tower of Marlow is 41 m tall."),
        ("말로 탑은 높이가 41 m인가요?", "네, Marlow의 탑은 높이가 41 m입니다."),
    ],
)
def test_a_yes_before_what_was_asked_is_an_answer(generator: FakeGenerator, question: str, draft: str) -> None:
    generator.enqueue(draft)
    assert ask(generator, question, FakeSearcher((2,))).text.startswith(draft)


@pytest.mark.parametrize(
    ("question", "draft", "language"),
    [
        ("Of tower and rank, what is each like?", "The tower of Marlow is 41 m tall.", Language.ENGLISH),
        ("탑이랑 위상은 각각 어때요?", "Marlow의 탑은 높이가 41 m입니다.", Language.KOREAN),
    ],
)
def test_where_the_model_tells_of_one_thing_of_two_the_article_is_quoted_on_both(
    generator: FakeGenerator, question: str, draft: str, language: Language
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2, 3)))
    assert [citation.passage.passage_id for citation in answer.citations] == [f"{language}:2.1", f"{language}:3.1"]
    assert "•" in answer.text


@pytest.mark.parametrize(
    ("question", "draft", "lines"),
    [
        (
            "What does Corvin offer visitors?",
            "Corvin offers a view.",
            ("• Guided walks [1]", "• A view of the bay [1]"),
        ),
        ("코빈은 방문객에게 뭐가 좋아요?", "Corvin은 전망이 좋습니다.", ("• 안내 산책 [1]", "• 만이 보이는 전망 [1]")),
    ],
)
@pytest.mark.parametrize("sure", [True, False])
def test_phrases_are_quoted_and_where_the_model_is_sure_no_draft_is_written(
    generator: FakeGenerator, question: str, draft: str, lines: tuple[str, ...], sure: bool
) -> None:
    generator.stated = settings().min_sure_probability + (0.0 if sure else -0.01)
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((4,)))
    assert tuple(answer.text.splitlines()[-2:]) == lines
    assert (generator.history == []) is sure


@pytest.mark.parametrize(
    ("question", "draft"), [("How far does Corvin reach?", "24 km."), ("코빈 불빛은 어디까지 닿아요?", "24 km.")]
)
def test_where_a_figure_was_asked_for_the_model_writes_however_sure_it_is(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.stated = 1.0
    generator.enqueue(draft)
    ask(generator, question)
    assert len(generator.history) == 1


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("Are the tower and the granite of Marlow both strong?", "Marlow is built of granite for strength."),
        ("말로의 탑이랑 화강암은 둘 다 튼튼해?", "Marlow는 튼튼하도록 화강암으로 지었습니다."),
    ],
)
def test_a_passage_beside_the_first_that_adds_nothing_of_the_question_is_not_read(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2, 3)))
    assert [citation.passage.heading_path[-1] for citation in answer.citations] in (["Tower"], ["탑"])
    assert "equal" not in generator.history[0].user
    assert "동등" not in generator.history[0].user


@pytest.mark.parametrize(
    ("question", "draft", "line"),
    [
        (
            "What is Marlow built of?",
            "Marlow built of granite for strength. Marlow is built of the granite for strength.",
            "Marlow is built of granite for strength.",
        ),
        (
            "말로는 무엇으로 지었어요?",
            "Marlow 튼튼하도록 화강암으로 지었습니다. Marlow는 튼튼하도록 화강암 지었습니다.",
            "Marlow는 튼튼하도록 화강암으로 지었습니다.",
        ),
    ],
)
def test_a_slip_in_telling_a_line_gives_way_to_the_line_once(
    generator: FakeGenerator, question: str, draft: str, line: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2,)))
    assert answer.text == f"{line} [1]"


@pytest.mark.parametrize(
    ("question", "draft", "line"),
    [
        ("How far does Corvin reach?", "Corvin reaches 24 km than the lamp.", "The beam of Corvin reaches 24 km. [1]"),
        ("코빈 불빛은 어디까지 닿아요?", "등불보다 24 km까지 닿습니다.", "Corvin의 불빛은 24 km까지 닿습니다. [1]"),
    ],
)
def test_a_comparison_is_told_by_lines_or_not_at_all(
    generator: FakeGenerator, question: str, draft: str, line: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((1,)))
    assert any(finding.startswith("compares in words of its own") for finding in answer.findings)
    assert draft not in answer.text
    assert line in answer.text
    assert not answer.refused


@pytest.mark.parametrize(
    ("question", "draft", "line"),
    [
        ("How far does Corvin reach?", "The lamp of Corvin reaches 24 km.", "The beam of Corvin reaches 24 km."),
        (
            "코빈 불빛은 어디까지 닿아요?",
            "Corvin의 등불은 24 km까지 닿습니다.",
            "Corvin의 불빛은 24 km까지 닿습니다.",
        ),
        (
            "Where does the beam of Corvin reach?",
            "The beast of Corvin reaches 24 km.",
            "The beam of Corvin reaches 24 km.",
        ),
        (
            "코빈 불빛은 어디까지 닿아요?",
            "Corvin의 볼복은 24 km까지 닿습니다.",
            "Corvin의 불빛은 24 km까지 닿습니다.",
        ),
        ("Was the first tower of granite?", "The first tower is built of granite.", "• Marlow is built of granite"),
        ("이전 탑도 화강암으로 지었어요?", "이전 탑은 화강암으로 지었습니다.", "• Marlow는 튼튼하도록 화강암으로"),
    ],
)
def test_a_word_that_the_article_has_elsewhere_or_nowhere_does_not_get_in(
    generator: FakeGenerator, question: str, draft: str, line: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2 if "tower" in question or "탑" in question else 1,)))
    assert draft not in answer.text
    assert line in answer.text


@pytest.mark.parametrize(
    ("question", "draft", "told"),
    [
        ("Is Marlow open?", "No, Marlow is always open.", "Marlow is always open. [1]"),
        ("Is Marlow open?", "Yes, Marlow is always open.", "Yes, Marlow is always open. [1]"),
        ("Is Marlow not open?", "No, Marlow is always open.", "No, Marlow is always open. [1]"),
        ("Is Marlow open?", "No, Marlow is not always open.", "Marlow is always open. [1]"),
        ("말로는 열려 있어요?", "아니요, Marlow는 늘 열려 있습니다.", "Marlow는 늘 열려 있습니다. [1]"),
        ("말로는 열려 있어요?", "네, Marlow는 늘 열려 있습니다.", "네, Marlow는 늘 열려 있습니다. [1]"),
        ("말로는 안 열려 있어요?", "아니요, Marlow는 늘 열려 있습니다.", "아니요, Marlow는 늘 열려 있습니다. [1]"),
        ("말로는 열려 있어요?", "아니요, Marlow는 늘 열려 있지 않습니다.", "Marlow는 늘 열려 있습니다. [1]"),
    ],
)
def test_a_yes_or_no_is_kept_where_it_fits_the_line_that_follows(
    generator: FakeGenerator, question: str, draft: str, told: str
) -> None:
    generator.enqueue(draft)
    assert ask(generator, question, FakeSearcher((2,))).text == told


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
