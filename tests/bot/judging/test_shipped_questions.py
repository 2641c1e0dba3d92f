"""The shipped question sets, walked: what the issue wants of them, and that the article they ask about answers them."""

from collections import Counter

import pytest

from bot.judging.matching import states, unmet
from bot.judging.questions import Case, Outcome, SetName, Split, read_sets
from config.language import Language
from corpus.glossary import Glossary
from corpus.loading import load_corpus
from corpus.parity import check_parity
from tests.languages import EACH_LANGUAGE
from tests.places import EVALS

OTHERS = ("audience", "development", "examiner", "foreign", "members", "pool", "seedbank", "tester", "yes_or_no")
FOLDERS = {"main": EVALS} | {name: EVALS / name for name in OTHERS}
ARTICLES = {name: folder / "article" for name, folder in FOLDERS.items() if name in {"foreign", "pool", "seedbank"}}
CASES = {name: read_sets(folder) for name, folder in FOLDERS.items()}
EVERY_CASE = [(name, case) for name, cases in CASES.items() for case in cases]
LEAST = {
    ("main", SetName.ANSWERABLE): 120,
    ("main", SetName.UNANSWERABLE): 80,
    ("main", SetName.ATTACKS): 20,
    ("main", SetName.CONVERSATIONS): 30,
    ("development", SetName.ANSWERABLE): 60,
    ("development", SetName.UNANSWERABLE): 80,
    ("foreign", SetName.ANSWERABLE): 60,
    ("foreign", SetName.UNANSWERABLE): 40,
    ("examiner", SetName.ANSWERABLE): 60,
    ("examiner", SetName.UNANSWERABLE): 40,
    ("seedbank", SetName.ANSWERABLE): 50,
    ("seedbank", SetName.UNANSWERABLE): 40,
    ("members", SetName.ANSWERABLE): 48,
    ("members", SetName.UNANSWERABLE): 49,
    ("members", SetName.CONVERSATIONS): 24,
    ("pool", SetName.ANSWERABLE): 40,
    ("pool", SetName.UNANSWERABLE): 39,
    ("audience", SetName.ANSWERABLE): 54,
    ("audience", SetName.UNANSWERABLE): 39,
    ("tester", SetName.ANSWERABLE): 49,
    ("tester", SetName.UNANSWERABLE): 39,
    ("yes_or_no", SetName.ANSWERABLE): 16,
    ("yes_or_no", SetName.UNANSWERABLE): 20,
}
OPEN = ("audience", "development", "examiner", "members", "pool", "tester", "yes_or_no")
HALVED = [key for key in LEAST if key[0] not in OPEN]


def groups(name: str, language: Language) -> dict[str, str]:
    """The text of every group of the article that `name` asks about, headings included, by position."""
    document = load_corpus(ARTICLES.get(name)).document(language)
    assert document is not None
    return {
        ".".join(map(str, group.position)): "\n".join([*group.heading_path, *(line.text for line in group.lines)])
        for group in document.groups()
    }


GROUPS = {(name, language): groups(name, language) for name in FOLDERS for language in Language}


@EACH_LANGUAGE
@pytest.mark.parametrize(("name", "set_name"), list(LEAST))
def test_each_set_is_large_enough(name: str, set_name: SetName, language: Language) -> None:
    chosen = [case for case in CASES[name] if case.set_name is set_name and case.language is language]
    assert len(chosen) >= LEAST[name, set_name]


@pytest.mark.parametrize("name", list(FOLDERS))
def test_every_case_has_a_twin_of_the_same_split_and_kind(name: str) -> None:
    sides: dict[Language, Counter[tuple[str, int, Split, str]]] = {language: Counter() for language in Language}
    for case in CASES[name]:
        sides[case.language][case.stem, case.turn, case.split, case.kind] += 1
    assert sides[Language.KOREAN] == sides[Language.ENGLISH]


@pytest.mark.parametrize(("name", "set_name"), HALVED)
def test_half_of_each_set_is_held_out(name: str, set_name: SetName) -> None:
    stems = {(case.stem, case.split) for case in CASES[name] if case.set_name is set_name}
    held_out = sum(split is Split.HELD_OUT for _, split in stems)
    assert abs(2 * held_out - len(stems)) <= 1


@pytest.mark.parametrize("name", OPEN)
def test_the_questions_for_development_are_all_open_to_it(name: str) -> None:
    assert {case.split for case in CASES[name]} == {Split.DEV}


@pytest.mark.parametrize("name", ["development", "foreign"])
@pytest.mark.parametrize("set_name", [SetName.ANSWERABLE, SetName.UNANSWERABLE])
def test_many_questions_want_a_yes_or_a_no(name: str, set_name: SetName) -> None:
    kinds = [case.kind for case in CASES[name] if case.set_name is set_name]
    assert kinds.count("yesno") >= len(kinds) / 5


def test_no_question_is_asked_twice() -> None:
    single = [case for _, case in EVERY_CASE if case.conversation is None]
    assert [question for question, times in Counter(case.question for case in single).items() if times > 1] == []
    assert [identifier for identifier, times in Counter(case.id for case in single).items() if times > 1] == []


@EACH_LANGUAGE
@pytest.mark.parametrize("name", ["main", "foreign"])
def test_every_group_of_the_article_is_asked_about(name: str, language: Language) -> None:
    asked = {position for case in CASES[name] if case.language is language for position in case.accepted_positions}
    assert asked == set(GROUPS[name, language])


@pytest.mark.parametrize(
    ("name", "case"),
    [pytest.param(name, case, id=case.id) for name, case in EVERY_CASE if case.outcome is Outcome.ANSWER],
)
def test_the_passages_named_state_what_is_expected_and_not_the_contrary(name: str, case: Case) -> None:
    text = "\n".join(GROUPS[name, case.language][position] for position in sorted(case.accepted_positions))
    assert unmet(text, case.expected) == ()
    assert [wrong for wrong in case.contradicted_by if states(text, wrong)] == []


@pytest.mark.parametrize(
    ("name", "case"), [pytest.param(name, case, id=case.id) for name, case in EVERY_CASE if case.instead]
)
def test_the_article_states_what_corrects_a_false_premise(name: str, case: Case) -> None:
    assert unmet("\n".join(GROUPS[name, case.language].values()), case.instead) == ()


@pytest.mark.parametrize("name", list(ARTICLES))
def test_both_languages_of_an_invented_article_say_the_same(name: str) -> None:
    assert check_parity(load_corpus(ARTICLES[name]), Glossary.load(None)) == ()
