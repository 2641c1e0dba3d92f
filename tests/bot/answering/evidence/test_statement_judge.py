"""What the model judges not stated is refused before it writes."""

import pytest

from bot.answering.answer import Reason
from bot.answering.prompting.prompts import judging_system_prompt
from config.language import Language
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask, settings


@pytest.mark.parametrize("question", ["Who designed the lamp of Corvin?", "코빈 등불은 누가 설계했나요?"])
def test_what_the_model_judges_not_stated_is_refused_with_the_nearest_line_before_it_writes(
    generator: FakeGenerator, question: str
) -> None:
    generator.stated = 0.05
    answer = ask(generator, question)
    assert (answer.refused, answer.reason) == (True, Reason.NOT_STATED)
    assert answer.citations[0].passage.language is answer.language
    assert answer.citations[0].quotes[0] in answer.text
    assert answer.findings[0].startswith("p(stated) = 0.")
    assert generator.history == []


@pytest.mark.parametrize("question", ["How far does Corvin reach?", "코빈 불빛은 어디까지 닿아요?"])
def test_whether_it_is_stated_is_judged_on_the_english_side(generator: FakeGenerator, question: str) -> None:
    generator.enqueue("24 km")
    ask(generator, question)
    (judged,) = generator.judged
    assert judged.system == judging_system_prompt(Language.ENGLISH)
    assert "The beam of Corvin reaches 24 km." in judged.user
    assert question.rsplit(maxsplit=1)[-1] in judged.user


@pytest.mark.parametrize(
    ("question", "language"),
    [("How far does Corvin reach?", Language.ENGLISH), ("코빈 불빛은 어디까지 닿아요?", Language.KOREAN)],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_setting_of_each_language_says_how_likely_a_yes_must_be(
    generator: FakeGenerator, question: str, language: Language, above: bool
) -> None:
    generator.stated = settings().min_stated_probability.of(language) + (0.01 if above else -0.01)
    generator.enqueue("24 km")
    assert ask(generator, question).refused is not above


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("Does Corvin reach 24 km?", "Yes, the beam of Corvin reaches 24 km."),
        ("코빈 불빛이 24 km까지 닿나요?", "네, Corvin의 불빛은 24 km까지 닿습니다."),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_yes_or_no_has_a_setting_of_its_own(generator: FakeGenerator, question: str, draft: str, above: bool) -> None:
    generator.stated = settings().min_stated_probability_yes_no + (0.01 if above else -0.01)
    generator.enqueue(draft)
    assert ask(generator, question).refused is not above


@pytest.mark.parametrize(
    ("question", "draft", "weighed"),
    [
        ("Does Corvin reach 24 km?", "Yes, the beam of Corvin reaches 24 km.", True),
        ("코빈 불빛이 24 km까지 닿나요?", "네, Corvin의 불빛은 24 km까지 닿습니다.", True),
        ("How far does Corvin reach?", "24 km", False),
        ("코빈 불빛은 어디까지 닿아요?", "24 km", False),
    ],
)
def test_a_yes_or_no_is_not_settled_where_other_passages_have_its_words(
    generator: FakeGenerator, question: str, draft: str, weighed: bool
) -> None:
    searcher = FakeSearcher()
    searcher.better_elsewhere = 0.1
    generator.stated = 0.6
    generator.enqueue(draft)
    assert ask(generator, question, searcher).refused is weighed


@pytest.mark.parametrize("question", ["Does Corvin reach 24 km?", "코빈 불빛이 24 km까지 닿나요?"])
def test_words_are_not_compared_where_the_model_says_no(generator: FakeGenerator, question: str) -> None:
    searcher = FakeSearcher()
    generator.stated = 0.1
    assert ask(generator, question, searcher).refused
    assert searcher.compared == []


@pytest.mark.parametrize(
    ("question", "gap", "second", "judged"),
    [
        ("How tall is the tower?", 0.04, 0.4, 2),
        ("How tall is the tower?", 0.06, 0.6, 1),
        ("탑은 높이가 얼마예요?", 0.04, 0.6, 1),
    ],
)
def test_the_second_passage_is_asked_about_only_nearby_and_where_the_settings_say(
    generator: FakeGenerator, question: str, gap: float, second: float, judged: int
) -> None:
    searcher = FakeSearcher((1, 2))
    searcher.gap = gap
    generator.stated_of = {"reaches 24 km": 0.1, "41 m tall": second}
    assert ask(generator, question, searcher).refused
    assert len(generator.judged) == judged


@pytest.mark.parametrize(("first", "chosen"), [(0.1, "2.1"), (0.45, "2.1"), (0.5, "1.1"), (0.65, "1.1")])
def test_of_two_passages_found_about_equally_near_the_likelier_one_answers(
    generator: FakeGenerator, first: float, chosen: str
) -> None:
    searcher = FakeSearcher((1, 2))
    searcher.gap = 0.04
    generator.stated_of = {"reaches 24 km": first, "41 m tall": 0.6}
    generator.enqueue("Something else.")
    answer = ask(generator, "What is there to know?", searcher)
    assert [citation.passage.passage_id for citation in answer.citations] == [f"en:{chosen}"]


@pytest.mark.parametrize(("question", "judged"), [("How tall is Marlow?", 1), ("What is there to know of Marlow?", 2)])
def test_no_passage_without_the_figure_asked_for_takes_the_place_of_one_that_gives_it(
    generator: FakeGenerator, question: str, judged: int
) -> None:
    searcher = FakeSearcher((2, 3))
    searcher.gap = 0.04
    generator.stated_of = {"41 m tall": 0.1, "lit last": 0.4}
    assert ask(generator, question, searcher).refused
    assert len(generator.judged) == judged
