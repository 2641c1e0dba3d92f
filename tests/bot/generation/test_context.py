"""How much fits into the context beside the prefixes that are kept there."""

from pathlib import Path

import pytest

from bot.generation.generator import Prompt
from bot.generation.llama import LlamaGenerator
from config.errors import GenerationError
from tests.bot.generation.fakes import FakeEngine

CONTEXT, PREFIX = 1000, 100
SYSTEMS = [" ".join([name] * PREFIX) for name in ("one", "two", "three", "four")]
FREE = CONTEXT - len(SYSTEMS) * PREFIX


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> LlamaGenerator:
    """One whose fixed prompts are read."""
    monkeypatch.setattr("bot.generation.llama.LlamaEngine", FakeEngine)
    generator = LlamaGenerator(Path("model.gguf"), name="model", context_tokens=CONTEXT, threads=1)
    generator.warm(SYSTEMS)
    return generator


def pieces(generator: LlamaGenerator, words: int) -> int:
    """How many pieces are written after a question of this many words."""
    prompt = Prompt(SYSTEMS[0], " ".join(["word"] * words))
    return len(list(generator.stream(prompt, max_tokens=50, stop=(), cancelled=lambda: False)))


@pytest.mark.parametrize("over", [0, 1, PREFIX, 2 * PREFIX])
def test_what_does_not_fit_beside_the_kept_prefixes_is_too_long(generator: LlamaGenerator, over: int) -> None:
    with pytest.raises(GenerationError) as caught:
        pieces(generator, FREE + over)
    assert caught.value.key == "generation.prompt_too_long"
    assert pieces(generator, 10) == 50


@pytest.mark.parametrize(("left", "written"), [(60, 50), (20, 18), (3, 1)])
def test_a_reply_ends_where_the_context_is_full(generator: LlamaGenerator, left: int, written: int) -> None:
    assert pieces(generator, FREE - left) == written
