"""The last stage and the strictest: of a draft, only what the passages carry is kept, each sentence with its source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.answering.content_words import content_units
from bot.answering.sentences import is_sentence, sentences
from bot.answering.understanding.expectations import Expected
from bot.answering.understanding.understood import Understood
from bot.answering.verifying.comparisons import compares
from bot.answering.verifying.joined import joins_sentences
from bot.answering.verifying.polarity import opposed, turned
from bot.answering.verifying.rivals import said_of_rival
from bot.answering.verifying.roles import changes_places
from bot.answering.verifying.support import Support
from bot.answering.verifying.support_finder import SupportFinder
from bot.answering.yes_and_no import YesNo, split_yes_or_no
from config.language import Language
from corpus.figures import figures, latin_words
from index.language import detect_language
from index.passage import Hit

MIN_COVERAGE = 0.85
"""Share of a sentence's content words that its passage must hold. Chosen on the development questions."""

MAX_SENTENCES = 3
BARE_WORDS = 3
"""A draft of fewer words is a bare name or figure: the article's own line says it better."""

# A call to somebody, in Discord's ways of writing it.
_MENTION = re.compile(r"<(?:@[!&]?|#)\d+>\s*|@\w+[:,]?\s*")
_HANGUL = re.compile("[가-힣]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s가-힣]+|[\w.+-]+@[\w-]+\.\w+")
# So near a line it is that line, told badly.
_RETOLD_RATIO = 0.85


@dataclass(frozen=True, slots=True)
class Verified:
    """The sentences of a draft that hold, each with its support, and what was cut and why.

    `off_the_point` is what holds and leaves out whom or what kind of thing was asked for: it is not kept. `invented`: a
    sentence was cut because it gave a figure or a name that no passage has.
    """

    kept: tuple[tuple[str, Support], ...]
    findings: tuple[str, ...]
    off_the_point: tuple[Support, ...] = ()
    invented: bool = False


class Verifier:
    """Holds a draft against the evidence."""

    def __init__(self, question: Understood, finder: SupportFinder) -> None:
        self._question = question
        self._finder = finder

    def verify(self, draft: str) -> Verified:
        """What of `draft` holds, mentions that no passage has left out.

        Nothing does where the whole leaves out whom or what kind of thing was asked for.
        """
        kept: list[tuple[str, Support]] = []
        findings: list[str] = []
        invented = False
        for sentence in self._parted(sentences(_MENTION.sub(self._own_mention, draft)))[:MAX_SENTENCES]:
            supports = self._finder.supports(sentence)
            support = next(iter(supports), None)
            line = self._line_told(sentence, support.hit) if support else None
            if fault := self._fault_of_sentence(sentence, support) or self._fault_of_wording(sentence, support, line):
                findings.append(fault)
                invented = invented or self._invents(sentence, supports)
            elif support is not None:
                said = self._with_fitting_start(sentence, line)
                if all(said != earlier for earlier, _ in kept):
                    kept.append((said, support))
        if kept and (fault := self._fault_of_whole(kept)):
            return Verified((), (*findings, fault), tuple(support for _, support in kept), invented=invented)
        return Verified(tuple(kept), tuple(findings), invented=invented)

    def _invents(self, sentence: str, supports: Sequence[Support]) -> bool:
        """Whether `sentence` gives an address, a figure or a name that no passage has.

        A name of the question that stands in the line announcing the passage is none: "Who leads on LMArena?"
        """
        lacking = [
            {name for name in support.missing if not self._is_repeated_from_above(name, support.hit)}
            for support in supports
        ]
        return self._has_foreign_address(sentence) or (bool(lacking) and bool(set.intersection(*lacking)))

    def _is_repeated_from_above(self, name: str, hit: Hit) -> bool:
        return name in self._question.names and self._finder.is_about(hit, name)

    def _has_foreign_address(self, sentence: str) -> bool:
        """Whether `sentence` gives the address of a page or a person that no passage has."""
        lines = {line for hit in self._finder.hits for side in hit.sides for line in side.lines}
        return any(not any(address[0] in line for line in lines) for address in _ADDRESS.finditer(sentence))

    def _parted(self, told: Sequence[str]) -> list[str]:
        """The sentences, taken apart where one tells a line and, behind a colon, another line with names of its own."""
        lines = {line.rstrip(".") for hit in self._finder.hits for side in hit.sides for line in side.lines}
        parted: list[str] = []
        for sentence in told:
            before, colon, listed = sentence.rpartition(": ")
            tells_a_line = bool(colon) and listed.rstrip(".") in lines
            if tells_a_line and any(self._finder.joins_lines(sentence, hit) for hit in self._finder.hits):
                parted += [f"{before}.", listed]
            else:
                parted.append(sentence)
        return parted

    def _own_mention(self, mention: re.Match[str]) -> str:
        sides = (side for hit in self._finder.hits for side in hit.sides)
        return mention[0] if any(mention[0].strip() in line for side in sides for line in side.lines) else ""

    def _line_told(self, sentence: str, hit: Hit) -> str | None:
        """The line of which `sentence`, beside a yes or no, is a slip: a particle lost, a word left out."""
        _, said = split_yes_or_no(sentence)
        lines = (line for line in hit.side(self._question.language).lines if is_sentence(line))
        likeness = {line: _likeness(line, said) for line in lines if self._has_all_names_of(said, line)}
        nearest = max(likeness, key=likeness.__getitem__, default=None)
        return nearest if nearest and likeness[nearest] >= _RETOLD_RATIO else None

    def _with_fitting_start(self, sentence: str, line: str | None) -> str:
        """`line`, else `sentence`; after the yes or no it began with, where that fits the question."""
        answer, said = split_yes_or_no(sentence)
        if answer is None:
            return line or sentence
        told = line or said
        if not told or opposed(self._question.text, told) is (answer is YesNo.NO):
            start = sentence.removesuffix(said)
            return f"{start}{told[:1].lower() if said[:1].islower() else told[:1]}{told[1:]}"
        return f"{told[:1].upper()}{told[1:]}"

    def _has_all_names_of(self, sentence: str, line: str) -> bool:
        named = set(self._finder.names_in(sentence)) <= set(self._finder.names_in(line))
        return named and set(figures(sentence)) <= set(figures(line))

    def could_answer(self, hit: Hit, lines: Sequence[str]) -> bool:
        """Whether `lines` of `hit`, quoted as they stand, speak of what was asked and give that kind of thing."""
        return not self._finder.unmentioned(self._question.names, (hit,)) and self.gives_what_is_asked(hit, lines)

    def gives_what_is_asked(self, hit: Hit, lines: Sequence[str]) -> bool:
        """Whether `lines` under the heading of `hit` give the kind of thing that was asked for.

        Of what the passage mentions in passing its heading says nothing.
        """
        passing = self._finder.in_passing(hit, self._question.names)
        side = hit.side(self._question.language)
        told = self._finder.lines_with(passing, side) if passing else lines
        if self._question.wanted.kind in {Expected.FIGURE, Expected.TIME}:
            told = self._finder.lines_that_may_tell_of(self._question, side, told)
        heading = () if passing else hit.passage.heading_path[-1:]
        return self._question.wanted.is_given_by(" ".join((*heading, *told)))

    def _fault_of_sentence(self, sentence: str, support: Support | None) -> str | None:
        if support is None:
            return "no passage was read"
        if not _may_be_in(sentence, self._question.language) or self._borrows(sentence, support.hit):
            return f"other language: {sentence}"
        if support.missing:
            return f"not in the passage: {', '.join(support.missing)}"
        if self._finder.joins_lines(sentence, support.hit):
            return f"puts names of several lines together: {sentence}"
        if self._finder.says_of_another(sentence, support.hit, self._question.names):
            return f"says of one what is said of another: {sentence}"
        return None

    def _fault_of_wording(self, sentence: str, support: Support | None, line: str | None) -> str | None:
        """What is wrong with the words of `sentence`; nothing where `line` is told in its place."""
        if self._only_repeats(sentence):
            return f"says no more than the question: {sentence}"
        if support is None or line is not None:
            return None
        if support.coverage < MIN_COVERAGE or support.added:
            lacking = ", ".join(support.added) or f"{support.coverage:.2f}"
            return f"not carried by a passage ({lacking}): {sentence}"
        if compares(sentence):
            return f"compares in words of its own: {sentence}"
        if how := self._turned(sentence, support):
            return f"turns the passage around ({how}): {sentence}"
        return self._mixed(sentence, support)

    def _mixed(self, sentence: str, support: Support) -> str | None:
        """What `sentence` puts together that its passages say apart."""
        sides = [hit.side(self._question.language) for hit in (support.hit, *support.helpers)]
        headings = [text for side in sides for text in (*side.heading_path, side.lead)]
        lines = [line for side in sides for line in side.lines]
        if figure := said_of_rival(sentence, headings, lines):
            return f"says of {figure} what is said of another figure: {sentence}"
        if joins_sentences(split_yes_or_no(sentence)[1], headings, lines):
            return f"puts what several lines say together: {sentence}"
        if changes_places(sentence, lines):
            return f"has two change places: {sentence}"
        return None

    def _turned(self, sentence: str, support: Support) -> str | None:
        """How `sentence` turns its lines around, beside the yes or no it begins with."""
        sides = [hit.side(self._question.language) for hit in (support.hit, *support.helpers)]
        lines = [text for side in sides for text in (*side.heading_path, side.lead, *side.lines) if text]
        return turned(split_yes_or_no(sentence)[1], lines)

    def _borrows(self, sentence: str, hit: Hit) -> bool:
        """Whether a Korean sentence has Latin words that the Korean side of its passage has not."""
        if self._question.language is not Language.KOREAN:
            return False
        side = hit.side(Language.KOREAN)
        known = {word.casefold() for text in (*side.heading_path, *side.lines) for word in latin_words(text)}
        return any(word.islower() and word not in known for word in latin_words(sentence))

    def _only_repeats(self, sentence: str) -> bool:
        """Whether `sentence` states what was asked as if it were so, without a yes or a no."""
        answer, said = split_yes_or_no(sentence)
        return answer is None and content_units(said) <= content_units(self._question.text)

    def _fault_of_whole(self, kept: Sequence[tuple[str, Support]]) -> str | None:
        hits = [hit for _, support in kept for hit in (support.hit, *support.helpers)]
        if unmentioned := self._finder.unmentioned(self._question.names, hits):
            return f"the passages do not speak of {', '.join(unmentioned)}"
        if not self._question.wanted.is_given_by(" ".join(sentence for sentence, _ in kept)):
            return f"no {self._question.wanted.kind} in the answer"
        return None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _may_be_in(sentence: str, language: Language) -> bool:
    """Whether `sentence` reads as `language`; a bare name or figure does in either."""
    if len(sentence.split()) < BARE_WORDS:
        return language is Language.KOREAN or _HANGUL.search(sentence) is None
    return detect_language(sentence) is language
