"""Who made a thing, where a line says so in passing ("Google's Gemma 3"): search looks for lines about the thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from bot.answering.evidence.question_figures import offers
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
_MAKE = (
    r"(?:ma(?:ke|de)|buil[dt]|develop(?:ed)?|created?|releas(?:ed?|ing)|launch(?:ed)?|publish(?:ed)?|unveil(?:ed)?"
    r"|announced?|introduced?|br(?:ing|ought) out|open-?sourced?)"
)
# What is announced may be something about it: "Bergmann announced Corvin tickets".
_AND_NO_MORE = (
    r"(?=\W*$|[,.;:?!]|\s(?:a(?:fter|nd|s|t)|because|before|for|from|i[fn]|on|or|so|that|to|under|when|with)\b)"
)
_CREDITED = (
    rf"<maker>\s+(?:(?:decided?|chose|choose|want(?:ed)?)\s+to\s+|ever\s+)?{_MAKE}\s+(?:its\s+|the\s+)?<name>{_AND_NO_MORE}",
    rf"<name>\s+(?:(?:is|was|were|being)\s+)?{_MADE}\s+by\s+<maker>(?![A-Za-z])",
    r"<maker>['’]s\s+<name>(?=\s(?:a|be|can|could|did|do|does|ha[ds]|have|is|so|was|were|will)\b)",
    rf"<maker>(?:이|가|은|는|에서|측이)\s+(?:왜\s+)?<name>(?:을|를)\s+(?:왜\s+)?{_MADE_KO}",
    rf"<maker>(?:이|가|은|는|에서)\s+{_MADE_KO}\S{{0,2}}\s+<name>",
    r"<maker>의\s+<name>(?:은|는|이|가)\s",
)
# Every two of them are looked for: a message may be nothing but names.
_MOST_NAMES = 5
_MAKER = r"(?P<maker>[A-Z][A-Za-z0-9-]*(?:\s[A-Z][A-Za-z0-9-]*){0,2})"


@dataclass(frozen=True, slots=True)
class _Said:
    """Who made a thing (the key of its name), and the line that says so, after its passage."""

    maker: str
    place: tuple[Passage, str]


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
        return next((said.place for said in self._said(question.names[0], question.language)), None)

    def contrary(self, question: Understood) -> tuple[Passage, str] | None:
        """A line that says who made a thing, after its passage, where `question` takes another for its maker.

        None where a line says that it is the one whom the question takes for it.
        """
        for maker, name in permutations(question.names[:_MOST_NAMES], 2):
            if _credits(question.text, maker, name):
                said = list(self._said(name, question.language))
                if said and all(key_of(maker) not in (one.maker, *one.maker.split()) for one in said):
                    return said[0].place
        return None

    def _in_language(self, language: Language, passage: Passage, line: str) -> tuple[Passage, str]:
        """The same line of the twin, where `passage` is not in `language` and both have as many lines."""
        twin = self._passages.get(passage.twin_id or "")
        if passage.language is language or twin is None or len(twin.lines) != len(passage.lines):
            return passage, line
        return twin, twin.lines[passage.lines.index(line)]

    def _said(self, name: str, language: Language) -> Iterator[_Said]:
        """Who made `name`, as lines say it; those in `language` first, and of the very version first."""
        for short in _shortened(name):
            made = rf"{re.escape(short)}(?![A-Za-z]|[\w.]*\d)"
            patterns = [re.compile(said.replace("<maker>", _MAKER).replace("<name>", made)) for said in _SAID]
            for side in (language, language.other):
                for passage, line, canonical in self._lines:
                    if passage.language is side:
                        for maker in self._makers_in(patterns, canonical, short):
                            yield _Said(maker, self._in_language(language, passage, line))

    def _makers_in(self, patterns: Sequence[re.Pattern[str]], line: str, name: str) -> Iterator[str]:
        """The makers that `line` gives: names that the article knows, and that are no version of `name`."""
        made = key_of(name)
        for pattern in patterns:
            for match in pattern.finditer(line):
                maker = key_of(match["maker"])
                if maker in self._names and not maker.startswith(made) and not made.startswith(maker):
                    yield maker


def _credits(text: str, maker: str, name: str) -> bool:
    """Whether `text` takes `maker` for the maker of `name`, and offers no other."""
    named = rf"{re.escape(name)}(?![A-Za-z]|[\w.]*\d)"
    patterns = (said.replace("<maker>", re.escape(maker)).replace("<name>", named) for said in _CREDITED)
    return not offers(text) and any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def _asked(question: Understood) -> bool:
    name = rf"{re.escape(question.names[0])}(?:\s\d+[A-Za-z]?)?"
    return any(re.search(pattern.replace("<name>", name), question.text, re.IGNORECASE) for pattern in _ASKED)


def _shortened(name: str) -> Iterator[str]:
    """`name`, and what it is a version of: "Gemma 3 27B", "Gemma 3"."""
    words = name.split()
    for count in range(len(words), min(len(words), 2) - 1, -1):
        yield " ".join(words[:count])
