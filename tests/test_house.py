"""The house stands as it was drawn: who may import whom, and what is heavy stays in its leaf."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
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
MAX_LINES = 350


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


FILES = [path for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    assert imports(path) & set(MAY_IMPORT) <= MAY_IMPORT[room]


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
