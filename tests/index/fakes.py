"""Deterministic stand-ins and small articles."""

import re
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from config.language import Language
from corpus.document import Corpus, Document, Line, LineKind, Section
from index.building import BuildReport, CandidateReport, Recipe, Source, build_candidate, build_index
from index.encoder import TokenVectors, Vectors
from index.provenance import Door, Provenance
from index.versions import IndexStore

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
TESTER = Provenance("tester", None, "to see", Door.COMMAND_LINE)


class FakeEncoder:
    """Hashes character trigrams: texts that share letters are near. Keeps a history of what it embedded."""

    def __init__(self, digest: str = "fake", dimension: int = 64) -> None:
        self.digest = digest
        self.dimension = dimension
        self.queries: list[str] = []
        self.passages: list[str] = []

    def embed_query(self, text: str) -> Vectors:
        self.queries.append(text)
        return self._vector(text)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.passages += texts
        return np.stack([self._vector(text) for text in texts])

    def embed_query_tokens(self, text: str) -> TokenVectors:
        return self._token_vectors(text)

    def embed_passage_tokens(self, text: str) -> TokenVectors:
        return self._token_vectors(text)

    def count_tokens(self, text: str) -> int:
        return count_tokens(text)

    def _token_vectors(self, text: str) -> TokenVectors:
        """A token a word, whatever stands around it."""
        words = list(re.finditer(r"\w+", text))
        vectors = [self._vector(word.group()) for word in words]
        return TokenVectors(
            np.stack(vectors) if vectors else np.empty((0, self.dimension), dtype=np.float32),
            tuple(word.span() for word in words),
        )

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, dtype=np.float32)
        padded = f" {text.lower()} "
        for start in range(len(padded) - 2):
            vector[zlib.crc32(padded[start : start + 3].encode()) % self.dimension] += 1
        vector /= np.linalg.norm(vector)
        return vector


def count_tokens(text: str) -> int:
    """A token every four characters of each word: words and long words both cost."""
    return sum(-(-len(word) // 4) for word in text.split())


Part = tuple[tuple[str, ...], Sequence[str]]
"""Headings from level 2 down, and the lines right under the last: bullets begin with `- `."""


def document(language: Language, parts: Iterable[Part]) -> Document:
    """A document of `parts`; outline numbers follow from the headings."""
    sections: list[Section] = []
    outline: list[int] = []
    previous: tuple[str, ...] = ()
    for headings, texts in parts:
        depth = len(headings)
        kept = outline[:depth]
        outline = [*kept[:-1], kept[-1] + 1] if len(kept) == depth else [*kept, 1]
        lines = tuple(_line(text, number) for number, text in enumerate(texts, start=1))
        sections.append(Section(depth + 1, headings[-1], headings, tuple(outline), lines, number=1))
        assert headings[:-1] == previous[: depth - 1]
        previous = headings
    return Document(language, f"Title {language}", "2026-01-01", "a test", tuple(sections))


def parts_of(one: Document) -> list[Part]:
    """The parts that `document` makes `one` of."""
    return [
        (section.heading_path, [("- " if line.kind is LineKind.BULLET else "") + line.text for line in section.lines])
        for section in one.sections
    ]


def _line(text: str, number: int) -> Line:
    kind = LineKind.BULLET if text.startswith("- ") else LineKind.PARAGRAPH
    return Line(kind, text.removeprefix("- "), number)


KOREAN = document(
    Language.KOREAN,
    [
        (("들어가며",), ["등대는 바닷길을 밝힌다. 1903년에 팔미도 등대가 처음 섰다."]),
        (("등대의 빛",), []),
        (("등대의 빛", "렌즈"), ["렌즈의 등급은 두 가지로 나뉜다:"]),
        (("등대의 빛", "렌즈", "일등급"), ["- 초점거리 920 mm", "- 먼 바다를 비춘다"]),
        (("등대의 빛", "렌즈", "사등급"), ["- 초점거리 250 mm", "- 항구를 비춘다"]),
        (("등대지기",), ["Fresnel 렌즈는 41K 시간을 견딘다.", "- 데이터 기록", "- 안개 신호", "이제는 무인화되었다."]),
    ],
)
ENGLISH = document(
    Language.ENGLISH,
    [
        (("Introduction",), ["Lighthouses show the way at sea. Palmido lighthouse was the first, in 1903."]),
        (("The light",), []),
        (("The light", "Lenses"), ["Lenses come in two orders:"]),
        (("The light", "Lenses", "First order"), ["- Focal length 920 mm", "- Lights the high seas"]),
        (("The light", "Lenses", "Fourth order"), ["- Focal length 250 mm", "- Lights a harbour"]),
        (
            ("Keepers",),
            ["Fresnel lenses last 41K hours.", "- Data records", "- Fog signals", "None is staffed any more."],
        ),
    ],
)
BILINGUAL = Corpus((KOREAN, ENGLISH))


def build(
    store: IndexStore, corpus: Corpus = BILINGUAL, encoder: FakeEncoder | None = None, max_tokens: int = 60
) -> BuildReport:
    """Build `corpus` into `store` with the fake encoder."""
    return build_index(source(corpus), recipe(encoder, max_tokens), store, now=NOW, progress=silent)


def build_beside(store: IndexStore, corpus: Corpus, encoder: FakeEncoder | None = None) -> CandidateReport:
    """Build `corpus` as a candidate of `store` with the fake encoder."""
    return build_candidate(source(corpus), recipe(encoder), store, now=NOW, progress=silent)


def source(corpus: Corpus = BILINGUAL, provenance: Provenance = TESTER) -> Source:
    return Source(corpus, "a test", provenance)


def recipe(encoder: FakeEncoder | None = None, max_tokens: int = 60) -> Recipe:
    return Recipe(encoder or FakeEncoder(), "fake-encoder", max_tokens)


def silent(done: int, total: int) -> None:
    """No progress shown."""


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file under `folder` with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
