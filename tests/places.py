"""Where things lie that tests read."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The repository."""

CAPTURES = ROOT / "tests" / "captures"
"""Pages as moderators would paste or upload them, made up for the tests."""

EVALS = ROOT / "tests" / "evals"
"""The question sets."""

REAL_CAPTURES = ROOT.parent / "shared" / "article"
"""Captures of the article itself: its authors', so not part of the repository and not everywhere."""
