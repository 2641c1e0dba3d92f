"""The numbers of an answer's citations."""

from bot.answering.answer import Citation
from bot.answering.writing.wording import cite
from config.language import Language
from index.passage import Hit


class CitationList:
    """Numbers the passages cited, in the order of their first mark, and gathers what is quoted of each."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._quotes: dict[str, tuple[Hit, list[str]]] = {}

    def number(self, hit: Hit, line: str) -> int:
        """The mark of `hit`, of which `line` is quoted."""
        key = hit.passage.passage_id
        self._quotes.setdefault(key, (hit, []))[1].append(line)
        return list(self._quotes).index(key) + 1

    def citations(self) -> tuple[Citation, ...]:
        """A citation for each number."""
        return tuple(
            cite(number, hit, self._language, tuple(dict.fromkeys(lines)))
            for number, (hit, lines) in enumerate(self._quotes.values(), start=1)
        )
