"""What every test shares."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests.places import ROOT

# No deadline: how long an example takes says nothing on a loaded machine.
settings.register_profile("haetae", deadline=None)
settings.load_profile("haetae")


@pytest.fixture(scope="session")
def shipped_data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as `make run` leaves it: the shipped edition indexed, the fixed prompts read. To be copied."""
    from bot.answering.prompting.prompts import system_prompts
    from bot.assembly import open_generator
    from config.settings import load_settings

    folder = tmp_path_factory.mktemp("shipped")
    build = [sys.executable, "-m", "bot", "--set", f"paths.data_dir={folder}", "index", "build"]
    subprocess.run(build, cwd=ROOT, check=True)
    with open_generator(load_settings({"paths": {"data_dir": folder}})) as generator:
        generator.warm(system_prompts())
    return folder
