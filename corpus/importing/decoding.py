"""From a file's bytes to clean text."""

import codecs
import unicodedata
from pathlib import Path

from config.errors import CorpusError
from corpus.importing.scripts import hangul_share
from corpus.importing.signatures import recognise

MAX_SIZE_BYTES = 2 * 1024 * 1024

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MIN_HANGUL_SHARE = 0.1
_MIN_COMMON_SHARE = 0.9
# Letters by category, yet drawn as nothing: Hangul fillers and the blank Braille pattern.
_BLANK_LETTERS = dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0\u2800"), " ")


def read_upload(path: Path, *, max_size_bytes: int = MAX_SIZE_BYTES) -> bytes:
    """The bytes of the file at `path`, never more than `max_size_bytes` of them read.

    Raises CorpusError where it is missing, unreadable, no regular file or too large.
    """
    try:
        if not path.exists():
            raise CorpusError("importing.missing_file", path=path)
        if not path.is_file():
            raise CorpusError("importing.not_a_file", path=path)
        if path.stat().st_size > max_size_bytes:
            raise too_large(path.name, max_size_bytes)
        with path.open("rb") as file:
            data = file.read(max_size_bytes + 1)
    except PermissionError as error:
        raise CorpusError("importing.unreadable_file", path=path) from error
    except (OSError, ValueError) as error:
        raise CorpusError("importing.missing_file", path=path) from error
    if len(data) > max_size_bytes:
        raise too_large(path.name, max_size_bytes)
    return data


def decode(data: bytes, *, name: str) -> str:
    """The text of `data` as UTF-8, UTF-16 with its mark, or Korean CP949, clean and composed.

    Raises CorpusError where `data` is empty, too large, a known binary format or no such text.
    """
    if len(data) > MAX_SIZE_BYTES:
        raise too_large(name, MAX_SIZE_BYTES)
    if not data.strip():
        raise CorpusError("importing.empty", name=name)
    if signature := recognise(data):
        raise CorpusError(signature.remedy, name=name, kind=signature.kind)
    text = clean(_decoded(data, name))
    if not text.strip():
        raise CorpusError("importing.empty", name=name)
    return text


def clean(text: str) -> str:
    """`text` composed (NFC), without control, invisible or direction-changing characters, but for tabs."""
    text = unicodedata.normalize("NFC", text).translate(_BLANK_LETTERS)
    lines = text.splitlines()
    visible = {ord(character): _visible(character) for character in set("".join(lines))}
    return "\n".join(line.translate(visible).rstrip() for line in lines)


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if character == "\t":
        return character
    if category == "Zs":
        return " "
    if category.startswith("C") or "\ufe00" <= character <= "\ufe0f":
        return ""
    return character


def _decoded(data: bytes, name: str) -> str:
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if marked is None and b"\x00" in data:
        raise CorpusError("importing.binary_unknown", name=name)
    try:
        return data.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        if marked is None and (korean := _decoded_cp949(data)) is not None:
            return korean
        raise CorpusError("importing.undecodable", name=name) from error


def _decoded_cp949(data: bytes) -> str | None:
    """Text in CP949, or None where it does not decode or is not Korean as people write it.

    Western text decodes by chance, into rare syllables outside the 2,350 of EUC-KR.
    """
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return None
    syllables = [character for character in text if "가" <= character <= "힣"]
    common = sum(1 for character in syllables if len(character.encode("euc_kr", "ignore")) == 2)  # noqa: PLR2004
    if hangul_share(text) < _MIN_HANGUL_SHARE or common < _MIN_COMMON_SHARE * len(syllables):
        return None
    return text


def too_large(name: str, max_size_bytes: int) -> CorpusError:
    """The error of a file that is larger than `max_size_bytes`."""
    return CorpusError("importing.too_large", name=name, limit_mb=round(max_size_bytes / 1024 / 1024, 1))
