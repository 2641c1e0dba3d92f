"""Who made a thing, where a line says so in passing ("Google's Gemma 3"): search looks for lines about the thing."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.names.names import key_of, names_of
from bot.answering.understanding.understood import Understood
from config.language import Language
from corpus.glossary import Glossary
from index.passage import Passage

# In these <name> is what was made and <maker> another name.
_COMPANY = r"(?:company|firm|lab|maker|vendor|team|organi[sz]ation)"
_MADE = r"(?:made|built|developed|created|released|launched|published|unveiled|announced)"
_MAKES = r"(?:makes?|builds?|develops?|creates?|brought out|owns|(?:is|are|was|stands) behind|came up with)"
_MADE_KO = r"(?:만들|만든|개발|출시|발표|공개|내놓|선보|제작)"
_WHO_KO = r"(?:누가|누구(?:가|에서)|어디(?:가|서|에서)|(?:어느|어떤|무슨) (?:회사|기업|업체|곳|데)(?:가|이|에서|서)?)"
# Subject, object and topic. What was made with it (젬마로 만든 앱), or for it, has another maker.
_OF_KO = r"(?:은|는|이|가|을|를)?"
_END_KO = r"(?:은|는|이|가)?\s*(?:이름\S{0,2}\s*)?(?:(?:어디|누구|뭐|뭔|무엇)\S{0,5})?(?:이?야|예요|이에요|요)?\W*$"
_ASKED = (
    rf"\b(?:who|(?:which|what) {_COMPANY})\s+(?:has\s+)?(?:{_MADE}|{_MAKES})\s+(?:the\s+)?<name>\W*$",
    rf"\b(?:who|(?:which|what) {_COMPANY})\s+(?:is|was)\s+<name>\s+(?:{_MADE}\s+)?(?:by|from)\W*$",
    rf"<name>\s+(?:is|was)\s+{_MADE}\s+by\s+(?:whom|who|(?:which|what) {_COMPANY})\W*$",
    r"\b(?:maker|developer|creator) of (?:the )?<name>\W*$",
    r"\bwhose (?:model|product|tool|work)? ?is <name>\W*$",
    rf"<name>{_OF_KO}\s*{_MADE_KO}\S{{0,2}}\s*(?:데|곳|회사|기업|업체|사람){_END_KO}",
    rf"<name>(?:의|은|는)?\s*(?:개발사|제작사){_END_KO}",
    rf"<name>{_OF_KO}\s*{_WHO_KO}\s*{_MADE_KO}\S{{0,8}}$",
    rf"{_WHO_KO}\s*<name>{_OF_KO}\s*{_MADE_KO}\S{{0,8}}$",
    rf"<name>{_OF_KO}\s*(?:어느|어떤|무슨) (?:회사|기업|업체)\s?(?:거|것|꺼|제품|모델|도구)\S{{0,6}}$",
)
_SAID = (
    r"<maker>['’]s\s+<name>",
    r"<name>,?\s+(?:from|by)\s+<maker>",
    rf"<maker>\s+(?:has\s+)?(?:{_MADE}|brought out|introduced)\s+(?:its\s+|the\s+)?(?:new\s+)?<name>",
    r"<maker>의\s+<name>",
    rf"<maker>(?:이|가|은|는|에서)\s+{_MADE_KO}\S{{0,2}}\s+<name>",
    rf"<maker>(?:이|가|은|는|에서)\s+<name>(?:을|를)\s.*{_MADE_KO}",
)
_MAKER = r"(?P<maker>[A-Z][A-Za-z0-9-]*(?:\s[A-Z][A-Za-z0-9-]*){0,2})"


class Makers:
    """The lines of an article that say in passing who made what. Made once an index; safe to share."""

    def __init__(self, passages: Sequence[Passage], glossary: Glossary) -> None:
        self._passages = {passage.passage_id: passage for passage in passages}
        self._lines = [(passage, line, glossary.canonicalise(line)) for passage in passages for line in passage.lines]
        headings = (text for passage in passages for text in (passage.title, *passage.heading_path))
        texts = (*headings, *(canonical for _, _, canonical in self._lines))
        self._names = frozenset(key_of(name) for text in texts for name in names_of(text, glossary))

    def line(self, question: Understood) -> tuple[Passage, str] | None:
        """The first line that says who made what `question` wants the maker of, after its passage.

        In the question's language where that has the line; None where none says it, or it wants something else.
        """
        if len(question.names) != 1 or not _asked(question):
            return None
        for name in _shortened(question.names[0]):
            for language in (question.language, question.language.other):
                if found := self._said(name, language):
                    return self._in_language(question.language, *found)
        return None

    def _in_language(self, language: Language, passage: Passage, line: str) -> tuple[Passage, str]:
        """The same line of the twin, where `passage` is not in `language` and both have as many lines."""
        twin = self._passages.get(passage.twin_id or "")
        if passage.language is language or twin is None or len(twin.lines) != len(passage.lines):
            return passage, line
        return twin, twin.lines[passage.lines.index(line)]

    def _said(self, name: str, language: Language) -> tuple[Passage, str] | None:
        made = rf"{re.escape(name)}(?![A-Za-z]|[\w.]*\d)"
        patterns = [re.compile(said.replace("<maker>", _MAKER).replace("<name>", made)) for said in _SAID]
        for passage, line, canonical in self._lines:
            if passage.language is language and any(self._is_said(pattern, canonical, name) for pattern in patterns):
                return passage, line
        return None

    def _is_said(self, pattern: re.Pattern[str], line: str, name: str) -> bool:
        """Whether `line` says so of a maker that the article knows by name, and who is no version of `name`."""
        made = key_of(name)
        makers = (key_of(match["maker"]) for match in pattern.finditer(line))
        return any(
            maker in self._names and not maker.startswith(made) and not made.startswith(maker) for maker in makers
        )


def _asked(question: Understood) -> bool:
    name = rf"{re.escape(question.names[0])}(?:\s\d+[A-Za-z]?)?"
    return any(re.search(pattern.replace("<name>", name), question.text, re.IGNORECASE) for pattern in _ASKED)


def _shortened(name: str) -> Iterator[str]:
    """`name`, and what it is a version of: "Gemma 3 27B", "Gemma 3"."""
    words = name.split()
    for count in range(len(words), min(len(words), 2) - 1, -1):
        yield " ".join(words[:count])
