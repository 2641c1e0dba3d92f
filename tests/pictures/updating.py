"""Updates of the shipped edition for the pictures: the real engine, with an encoder and answers that need no model."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.updating.golden import golden_cases
from bot.updating.updates import Updates
from config.language import Language
from corpus.edition import edition_files
from corpus.loading import document_file_name, load_corpus
from tests.bot.updating.fakes import Bench
from tests.index.fakes import FakeEncoder
from tests.pictures.answering import BYTES_A_TOKEN

# Korean first, so that the languages part until the second update.
_EDITS = {
    Language.KOREAN: ("675B", "690B", "총 매개변수를 새 수치로 바꿔요"),
    Language.ENGLISH: ("675B", "690B", "The new total, in English too"),
}


class _Encoder(FakeEncoder):
    def count_tokens(self, text: str) -> int:
        """Few, so that the passages of the fake are as long as the real ones."""
        return len(text.encode()) // (3 * BYTES_A_TOKEN)


@asynccontextmanager
async def rehearsable_updates() -> AsyncIterator[Updates]:
    """The updates of an index of the shipped edition that lasts as long as the pictures are made."""
    with tempfile.TemporaryDirectory(prefix="pictures-indexes-") as folder:
        bench = Bench(Path(folder), golden_cases(None), corpus=load_corpus(None), encoder=_Encoder())
        async with bench.service, bench.updates:
            yield bench.updates


def upload_in(language: Language) -> dict[str, Any]:
    """What a moderator of a language hands in."""
    old, new, reason = _EDITS[language]
    name = document_file_name(language)
    data = edition_files(load_corpus(None))[name].replace(old.encode(), new.encode())
    return {"file": (name, data), "reason": reason}
