"""The unit of retrieval: a passage, and a hit that found one."""

from dataclasses import dataclass

from config.language import Language


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of one group under their headings, with the id of the same passage in the other language.

    `passage_id` is the language and the group's position, `en:4.1.1.1`, and `/2` for the second part of a group
    that was too long. Line n says what line n of the twin says, where both have as many lines. `lead` is the line
    right under the parent heading that announces what lies below it, empty where there is none. `ordinals` are the
    numbers that its lines bear in a numbered list, None for any other line; empty where none bears one.
    """

    passage_id: str
    language: Language
    title: str
    heading_path: tuple[str, ...]
    lines: tuple[str, ...]
    twin_id: str | None
    lead: str = ""
    ordinals: tuple[int | None, ...] = ()

    @property
    def text(self) -> str:
        """The lines, one below the other, without the headings."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, its twin, and its scores.

    `score` orders hits of one search. `dense` is the cosine of the pair (passage and twin scored together),
    `lexical` the lexical score relative to the best of the search (0 to 1), None where that leg found nothing.
    `line_cosines` are those of the lines of `passage` (scored together with the twin's, where it has as many), empty
    where nothing was searched for.
    """

    passage: Passage
    twin: Passage | None
    score: float
    dense: float | None
    lexical: float | None
    line_cosines: tuple[float, ...] = ()

    @property
    def sides(self) -> tuple[Passage, ...]:
        """The passage that was found, and its twin where it has one."""
        return (self.passage,) if self.twin is None else (self.passage, self.twin)

    def side(self, language: Language) -> Passage:
        """The passage in `language` if either side is in it, else the passage that was found."""
        if self.passage.language is not language and self.twin is not None and self.twin.language is language:
            return self.twin
        return self.passage
