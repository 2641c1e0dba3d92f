import json
from pathlib import Path

import pytest

from bot.judging.questions import Case, Outcome, SetName, Split, read_set, read_sets, sample
from config.errors import QuestionError
from config.language import Language

ANSWERABLE = {
    "id": "active-en",
    "language": "en",
    "split": "dev",
    "question": "How many are active?",
    "kind": "number",
    "positions": [["4.1.1.1"]],
    "expected": [["41B"]],
}


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_an_answerable_line_becomes_a_case(tmp_path: Path) -> None:
    (case,) = read_set(write(tmp_path / "answerable.jsonl", ANSWERABLE), SetName.ANSWERABLE)
    assert case.outcome is Outcome.ANSWER
    assert case.expected == (("41B",),)
    assert case.accepted_positions == {"4.1.1.1"}
    assert case.stem == "active"


def test_a_file_with_a_byte_order_mark_and_odd_spaces_in_its_questions_is_read(tmp_path: Path) -> None:
    question = "How many\u2028are active?\x85"
    path = tmp_path / "golden.jsonl"
    path.write_text(json.dumps(ANSWERABLE | {"question": question}, ensure_ascii=False) + "\n", encoding="utf-8-sig")
    assert [case.question for case in read_set(path, SetName.ANSWERABLE)] == [question]


def test_an_attack_is_repeated_as_often_as_it_says(tmp_path: Path) -> None:
    row = {k: v for k, v in ANSWERABLE.items() if k not in {"positions", "expected"}}
    path = write(tmp_path / "attacks.jsonl", row | {"question": "ab", "repeat": 3, "forbidden": ["x"]})
    (case,) = read_set(path, SetName.ATTACKS)
    assert case.question == "ababab"
    assert case.outcome is Outcome.RESIST


def test_a_conversation_becomes_its_turns(tmp_path: Path) -> None:
    turns = [
        {"question": "Hi", "kind": "greeting", "outcome": "chat"},
        {"question": "And Gemma?", "kind": "number", "expected": [["128K"]], "positions": [["3.2.2.1"]]},
    ]
    row = {"id": "talk-en", "language": "en", "split": "held_out", "turns": turns}
    first, second = read_set(write(tmp_path / "conversations.jsonl", row), SetName.CONVERSATIONS)
    assert (first.id, first.outcome, first.turn) == ("talk-en#1", Outcome.CHAT, 1)
    assert (second.conversation, second.outcome, second.turn) == ("talk-en", Outcome.ANSWER, 2)
    assert second.stem == "talk"


@pytest.mark.parametrize(
    "change",
    [
        {"language": "fr"},
        {"positions": [["four"]]},
        {"expected": []},
        {"expected": [[]]},
        {"surprise": 1},
        {"id": "No Suffix"},
    ],
)
def test_a_bad_line_is_named_by_its_number(tmp_path: Path, change: dict[str, object]) -> None:
    path = write(tmp_path / "answerable.jsonl", ANSWERABLE, ANSWERABLE | {"id": "other-en"} | change)
    with pytest.raises(QuestionError) as caught:
        read_set(path, SetName.ANSWERABLE)
    assert caught.value.key == "evaluation.bad_line"
    assert caught.value.fields["line"] == 2
    assert "2" in caught.value.sentence(Language.KOREAN)


def test_what_is_no_json_is_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "answerable.jsonl"
    path.write_text("\n{not json\n", encoding="utf-8")
    with pytest.raises(QuestionError) as caught:
        read_set(path, SetName.ANSWERABLE)
    assert caught.value.fields["line"] == 2


def test_a_repeated_id_names_both_lines(tmp_path: Path) -> None:
    with pytest.raises(QuestionError) as caught:
        read_set(write(tmp_path / "answerable.jsonl", ANSWERABLE, ANSWERABLE), SetName.ANSWERABLE)
    assert (caught.value.fields["first"], caught.value.fields["line"]) == (1, 2)


def test_a_folder_without_sets_says_which_files_belong_there(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match=r"answerable\.jsonl"):
        read_sets(tmp_path)


def test_a_split_without_questions_says_so(tmp_path: Path) -> None:
    write(tmp_path / "answerable.jsonl", ANSWERABLE)
    with pytest.raises(QuestionError) as caught:
        read_sets(tmp_path, split=Split.HELD_OUT)
    assert caught.value.key == "evaluation.empty_sets"


def test_a_file_that_is_not_utf8_says_so(tmp_path: Path) -> None:
    (tmp_path / "answerable.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(QuestionError) as caught:
        read_sets(tmp_path)
    assert caught.value.key == "evaluation.unreadable_set"


def _cases() -> list[Case]:
    singles = [
        Case(f"{name}-{language}", SetName.ANSWERABLE, language, Split.DEV, "k", Outcome.ANSWER, "?")
        for language in Language
        for name in ("a", "b", "c", "d", "e")
    ]
    turns = [
        Case(f"t-{language}#{n}", SetName.CONVERSATIONS, language, Split.DEV, "k", Outcome.CHAT, "?", (), (),
             conversation=f"t-{language}", turn=n)
        for language in Language
        for n in (1, 2, 3)
    ]  # fmt: skip
    return [*singles, *turns]


def test_a_sample_is_even_over_languages_and_the_same_every_time() -> None:
    chosen = sample(_cases()[:10], 4)
    assert [case.language for case in chosen] == [Language.KOREAN] * 2 + [Language.ENGLISH] * 2
    assert {case.stem for case in chosen if case.language is Language.KOREAN} == {
        case.stem for case in chosen if case.language is Language.ENGLISH
    }
    assert chosen == sample(_cases()[:10], 4)


def test_a_sample_keeps_conversations_whole() -> None:
    turns = [case.turn for case in sample(_cases(), 5) if case.conversation]
    assert len(turns) % 3 == 0


def test_a_large_limit_takes_everything() -> None:
    assert sample(_cases(), 1000) == tuple(_cases())
