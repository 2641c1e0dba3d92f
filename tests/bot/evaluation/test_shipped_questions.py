"""The shipped question sets, walked: what the issue wants of them, and that the shipped edition answers them."""

from collections import Counter
from pathlib import Path

import pytest

from bot.evaluation.matching import states, unmet
from bot.evaluation.questions import Case, Outcome, SetName, Split, read_sets
from config.language import Language
from corpus.loading import load_corpus

EVALS = Path(__file__).parents[2] / "evals"
CASES = read_sets(EVALS)
LEAST = {SetName.ANSWERABLE: 120, SetName.UNANSWERABLE: 80, SetName.ATTACKS: 20, SetName.CONVERSATIONS: 30}


def groups(language: Language) -> dict[str, str]:
    """The text of every group of the shipped edition, headings included, by position."""
    document = load_corpus(None).document(language)
    assert document is not None
    return {
        ".".join(map(str, group.position)): "\n".join([*group.heading_path, *(line.text for line in group.lines)])
        for group in document.groups()
    }


GROUPS = {language: groups(language) for language in Language}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("set_name", list(SetName))
def test_each_set_is_large_enough(set_name: SetName, language: Language) -> None:
    chosen = [case for case in CASES if case.set_name is set_name and case.language is language]
    assert len(chosen) >= LEAST[set_name]


def test_every_case_has_a_twin_of_the_same_split_and_kind() -> None:
    sides: dict[Language, Counter[tuple[str, int, Split, str]]] = {language: Counter() for language in Language}
    for case in CASES:
        sides[case.language][case.stem, case.turn, case.split, case.kind] += 1
    assert sides[Language.KOREAN] == sides[Language.ENGLISH]


@pytest.mark.parametrize("set_name", list(SetName))
def test_half_of_each_set_is_held_out(set_name: SetName) -> None:
    stems = {(case.stem, case.split) for case in CASES if case.set_name is set_name}
    held_out = sum(split is Split.HELD_OUT for _, split in stems)
    assert abs(2 * held_out - len(stems)) <= 1


@pytest.mark.parametrize("language", list(Language))
def test_every_group_of_the_article_is_asked_about(language: Language) -> None:
    asked = {position for case in CASES if case.language is language for position in case.accepted_positions}
    assert asked == set(GROUPS[language])


@pytest.mark.parametrize("case", [case for case in CASES if case.outcome is Outcome.ANSWER], ids=lambda case: case.id)
def test_the_passages_named_state_what_is_expected_and_not_the_contrary(case: Case) -> None:
    text = "\n".join(GROUPS[case.language][position] for position in sorted(case.accepted_positions))
    assert unmet(text, case.expected) == ()
    assert [wrong for wrong in case.contradicted_by if states(text, wrong)] == []


@pytest.mark.parametrize("case", [case for case in CASES if case.instead], ids=lambda case: case.id)
def test_the_article_states_what_corrects_a_false_premise(case: Case) -> None:
    assert unmet("\n".join(GROUPS[case.language].values()), case.instead) == ()
