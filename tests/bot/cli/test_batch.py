"""The batch runner: JSON lines in, JSON lines out."""

import io
import json
from pathlib import Path

import pytest

from bot.cli.batch import answer_batch, opened_batch, search_batch
from config.errors import QuestionError
from config.language import Language
from tests.bot.answering.fakes import GLOSSARY, FakeSearcher
from tests.bot.fakes import FakeAnswerer
from tests.languages import EACH_LANGUAGE

STDIN = Path("-")
LOCALES = ["utf-8", "ascii", "latin-1", "euc-kr"]
QUESTIONS = ['{"id": 1, "question": "등대는 어디에 있어요?"}\n', '{"id": 2, "question": "Where is it?"}\n']


class Written(list[str]):
    """A text file that keeps its lines."""

    def write(self, text: str) -> int:
        text.encode()
        self.append(text)
        return len(text)

    def flush(self) -> None:
        pass

    def objects(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self]


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes, locale: str) -> None:
    """Have `data` come in by stdin under a locale of this encoding."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), locale, errors="surrogateescape"))


def read(path: Path) -> list[str]:
    with opened_batch(path) as lines:
        return list(lines)


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("locale", LOCALES)
def test_stdin_is_utf_8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch, locale: str, mark: str) -> None:
    piped(monkeypatch, f"{mark}{QUESTIONS[0]}\n \n{QUESTIONS[1]}".encode(), locale)
    assert read(STDIN) == QUESTIONS


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
def test_a_file_is_utf_8(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(f"{mark}{QUESTIONS[0]}\n \n{QUESTIONS[1]}", encoding="utf-8")
    assert read(path) == QUESTIONS


@pytest.fixture(params=["file", *LOCALES])
def mixed(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A batch whose first line is no UTF-8 and whose second is, in a file and piped in under each locale."""
    data = QUESTIONS[0].encode("euc-kr") + QUESTIONS[1].encode()
    if request.param != "file":
        piped(monkeypatch, data, request.param)
        return STDIN
    path = tmp_path / "questions.jsonl"
    path.write_bytes(data)
    return path


async def test_a_line_that_is_no_utf_8_is_a_bad_line_and_the_next_is_answered(mixed: Path) -> None:
    answerer, out = FakeAnswerer(), Written()
    with opened_batch(mixed) as lines:
        assert await answer_batch(answerer, lines, out) == 1  # type: ignore[arg-type]
    bad, good = out.objects()
    assert (bad["id"], bad["error"]["code"], "UTF-8" in bad["error"]["message"]) == (1, "cli.bad_line", True)  # type: ignore[index]
    assert (good["id"], "answer" in good) == (2, True)
    assert [question.text for question in answerer.history] == ["Where is it?"]


def test_a_line_that_is_no_utf_8_is_a_bad_line_and_the_next_is_searched_for(mixed: Path) -> None:
    out = Written()
    with opened_batch(mixed) as lines:
        assert search_batch(FakeSearcher(), GLOSSARY, lines, 1, out) == 1  # type: ignore[arg-type]
    bad, good = out.objects()
    assert (bad["id"], bad["error"]["code"], "UTF-8" in bad["error"]["message"]) == (1, "cli.bad_line", True)  # type: ignore[index]
    assert (good["id"], "hits" in good) == (2, True)


async def test_an_id_that_is_no_utf_8_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes('{"id": "등대", "question": "hi"}'.encode("euc-kr"))
    out = Written()
    with opened_batch(path) as lines:
        assert await answer_batch(FakeAnswerer(), lines, out) == 1  # type: ignore[arg-type]
    assert out.objects()[0]["id"] is None


@EACH_LANGUAGE
def test_a_stdin_that_is_closed_is_a_sentence(monkeypatch: pytest.MonkeyPatch, language: Language) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(QuestionError) as caught:
        read(STDIN)
    assert "--batch FILE" in caught.value.sentence(language)


@EACH_LANGUAGE
def test_a_file_that_cannot_be_read_is_a_sentence_that_names_it(tmp_path: Path, language: Language) -> None:
    for unreadable in (tmp_path, tmp_path / "nowhere.jsonl"):
        with pytest.raises(QuestionError) as caught:
            read(unreadable)
        assert str(unreadable) in caught.value.sentence(language)


async def test_a_batch_answers_every_good_line_and_names_the_bad_ones() -> None:
    answerer, out = FakeAnswerer(), Written()
    lines = [
        '{"id": 1, "question": "첫 질문은요?"}',
        "not json",
        '{"id": "three"}',
        '{"id": 4, "question": "in Korean please", "language": "ko"}',
        '{"id": 5, "question": "x", "language": "fr"}',
    ]
    assert await answer_batch(answerer, lines, out) == 3  # type: ignore[arg-type]
    first, second, third, fourth, fifth = out.objects()
    assert (first["id"], first["language"], first["refused"]) == (1, "ko", False)
    assert set(first) >= {"question", "answer", "reason", "citations", "timings", "model", "index_version"}
    assert (second["id"], "error" in second) == (None, True)
    assert (third["id"], "error" in third) == ("three", True)
    assert fourth["language"] == "ko"
    assert "language" in fifth["error"]["message"]  # type: ignore[index]


@pytest.mark.parametrize("line", ['{"id": "\\ud800", "question": "hi"}', "[" * 100_000])
async def test_a_line_that_no_reader_or_writer_can_take_is_a_bad_line_too(line: str) -> None:
    answerer, out = FakeAnswerer(), Written()
    assert await answer_batch(answerer, [line, '{"id": 2, "question": "hi"}'], out) == 1  # type: ignore[arg-type]
    bad, good = out.objects()
    assert (bad["id"], "error" in bad, good["id"]) == (None, True, 2)


async def test_lines_of_one_conversation_are_its_turns() -> None:
    answerer, out = FakeAnswerer(), Written()
    lines = [
        '{"id": 1, "question": "first", "conversation": "c"}',
        '{"id": 2, "question": "other"}',
        '{"id": 3, "question": "second", "conversation": "c"}',
    ]
    assert await answer_batch(answerer, lines, out) == 0  # type: ignore[arg-type]
    histories = [[turn.question for turn in question.history] for question in answerer.history]
    assert histories == [[], [], ["first"]]


def test_a_search_batch_gives_each_hit_with_its_counterpart() -> None:
    out = Written()
    assert search_batch(FakeSearcher(), GLOSSARY, ['{"id": 1, "question": "코빈?"}', "{}"], 1, out) == 1  # type: ignore[arg-type]
    found, bad = out.objects()
    (hit,) = found["hits"]  # type: ignore[misc]
    assert set(hit) == {"passage_id", "heading_path", "language", "text", "counterpart_text", "score"}  # type: ignore[has-type]
    assert "error" in bad
