"""The corridor: question -> understood -> hits -> evidence -> draft -> verified answer."""

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from bot.answering.announcements import Announcements
from bot.answering.answer import Answer, Event, PassagesFound, Reason, TextGrew, Timings
from bot.answering.direct.direct_answers import DirectAnswers
from bot.answering.evidence.abbreviations import Abbreviations
from bot.answering.evidence.definitions import is_defined_by
from bot.answering.evidence.evidence_judge import Evidence, EvidenceJudge
from bot.answering.evidence.passages_to_read import passages_to_read
from bot.answering.evidence.premises import PremiseJudge
from bot.answering.evidence.statement_judge import StatementJudge, WordSearch
from bot.answering.names.subjects import SubjectIndex
from bot.answering.prompting.prompts import BEGIN, answer_prompt
from bot.answering.question import Question
from bot.answering.understanding.smalltalk import SmallTalk
from bot.answering.understanding.understood import Understood, understand
from bot.answering.verifying.support_finder import SupportFinder
from bot.answering.verifying.verifier import Verifier
from bot.answering.writing.composing import Composed, Composer
from bot.answering.writing.drafting import drafted
from bot.answering.writing.retelling import retold
from bot.generation.generator import Generator
from bot.lexicon.lexicon import Lexicon
from config.errors import IndexStoreError
from config.language import Language
from config.messages import message
from config.settings import AnsweringSettings
from corpus.glossary import Glossary
from index.passage import Hit, Passage
from index.searching import Query

Emit = Callable[[Event], None]
Cancelled = Callable[[], bool]


class PassageSearch(WordSearch, Protocol):
    """Finds passages, and compares them by the words of a question (`index.searching.Searcher`)."""

    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        """The best `top_k` pairs, best first; where `languages` are given, only passages in them exist."""
        ...


@dataclass(frozen=True, slots=True)
class Library:
    """The open index: its passages, how they are searched, the version's name, and the corpus it was made from."""

    passages: tuple[Passage, ...]
    searcher: PassageSearch
    version: str
    corpus: str

    def title(self, language: Language) -> str:
        """The article's title, in `language` where it has one."""
        titles = {passage.language: passage.title for passage in self.passages}
        if not titles:
            raise IndexStoreError("index.empty_corpus", origin=self.corpus)
        return titles.get(language) or next(iter(titles.values()))


@dataclass(slots=True)
class _Watch:
    """Times one question. The clock is a parameter, so that tests own it."""

    clock: Callable[[], float]
    began: float
    retrieve_s: float = 0.0
    first_token_s: float = 0.0

    def heard(self, pieces: Iterator[str]) -> Iterator[str]:
        """`pieces` as they come; the time of the first that is not blank is kept."""
        for piece in pieces:
            if piece.strip() and not self.first_token_s:
                self.first_token_s = self.clock() - self.began
            yield piece

    def timings(self) -> Timings:
        """Timings up to now."""
        total = self.clock() - self.began
        return Timings(self.retrieve_s, self.first_token_s or total, total)


class Corridor:
    """Answers questions from one library with one generator. Blocks; called by one thread at a time."""

    def __init__(
        self,
        library: Library,
        generator: Generator,
        glossary: Glossary,
        settings: AnsweringSettings,
        lexicon: Lexicon,
        *,
        max_answer_tokens: int,
        top_k: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._library = library
        self._generator = generator
        glossary = glossary.forgiving(
            text for passage in library.passages for text in (*passage.heading_path, *passage.lines)
        )
        self._glossary = glossary
        self._settings = settings
        self._max_answer_tokens = max_answer_tokens
        self._top_k = top_k
        self._clock = clock
        self._announcements = Announcements(library.passages)
        passages = tuple(map(self._announcements.with_headings_below, library.passages))
        self._subjects = SubjectIndex(passages, glossary, lexicon)
        abbreviations = Abbreviations(library.passages)
        self._direct = DirectAnswers(library.passages, self._announcements, abbreviations, glossary)
        self._statements = StatementJudge(generator, library.searcher, settings)
        self._judge = EvidenceJudge(passages, self._subjects, glossary, PremiseJudge.load(), abbreviations)

    def check(self, question: Question) -> None:
        """Raise QuestionError where `question` is empty or too long."""
        self._understand(question)

    def found(self, question: Question) -> tuple[Hit, ...]:
        """All that the answer to `question` can rest on, best first; nothing for small talk.

        Raises QuestionError where the question cannot be used.
        """
        understood = self._understand(question)
        if understood.talk is not None:
            return ()
        direct = self._direct.find(understood)
        return self._search(understood) if direct is None else direct.hits

    def answer(self, question: Question, emit: Emit, cancelled: Cancelled) -> Answer:
        """The answer to `question`; `emit` is told of every step on the way.

        Raises QuestionError where the question cannot be used, GenerationError where the model fails.
        """
        watch = _Watch(self._clock, self._clock())
        understood = self._understand(question)
        if understood.talk is not None:
            return self._stamp(understood, self._converse(understood.talk, understood.language), watch)
        if (direct := self._direct.find(understood)) is not None:
            emit(PassagesFound(understood.language, direct.hits[:1]))
            return self._stamp(understood, direct.said, watch)
        hits = self._search(understood)
        watch.retrieve_s = self._clock() - watch.began
        emit(PassagesFound(understood.language, hits))
        hits = tuple(map(self._announcements.hit_with_headings_below, hits))
        if understood.spoken is understood.language:
            return self._stamp(understood, self._say(understood, hits, emit, cancelled, watch), watch)
        said = self._say(replace(understood, language=understood.spoken), hits, lambda _: None, cancelled, watch)
        return self._stamp(understood, retold(said, understood.language), watch)

    def _understand(self, question: Question) -> Understood:
        return understand(question, self._glossary, self._settings.max_question_characters)

    def _search(self, understood: Understood) -> tuple[Hit, ...]:
        return self._library.searcher.search(
            Query(understood.text, (understood.asked,), understood.language, understood.wanted.part), self._top_k
        )

    def _say(
        self, understood: Understood, hits: tuple[Hit, ...], emit: Emit, cancelled: Cancelled, watch: _Watch
    ) -> Composed:
        evidence = self._judge.judge(understood, hits)
        if evidence.reason is not None:
            return self._refuse_early(understood, hits, evidence)
        if evidence.hits[0] is not hits[0]:
            emit(PassagesFound(understood.language, evidence.hits))
        return self._write(understood, evidence, emit, cancelled, watch)

    def _refuse_early(self, understood: Understood, hits: tuple[Hit, ...], evidence: Evidence) -> Composed:
        return self._refuse(self._composer(understood, replace(evidence, hits=evidence.hits or hits), hits), evidence)

    def _composer(self, understood: Understood, evidence: Evidence, read: tuple[Hit, ...]) -> Composer:
        finder = SupportFinder(read, self._subjects, self._glossary)
        return Composer(understood, evidence, finder, Verifier(understood, finder), self._announcements)

    def _converse(self, talk: SmallTalk, language: Language) -> Composed:
        return Composed(message(f"answering.{talk}", language, title=self._library.title(language)), talk.reason)

    # ---- writing

    def _write(
        self, understood: Understood, evidence: Evidence, emit: Emit, cancelled: Cancelled, watch: _Watch
    ) -> Composed:
        """Judge, draft, verify, compose. Only what has been verified is ever shown."""
        if is_defined_by(understood.text, evidence.hits[0]):
            return self._composer(understood, evidence, evidence.hits[:1]).lines_of_first()
        language = understood.language
        judged = self._statements.judge(understood, evidence.hits[: self._settings.read_passages], cancelled)
        if judged is None:
            return self._stopped(understood)
        if judged.hits[0] is not evidence.hits[0]:
            emit(PassagesFound(language, judged.hits))
        read = passages_to_read(understood, judged.hits, self._subjects)
        composer = self._composer(understood, evidence, read)
        findings: tuple[str, ...] = (f"p(stated) = {judged.probability:.3f}",)
        if not judged.enough:
            return replace(self._refuse(composer, replace(evidence, reason=Reason.NOT_STATED)), findings=findings)
        if judged.probability >= self._settings.min_sure_probability and (composed := composer.at_once()):
            return replace(composed, findings=findings)
        pieces = self._generator.stream(
            answer_prompt(understood.text, [hit.side(language) for hit in read], language),
            max_tokens=self._max_answer_tokens,
            stop=("\n",),
            cancelled=cancelled,
            begin=BEGIN[language],
        )
        draft = drafted(watch.heard(pieces), composer, lambda text: emit(TextGrew(text)))
        if cancelled():
            return replace(self._stopped(understood), findings=findings)
        verified = composer.verify(draft)
        findings += (f"draft: {draft}", *verified.findings)
        composed = composer.compose(draft, verified)
        if composed.reason is Reason.UNSUPPORTED:
            composed = self._refuse(composer, replace(evidence, reason=Reason.UNSUPPORTED))
        return replace(composed, findings=findings)

    def _stopped(self, understood: Understood) -> Composed:
        return Composed(message("answering.stopped", understood.language), Reason.STOPPED)

    def _refuse(self, composer: Composer, evidence: Evidence) -> Composed:
        return composer.refuse(evidence, self._settings.min_nearest_score)

    def _stamp(self, understood: Understood, said: Composed, watch: _Watch) -> Answer:
        return Answer(
            question=understood.typed,
            language=understood.language,
            text=said.text,
            refused=not said.reason.is_small_talk and said.reason is not Reason.ANSWERED,
            reason=said.reason,
            citations=said.citations,
            timings=watch.timings(),
            model=self._generator.name,
            index_version=self._library.version,
            findings=said.findings,
        )
