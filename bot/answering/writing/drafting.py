"""The draft as the model writes it: whatever of it is complete and holds can be seen before it is whole."""

from collections.abc import Callable, Iterator

from bot.answering.sentences import sentences
from bot.answering.writing.composing import Composer


def drafted(pieces: Iterator[str], composer: Composer, show: Callable[[str], None]) -> str:
    """The whole draft that comes in `pieces`. Each sentence that is complete and verified is shown at once."""
    draft = complete = shown = ""
    for piece in pieces:
        draft += piece
        before, complete = complete, " ".join(sentences(draft)[:-1])
        if complete == before:
            continue
        text, _ = composer.marked(composer.verify(complete))
        if len(text) > len(shown):
            shown = text
            show(text)
    return draft.strip()
