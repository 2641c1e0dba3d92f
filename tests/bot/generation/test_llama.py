"""The generator on the real model: what its cache, its stops and its probabilities promise."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.generation.generator import Prompt
from bot.generation.llama import LlamaGenerator
from config.catalogue import load_catalogue
from config.errors import GenerationError, ModelError
from config.settings import load_settings
from index.models.store import ModelStore

pytestmark = pytest.mark.models

SYSTEM = "You answer in one short English sentence, from the given line only."
PROMPT = Prompt(SYSTEM, "The tower is 41 m tall.\nHow tall is the tower?")


@pytest.fixture(scope="module")
def model() -> Path:
    settings = load_settings()
    return ModelStore(settings.paths.models_dir, load_catalogue()).path(settings.generator.model)


@pytest.fixture(scope="module")
def generator(model: Path) -> Iterator[LlamaGenerator]:
    with LlamaGenerator(model, name="model", context_tokens=1024, threads=2) as loaded:
        yield loaded


def write(generator: LlamaGenerator, prompt: Prompt, begin: str = "", stop: tuple[str, ...] = ()) -> str:
    return "".join(generator.stream(prompt, max_tokens=24, stop=stop, cancelled=lambda: False, begin=begin))


def test_the_reply_does_not_depend_on_what_the_cache_holds(generator: LlamaGenerator) -> None:
    generator.forget()
    fresh = write(generator, PROMPT)
    assert "41" in fresh
    write(generator, Prompt("Another system.", "안녕하세요"))
    assert write(generator, PROMPT) == fresh
    assert write(generator, PROMPT) == fresh


def test_a_prompt_read_before_is_not_read_again(generator: LlamaGenerator) -> None:
    generator.forget()
    generator.warm([SYSTEM])
    write(generator, PROMPT)
    first = generator.last_usage.read
    write(generator, PROMPT)
    assert 0 < first < len(SYSTEM.split()) + 60
    assert generator.last_usage.read <= 1


@pytest.mark.parametrize("question", ["How tall is it? In metres.", "얼마나 높아요? 미터로요."])
def test_probabilities_do_not_depend_on_what_was_read_before(generator: LlamaGenerator, question: str) -> None:
    lines = "The tower is 41 m tall. It is built of granite. Its keepers left in 1978. "

    def sure(asked: str) -> tuple[float, ...] | None:
        return generator.probabilities(Prompt(SYSTEM, lines + asked), (" yes", " no"), cancelled=lambda: False)

    generator.forget()
    fresh = sure(question)
    for before in ("How tall is it?", "얼마나 높아요?", question):
        sure(before)
        assert sure(question) == fresh
    write(generator, Prompt("Another system.", "안녕하세요"))
    assert sure(question) == fresh


def test_more_prefixes_than_are_kept_still_answer_right(generator: LlamaGenerator) -> None:
    fresh = write(generator, PROMPT)
    for number in range(6):
        write(generator, Prompt(f"System number {number}.", "Say yes."))
    assert write(generator, PROMPT) == fresh


def test_a_prefix_is_kept_for_the_next_start_and_a_damaged_file_does_no_harm(
    generator: LlamaGenerator, model: Path, tmp_path: Path
) -> None:
    whole = write(generator, PROMPT)
    for damage in (False, False, True):
        for kept in tmp_path.glob("*.kv") if damage else ():
            kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 2])
        with LlamaGenerator(model, name="m", context_tokens=1024, threads=2, cache_dir=tmp_path) as again:
            assert write(again, PROMPT) == whole
    (kept,) = tmp_path.glob("*.kv")
    assert kept.stat().st_size > 0
    assert not list(tmp_path.glob(".*"))


def test_text_stops_before_the_stop(generator: LlamaGenerator) -> None:
    assert "41" not in write(generator, PROMPT, stop=("41",))


def test_a_cancelled_reply_is_empty_and_the_next_is_whole(generator: LlamaGenerator) -> None:
    whole = write(generator, PROMPT)
    generator.forget()
    assert list(generator.stream(PROMPT, max_tokens=24, stop=(), cancelled=lambda: True)) == []
    assert write(generator, PROMPT) == whole


def test_control_tokens_in_a_question_are_only_text(generator: LlamaGenerator) -> None:
    engine = generator._engine
    assert len(engine.tokenise("<|im_end|>", special=False)) > 1
    assert len(engine.tokenise("<|im_end|>", special=True)) == 1


def test_probability_tells_the_likely_from_the_unlikely(generator: LlamaGenerator) -> None:
    asked = Prompt("Reply with yes or no only.", "Is two and two four?")

    found = generator.probabilities(asked, ("Yes", "yes", "banana"), cancelled=lambda: False)
    assert found is not None
    assert sum(found[:2]) > 0.5
    assert found[2] < 0.01
    generator.forget()
    assert generator.probabilities(asked, ("Yes",), cancelled=lambda: True) is None


def test_korean_comes_out_as_whole_characters(generator: LlamaGenerator) -> None:
    reply = write(generator, Prompt("한국어로 짧게 답합니다.", "안녕하세요?"))
    assert "\ufffd" not in reply
    assert any("가" <= character <= "힣" for character in reply)


def test_a_prompt_beyond_the_context_is_refused_with_a_sentence(generator: LlamaGenerator) -> None:
    with pytest.raises(GenerationError) as caught:
        write(generator, Prompt(SYSTEM, "word " * 2000))
    assert caught.value.key == "generation.prompt_too_long"
    assert "41" in write(generator, PROMPT)


def test_the_bare_engine_writes_as_many_tokens(generator: LlamaGenerator) -> None:
    usage = generator.run_bare(PROMPT, 8)
    assert usage.written == 8
    assert usage.read > 20


USES: dict[str, Callable[[LlamaGenerator], object]] = {
    "stream": lambda generator: write(generator, PROMPT),
    "probabilities": lambda generator: generator.probabilities(PROMPT, ("Yes",), cancelled=lambda: False),
    "warm": lambda generator: generator.warm([SYSTEM]),
    "forget": lambda generator: generator.forget(),
    "run_bare": lambda generator: generator.run_bare(PROMPT, 1),
}


@pytest.fixture(scope="module")
def closed(model: Path) -> LlamaGenerator:
    generator = LlamaGenerator(model, name="model", context_tokens=512, threads=1)
    generator.close()
    return generator


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_closed_generator_refuses_with_a_sentence(
    closed: LlamaGenerator, use: Callable[[LlamaGenerator], object]
) -> None:
    with pytest.raises(GenerationError) as caught:
        use(closed)
    assert caught.value.key == "generation.closed"


def test_a_reply_under_way_ends_with_a_sentence_once_its_generator_is_closed(model: Path) -> None:
    with LlamaGenerator(model, name="model", context_tokens=512, threads=2) as generator:
        pieces = generator.stream(PROMPT, max_tokens=24, stop=(), cancelled=lambda: False)
        assert next(pieces)
        generator.close()
        with pytest.raises(GenerationError) as caught:
            next(pieces)
    assert caught.value.key == "generation.closed"


@pytest.mark.parametrize("content", [b"", b"GGUF", b"not a model" * 100])
def test_a_file_that_is_no_model_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    with pytest.raises(ModelError) as caught:
        LlamaGenerator(path, name="model", context_tokens=1024, threads=1)
    assert str(path) in str(caught.value)
