"""The generator on llama.cpp: prompts whose fixed part is read once, replies token by token."""

import codecs
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from bot.generation.generator import Prompt
from bot.generation.llama_engine import LlamaEngine, Logits
from bot.generation.prefix_cache import PrefixCache
from config.errors import GenerationError

READ_BATCH_TOKENS = 64
"""Prompt tokens read between two looks at `cancelled`: about 0.7 s on two cores."""

_KEPT_PREFIXES = 4
_WORK = 0
_USER_MARK = "\x1duser\x1d"

Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one reply and the seconds they took. What the cache already held is not counted as read."""

    read: int
    read_s: float
    written: int
    write_s: float


@dataclass(frozen=True, slots=True)
class _Tokens:
    prefix: tuple[int, ...]
    rest: tuple[int, ...]


class LlamaGenerator:
    """One llama.cpp model. Not thread-safe: one owner calls it. See `bot.generation.generator.Generator`.

    Of each prompt the fixed part is kept in a sequence of its own, for the last few of them (one a language), so that
    a question pays for its own tokens only. Sequence 0 is the one that is worked on.
    """

    def __init__(
        self, path: Path, *, name: str, context_tokens: int, threads: int, cache_dir: Path | None = None
    ) -> None:
        """Load the GGUF file at `path`. Raises ModelError where llama.cpp cannot.

        In `cache_dir` the fixed parts, once read, are kept for the next start.
        """
        self._name = name
        self._cache = None if cache_dir is None else PrefixCache(cache_dir, path, context_tokens)
        self._context_tokens = context_tokens
        self._work: list[int] = []
        self._prompt: list[int] = []
        self._after_prompt: Logits | None = None
        self._appended = 0
        self._prefixes: OrderedDict[tuple[int, ...], int] = OrderedDict()
        self._usage = Usage(0, 0.0, 0, 0.0)
        self._engine = LlamaEngine(
            path,
            context_tokens=context_tokens,
            threads=threads,
            batch_tokens=READ_BATCH_TOKENS,
            sequences=1 + _KEPT_PREFIXES,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Free the model's memory; whatever is asked for afterwards raises GenerationError. Safe to call twice."""
        self._engine.close()

    @property
    def name(self) -> str:
        """The model's name as shown to people."""
        return self._name

    @property
    def last_usage(self) -> Usage:
        """Of the last `stream` that was read to its end."""
        return self._usage

    def stream(
        self, prompt: Prompt, *, max_tokens: int, stop: Sequence[str], cancelled: Cancelled, begin: str = ""
    ) -> Iterator[str]:
        """Pieces of the reply, greedily. See `Generator.stream`."""
        began = time.perf_counter()
        appended = self._appended
        tokens = self._tokens(prompt, begin)
        logits = self._read(tokens, cancelled)
        read, read_at = self._appended - appended, time.perf_counter()
        room = self._room(tokens.prefix) - len(self._work)
        text = _StoppedText(stop)
        written = 0
        while logits is not None and written < min(max_tokens, room) and not cancelled():
            token = int(np.argmax(logits))
            if self._engine.ends(token):
                break
            written += 1
            if piece := text.add(self._engine.piece(token)):
                yield piece
            if text.stopped:
                break
            logits = self._append([token])
        if rest := text.rest():
            yield rest
        self._usage = Usage(read, read_at - began, written, time.perf_counter() - read_at)

    def probabilities(
        self, prompt: Prompt, texts: Sequence[str], *, cancelled: Cancelled, begin: str = ""
    ) -> tuple[float, ...] | None:
        """Probabilities of `texts` as the next text. See `Generator.probabilities`."""
        logits = self._read(self._tokens(prompt, begin), cancelled)
        if logits is None:
            return None
        weights = np.exp(logits.astype(np.float64) - logits.max())
        first_tokens = [self._engine.tokenise(text, special=False)[0] for text in texts]
        return tuple(float(weights[token] / weights.sum()) for token in first_tokens)

    def warm(self, systems: Sequence[str]) -> None:
        """Read the fixed parts `systems` ahead of the first question."""
        for system in systems:
            self._keep_prefix(self._tokens(Prompt(system, ""), "").prefix, lambda: False)

    def forget(self) -> None:
        """Empty the KV cache, so that the next prompt is read whole."""
        for sequence in self._prefixes.values():
            self._engine.cut(sequence)
        self._prefixes.clear()
        self._forget_work()

    def run_bare(self, prompt: Prompt, written: int) -> Usage:
        """Read `prompt` and write `written` tokens by llama.cpp's own calls and nothing around them."""
        self.forget()
        tokens = self._tokens(prompt, "")
        everything = (*tokens.prefix, *tokens.rest)
        began = time.perf_counter()
        logits = self._append_all(everything)
        read_at = time.perf_counter()
        for _ in range(written):
            logits = self._append([int(np.argmax(logits))])
        return Usage(len(everything), read_at - began, written, time.perf_counter() - read_at)

    # ---- reading

    def _read(self, tokens: _Tokens, cancelled: Cancelled) -> Logits | None:
        """Logits after the prompt, None where it was cancelled. Its fixed part is not read again.

        Nor is the whole, where it was the last one read. What else two prompts share is: read in other pieces, the
        same prompt has other logits, and a likelihood moves by some .02.
        """
        wanted = [*tokens.prefix, *tokens.rest]
        if len(wanted) >= (room := self._room(tokens.prefix)):
            raise GenerationError("generation.prompt_too_long", tokens=len(wanted), room=room)
        if self._after_prompt is not None and self._prompt == wanted:
            self._cut_work(len(wanted))
            return self._after_prompt
        self._after_prompt = None
        if self._work[: len(tokens.prefix)] != list(tokens.prefix):
            if not self._keep_prefix(tokens.prefix, cancelled):
                return None
            self._forget_work()
            self._engine.copy(self._prefixes[tokens.prefix], _WORK)
            self._work = list(tokens.prefix)
        self._cut_work(len(tokens.prefix))
        logits = None
        for start in range(0, len(tokens.rest), READ_BATCH_TOKENS):
            if cancelled():
                return None
            logits = self._append(tokens.rest[start : start + READ_BATCH_TOKENS])
        self._prompt, self._after_prompt = wanted, logits
        return logits

    def _room(self, prefix: tuple[int, ...]) -> int:
        """Tokens that a prompt with this prefix and its reply may have: the other kept prefixes stay where they are."""
        return self._context_tokens - 1 - sum(len(other) for other in self._prefixes if other != prefix)

    def _keep_prefix(self, prefix: tuple[int, ...], cancelled: Cancelled) -> bool:
        """Have `prefix` in a sequence of its own; False where it was cancelled on the way."""
        if prefix in self._prefixes:
            self._prefixes.move_to_end(prefix)
            return True
        sequence = self._free_sequence()
        kept = self._cache.find(prefix) if self._cache is not None else None
        if kept is None or not self._engine.load(sequence, prefix, kept):
            self._forget_work()
            for start in range(0, len(prefix), READ_BATCH_TOKENS):
                if cancelled():
                    return False
                self._append(prefix[start : start + READ_BATCH_TOKENS])
            self._engine.copy(_WORK, sequence)
            if self._cache is not None:
                self._cache.keep(prefix, lambda path: self._engine.save(sequence, prefix, path))
        self._prefixes[prefix] = sequence
        return True

    def _free_sequence(self) -> int:
        if free := set(range(_WORK + 1, _WORK + 1 + _KEPT_PREFIXES)) - set(self._prefixes.values()):
            return min(free)
        _, sequence = self._prefixes.popitem(last=False)
        self._engine.cut(sequence)
        return sequence

    def _append(self, tokens: Sequence[int]) -> Logits:
        try:
            logits = self._engine.append(tokens, sequence=_WORK, position=len(self._work))
        except GenerationError:
            self._forget_work()
            raise
        self._work.extend(tokens)
        self._appended += len(tokens)
        return logits

    def _append_all(self, tokens: Sequence[int]) -> Logits:
        for start in range(0, len(tokens), READ_BATCH_TOKENS):
            logits = self._append(tokens[start : start + READ_BATCH_TOKENS])
        return logits

    def _cut_work(self, length: int) -> None:
        self._engine.cut(_WORK, length)
        del self._work[length:]

    def _forget_work(self) -> None:
        self._engine.cut(_WORK)
        self._work, self._after_prompt = [], None

    def _tokens(self, prompt: Prompt, begin: str) -> _Tokens:
        before, _, after = self._engine.apply_chat_template(prompt.system, _USER_MARK).partition(_USER_MARK)
        rest = [
            *self._engine.tokenise(prompt.user, special=False),
            *self._engine.tokenise(after, special=True),
            *(self._engine.tokenise(begin, special=False) if begin else ()),
        ]
        return _Tokens(tuple(self._engine.tokenise(before, special=True)), tuple(rest))


class _StoppedText:
    """Bytes become text; what could be the beginning of a stop is held back, what follows a stop is dropped."""

    def __init__(self, stops: Sequence[str]) -> None:
        self._stops = stops
        self._longest = max((len(stop) for stop in stops), default=0)
        self._decoder = codecs.getincrementaldecoder("utf-8")("ignore")
        self._held = ""
        self.stopped = False

    def add(self, data: bytes) -> str:
        """What can be shown now."""
        self._held += self._decoder.decode(data)
        found = [position for stop in self._stops if (position := self._held.find(stop)) >= 0]
        if found:
            self.stopped = True
            self._held = self._held[: min(found)]
            return ""
        sure = max(0, len(self._held) - max(0, self._longest - 1))
        piece, self._held = self._held[:sure], self._held[sure:]
        return piece

    def rest(self) -> str:
        """What was held back when the reply ended."""
        return self._held
