"""How fast and how large Haetae is: retrieval, memory, tokens per second beside llama.cpp's own.

Single figures hang on the machine and its mood, so what is compared is measured in one run, in turns.
Everything is handed in and blocks; nothing here knows an event loop or a heavy library.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.evaluation.tables import Grid, language_name
from bot.generation.generator import Prompt
from config.errors import GenerationError
from config.language import Language
from config.messages import message

Clock = Callable[[], float]

_PERCENTILE = 95
_MEBIBYTE = 1 << 20


class Usage(Protocol):
    """Tokens of one generation and the seconds they took."""

    @property
    def read(self) -> int:
        """Tokens of the prompt that were not in the cache."""
        ...

    @property
    def read_s(self) -> float:
        """Seconds until the first token could be chosen."""
        ...

    @property
    def written(self) -> int:
        """Tokens of the reply."""
        ...

    @property
    def write_s(self) -> float:
        """Seconds from there to the end."""
        ...


class MeasuredGenerator(Protocol):
    """What of a generator is held against the bare engine (`bot.generation.llama.LlamaGenerator`)."""

    @property
    def name(self) -> str:
        """The model's name as shown to people."""
        ...

    def stream(
        self, prompt: Prompt, *, max_tokens: int, stop: Sequence[str], cancelled: Callable[[], bool]
    ) -> Iterator[str]:
        """Pieces of the reply. See `Generator.stream`."""
        ...

    @property
    def last_usage(self) -> Usage:
        """Of the last `stream` that was read to its end."""
        ...

    def forget(self) -> None:
        """Empty the KV cache, so that the next prompt is read whole."""
        ...

    def run_bare(self, prompt: Prompt, written: int) -> Usage:
        """Read `prompt` and write `written` tokens greedily by llama.cpp's own calls and nothing around them.

        From an empty cache, in batches as large as it likes, no text made, the end of text ignored.
        """
        ...


@dataclass(frozen=True, slots=True)
class Speed:
    """Tokens per second of Haetae's generator and of bare llama.cpp on the same tokens (medians over the prompts)."""

    read_tokens_per_s: float
    bare_read_tokens_per_s: float
    write_tokens_per_s: float
    bare_write_tokens_per_s: float

    @property
    def read_ratio(self) -> float:
        """Share of llama.cpp's own reading speed."""
        return self.read_tokens_per_s / self.bare_read_tokens_per_s

    @property
    def write_ratio(self) -> float:
        """Share of llama.cpp's own writing speed."""
        return self.write_tokens_per_s / self.bare_write_tokens_per_s


@dataclass(frozen=True, slots=True)
class RetrievalTime:
    """Milliseconds of one retrieval, encoder included, over `queries` distinct queries."""

    median_ms: float
    percentile_95_ms: float
    queries: int


@dataclass(frozen=True, slots=True)
class AnswerTime:
    """Median seconds until the first text and until the end, over `questions`."""

    language: Language
    first_text_s: float
    total_s: float
    questions: int


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What `haetae bench` prints. `memory_bytes` is the resident memory with everything loaded, after the work.

    `rollback_s` are the seconds that each of several rollbacks took.
    """

    retrieval: RetrievalTime
    rollback_s: tuple[float, ...]
    speed: Speed
    answers: tuple[AnswerTime, ...]
    memory_bytes: int


def time_retrieval(
    search: Callable[[str], object], queries: Sequence[str], clock: Clock = time.perf_counter
) -> RetrievalTime:
    """Search each of `queries` (at least two) once, after one unmeasured search that warms up."""
    search(queries[0])
    took_ms = []
    for query in queries:
        start = clock()
        search(query)
        took_ms.append((clock() - start) * 1000)
    slow = statistics.quantiles(took_ms, n=100, method="inclusive")[_PERCENTILE - 1]
    return RetrievalTime(statistics.median(took_ms), slow, len(took_ms))


def time_rollbacks(go_back: Callable[[], object], times: int, clock: Clock = time.perf_counter) -> tuple[float, ...]:
    """Seconds that each of `times` rollbacks takes, none of them a warm-up."""
    took_s = []
    for _ in range(times):
        start = clock()
        go_back()
        took_s.append(clock() - start)
    return tuple(took_s)


def time_generation(generator: MeasuredGenerator, prompts: Sequence[Prompt], max_tokens: int) -> Speed:
    """Write a reply to each of `prompts` from an empty cache, in turns with bare llama.cpp on the same tokens.

    The first prompt is written once unmeasured. Raises GenerationError where the model fails or writes nothing.
    """
    _write(generator, prompts[0], max_tokens)
    ours, bare = [], []
    for prompt in prompts:
        usage = _write(generator, prompt, max_tokens)
        ours.append(usage)
        bare.append(generator.run_bare(prompt, usage.written))
    return Speed(_read_rate(ours), _read_rate(bare), _write_rate(ours), _write_rate(bare))


def time_answers(
    ask: Callable[[str], tuple[float, float]], questions: Sequence[tuple[Language, str]]
) -> tuple[AnswerTime, ...]:
    """Ask each of `questions`; `ask` blocks and gives the seconds until the first text and until the end."""
    took: dict[Language, list[tuple[float, float]]] = {}
    for language, question in questions:
        took.setdefault(language, []).append(ask(question))
    return tuple(
        AnswerTime(
            language,
            statistics.median(first for first, _ in seconds),
            statistics.median(total for _, total in seconds),
            len(seconds),
        )
        for language, seconds in took.items()
    )


def resident_bytes() -> int:
    """Resident memory of this process, its memory-mapped model included."""
    import psutil

    return int(psutil.Process().memory_info().rss)


def benchmark_grid(benchmark: Benchmark, language: Language) -> Grid:
    """The figures as a table, its words in `language`."""
    speed, retrieval = benchmark.speed, benchmark.retrieval
    rows = [
        ("retrieval_ms", f"{retrieval.median_ms:.1f} ms", f"p95 {retrieval.percentile_95_ms:.1f} ms"),
        ("rollback", f"{statistics.median(benchmark.rollback_s):.2f} s", f"max {max(benchmark.rollback_s):.2f} s"),
        ("memory", f"{benchmark.memory_bytes / _MEBIBYTE:,.0f} MiB", ""),
        *(
            (name, f"{ours:.1f}/s", f"{bare:.1f}/s · {ratio:.2f}×")
            for name, ours, bare, ratio in (
                ("reading", speed.read_tokens_per_s, speed.bare_read_tokens_per_s, speed.read_ratio),
                ("writing", speed.write_tokens_per_s, speed.bare_write_tokens_per_s, speed.write_ratio),
            )
        ),
    ]
    answers = [
        (
            message("evaluation.bench_answer", language, asked=language_name(answer.language, language)),
            f"{answer.first_text_s:.1f} s",
            f"{answer.total_s:.1f} s",
        )
        for answer in benchmark.answers
    ]
    return Grid(
        message("evaluation.bench_title", language),
        tuple(message(f"evaluation.column_{name}", language) for name in ("what", "haetae", "beside")),
        (*((message(f"evaluation.bench_{name}", language), *figures) for name, *figures in rows), *answers),
    )


def _write(generator: MeasuredGenerator, prompt: Prompt, max_tokens: int) -> Usage:
    generator.forget()
    for _ in generator.stream(prompt, max_tokens=max_tokens, stop=(), cancelled=lambda: False):
        pass
    if not generator.last_usage.written:
        raise GenerationError("evaluation.nothing_written", model=generator.name)
    return generator.last_usage


def _read_rate(usages: Sequence[Usage]) -> float:
    return statistics.median(usage.read / usage.read_s for usage in usages)


def _write_rate(usages: Sequence[Usage]) -> float:
    return statistics.median(usage.written / usage.write_s for usage in usages)
