"""One question's way: understood -> hits -> evidence -> draft -> what is said."""

from dataclasses import replace

from bot.answering.announcements import Announcements
from bot.answering.answer import PassagesFound, Reason, TextGrew
from bot.answering.direct.direct_answers import DirectAnswers
from bot.answering.evidence.abbreviations import Abbreviations
from bot.answering.evidence.asked_words import AskedWords
from bot.answering.evidence.definitions import is_defined_by
from bot.answering.evidence.evidence_judge import Evidence, EvidenceJudge
from bot.answering.evidence.makers import Makers
from bot.answering.evidence.nearness import Nearness
from bot.answering.evidence.passages_to_read import passages_to_read
from bot.answering.evidence.premises import PremiseJudge
from bot.answering.evidence.statement_judge import StatementJudge
from bot.answering.evidence.told_elsewhere import TellsOfOthers
from bot.answering.library import Library
from bot.answering.names.subjects import SubjectIndex
from bot.answering.prompting.prompts import BEGIN, answer_prompt
from bot.answering.understanding.understood import Understood
from bot.answering.verifying.support_finder import SupportFinder
from bot.answering.verifying.verifier import Verifier
from bot.answering.work import Work
from bot.answering.writing.composing import Composed, Composer, as_doubtful, stopped
from bot.answering.writing.drafting import drafted
from bot.answering.writing.retelling import retold
from bot.generation.generator import Generator
from bot.lexicon.lexicon import Lexicon
from config.settings import AnsweringSettings
from corpus.glossary import Glossary
from index.passage import Hit
from index.searching import Query
from index.vocabulary import Vocabulary


class Replier:
    """Replies to questions from one library with one generator. Blocks; called by one thread at a time.

    `model` is the name of the generator's, `glossary` the one that questions have to be understood with: it knows the
    article's names, too.
    """

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
    ) -> None:
        self.model = generator.name
        self.glossary = glossary.forgiving(
            text for passage in library.passages for text in (*passage.heading_path, *passage.lines)
        )
        self._searcher = library.searcher
        self._generator = generator
        self._settings = settings
        self._max_answer_tokens = max_answer_tokens
        self._top_k = top_k
        self._announcements = Announcements(library.passages)
        passages = tuple(map(self._announcements.with_headings_below, library.passages))
        self._subjects = SubjectIndex(passages, self.glossary, lexicon)
        self._asked_words = AskedWords(Vocabulary.load())
        self._nearness = Nearness(self._asked_words, settings)
        abbreviations = Abbreviations(library.passages)
        makers = Makers(library.passages, self.glossary)
        self._direct = DirectAnswers(library.passages, self._announcements, abbreviations, makers)
        self._statements = StatementJudge(generator, library.searcher, settings)
        self._judge = EvidenceJudge(
            passages,
            self._subjects,
            self.glossary,
            premises=PremiseJudge.load(),
            abbreviations=abbreviations,
            makers=makers,
            others=TellsOfOthers(passages, self._subjects, self._asked_words),
        )

    def found(self, question: Understood) -> tuple[Hit, ...]:
        """All that the reply to `question` can rest on, best first."""
        direct = self._direct.find(question)
        return self._search(question) if direct is None else direct.hits

    def reply(self, question: Understood, work: Work) -> Composed:
        """What is said to `question`. Raises GenerationError where the model fails."""
        if (direct := self._direct.find(question)) is not None:
            work.emit(PassagesFound(question.language, direct.hits[:1]))
            return direct.said
        hits = self._search(question)
        work.watch.retrieved()
        work.emit(PassagesFound(question.language, hits))
        hits = tuple(map(self._announcements.hit_with_headings_below, hits))
        if question.spoken is question.language:
            return self._say(question, hits, work)
        return retold(self._say(replace(question, language=question.spoken), hits, work.silent()), question.language)

    def _search(self, question: Understood) -> tuple[Hit, ...]:
        query = Query(question.text, (question.asked,), question.language, question.wanted.part)
        return self._searcher.search(query, self._top_k)

    def _say(self, question: Understood, hits: tuple[Hit, ...], work: Work) -> Composed:
        evidence = self._judge.judge(question, hits)
        if evidence.reason is not None:
            return self._refuse(self._composer(question, replace(evidence, hits=evidence.hits or hits), hits), evidence)
        if evidence.hits[0] is not hits[0]:
            work.emit(PassagesFound(question.language, evidence.hits))
        return self._write(question, evidence, work)

    def _write(self, question: Understood, evidence: Evidence, work: Work) -> Composed:
        """Judge, draft, verify, compose. Only what has been verified is ever shown."""
        if is_defined_by(question.text, evidence.hits[0]):
            return self._composer(question, evidence, evidence.hits[:1]).lines_of_first()
        language = question.language
        judged = self._statements.judge(question, evidence.hits[: self._settings.read_passages], work.cancelled)
        if judged is None:
            return stopped(language)
        if judged.hits[0] is not evidence.hits[0]:
            work.emit(PassagesFound(language, judged.hits))
        read = passages_to_read(question, judged.hits, self._subjects)
        composer = self._composer(question, evidence, read)
        findings: tuple[str, ...] = (f"p(stated) = {judged.probability:.3f}",)
        is_sure = judged.probability >= self._settings.min_sure_probability
        if not judged.enough or ((work.surely or evidence.elsewhere) and not is_sure):
            return replace(self._refuse(composer, replace(evidence, reason=Reason.NOT_STATED)), findings=findings)
        if is_sure and (composed := composer.at_once()):
            return replace(composed, findings=findings)
        pieces = self._generator.stream(
            answer_prompt(question.text, [hit.side(language) for hit in read], language),
            max_tokens=self._max_answer_tokens,
            stop=("\n",),
            cancelled=work.cancelled,
            begin=BEGIN[language],
        )
        draft = drafted(work.watch.heard(pieces), composer, lambda text: work.emit(TextGrew(text)))
        if work.cancelled():
            return replace(stopped(language), findings=findings)
        verified = composer.verify(draft)
        findings += (f"draft: {draft}", *verified.findings)
        composed = composer.compose(draft, verified)
        if composed.reason is Reason.UNSUPPORTED:
            composed = self._refuse(composer, replace(evidence, reason=Reason.UNSUPPORTED))
        elif composed.quoted and not is_sure:
            is_plain = verified.kept or judged.probability >= self._settings.min_plain_probability.of(language)
            if not is_plain or self._asked_words.none_in(read, question):
                composed = as_doubtful(composed, language)
        return replace(composed, findings=findings)

    def _composer(self, question: Understood, evidence: Evidence, read: tuple[Hit, ...]) -> Composer:
        finder = SupportFinder(read, self._subjects, self.glossary)
        return Composer(question, evidence, finder, Verifier(question, finder), self._announcements)

    def _refuse(self, composer: Composer, evidence: Evidence) -> Composed:
        return composer.refuse(evidence, self._nearness)
