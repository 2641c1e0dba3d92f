import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from index.models.e5_conversion import PASSAGE_PROMPT, QUERY_PROMPT, build_tokenizer, convert_e5
from index.models.e5_file import read_e5_file
from tests.index.models.fakes import HIDDEN, PIECES, POSITIONS, tiny_e5


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "e5-small-q4.bin"
    path.write_bytes(tiny_e5())
    return path


@pytest.fixture
def folder(source: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    convert_e5(source, folder)
    return folder


def pieces(source: Path, text: str) -> list[str]:
    return list(build_tokenizer(read_e5_file(source).vocabulary).encode(text).tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("가", ["▁", "가"]),
        ("ab", ["▁a", "b"]),
        ("a  b", ["▁a", "▁", "b"]),
        ("a\nb", ["▁a", "▁", "b"]),
        ("a\x01b", ["▁a", "b"]),
        ("ａb", ["▁a", "b"]),
        ("a～", ["▁a", "～"]),
        ("", []),
    ],
    ids=["korean", "english", "spaces", "newline", "control", "fullwidth", "fullwidth tilde", "nothing"],
)
def test_text_is_normalised_marked_and_cut_into_the_likeliest_pieces(
    source: Path, text: str, expected: list[str]
) -> None:
    assert pieces(source, text) == ["<s>", *expected, "</s>"]


def test_decomposed_hangul_is_composed_first(source: Path) -> None:
    assert pieces(source, unicodedata.normalize("NFD", "가")) == pieces(source, "가")


def test_the_same_file_always_gives_the_same_bytes(source: Path, folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    again.mkdir()
    convert_e5(source, again)

    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    assert all((folder / file).read_bytes() == (again / file).read_bytes() for file in files)
    assert len(files) == len([path for path in again.rglob("*") if path.is_file()])


def test_the_folder_says_how_queries_and_passages_are_marked(folder: Path) -> None:
    prompts = json.loads((folder / "config_sentence_transformers.json").read_text())["prompts"]

    assert prompts == {"query": QUERY_PROMPT, "passage": PASSAGE_PROMPT}


@pytest.mark.models
def test_the_folder_loads_in_transformers_with_no_tensor_missing_or_left_over(folder: Path) -> None:
    from transformers import BertModel

    loader: Any = BertModel
    model, report = loader.from_pretrained(folder, output_loading_info=True)

    assert not report["missing_keys"]
    assert not report["unexpected_keys"]
    assert not report["mismatched_keys"]
    assert model.config.hidden_size == HIDDEN
    assert model.config.vocab_size == len(PIECES)


@pytest.mark.models
def test_the_folder_loads_in_sentence_transformers_and_gives_unit_vectors(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    vectors = model.encode(["가 " * 100, "ab"], prompt_name="query", show_progress_bar=False)

    assert vectors.shape == (2, HIDDEN)
    assert [float(vector @ vector) for vector in vectors] == pytest.approx([1.0, 1.0])
    assert model.max_seq_length == POSITIONS
