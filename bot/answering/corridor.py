"""The corridor: question -> understood -> a reply to each question in it -> answer."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Reason
from bot.answering.library import Library
from bot.answering.question import Question
from bot.answering.replier import Replier
from bot.answering.understanding.understood import Understood, name_different_things, questions_of, understand
from bot.answering.work import Cancelled, Emit, Watch, Work
from bot.answering.writing.composing import Composed, stopped
from bot.answering.writing.merging import Reply, merged
from config.messages import message
from index.passage import Hit


class Corridor:
    """Answers messages from one library. Blocks; called by one thread at a time."""

    def __init__(
        self,
        library: Library,
        replier: Replier,
        max_question_characters: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`replier` answers from `library`."""
        self._library = library
        self._replier = replier
        self._glossary = replier.glossary
        self._max_question_characters = max_question_characters
        self._clock = clock

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
        found: dict[str, Hit] = {}
        for asked in (understood, *questions_of(understood, self._glossary)):
            for hit in self._replier.found(asked):
                found.setdefault(hit.passage.passage_id, hit)
        return tuple(found.values())

    def answer(self, question: Question, emit: Emit, cancelled: Cancelled) -> Answer:
        """The answer to `question`; `emit` is told of every step on the way.

        Raises QuestionError where the question cannot be used, GenerationError where the model fails.
        """
        work = Work(emit, cancelled, Watch(self._clock))
        understood = self._understand(question)
        said = self._converse(understood) or self._reply(understood, work)
        return Answer(
            question=understood.typed,
            language=understood.language,
            text=said.text,
            refused=not said.reason.is_small_talk and said.reason is not Reason.ANSWERED,
            reason=said.reason,
            citations=said.citations,
            timings=work.watch.timings(),
            model=self._replier.model,
            index_version=self._library.version,
            findings=said.findings,
        )

    def _understand(self, question: Question) -> Understood:
        return understand(question, self._glossary, self._max_question_characters)

    def _converse(self, understood: Understood) -> Composed | None:
        if (talk := understood.talk) is None:
            return None
        language = understood.language
        return Composed(message(f"answering.{talk}", language, title=self._library.title(language)), talk.reason)

    def _reply(self, understood: Understood, work: Work) -> Composed:
        """The reply to `understood`: whole, or to each of the questions that it asks.

        Whole first, unless they name different things: what one of them leaves out is seldom all in another. Where that
        is refused the model has to be sure of a single one.
        """
        questions = questions_of(understood, self._glossary)
        if name_different_things(questions):
            return self._reply_to_each(questions, work) or self._replier.reply(understood, work)
        whole = self._replier.reply(understood, work)
        if not whole.leaves_open:
            return whole
        return self._reply_to_each(questions, replace(work, surely=True)) or whole

    def _reply_to_each(self, questions: Sequence[Understood], work: Work) -> Composed | None:
        """The replies to `questions` in one; None where the article answers none of them."""
        replies = [Reply(question, self._replier.reply(question, work.without_text())) for question in questions]
        if all(reply.said.leaves_open for reply in replies):
            return None
        language = replies[0].question.language
        return stopped(language) if work.cancelled() else merged(replies, language)
