import json
from itertools import count
from pathlib import Path

import pytest

from bot.answering.question import Turn
from bot.evaluation.answers import collect_answers
from bot.judging.questions import SetName
from config.errors import BusyError, InputError
from config.language import Language
from tests.bot.evaluation.builders import replying
from tests.bot.judging.builders import case

ONE = case("one", question="one?")
TWO = case("two", question="two?")
# Its odd space (U+2028) ends a line for Python, and none of JSON lines.
FIRST = "first\u2028of two"
REPLIES = {"one?": FIRST, "two?": "second"}


async def test_each_reply_is_kept_with_its_passages_and_times(tmp_path: Path) -> None:
    ticks = count()
    (record,) = await collect_answers(
        replying(REPLIES), [ONE], tmp_path / "deep" / "a.jsonl", run="r", clock=lambda: float(next(ticks))
    )
    assert (record.case_id, record.text, record.reason) == ("one-en", FIRST, "answered")
    assert record.cited_positions == ("4.1.1.1",)
    assert record.found == ("en:4.1.1.1",)
    assert (record.first_passage_s, record.first_text_s, record.total_s) == (1.0, 2.0, 3.0)


async def test_a_continued_run_asks_only_what_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    await collect_answers(replying(REPLIES), [ONE], path, run="r")
    answerer = replying(REPLIES)
    records = await collect_answers(answerer, [ONE, TWO], path, run="r")
    assert [question.text for question in answerer.history] == ["two?"]
    assert [record.text for record in records] == [FIRST, "second"]


async def test_a_disk_that_takes_nothing_more_ends_the_run_with_a_sentence(tmp_path: Path) -> None:
    full = tmp_path / "a.jsonl"
    await collect_answers(replying(REPLIES), [ONE], full, run="r")
    answerer = replying(REPLIES)
    answering = collect_answers(answerer, [ONE, TWO], full, run="r", progress=lambda *_: _replace_by_folder(full))
    with pytest.raises(InputError) as caught:
        await answering
    assert caught.value.key == "evaluation.cannot_write"
    assert str(full) in caught.value.sentence(Language.ENGLISH)


def _replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


async def test_an_unfinished_last_line_is_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    await collect_answers(replying(REPLIES), [ONE, TWO], path, run="r")
    path.write_bytes(path.read_bytes()[:-20])
    answerer = replying(REPLIES)
    await collect_answers(answerer, [ONE, TWO], path, run="r")
    assert [question.text for question in answerer.history] == ["two?"]
    assert len([json.loads(line) for line in path.read_bytes().splitlines()]) == 3


async def test_a_rewritten_question_is_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    await collect_answers(replying(REPLIES), [ONE], path, run="r")
    answerer = replying({"new?": "third"})
    (record,) = await collect_answers(answerer, [case("one", question="new?")], path, run="r")
    assert record.text == "third"


async def test_records_of_another_run_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    await collect_answers(replying(REPLIES), [ONE], path, run="old model")
    with pytest.raises(InputError, match="old model"):
        await collect_answers(replying(REPLIES), [ONE], path, run="new model")


@pytest.mark.parametrize("content", ["", "hello\n", '{"run": "r"}\n{"case_id": 1}\n'])
async def test_a_file_of_something_else_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        await collect_answers(replying(REPLIES), [ONE], path, run="r")
    assert caught.value.key == "evaluation.not_a_run"


async def test_an_error_is_kept_and_the_run_goes_on(tmp_path: Path) -> None:
    answerer = replying({"one?": BusyError("evaluation.empty_sets", folder="x"), "two?": "second"})
    first, second = await collect_answers(answerer, [ONE, TWO], tmp_path / "a.jsonl", run="r")
    assert first.error is not None
    assert not first.error.rejected
    assert second.text == "second"


async def test_a_turn_is_asked_with_the_turns_before_it(tmp_path: Path) -> None:
    turns = [
        case("talk", question=text, set_name=SetName.CONVERSATIONS, conversation="talk-en", turn=number)
        for number, text in enumerate(["one?", "two?"], start=1)
    ]
    turns = [turns[0], case("talk2", question="two?", conversation="talk-en", turn=2)]
    path = tmp_path / "a.jsonl"
    answerer = replying(REPLIES)
    await collect_answers(answerer, turns, path, run="r")
    assert answerer.history[1].history == (Turn("one?", FIRST),)


async def test_turns_after_a_rewritten_one_are_asked_again(tmp_path: Path) -> None:
    second = case("talk2", question="two?", conversation="talk-en", turn=2)
    path = tmp_path / "a.jsonl"
    await collect_answers(
        replying(REPLIES), [case("talk1", question="one?", conversation="talk-en"), second], path, run="r"
    )
    answerer = replying(REPLIES | {"new?": "third"})
    await collect_answers(answerer, [case("talk1", question="new?", conversation="talk-en"), second], path, run="r")
    assert [question.text for question in answerer.history] == ["new?", "two?"]


async def test_progress_counts_kept_replies_too(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    seen: list[tuple[int, int]] = []
    await collect_answers(replying(REPLIES), [ONE], path, run="r")
    await collect_answers(replying(REPLIES), [ONE, TWO], path, run="r", progress=lambda *at: seen.append(at))
    assert seen == [(1, 2), (2, 2)]
