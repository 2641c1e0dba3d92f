"""Reading a corpus from a folder, and the digest that tells two corpora apart."""

import hashlib
import json
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from config.errors import CorpusError
from config.language import Language
from corpus.document import Corpus, Document
from corpus.markdown import parse_document


def document_file_name(language: Language) -> str:
    """The name of the file that holds a corpus in `language`: `ko.md` or `en.md`."""
    return f"{language.value}.md"


def load_corpus(directory: Path | None) -> Corpus:
    """The corpus of a folder with `ko.md`, `en.md` or both; of the shipped edition where `directory` is None.

    Raises CorpusError where there is nothing to read or a file cannot be used.
    """
    folder: Traversable = resources.files("corpus") / "article" if directory is None else directory
    if not folder.is_dir():
        raise CorpusError("corpus.folder_missing", path=folder)
    files = [(language, folder / document_file_name(language)) for language in Language]
    documents = tuple(_load_document(file, language) for language, file in files if file.is_file())
    if not documents:
        raise CorpusError("corpus.folder_empty", path=folder)
    return Corpus(documents)


def corpus_digest(corpus: Corpus) -> str:
    """SHA-256 (hexadecimal) of what a corpus says: the same for the same content, wherever its lines stand."""
    documents = sorted(corpus.documents, key=lambda document: document.language)
    content = json.dumps([_content(document) for document in documents])
    return hashlib.sha256(content.encode("ascii")).hexdigest()


def _load_document(file: Traversable, language: Language) -> Document:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CorpusError("corpus.file_unreadable", path=file) from error
    except UnicodeDecodeError as error:
        raise CorpusError("corpus.not_utf8", path=file) from error
    document = parse_document(text, path=str(file))
    if document.language is not language:
        raise CorpusError(
            "corpus.other_language", path=file, written=document.language, file=document_file_name(document.language)
        )
    return document


def _content(document: Document) -> list[object]:
    sections = [
        [section.level, section.heading, [[line.kind.value, line.text] for line in section.lines]]
        for section in document.sections
    ]
    return [document.language.value, document.title, document.edition, document.source, sections]
