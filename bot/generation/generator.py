"""The interface of text generators, and the prompt they read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the model reads.

    `system` stays the same from question to question, so that its tokens stay in the KV cache; `user` is this
    question's.
    """

    system: str
    user: str


class Generator(Protocol):
    """A language model. Calls block and are made one at a time, by one owner (`bot.answering.service`)."""

    @property
    def name(self) -> str:
        """The model's name as shown to people."""
        ...

    def stream(
        self, prompt: Prompt, *, max_tokens: int, stop: Sequence[str], cancelled: Callable[[], bool], begin: str = ""
    ) -> Iterator[str]:
        """Pieces of the reply as they are written, greedily; ends early once `cancelled()` is true.

        `begin` is text the reply is made to begin with; it is not repeated in the pieces. Raises GenerationError.
        """
        ...

    def probabilities(
        self, prompt: Prompt, texts: Sequence[str], *, cancelled: Callable[[], bool], begin: str = ""
    ) -> tuple[float, ...] | None:
        """Probability (0 to 1) of each of `texts` as what the reply goes on with (of its first token, to be exact).

        None where it was cancelled while the model read. Costs nothing where `stream` reads the same prompt next.
        Raises GenerationError.
        """
        ...
