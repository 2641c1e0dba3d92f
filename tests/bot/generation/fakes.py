"""A stand-in for llama.cpp: what it reads takes room, and it never stops writing."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.generation.llama_engine import Logits
from config.errors import GenerationError


class FakeEngine:
    """One KV cache of `context_tokens` cells that all sequences share; a word is a token."""

    def __init__(self, path: Path, *, context_tokens: int, threads: int, batch_tokens: int, sequences: int) -> None:
        del path, threads, batch_tokens, sequences
        self._room = context_tokens
        self._words: dict[str, int] = {}
        self._cells: list[tuple[int, set[int]]] = []

    def close(self) -> None: ...

    def tokenise(self, text: str, *, special: bool) -> list[int]:
        del special
        return [self._words.setdefault(word, len(self._words)) for word in text.split()]

    def piece(self, token: int) -> bytes:
        del token
        return b"on "

    def ends(self, token: int) -> bool:
        del token
        return False

    def apply_chat_template(self, system: str, user: str) -> str:
        return f"{system} {user} reply:"

    def append(self, tokens: Sequence[int], *, sequence: int, position: int) -> Logits:
        if len(self._cells) + len(tokens) > self._room:
            raise GenerationError("generation.failed", status=1)
        self._cells += [(position + index, {sequence}) for index in range(len(tokens))]
        return np.zeros(8, dtype=np.float32)

    def copy(self, source: int, target: int) -> None:
        for _, sequences in self._cells:
            if source in sequences:
                sequences.add(target)

    def cut(self, sequence: int, position: int = 0) -> None:
        for at, sequences in self._cells:
            if at >= position:
                sequences.discard(sequence)
        self._cells = [(at, sequences) for at, sequences in self._cells if sequences]
