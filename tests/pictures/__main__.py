"""Makes the README's pictures: `python -m tests.pictures` (`make pictures`)."""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.fakecord import FakeDiscord
from tests.fakecord.journal import PATIENCE_S
from tests.pictures.page import render
from tests.pictures.photographs import ChromiumMissingError, find_chromium, photograph
from tests.pictures.scenes import Walk
from tests.places import ROOT

PICTURES = ROOT / "docs" / "pictures"


async def pages(folder: Path) -> dict[str, str]:
    """The pages of all scenes by their names, from what the bot process sends; its log goes to `folder`."""
    async with FakeDiscord() as cord:
        cord.interactions.deadline_s = PATIENCE_S
        await cord.start_bot(sys.executable, "-m", "tests.pictures.bot_process", log=folder / "bot.log")
        walk = Walk(cord)
        scenes = await walk.scenes()
        return {scene.name: render(scene, walk.names()) for scene in scenes}


def main() -> int:
    try:
        chromium = find_chromium()
    except ChromiumMissingError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pictures-") as name:
        for scene, page in asyncio.run(pages(Path(name))).items():
            path = Path(name) / f"{scene}.html"
            path.write_text(page, encoding="utf-8")
            photograph(chromium, path, PICTURES / f"{scene}.png")
            sys.stdout.write(f"{scene}.png\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
