"""The manifest of an index version: what it was built from and by whom, and the digests of its files."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from config.language import Language
from index.provenance import Provenance

# Raise it whenever older versions can no longer be read.
SCHEMA_VERSION = 2
MANIFEST_FILE = "manifest.json"
PASSAGES_FILE = "passages.jsonl"
VECTORS_FILE = "vectors.faiss"
# The `corpus` of a version made from the edition that ships with Haetae.
SHIPPED_CORPUS = "shipped"

_Count = Annotated[int, Field(ge=0)]


class Manifest(BaseModel):
    """What a version was made of and by, and the sha256 of each of its files.

    `corpus` says where the edition came from: a folder, the names of uploaded files, the version it was edited from, or
    SHIPPED_CORPUS. `vectors` counts those of passages and of single lines; `unpaired` the passages that have no twin.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: int
    version: Annotated[int, Field(ge=1)]
    created: AwareDatetime
    corpus: str
    provenance: Provenance
    corpus_digest: str
    languages: tuple[Language, ...]
    encoder: str
    encoder_digest: str
    dimension: Annotated[int, Field(ge=1)]
    chunker_version: int
    max_passage_tokens: int
    passages: _Count
    vectors: _Count
    unpaired: _Count
    files: Mapping[str, str]


class UnreadableManifestError(ValueError):
    """A manifest is missing, malformed or of another schema."""


def manifest_bytes(manifest: Manifest) -> bytes:
    """The content of `manifest`'s file, indented for people."""
    return f"{manifest.model_dump_json(indent=2)}\n".encode()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the version in `folder`. Raises UnreadableManifestError."""
    try:
        content = json.loads((folder / MANIFEST_FILE).read_bytes())
        if not isinstance(content, dict) or content.get("schema_version") != SCHEMA_VERSION:
            raise UnreadableManifestError("schema")
        return Manifest.model_validate(content)
    except (OSError, ValueError) as error:
        raise UnreadableManifestError(str(error)) from error


def file_digest(data: bytes) -> str:
    """The sha256 of a file's bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()
