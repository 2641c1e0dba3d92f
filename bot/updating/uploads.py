"""Reading what a moderator uploads, one or two files, into an edition of the article."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.errors import CorpusError
from config.language import Language
from corpus.document import Corpus
from corpus.importing.decoding import MAX_SIZE_BYTES, clean, too_large
from corpus.importing.importer import DocumentReport, import_page

# One file with both languages, or a file a language.
MAX_FILES = 2
_NAME_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was handed in: its name and its bytes, neither of them trusted."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """The edition that uploads make.

    `origin` is the names of the files, in quotes, so that none is taken for a folder; `report` says what was read of
    each language; `kept` are the languages no file held, which stay as they are in the live edition.
    """

    corpus: Corpus
    origin: str
    report: tuple[DocumentReport, ...]
    kept: tuple[Language, ...]


def check_sizes(files: Sequence[tuple[str, int]]) -> None:
    """Raise CorpusError where `files` (name, bytes) are none, too many or too large, before anything is fetched."""
    if not files:
        raise CorpusError("updating.no_files")
    if len(files) > MAX_FILES:
        raise CorpusError("updating.too_many_files", limit=MAX_FILES)
    for name, size_bytes in files:
        if size_bytes > MAX_SIZE_BYTES:
            raise too_large(_shown(name), MAX_SIZE_BYTES)


def read_uploads(uploads: Sequence[Upload], live: Corpus, edition: date) -> Reading:
    """The edition in `uploads`: page captures, Markdown, HTML or text, in one language or both.

    Raises CorpusError, one sentence that names the file and the remedy, where they cannot be used.
    """
    check_sizes([(upload.name, len(upload.data)) for upload in uploads])
    names = [_shown(upload.name) for upload in uploads]
    pages = [import_page(upload.data, name=name, edition=edition) for upload, name in zip(uploads, names, strict=True)]
    read = {document.language: document for page in pages for document in page.corpus.documents}
    if len(read) < sum(len(page.corpus.documents) for page in pages):
        raise CorpusError("updating.same_language", names=", ".join(names))
    kept = tuple(language for language in live.languages if language not in read)
    found = [read.get(language) or live.document(language) for language in Language]
    origin = ", ".join(f"“{name}”" for name in names)
    report = sorted((one for page in pages for one in page.report), key=lambda one: list(Language).index(one.language))
    return Reading(Corpus(tuple(document for document in found if document is not None)), origin, tuple(report), kept)


def _shown(name: str) -> str:
    """A file's name as people may be shown it, on one line and without folders."""
    return " ".join(clean(name).replace("\\", "/").rpartition("/")[2].split())[:_NAME_CHARACTERS] or "?"
