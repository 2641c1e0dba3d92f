"""The architecture: which package and which room may import which, and which module alone imports a heavy library."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT

MAY_IMPORT = {
    "config": {"config"},
    "corpus": {"corpus", "config"},
    "index": {"index", "corpus", "config"},
    "bot": {"bot", "index", "corpus", "config"},
}
LEAVES = {
    "faiss": {"index/vectors.py"},
    "sentence_transformers": {"index/sentence_encoder.py"},
    "llama_cpp": {"bot/generation/llama_engine.py"},
    "kiwipiepy": {"bot/lexicon/korean.py"},
    "wordfreq": {"bot/lexicon/english.py"},
}
ROOMS = (
    "background",
    "generation",
    "lexicon",
    "answering",
    "meaning",
    "remembered",
    "pins",
    "gaps",
    "state",
    "judging",
    "updating",
    "server_indexes",
    "assembly",
    "opening",
    "discord",
    "evaluation",
    "cli",
    "__main__",
)
"""Of `bot`, folders and single modules, in the order in which they may import one another."""
STAGES = ("names", "understanding", "verifying", "evidence", "writing", "direct")
"""Of `bot.answering`, in the order in which they may import one another; what stands beside them runs the stages,
or serves several."""
MAX_LINES = 350


def modules(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def imports(path: Path) -> set[str]:
    return {module.split(".")[0] for module in modules(path)}


FILES = [path for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    assert imports(path) & set(MAY_IMPORT) <= MAY_IMPORT[room]


def imported_of_answering(folder: str) -> set[str]:
    """The folders and modules of `bot.answering` that one of its folders imports."""
    files = sorted((ROOT / "bot" / "answering" / folder).glob("*.py"))
    assert len(files) > 1
    return {module.split(".")[2] for path in files for module in modules(path) if module.startswith("bot.answering")}


def test_every_room_of_the_bot_has_its_place() -> None:
    found = {path.stem for path in (ROOT / "bot").iterdir() if path.suffix == ".py" or list(path.glob("*.py"))}
    assert sorted(ROOMS) == sorted(found - {"__init__"})


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_the_bot_imports_no_later_one(room: str) -> None:
    files = [*(ROOT / "bot").glob(f"{room}.py"), *(ROOT / "bot" / room).rglob("*.py")]
    imported = {module.split(".")[1] for path in files for module in modules(path) if module.startswith("bot.")}
    assert files
    assert imported <= set(ROOMS[: ROOMS.index(room) + 1])


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_of_answering_imports_no_later_one(stage: str) -> None:
    imported = imported_of_answering(stage)
    assert imported & set(STAGES) <= set(STAGES[: STAGES.index(stage) + 1])
    assert imported.isdisjoint({"corridor", "service", "answerer"})


def test_the_prompts_import_no_stage() -> None:
    assert imported_of_answering("prompting") <= {"prompting"}


@pytest.mark.parametrize("library", LEAVES)
def test_a_heavy_library_has_one_leaf(library: str) -> None:
    importers = {str(path.relative_to(ROOT)) for path in FILES if library in imports(path)}
    assert importers == LEAVES[library]


def test_discord_is_imported_only_by_its_rooms() -> None:
    importers = {path.relative_to(ROOT) for path in FILES if "discord" in imports(path)}
    assert importers
    assert all(path.parts[:2] == ("bot", "discord") for path in importers)


@pytest.mark.parametrize("library", ["sqlalchemy", "alembic"])
def test_the_database_is_known_to_its_room_alone(library: str) -> None:
    importers = {path.relative_to(ROOT) for path in FILES if library in imports(path)}
    assert importers
    assert all(path.parts[:2] == ("bot", "state") for path in importers)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_easy_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_nothing_heavy_is_imported_by_starting_the_command() -> None:
    heavy = ["torch", "faiss", "sentence_transformers", "llama_cpp", "discord", "sqlalchemy", "transformers"]
    heavy += ["kiwipiepy", "wordfreq"]
    code = f"import sys, bot.cli.app; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
