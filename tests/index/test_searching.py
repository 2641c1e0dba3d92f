from pathlib import Path

import numpy as np
import pytest

from config.language import Language
from config.settings import RetrievalSettings
from corpus.document import Corpus
from index.encoder import Vectors
from index.part import Part
from index.passage import Hit
from index.searching import Query, Searcher
from index.versions import IndexStore
from tests.index.fakes import BILINGUAL, ENGLISH, KOREAN, FakeEncoder, build, document, parts_of
from tests.languages import EACH_LANGUAGE

BOTH = pytest.mark.parametrize(
    ("question", "language", "found"),
    [
        ("일등급 렌즈의 초점거리는?", Language.KOREAN, "2.1.1.1"),
        ("팔미도 등대는 언제 섰나요?", Language.KOREAN, "1.1"),
        ("무인화되었나요?", Language.KOREAN, "3.2"),
        ("What is the focal length of the first order?", Language.ENGLISH, "2.1.1.1"),
        ("When was Palmido the first?", Language.ENGLISH, "1.1"),
        ("Is any lighthouse still staffed?", Language.ENGLISH, "3.2"),
    ],
)


def searcher(tmp_path: Path, corpus: Corpus = BILINGUAL, dense_weight: float = 0.5) -> Searcher:
    store, encoder = IndexStore(tmp_path / "indexes"), FakeEncoder()
    build(store, corpus, encoder)
    return Searcher(store.open_current("fake"), encoder, RetrievalSettings(top_k=5, dense_weight=dense_weight))


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.passage.passage_id for hit in hits]


@BOTH
def test_the_passage_that_answers_comes_first_in_the_questions_language(
    tmp_path: Path, question: str, language: Language, found: str
) -> None:
    hit = searcher(tmp_path).search(Query(question), 3)[0]
    assert hit.passage.passage_id == f"{language.value}:{found}"
    assert hit.twin is not None
    assert hit.twin.passage_id == f"{language.other.value}:{found}"


@BOTH
def test_hits_are_pairs_each_once_best_first(tmp_path: Path, question: str, language: Language, found: str) -> None:
    hits = searcher(tmp_path).search(Query(question), 99)
    assert len(hits) == len({hit.passage.passage_id.partition(":")[2] for hit in hits}) == 6
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@BOTH
def test_with_only_the_other_language_no_twin_scores_or_is_returned(
    tmp_path: Path, question: str, language: Language, found: str
) -> None:
    whole = searcher(tmp_path / "whole").search(Query(question), 99, [language.other])
    only = Corpus(tuple(one for one in BILINGUAL.documents if one.language is language.other))
    alone = searcher(tmp_path / "alone", only).search(Query(question), 99)
    assert {hit.passage.language for hit in whole} == {language.other}
    assert [hit.twin for hit in whole] == [None] * 6
    assert [(hit.passage.passage_id, hit.score) for hit in whole] == [
        (hit.passage.passage_id, hit.score) for hit in alone
    ]


@pytest.mark.parametrize(
    ("corpus", "language"), [(Corpus((KOREAN,)), Language.KOREAN), (Corpus((ENGLISH,)), Language.ENGLISH)]
)
def test_a_language_that_is_not_indexed_has_no_hits(tmp_path: Path, corpus: Corpus, language: Language) -> None:
    assert searcher(tmp_path, corpus).search(Query("Fresnel"), 3, [language.other]) == ()


@pytest.mark.parametrize(("language", "first"), [(Language.KOREAN, "ko:"), (Language.ENGLISH, "en:")])
def test_the_language_asked_for_decides_the_side_shown(tmp_path: Path, language: Language, first: str) -> None:
    hits = searcher(tmp_path).search(Query("Fresnel 41K", language=language), 3)
    assert [hit.passage.passage_id[:3] for hit in hits] == [first] * 3


def test_scores_of_both_legs_are_told(tmp_path: Path) -> None:
    hits = searcher(tmp_path).search(Query("Fresnel"), 6)
    assert hits[0].lexical == 1
    assert all(hit.dense is not None and -1 <= hit.dense <= 1 for hit in hits)


@BOTH
def test_each_line_of_a_hit_has_its_cosine(tmp_path: Path, question: str, language: Language, found: str) -> None:
    hits = searcher(tmp_path).search(Query(question), 99)
    assert [len(hit.line_cosines) for hit in hits] == [len(hit.passage.lines) for hit in hits]


@EACH_LANGUAGE
def test_the_line_that_was_asked_for_word_by_word_has_the_highest_cosine(tmp_path: Path, language: Language) -> None:
    finder = searcher(tmp_path, Corpus(tuple(one for one in BILINGUAL.documents if one.language is language)))
    for passage in {hit.passage for hit in finder.search(Query("Fresnel", language=language), 99)}:
        for number, line in enumerate(passage.lines):
            hit = next(one for one in finder.search(Query(line, language=language), 99) if one.passage == passage)
            assert max(hit.line_cosines) == hit.line_cosines[number]


@pytest.mark.parametrize("question", ["뷁뷁뷁", "xyzzy"])
def test_a_lexical_leg_that_finds_nothing_drops_out(tmp_path: Path, question: str) -> None:
    hits = searcher(tmp_path).search(Query(question), 3)
    assert [hit.lexical for hit in hits] == [None] * 3
    assert hits[0].score == 1


def test_the_wording_the_passages_know_best_is_searched_lexically(tmp_path: Path) -> None:
    hits = searcher(tmp_path).search(Query("프레스넬", variants=("Fresnel",)), 3)
    assert hits[0].passage.passage_id == "ko:3.1"


@pytest.mark.parametrize("question", ["일등급 렌즈의 초점거리는?", "Is any lighthouse still staffed?"])
@pytest.mark.parametrize(("part", "section"), [(Part.OPENING, "1."), (Part.CLOSING, "3.")])
def test_the_part_that_is_named_comes_first(tmp_path: Path, question: str, part: Part, section: str) -> None:
    hits = searcher(tmp_path).search(Query(question, part=part), 99)
    within = [hit.passage.passage_id.partition(":")[2].startswith(section) for hit in hits]
    assert within == sorted(within, reverse=True)
    assert any(within)


def test_one_search_embeds_once(tmp_path: Path) -> None:
    store, encoder = IndexStore(tmp_path), FakeEncoder()
    build(store, encoder=encoder)
    found = Searcher(store.open_current("fake"), encoder, RetrievalSettings(top_k=5, dense_weight=0.5))
    found.search(Query("렌즈", variants=("lens", "lenses")), 3)
    assert encoder.queries == ["렌즈"]


def test_a_passage_is_compared_by_words_with_those_in_its_language(tmp_path: Path) -> None:
    found = searcher(tmp_path)
    for text in ("렌즈", "lens"):
        hits = found.search(Query(text), 6)
        best, worst = hits[0].passage, hits[-1].passage
        assert found.shortfall(Query(text), best) <= found.shortfall(Query(text), worst)
        assert found.shortfall(Query(text), worst) > 0


class EvenEncoder(FakeEncoder):
    """Finds every text equally near."""

    def _vector(self, text: str) -> Vectors:
        return np.full(self.dimension, self.dimension**-0.5, dtype=np.float32)


def test_a_line_that_only_announces_yields_to_what_it_announces(tmp_path: Path) -> None:
    store, encoder = IndexStore(tmp_path), EvenEncoder()
    build(store, encoder=encoder)
    found = Searcher(store.open_current("fake"), encoder, RetrievalSettings(top_k=5, dense_weight=0.5))
    hits = found.search(Query("뷁"), 6)
    assert hits[-1].passage.passage_id == "ko:2.1.1"
    assert hits[-1].score < hits[0].score


@pytest.mark.parametrize("question", ["", "   ", "?!…", "🦁🦁", "\n\t"])
def test_a_query_without_a_letter_or_digit_finds_nothing(tmp_path: Path, question: str) -> None:
    assert searcher(tmp_path).search(Query(question), 3) == ()


@pytest.mark.parametrize("question", ["등대 " * 3000, "lighthouse " * 1000, "가" * 10_000, "1" * 10_000, "a-" * 5000])
def test_a_very_long_query_is_searched_like_any_other(tmp_path: Path, question: str) -> None:
    assert len(searcher(tmp_path).search(Query(question), 3)) == 3


@pytest.mark.parametrize(("top_k", "count"), [(0, 0), (1, 1), (99, 6)])
def test_no_more_hits_than_asked_for_or_there_are(tmp_path: Path, top_k: int, count: int) -> None:
    assert len(searcher(tmp_path).search(Query("Fresnel"), top_k)) == count


def test_a_passage_without_twin_is_found_beside_pairs(tmp_path: Path) -> None:
    parts = [(section.heading_path, [line.text for line in section.lines]) for section in ENGLISH.sections]
    more = document(Language.ENGLISH, [*parts, (("Epilogue",), ["Barometers fell silent."])])
    hit = searcher(tmp_path, Corpus((KOREAN, more))).search(Query("Which barometers fell silent?"), 1)[0]
    assert ids((hit,)) == ["en:4.1"]
    assert hit.twin is None


@EACH_LANGUAGE
def test_where_one_language_lacks_a_section_no_question_is_shown_another(tmp_path: Path, language: Language) -> None:
    whole = KOREAN if language is Language.KOREAN else ENGLISH
    part = document(language, [one for one in parts_of(whole) if one[0][0] != whole.sections[1].heading])
    other = ENGLISH if language is Language.KOREAN else KOREAN
    known = searcher(tmp_path, Corpus((part, other)))
    hit = known.search(Query("Fresnel 41K", language=language), 1)[0]
    assert (hit.passage.passage_id, hit.twin and hit.twin.passage_id) == (f"{language}:2.1", f"{language.other}:3.1")
    alone = known.search(Query("920 mm", language=language), 1)[0]
    assert (alone.passage.passage_id, alone.twin) == (f"{language.other}:2.1.1.1", None)


def test_an_article_of_one_passage_is_searched(tmp_path: Path) -> None:
    hits = searcher(tmp_path, Corpus((document(Language.KOREAN, [(("등대",), ["빛난다."])]),))).search(Query("빛"), 3)
    assert ids(hits) == ["ko:1.1"]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("렌즈 등급은?", "ko:2.1"),
        ("렌즈 등급은 무엇이었나요?", "ko:1.1"),
        ("기존 렌즈 등급은?", "ko:1.1"),
        ("What order is the lens?", "en:2.1"),
        ("What order was the lens?", "en:1.1"),
        ("What order is the older lens?", "en:1.1"),
    ],
)
def test_what_held_before_answers_only_a_question_about_the_past(tmp_path: Path, question: str, first: str) -> None:
    lenses = Corpus(
        (
            document(Language.KOREAN, [(("이전 렌즈",), ["일등급"]), (("렌즈",), ["사등급"])]),
            document(Language.ENGLISH, [(("Previous lens",), ["First order"]), (("Lens",), ["Fourth order"])]),
        )
    )
    store, encoder = IndexStore(tmp_path), EvenEncoder()
    build(store, lenses, encoder)
    found = Searcher(store.open_current("fake"), encoder, RetrievalSettings(top_k=5, dense_weight=1.0))
    assert found.search(Query(question), 2)[0].passage.passage_id == first.replace(":1.1", ":1.1").replace(
        ":1.2", ":2.1"
    )
