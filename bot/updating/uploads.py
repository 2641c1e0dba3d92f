"""What a moderator hands in: one or two files, read into an edition of the article."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.language import Language
from corpus.document import Corpus
from corpus.importing.importer import DocumentReport

# One file with both languages, or a file a language.
MAX_FILES = 2


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was handed in: its name and its bytes, neither of them trusted."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """The edition that uploads make.

    `origin` is the names of the files; `report` says what was read of each language; `kept` are the languages no file
    held, which stay as they are in the live edition.
    """

    corpus: Corpus
    origin: str
    report: tuple[DocumentReport, ...]
    kept: tuple[Language, ...]


def check_sizes(files: Sequence[tuple[str, int]]) -> None:
    """Raise CorpusError where `files` (name, bytes) are none, too many or too large, before anything is fetched."""
    raise NotImplementedError


def read_uploads(uploads: Sequence[Upload], live: Corpus, edition: date) -> Reading:
    """The edition in `uploads`: page captures, Markdown, HTML or text, in one language or both.

    Raises CorpusError, one sentence that names the file and the remedy, where they cannot be used.
    """
    raise NotImplementedError
