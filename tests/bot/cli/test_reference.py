"""`haetae eval --reference`, but for the models and LangChain."""

import json
import stat
import sys
from pathlib import Path

import pytest

from bot.cli.reference import ask_reference, open_pipeline
from bot.evaluation.reference.asking import NaivePipeline
from bot.judging.questions import Outcome, SetName
from config.errors import ModelError
from config.language import Language
from config.messages import message
from config.settings import load_settings
from tests.bot.cli.terminals import terminal, written
from tests.bot.judging.builders import case
from tests.languages import EACH_LANGUAGE

STAND_IN = """
import json, sys
texts = [open(argument.partition("=")[2], encoding="utf-8").read() for argument in sys.argv if "document" in argument]
for line in sys.stdin:
    print(json.dumps({"id": json.loads(line)["id"], "answer": " ".join(texts), "total_s": 1.0}), flush=True)
"""
CASES = [case("a", side) for side in Language]


def stand_in(folder: Path) -> Path:
    path = folder / "python"
    path.write_text(f"#!{sys.executable} -S\n{STAND_IN}", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def nowhere(folder: Path) -> NaivePipeline:
    return NaivePipeline(folder / "nowhere", (), Path("e5"), Path("model.gguf"), threads=2)


@EACH_LANGUAGE
def test_a_sample_is_asked_of_the_very_edition_and_kept(tmp_path: Path, language: Language) -> None:
    shown, edition = terminal(language), {"ko.md": "한 글".encode(), "en.md": b"a text"}
    (tmp_path / "model.gguf").write_bytes(b"GGUF")
    (tmp_path / "e5").mkdir()
    (tmp_path / "e5" / "modules.json").write_text("[]", encoding="utf-8")
    models = {"encoder": {"model": str(tmp_path / "e5")}, "generator": {"model": str(tmp_path / "model.gguf")}}
    with open_pipeline(load_settings(models), stand_in(tmp_path), edition) as pipeline:
        records = ask_reference(shown, pipeline, CASES, tmp_path / "out", "run")
    assert [record.text for record in records] == ["한 글 a text"] * 2
    assert not any(path.exists() for path in pipeline.documents)
    kept = (tmp_path / "out" / "reference.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["case_id"] for line in kept[1:]] == ["a-ko", "a-en"]


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    settings = load_settings({"paths": {"models_dir": str(tmp_path)}})
    with pytest.raises(ModelError), open_pipeline(settings, Path("python"), {}):
        raise AssertionError


@EACH_LANGUAGE
def test_where_no_python_runs_one_sentence_says_so_and_nothing_fails(tmp_path: Path, language: Language) -> None:
    shown, pipeline = terminal(language), nowhere(tmp_path)
    assert ask_reference(shown, pipeline, CASES, tmp_path, "run") == ()
    assert message("evaluation.no_reference", language, path=pipeline.python) in written(shown.err)


@EACH_LANGUAGE
def test_without_a_question_for_it_the_reference_is_left_out(tmp_path: Path, language: Language) -> None:
    shown = terminal(language)
    attack = case("a", language, set_name=SetName.ATTACKS, outcome=Outcome.RESIST)
    assert ask_reference(shown, nowhere(tmp_path), [attack], tmp_path, "run") == ()
    assert message("evaluation.no_reference_questions", language) in written(shown.err)
