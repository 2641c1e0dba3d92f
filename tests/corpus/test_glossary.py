"""Names as people write them."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import CorpusError
from config.language import Language
from corpus.glossary import Glossary

GLOSSARY = Glossary.load(None)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("젬마3은 빠른가요?", "Gemma 3은 빠른가요?"),
        ("라마4의컨텍스트", "Llama 4의컨텍스트"),
        ("라마의컨텍스트", "Llama의컨텍스트"),
        ("Llama4Scout has", "Llama 4 Scout has"),
        ("라마4스카우트는", "Llama 4 Scout는"),
        ("미스트랄 라지 3 활성 파라미터", "Mistral Large 3 활성 파라미터"),
        ("미스트랄라지3활성파라미터", "Mistral Large 3활성파라미터"),
        ("구글젬마3는", "Google Gemma 3는"),
        ("메타의라마4는", "Meta의Llama 4는"),
        ("엘엠 스튜디오랑 올라마", "LM Studio랑 Ollama"),
        ("스카우트와 매버릭은", "Scout와 Maverick은"),
        ("딥시크R1과 딥시크 V3", "DeepSeek R1과 DeepSeek V3"),
        ("오픈 AI의 o3 미니", "OpenAI의 o3-mini"),
        ("엔비디아 h200을", "NVIDIA H200을"),
        ("미스트랄 large 3", "Mistral Large 3"),
        ("메타AI", "Meta AI"),
        ("라마 41B와 라마 4.1", "Llama 41B와 Llama 4.1"),
        ("is llama4, LLAMA-4 or Llama 4 faster?", "is Llama 4, Llama 4 or Llama 4 faster?"),
        ("lm studio vs ollama", "LM Studio vs Ollama"),
        ("chain of thought", "Chain-of-thought"),
    ],
)
def test_spellings_become_the_name(text: str, canonical: str) -> None:
    assert GLOSSARY.canonicalise(text) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "드라마4편",
        "파노라마",
        "라마단은",
        "메타버스",
        "GPT4All",
        "Llama4Teapot은",
        "메타데이터",
        "메타인지",
        "보이스카우트",
        "구글링",
        "애플리케이션",
        "파인애플은",
        "metadata",
        "scouting",
        "ollamas3x",
        "H2000",
        "pineapple",
    ],
)
def test_longer_words_are_left_alone(text: str) -> None:
    assert GLOSSARY.canonicalise(text) == text
    assert GLOSSARY.names_in(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("라마4랑 젬마 3, 그리고 라마 4", ("Llama 4", "Gemma 3")),
        ("Does Ollama run LLMs on GPUs?", ("Ollama", "LLM", "GPU")),
        ("Llama-405B", ("Llama",)),
        ("몇 개인가요?", ()),
        ("How many?", ()),
    ],
)
def test_the_names_of_a_text_come_once_each_in_order(text: str, names: tuple[str, ...]) -> None:
    assert GLOSSARY.names_in(text) == names


def test_a_file_of_ones_own_adds_names_and_spellings(tmp_path: Path) -> None:
    extra = tmp_path / "names.toml"
    extra.write_text(
        'common_terms = ["SNS"]\n[names]\n"Haetae" = ["해태"]\n"Gemma 3" = ["젬마삼호"]\n', encoding="utf-8"
    )
    glossary = Glossary.load(extra)
    assert glossary.canonicalise("해태는 젬마삼호와 젬마 3을 안다") == "Haetae는 Gemma 3와 Gemma 3을 안다"
    assert "SNS" in glossary.common_terms


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"names", "corpus.glossary_not_toml"),
        (b'[nmaes]\n"A" = ["b"]', "corpus.glossary_unknown_key"),
        (b'names = ["a"]', "corpus.glossary_bad_list"),
        (b'[names]\n"A" = "b"', "corpus.glossary_bad_list"),
        (b'[names]\n"A" = ["-"]', "corpus.glossary_bad_list"),
        (b'[names]\n"" = ["a"]', "corpus.glossary_bad_list"),
        (b"common_terms = [1]", "corpus.glossary_bad_list"),
        ('[names]\n"Lama" = ["라마"]'.encode(), "corpus.glossary_ambiguous"),
        ("[names]\nA = ['라마']".encode("cp949"), "corpus.not_utf8"),
    ],
)
def test_a_malformed_file_is_refused_in_a_sentence(tmp_path: Path, content: bytes, key: str) -> None:
    extra = tmp_path / "names.toml"
    extra.write_bytes(content)
    with pytest.raises(CorpusError) as caught:
        Glossary.load(extra)
    assert caught.value.key == key
    assert all(str(extra) in caught.value.sentence(language) for language in Language)


def test_a_missing_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        Glossary.load(tmp_path / "none.toml")
    assert all("none.toml" in caught.value.sentence(language) for language in Language)


def test_an_empty_glossary_changes_nothing() -> None:
    assert Glossary({}).canonicalise("라마 4") == "라마 4"


def test_a_glossary_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(GLOSSARY)).canonicalise("라마 4") == "Llama 4"


SPELLINGS = sorted({spelling for name, others in GLOSSARY.names.items() for spelling in (name, *others)})
PIECES = st.sampled_from([*SPELLINGS, *"은는의과 4-3_.s", "라", "마", "의 ", "405B", "large"]) | st.text(max_size=3)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_canonical_text_stays_as_it_is(text: str) -> None:
    canonical = GLOSSARY.canonicalise(text)
    assert GLOSSARY.canonicalise(canonical) == canonical
    assert GLOSSARY.names_in(canonical) == GLOSSARY.names_in(text)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("particle", ["", "은", "는", "의", "를", "에서", "랑", "?"])
def test_every_spelling_is_known_with_any_particle(spelling: str, particle: str) -> None:
    owner = next(name for name, others in GLOSSARY.names.items() if spelling in (name, *others))
    assert GLOSSARY.names_in(f"요즘 {spelling}{particle}") == (owner,)


@pytest.mark.parametrize(
    ("name", "typed", "spelled"),
    [
        ("Gemini 2.5", "제미나이 2.5 프로는요?", "제미나이 2.5"),
        ("Llama 4", "라마4는?", "라마4"),
        ("Gemma 3", "and gemma 3?", "gemma 3"),
        ("Zephyria", "Zephyria?", "Zephyria"),
    ],
)
def test_a_name_comes_back_in_the_askers_spelling(name: str, typed: str, spelled: str) -> None:
    assert Glossary.load(None).as_typed(name, typed) == spelled
