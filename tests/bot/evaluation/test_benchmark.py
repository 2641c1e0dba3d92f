from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import pytest

from bot.evaluation.benchmark import (
    Benchmark,
    benchmark_grid,
    resident_bytes,
    time_answers,
    time_generation,
    time_retrieval,
    time_rollbacks,
)
from bot.generation.generator import Prompt
from config.errors import GenerationError
from config.language import Language
from tests.languages import EACH_LANGUAGE


@dataclass(frozen=True, slots=True)
class TimedUsage:
    read: int
    read_s: float
    written: int
    write_s: float


class TimedGenerator:
    """Reads 50 and writes 20 tokens a second; bare, twice that. Keeps what was called."""

    name = "fake"

    def __init__(self, written: int = 10) -> None:
        self.calls: list[str] = []
        self._written = written
        self.last_usage = TimedUsage(0, 0.0, 0, 0.0)

    def stream(
        self, prompt: Prompt, *, max_tokens: int, stop: Sequence[str], cancelled: Callable[[], bool]
    ) -> Iterator[str]:
        self.calls.append("stream")
        yield "text"
        self.last_usage = TimedUsage(100, 2.0, self._written, self._written / 20)

    def forget(self) -> None:
        self.calls.append("forget")

    def run_bare(self, prompt: Prompt, written: int) -> TimedUsage:
        self.calls.append(f"bare {written}")
        return TimedUsage(100, 1.0, written, written / 40)


def test_retrieval_time_is_the_median_after_one_search_to_warm_up() -> None:
    moments = iter([0.0, 0.010, 0.0, 0.020, 0.0, 0.090])
    searched: list[str] = []
    found = time_retrieval(searched.append, ["a", "b", "c"], clock=lambda: next(moments))
    assert searched == ["a", "a", "b", "c"]
    assert found.median_ms == pytest.approx(20)
    assert found.percentile_95_ms == pytest.approx(83)


def test_each_rollback_is_timed_by_itself() -> None:
    moments = iter([1.0, 1.5, 2.0, 4.0])
    calls: list[str] = []
    assert time_rollbacks(lambda: calls.append("back"), 2, lambda: next(moments)) == (0.5, 2.0)
    assert calls == ["back", "back"]


def test_generation_is_measured_in_turns_with_the_bare_engine_on_the_same_tokens() -> None:
    generator = TimedGenerator()
    speed = time_generation(generator, [Prompt("s", "u"), Prompt("s", "v")], max_tokens=20)
    assert generator.calls == ["forget", "stream"] + ["forget", "stream", "bare 10"] * 2
    assert (speed.read_tokens_per_s, speed.write_tokens_per_s) == (50, 20)
    assert (speed.read_ratio, speed.write_ratio) == (0.5, 0.5)


def test_a_model_that_writes_nothing_has_no_speed() -> None:
    with pytest.raises(GenerationError, match="fake"):
        time_generation(TimedGenerator(written=0), [Prompt("s", "u")], max_tokens=20)


def test_answer_times_are_medians_a_language() -> None:
    seconds = count(1)
    questions = [(Language.KOREAN, "하나"), (Language.KOREAN, "둘"), (Language.KOREAN, "셋"), (Language.ENGLISH, "one")]

    def ask(_question: str) -> tuple[float, float]:
        first = float(next(seconds))
        return first, first * 2

    korean, english = time_answers(ask, questions)
    assert (korean.first_text_s, korean.total_s, korean.questions) == (2.0, 4.0, 3)
    assert (english.language, english.first_text_s) == (Language.ENGLISH, 4.0)


def test_resident_memory_is_that_of_this_process() -> None:
    assert resident_bytes() > 1 << 20


@EACH_LANGUAGE
def test_the_table_names_every_figure(language: Language) -> None:
    benchmark = Benchmark(
        time_retrieval(lambda _: None, ["a", "b"]),
        (0.25, 0.5, 1.75),
        time_generation(TimedGenerator(), [Prompt("s", "u")], max_tokens=5),
        time_answers(lambda _: (1.5, 3.0), [(Language.KOREAN, "?"), (Language.ENGLISH, "?")]),
        1536 << 20,
    )
    text = benchmark_grid(benchmark, language).markdown()
    assert "1,536 MiB" in text
    assert "40.0/s · 0.50×" in text
    assert text.count("1.5 s") == 2
    assert "| 0.50 s | max 1.75 s |" in text
