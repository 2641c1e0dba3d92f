"""What a moderator hands in becomes an edition, or one sentence that says why not."""

import gc
from datetime import date
from pathlib import Path

import psutil
import pytest

from bot.updating.uploads import Reading, Upload, check_sizes, read_uploads
from config.errors import CorpusError, HaetaeError
from config.language import Language
from corpus.document import Corpus
from corpus.edition import edition_files, read_edition
from corpus.importing.decoding import MAX_SIZE_BYTES
from corpus.loading import corpus_digest
from tests.bot.updating.fakes import uploads
from tests.bot.updating.hostile import PAGES, hostile_uploads
from tests.index.fakes import BILINGUAL, ENGLISH, KOREAN
from tests.languages import EACH_LANGUAGE

TODAY = date(2026, 11, 21)
HOSTILE = 1000
MAX_GROWTH_BYTES = 96 * 1024 * 1024


def read(*files: Upload, live: Corpus = BILINGUAL) -> Reading:
    return read_uploads(files, live, TODAY)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_of_any_kind_becomes_an_edition(path: Path) -> None:
    reading = read(Upload(path.name, path.read_bytes()))
    assert reading.origin == f"“{path.name}”"
    assert set(reading.corpus.languages) == set(Language)
    assert {one.language for one in reading.report} | set(reading.kept) == set(Language)


def test_a_file_a_language_makes_one_edition_whatever_their_order() -> None:
    files = uploads(BILINGUAL)
    for order in (files, files[::-1]):
        reading = read(*order, live=Corpus(()))
        assert corpus_digest(reading.corpus) == corpus_digest(BILINGUAL)
        assert [one.language for one in reading.report] == list(Language)
        assert reading.kept == ()


@EACH_LANGUAGE
def test_of_one_language_alone_the_other_stays_as_it_is(language: Language) -> None:
    one = KOREAN if language is Language.KOREAN else ENGLISH
    reading = read(*uploads(Corpus((one,))))
    assert reading.kept == (language.other,)
    assert corpus_digest(reading.corpus) == corpus_digest(BILINGUAL)


@EACH_LANGUAGE
def test_two_files_of_one_language_are_refused(language: Language) -> None:
    one = KOREAN if language is Language.KOREAN else ENGLISH
    (file,) = uploads(Corpus((one,)))
    with pytest.raises(CorpusError) as caught:
        read(file, file)
    assert caught.value.key == "updating.same_language"
    assert file.name in caught.value.sentence(language)


@EACH_LANGUAGE
@pytest.mark.parametrize(
    ("files", "key"),
    [
        ([], "updating.no_files"),
        ([("a", 1), ("b", 1), ("c", 1)], "updating.too_many_files"),
        ([("a", 1), ("b", MAX_SIZE_BYTES + 1)], "importing.too_large"),
    ],
)
def test_sizes_are_checked_before_anything_is_fetched(
    language: Language, files: list[tuple[str, int]], key: str
) -> None:
    check_sizes([("a", MAX_SIZE_BYTES), ("b", 0)])
    with pytest.raises(CorpusError) as caught:
        check_sizes(files)
    assert caught.value.key == key
    assert "\n" not in caught.value.sentence(language)


def test_no_file_is_taken_for_the_shipped_edition_or_for_a_folder() -> None:
    for name in ("shipped", "/etc", "../../etc", "C:\\edition"):
        (file,) = uploads(Corpus((ENGLISH,)))
        origin = read(Upload(name, file.data)).origin
        assert origin[0] == "“"
        assert "/" not in origin
        assert "\\" not in origin


def test_a_thousand_hostile_uploads_are_each_an_edition_or_one_sentence_and_memory_stays_flat() -> None:
    process, settled_bytes = psutil.Process(), 0
    editions = refusals = 0
    for number, files in enumerate(hostile_uploads(HOSTILE, seed=5)):
        if number == HOSTILE // 4:
            gc.collect()
            settled_bytes = process.memory_info().rss
        refused: HaetaeError | None = None
        try:
            reading = read(*files)
        except HaetaeError as error:
            refused = error
        if refused is None:
            editions += 1
            assert corpus_digest(read_edition(edition_files(reading.corpus))) == corpus_digest(reading.corpus)
            assert "\n" not in reading.origin
        else:
            refusals += 1
            for language in Language:
                sentence = refused.sentence(language)
                assert 10 < len(sentence) < 700
                assert "\n" not in sentence
    assert editions > HOSTILE // 20
    assert refusals > HOSTILE // 4
    gc.collect()
    assert process.memory_info().rss - settled_bytes < MAX_GROWTH_BYTES
