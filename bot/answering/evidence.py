"""Whether the passages found can carry an answer, before a word is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.abbreviations import Abbreviations
from bot.answering.answer import Reason
from bot.answering.expectations import expected, gives
from bot.answering.framing import without_introduction
from bot.answering.names import SubjectIndex, may_be_repeated
from bot.answering.premises import PremiseJudge
from bot.answering.understanding import Understood
from corpus.figures import Figure, figures
from corpus.glossary import Glossary
from index.passage import Hit, Passage

# How long an answer is wished for: in 5 points, 20자로.
_FORM = re.compile(
    r"\d+\s(?:\w+\s)?(?:points?|sentences?|words?|lines?|bullets?|paragraphs?|items?|reasons?|ways?|examples?|things?|facts?)\b"
    r"|\d+\s?(?:가지|문장|단어|줄|글자|항목|마디|단락|자(?:로|\s|이내))",
    re.IGNORECASE,
)
# What askers say of themselves, the article need not know.
_ASKER = re.compile(
    r"\b(?:I|we)(?:['’](?:m|ve|re|d)|\s(?:am|are|have|own|got|was|were))\b[^,.;?!]*|\b(?:my|our)\b[^,.;?!]*"
    r"|(?<![가-힣])(?:저|저는|제가|나|나는|난|내가|우리|우린|저희|저희는)\s[^,.?!]*?"
    r"(?:\d+\s?(?:살|세|년생)|(?:는데|은데|인데|거든요?|(?:니다|어요|아요|예요|에요)[.!,])(?=\s))",
    re.IGNORECASE,
)
# A question without markup. Of any other message a refusal repeats nothing: it may be there for the reply to say it.
_PLAIN = re.compile(r"[^<>{}\[\]|`]*")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The hits an answer may use, best first, or the reason why there is none.

    `unknown` is what the article lacks, as far as a refusal may repeat it: names, or figures (of `subject`, where
    the article gives them for others). `contrary` are lines of the first hit that say otherwise.
    """

    hits: tuple[Hit, ...]
    reason: Reason | None
    unknown: tuple[str, ...] = ()
    subject: str = ""
    contrary: tuple[str, ...] = ()


class EvidenceJudge:
    """Holds a question against what the article as a whole and the passages found speak of."""

    def __init__(
        self,
        passages: Sequence[Passage],
        subjects: SubjectIndex,
        glossary: Glossary,
        premises: PremiseJudge,
        abbreviations: Abbreviations,
    ) -> None:
        self._abbreviations = abbreviations
        self._subjects = subjects
        self._glossary = glossary
        self._premises = premises
        self._figures = tuple(
            (passage, figures(" . ".join((*passage.heading_path, *passage.lines)))) for passage in passages
        )

    def judge(self, question: Understood, hits: Sequence[Hit]) -> Evidence:
        """The evidence for `question` among `hits`.

        None where the question names something that stands nowhere in the article, presumes a figure the article
        does not give (for that name), or the contrary of what the first hit says, or where it asks for a figure or a
        time and no passage about its names gives one, or what an abbreviation stands for that none spells out.
        """
        return (
            self._unknown(question)
            or self._presumed(question)
            or self._denied(question, hits)
            or self._not_spelled_out(question)
            or self._without_the_kind(question, hits)
            or Evidence(tuple(hits), None)
        )

    def _unknown(self, question: Understood) -> Evidence | None:
        if unknown := tuple(name for name in question.names if name not in self._subjects):
            return Evidence((), Reason.UNKNOWN_NAME, self._repeated(unknown, question.typed))
        unfamiliar = self._subjects.unfamiliar(said_of_the_article(question.text))
        if not all(map(self._subjects.has_anywhere, unfamiliar)):
            return Evidence((), Reason.UNKNOWN_NAME)
        return None

    def _presumed(self, question: Understood) -> Evidence | None:
        asked = presumed_figures(question.text)
        if presumed := tuple(figure.text for figure in asked if not self._stating(figure)):
            return Evidence((), Reason.FALSE_PREMISE, presumed if _PLAIN.fullmatch(question.typed) else ())
        for figure in asked:
            name = _nearest_name(figure, question)
            if name and not any(self._subjects.passage_speaks_of(passage, name) for passage in self._stating(figure)):
                return Evidence((), Reason.FALSE_PREMISE, (figure.text,), self._glossary.as_typed(name, question.typed))
        return None

    def _denied(self, question: Understood, hits: Sequence[Hit]) -> Evidence | None:
        if hits and (contrary := self._premises.contrary(question.text, hits[0].side(question.language).lines)):
            return Evidence((), Reason.FALSE_PREMISE, contrary=contrary)
        return None

    def _not_spelled_out(self, question: Understood) -> Evidence | None:
        if self._abbreviations.asked_in(question) is None or self._abbreviations.line(question) is not None:
            return None
        return Evidence((), Reason.NOT_STATED)

    def _without_the_kind(self, question: Understood, hits: Sequence[Hit]) -> Evidence | None:
        about = tuple(hit for hit in hits if all(self._subjects.speaks_of(hit, name) for name in question.names))
        kind = expected(question.text)
        given = any(
            gives(line, kind, question.text)
            for hit in about or hits
            for line in (*hit.passage.heading_path[-1:], *hit.passage.lines)
        )
        return None if given else Evidence((), Reason.NOT_STATED)

    def _repeated(self, names: Sequence[str], typed: str) -> tuple[str, ...]:
        """Of `names`, those a refusal may repeat, in the asker's spelling."""
        if not _PLAIN.fullmatch(typed):
            return ()
        return tuple(self._glossary.as_typed(name, typed) for name in names if may_be_repeated(name, self._glossary))

    def _stating(self, figure: Figure) -> list[Passage]:
        return [passage for passage, known in self._figures if any(map(figure.matches, known))]


def presumed_figures(question: str) -> tuple[Figure, ...]:
    """The figures a question takes for granted: no wish for length, nothing of the asker, no bare one ("1 GPU")."""
    presumed = figures(said_of_the_article(question))
    return tuple(figure for figure in presumed if figure.value != 1 or figure.unit)


def said_of_the_article(question: str) -> str:
    """`question` without what the asker says of themselves, and of how to answer."""
    return _ASKER.sub(" ", _FORM.sub(" ", without_introduction(question)))


def _nearest_name(figure: Figure, question: Understood) -> str:
    """The name that stands closest to `figure` in the question, empty where it names nothing."""
    place = question.text.find(figure.text)
    found = [(abs(question.text.find(name) - place), name) for name in question.names if name in question.text]
    return min(found, default=(0, ""))[1]
