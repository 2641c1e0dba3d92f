"""An edition as files: `ko.md` and `en.md`, for storing, exporting and reading back."""

from collections.abc import Mapping

from corpus.document import Corpus
from corpus.loading import document_file_name
from corpus.markdown import parse_document, render_document


def edition_files(corpus: Corpus) -> dict[str, bytes]:
    """The files of `corpus`: name -> Markdown in UTF-8."""
    return {document_file_name(one.language): render_document(one).encode() for one in corpus.documents}


def read_edition(files: Mapping[str, bytes]) -> Corpus:
    """The corpus that `files` (name -> Markdown) hold.

    Raises CorpusError or UnicodeDecodeError where one cannot be read.
    """
    return Corpus(tuple(parse_document(data.decode(), path=name) for name, data in files.items()))
