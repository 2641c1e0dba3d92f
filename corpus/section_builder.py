"""Headings and lines, taken in reading order, become sections with their places in the outline."""

from corpus.document import DEEPEST_LEVEL, TOP_LEVEL, Line, Section


class SectionBuilder:
    """Collects headings and lines in reading order. Whoever reads a file checks levels first (`allows`)."""

    def __init__(self) -> None:
        self._sections: list[Section] = []
        self._lines: list[list[Line]] = []

    @property
    def has_sections(self) -> bool:
        """Whether a heading was added, so that a line has somewhere to stand."""
        return bool(self._sections)

    def allows(self, level: int) -> bool:
        """Whether a heading of `level` may come next: 2 to 4, at most one below the heading before it."""
        deepest = min(self._sections[-1].level + 1, DEEPEST_LEVEL) if self._sections else TOP_LEVEL
        return TOP_LEVEL <= level <= deepest

    def heading(self, level: int, text: str, number: int) -> None:
        """Open a section. Raises ValueError where `allows` says no."""
        if not self.allows(level):
            raise ValueError(f"a heading of level {level} cannot come here")
        depth = level - TOP_LEVEL
        path: tuple[str, ...] = ()
        outline: tuple[int, ...] = (1,)
        if self._sections:
            last = self._sections[-1]
            path = last.heading_path[:depth]
            siblings = last.outline[depth] if len(last.outline) > depth else 0
            outline = (*last.outline[:depth], siblings + 1)
        self._sections.append(Section(level, text, (*path, text), outline, (), number))
        self._lines.append([])

    def line(self, line: Line) -> None:
        """Add a line to the section opened last. Raises IndexError before the first heading."""
        self._lines[-1].append(line)

    def sections(self) -> tuple[Section, ...]:
        """All sections, in order."""
        return tuple(
            Section(section.level, section.heading, section.heading_path, section.outline, tuple(lines), section.number)
            for section, lines in zip(self._sections, self._lines, strict=True)
        )
