"""`haetae index build --rehearse`, but for the models."""

import threading
from pathlib import Path

import pytest

from bot.cli.index_sources import local_provenance
from bot.cli.rehearsing import Decision, update
from config.errors import UpdateError
from config.language import Language
from corpus.document import Corpus
from index.building import Source
from tests.bot.cli.terminals import terminal, written
from tests.bot.updating.fakes import QUESTIONS, Bench, edited
from tests.languages import EACH_LANGUAGE

UNDECIDED, APPROVE = Decision(approve=False, override=""), Decision(approve=True, override="")
HARMLESS, LOSING = edited("먼 바다", "큰 바다"), edited("920 mm", "long")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "indexes")


def source(corpus: Corpus) -> Source:
    return Source(corpus, "/some/folder", local_provenance("why not"))


def no_one(prompt: str) -> str:
    raise AssertionError(prompt)


@EACH_LANGUAGE
def test_changes_and_their_effect_are_shown_and_nobody_asked_means_no(bench: Bench, language: Language) -> None:
    shown = terminal(language)
    assert not update(shown, bench.updates, source(LOSING), UNDECIDED, None)
    assert "- 초점거리 920 mm" in written(shown.out)
    for question in QUESTIONS.values():
        assert question in written(shown.out)
    assert {Language.KOREAN: "잃음 2개", Language.ENGLISH: "2 lost"}[language] in written(shown.err)
    assert "--approve" in written(shown.err)
    assert bench.store.numbers() == (1,)
    assert not list(bench.store.directory.glob(".candidate-*"))


@EACH_LANGUAGE
def test_what_loses_nothing_is_approved_as_asked_for(bench: Bench, language: Language) -> None:
    shown = terminal(language)
    assert update(shown, bench.updates, source(HARMLESS), APPROVE, no_one)
    info = bench.store.info(2)
    assert info.current
    assert info.manifest is not None
    assert (info.manifest.corpus, info.manifest.provenance.reason) == ("/some/folder", "why not")


@pytest.mark.parametrize(("typed", "approved"), [("y", True), ("네", True), ("", False), ("n", False)])
def test_whoever_sits_there_is_asked(bench: Bench, typed: str, *, approved: bool) -> None:
    shown = terminal(Language.ENGLISH)
    assert update(shown, bench.updates, source(HARMLESS), UNDECIDED, lambda prompt: typed) is approved
    assert bench.store.current() == (2 if approved else 1)


def test_ctrl_c_is_heard_where_somebody_is_asked_and_leaves_nothing(bench: Bench) -> None:
    def interrupted(_: str) -> str:
        assert threading.current_thread() is threading.main_thread()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update(terminal(Language.ENGLISH), bench.updates, source(HARMLESS), UNDECIDED, interrupted)
    assert bench.store.numbers() == (1,)
    assert not list(bench.store.directory.glob(".candidate-*"))


@pytest.mark.parametrize(("typed", "approved"), [("the lens was sold", True), ("", False), ("  ", False)])
@EACH_LANGUAGE
def test_losing_golden_answers_takes_a_reason(bench: Bench, language: Language, typed: str, *, approved: bool) -> None:
    prompts: list[str] = []

    def read(prompt: str) -> str:
        prompts.append(prompt)
        return typed

    assert update(terminal(language), bench.updates, source(LOSING), UNDECIDED, read) is approved
    assert {Language.KOREAN: "이유", Language.ENGLISH: "reason"}[language] in prompts[0]


def test_approval_without_being_asked_does_not_lose_golden_answers_without_a_reason(bench: Bench) -> None:
    with pytest.raises(UpdateError, match="2 golden questions"):
        update(terminal(Language.ENGLISH), bench.updates, source(LOSING), APPROVE, None)
    assert bench.store.current() == 1


def test_a_reason_given_beforehand_is_enough(bench: Bench) -> None:
    decision = Decision(approve=True, override="the lens was sold")
    assert update(terminal(Language.ENGLISH), bench.updates, source(LOSING), decision, None)
