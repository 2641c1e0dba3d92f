"""Files that are not text, known by their first bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """Bytes that begin a kind of file. `remedy` is the message that says what to do with it."""

    magic: bytes
    kind: str
    remedy: str
    offset: int = 0


DOCUMENT = "importing.binary_document"
IMAGE = "importing.binary_image"
ARCHIVE = "importing.binary_archive"
OTHER = "importing.binary_other"
WEB_ARCHIVE = "importing.web_archive"

SIGNATURES = (
    Signature(b"%PDF-", "PDF", DOCUMENT),
    Signature(b"{\\rtf", "RTF", DOCUMENT),
    Signature(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC / HWP", DOCUMENT),
    Signature(b"HWP Document File", "HWP", DOCUMENT),
    Signature(b"\x89PNG\r\n\x1a\n", "PNG", IMAGE),
    Signature(b"\xff\xd8\xff", "JPEG", IMAGE),
    Signature(b"GIF87a", "GIF", IMAGE),
    Signature(b"GIF89a", "GIF", IMAGE),
    Signature(b"WEBP", "WebP", IMAGE, offset=8),
    Signature(b"BM", "BMP", IMAGE),
    Signature(b"II*\x00", "TIFF", IMAGE),
    Signature(b"MM\x00*", "TIFF", IMAGE),
    Signature(b"ftypheic", "HEIC", IMAGE, offset=4),
    Signature(b"ftypavif", "AVIF", IMAGE, offset=4),
    Signature(b"ftyp", "MP4", OTHER, offset=4),
    Signature(b"ID3", "MP3", OTHER),
    Signature(b"OggS", "Ogg", OTHER),
    Signature(b"RIFF", "RIFF", OTHER),
    Signature(b"\x7fELF", "ELF", OTHER),
    Signature(b"MZ", "EXE", OTHER),
    Signature(b"GGUF", "GGUF", OTHER),
    Signature(b"SQLite format 3\x00", "SQLite", OTHER),
    Signature(b"\x1f\x8b", "GZIP", ARCHIVE),
    Signature(b"BZh", "BZIP2", ARCHIVE),
    Signature(b"\xfd7zXZ\x00", "XZ", ARCHIVE),
    Signature(b"\x28\xb5\x2f\xfd", "Zstandard", ARCHIVE),
    Signature(b"7z\xbc\xaf\x27\x1c", "7z", ARCHIVE),
    Signature(b"Rar!\x1a\x07", "RAR", ARCHIVE),
    Signature(b"bplist00", "webarchive", WEB_ARCHIVE),
)

ZIP_MAGIC = b"PK\x03\x04"
ZIPPED_DOCUMENTS = (
    (b"word/", "DOCX"),
    (b"ppt/", "PPTX"),
    (b"xl/", "XLSX"),
    (b"application/hwp+zip", "HWPX"),
    (b"application/epub+zip", "EPUB"),
    (b"application/vnd.oasis.opendocument", "OpenDocument"),
)

# Two or three printable letters alone could also begin a text: these count only beside a NUL byte.
_WEAK = frozenset({b"BM", b"MZ", b"BZh", b"ID3"})


def recognise(data: bytes) -> Signature | None:
    """The kind of file `data` begins, or None where no known signature matches."""
    if data.startswith(ZIP_MAGIC):
        kind = next((kind for part, kind in ZIPPED_DOCUMENTS if part in data), None)
        return Signature(ZIP_MAGIC, kind, DOCUMENT) if kind else Signature(ZIP_MAGIC, "ZIP", ARCHIVE)
    if b"mime-version:" in data[:2000].lower() and b"multipart/related" in data[:4000].lower():
        return Signature(b"", "MHTML", WEB_ARCHIVE)
    for signature in SIGNATURES:
        if data.startswith(signature.magic, signature.offset) and (signature.magic not in _WEAK or b"\x00" in data):
            return signature
    return None
