"""The real encoder, as it lies in the model store."""

from pathlib import Path

import numpy as np
import pytest

from config.catalogue import load_catalogue
from config.errors import ModelError
from config.language import Language
from config.settings import load_settings
from corpus.glossary import Glossary
from corpus.loading import load_corpus
from index.building import Recipe, Source, build_index
from index.chunking import embedded_text
from index.loading import LoadedIndex
from index.models.store import ModelStore
from index.searching import Query, Searcher
from index.sentence_encoder import SentenceEncoder, folder_digest
from index.versions import IndexStore
from tests.index.fakes import NOW, TESTER, silent


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    settings = load_settings()
    folder = ModelStore(settings.paths.models_dir, load_catalogue()).path(settings.encoder.model)
    return SentenceEncoder(folder, settings.encoder.threads)


@pytest.mark.models
def test_queries_and_passages_are_unit_vectors_of_the_stated_dimension(encoder: SentenceEncoder) -> None:
    query = encoder.embed_query("등대")
    passages = encoder.embed_passages(["등대는 바닷길을 밝힌다.", "Lighthouses show the way."])
    assert (query.shape, passages.shape) == ((encoder.dimension,), (2, encoder.dimension))
    assert query.dtype == passages.dtype == np.dtype(np.float32)
    assert np.allclose(np.linalg.norm([query, *passages], axis=1), 1, atol=1e-4)
    assert encoder.embed_passages([]).shape == (0, encoder.dimension)


@pytest.mark.models
@pytest.mark.parametrize("text", ["Can visitors climb the tower?", "탑에 올라가도 되나요?", "24 km? 🦁", "탑 " * 600])
def test_tokens_are_unit_vectors_that_stand_in_the_text(encoder: SentenceEncoder, text: str) -> None:
    for tokens in (encoder.embed_query_tokens(text), encoder.embed_passage_tokens(text)):
        assert tokens.vectors.shape == (len(tokens.spans), encoder.dimension)
        assert tokens.vectors.dtype == np.dtype(np.float32)
        assert np.allclose(np.linalg.norm(tokens.vectors, axis=1), 1, atol=1e-4)
        assert all(0 <= start < end <= len(text) for start, end in tokens.spans)
        assert tokens.spans[0][0] == 0
        assert 0 < len(tokens.spans) <= 512
        assert text[: tokens.spans[0][1]].strip()


@pytest.mark.models
def test_an_empty_text_has_no_tokens(encoder: SentenceEncoder) -> None:
    tokens = encoder.embed_query_tokens("")
    assert (tokens.vectors.shape, tokens.spans) == ((0, encoder.dimension), ())


@pytest.mark.models
def test_a_tokenizer_that_does_not_tell_where_tokens_stand_gives_none(
    encoder: SentenceEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from transformers import PreTrainedTokenizerFast

    monkeypatch.setattr(PreTrainedTokenizerFast, "is_fast", False)
    for tokens in (encoder.embed_query_tokens("lamp"), encoder.embed_passage_tokens("lamp")):
        assert (tokens.vectors.shape, tokens.spans) == ((0, encoder.dimension), ())


@pytest.mark.models
def test_a_query_and_a_passage_of_the_same_words_differ(encoder: SentenceEncoder) -> None:
    assert not np.allclose(encoder.embed_query("등대"), encoder.embed_passages(["등대"])[0], atol=1e-3)


@pytest.mark.models
def test_tokens_are_counted_without_the_special_ones_and_beyond_the_window(encoder: SentenceEncoder) -> None:
    assert encoder.count_tokens("") == 0
    assert encoder.count_tokens("lighthouse " * 1000) >= 1000


@pytest.fixture(scope="module")
def shipped(encoder: SentenceEncoder, tmp_path_factory: pytest.TempPathFactory) -> LoadedIndex:
    store = IndexStore(tmp_path_factory.mktemp("indexes"))
    recipe = Recipe(encoder, "e5", load_settings().index.max_passage_tokens)
    build_index(Source(load_corpus(None), "shipped", TESTER), recipe, store, now=NOW, progress=silent)
    return store.open_current(encoder.digest)


@pytest.mark.models
def test_no_passage_of_the_shipped_edition_is_too_long_or_without_its_twin(
    encoder: SentenceEncoder, shipped: LoadedIndex
) -> None:
    limit = load_settings().index.max_passage_tokens
    assert max(encoder.count_tokens(embedded_text(passage)) for passage in shipped.passages) <= limit
    assert {passage.language for passage in shipped.passages} == set(Language)
    assert all(passage.twin_id for passage in shipped.passages)


@pytest.mark.models
@pytest.mark.parametrize("searched", [None, [Language.KOREAN], [Language.ENGLISH]])
@pytest.mark.parametrize(
    "question", ["미스트랄 라지 3 활성 파라미터 수는?", "How many parameters are active in Mistral Large 3?"]
)
def test_the_right_passage_is_among_three_in_either_language_whatever_is_indexed(
    encoder: SentenceEncoder, shipped: LoadedIndex, question: str, searched: list[Language] | None
) -> None:
    query = Query(Glossary.load(None).canonicalise(question), (question,))
    hits = Searcher(shipped, encoder, load_settings().retrieval).search(query, 3, searched)
    assert "4.1.1.1" in [hit.passage.passage_id.partition(":")[2] for hit in hits]


@pytest.mark.parametrize("content", [None, "{", '{"model_type": "bert"}'])
def test_a_folder_that_is_no_model_is_refused_with_the_remedy(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "config.json").write_text(content)
    with pytest.raises(ModelError, match="haetae models verify"):
        SentenceEncoder(tmp_path, threads=1)


def test_the_digest_follows_weights_and_configuration_alone(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    first = folder_digest(tmp_path)
    (tmp_path / "README.md").write_text("words")
    assert folder_digest(tmp_path) == first
    (tmp_path / "model.safetensors").write_bytes(b"Weights")
    assert folder_digest(tmp_path) != first
