import pytest

from index.lexical import LexicalIndex, LexicalSearch, words
from index.vocabulary import Vocabulary


def terms(text: str) -> set[str]:
    return {term for word in words(text) for term in word.terms}


def search(documents: list[str], vocabulary: dict[str, list[str]] | None = None) -> LexicalSearch:
    return LexicalSearch([LexicalIndex([(text,) for text in documents])], Vocabulary(vocabulary or {}))


def best(documents: list[str], query: str, vocabulary: dict[str, list[str]] | None = None) -> int | None:
    match = search(documents, vocabulary).match(query)
    return None if match is None else int(match.scores.argmax())


@pytest.mark.parametrize(
    "other", ["llama 405b", "LLAMA-405B", "Llama 405 B", "Llama‑405B", "llama 405 billion", "Llama 4050억"]
)
def test_a_name_and_its_figure_are_one_however_they_are_spaced_and_written(other: str) -> None:
    assert terms(other) == terms("Llama-405B")


@pytest.mark.parametrize("other", ["128k 토큰", "128K 토큰은", "128,000 토큰을", "12만8천 토큰"])
def test_a_figure_is_its_value_in_korean(other: str) -> None:
    assert terms(other) == terms("128K 토큰")


@pytest.mark.parametrize("other", ["128k tokens", "128K Token", "128,000 tokens", "128 thousand tokens"])
def test_a_figure_is_its_value_in_english(other: str) -> None:
    assert terms(other) == terms("128K tokens")


def test_a_version_written_together_with_its_name_is_found_apart() -> None:
    assert terms("llama4") >= {"llama", "4"}
    assert terms("H200") == {"h200"}


def test_korean_particles_do_not_hide_a_word() -> None:
    assert terms("렌즈는") == terms("렌즈를") == terms("렌즈") == {"렌즈"}
    assert terms("Gemma는") == terms("Gemma의") == terms("Gemma")


def test_english_inflection_does_not_hide_a_word() -> None:
    assert terms("optimized") == terms("optimization") == terms("optimizes")
    assert terms("lens") != terms("fog")


@pytest.mark.parametrize("question", ["무엇인가요 왜 어떻게", "what is this and how does it"])
def test_function_words_are_no_terms(question: str) -> None:
    assert not terms(question) & {"what", "is", "how", "왜", "어떻"}


def test_the_document_that_shares_rare_words_is_best() -> None:
    assert best(["렌즈는 빛을 모은다", "안개 신호는 소리를 낸다", "빛은 멀리 간다"], "안개 신호가 뭐야?") == 1
    assert best(["a lens gathers light", "a fog signal makes sound", "light goes far"], "What is a fog signal?") == 1


@pytest.mark.parametrize("query", ["", "?!", "그 왜", "what is it", "xyzzy", "뷁뷁"])
def test_a_query_that_matches_nothing_has_no_match(query: str) -> None:
    assert search(["a lens gathers light", "렌즈는 빛을 모은다"]).match(query) is None


def test_coverage_is_the_known_share_of_the_query() -> None:
    searched = search(["a lens gathers light", "a fog signal"])
    whole, half = searched.match("lens light"), searched.match("lens zebra")
    assert whole is not None
    assert half is not None
    assert whole.coverage == 1
    assert 0 < half.coverage < 1


def test_a_loanword_is_found_by_its_sound_in_the_other_script() -> None:
    documents = ["a wide context window", "an open benchmark", "less memory"]
    assert best(documents, "컨텍스트") == 0
    assert best(documents, "벤치마크는?") == 1
    assert best(["넓은 컨텍스트", "공개 벤치마크", "적은 메모리"], "benchmarks") == 1


def test_a_word_of_the_other_language_is_found_by_its_translation() -> None:
    vocabulary = {"등대": ["lighthouse"], "안개": ["fog"]}
    assert best(["the fog horn", "the lighthouse"], "등대는 어디에?", vocabulary) == 1
    assert best(["안개 신호", "등대"], "Which lighthouses?", vocabulary) == 1


def test_a_word_known_as_written_is_not_translated() -> None:
    match = search(["등대", "lighthouse"], {"등대": ["lighthouse"]}).match("등대")
    assert match is not None
    assert match.scores[0] > 0
    assert match.scores[1] == 0


def test_the_sides_of_a_pair_add_up() -> None:
    korean, english = LexicalIndex([("Fresnel 렌즈",), ("안개",)]), LexicalIndex([("Fresnel lens",), ("fog",)])
    one = LexicalSearch([korean], Vocabulary({})).match("Fresnel")
    both = LexicalSearch([korean, english], Vocabulary({})).match("Fresnel")
    assert one is not None
    assert both is not None
    assert both.scores[0] > one.scores[0]


def test_an_empty_document_holds_its_place() -> None:
    match = LexicalSearch([LexicalIndex([(), ("fog",)])], Vocabulary({})).match("fog")
    assert match is not None
    assert match.scores.tolist() == [0, match.scores.max()]
