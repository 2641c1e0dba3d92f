"""What a rehearsal asks, and what it makes of the answers."""

from collections.abc import Callable, Sequence

import pytest

from bot.answering.answer import Answer, Citation, Event, Reason, Timings
from bot.answering.question import Question
from bot.answering.service import BlockingAnswerer
from bot.judging.questions import Case
from bot.updating.rehearsal import Effect, RecentQuestion, Rehearsal, RehearsedQuestion, Retrieval
from bot.updating.rehearsing import Rehearser, Side
from config.errors import GenerationError, QuestionError
from config.language import Language
from index.passage import Hit, Passage
from tests.bot.updating.fakes import golden
from tests.languages import EACH_LANGUAGE


def hit(language: Language, line: str, heading: str = "Lamp") -> Hit:
    return Hit(Passage(f"{language.value}:1.1", language, "Lights", (heading,), (line,), None), None, 1.0, 1.0, None)


class Script:
    """A corridor that finds and says what it was told to."""

    def __init__(self, version: str, *hits: Hit, said: str | None = None) -> None:
        self.version = version
        self.hits = hits
        self.said = said
        self.asked: list[str] = []

    def check(self, question: Question) -> None:
        if not question.text:
            raise QuestionError("answering.empty")

    def found(self, question: Question) -> tuple[Hit, ...]:
        return self.hits

    def answer(self, question: Question, emit: Callable[[Event], None], cancelled: Callable[[], bool]) -> Answer:
        self.asked.append(question.text)
        return said(self.said, self.version, *self.hits[:1], question=question.text)


def said(text: str | None, version: str, *cited: Hit, question: str = "?") -> Answer:
    """An answer, or where `text` is None a refusal."""
    return Answer(
        question,
        Language.ENGLISH,
        text or "not stated",
        refused=text is None,
        reason=Reason.NOT_STATED if text is None else Reason.ANSWERED,
        citations=tuple(Citation(1, one.passage, one.twin, one.passage.lines) for one in cited if text),
        timings=Timings(0.0, 0.0, 0.0),
        model="fake",
        index_version=version,
    )


class AtOnce:
    """Answers without a line."""

    async def answer_idly(self, question: Question, corridor: BlockingAnswerer | None = None) -> Answer:
        assert corridor is not None
        return corridor.answer(question, lambda event: None, lambda: False)


async def rehearse(
    before: Script, after: Script, golden: Sequence[Case] = (), recent: Sequence[RecentQuestion] = ()
) -> Rehearsal:
    rehearser = Rehearser(AtOnce(), Side(before.version, before), Side(after.version, after), golden, recent)
    await rehearser.run(lambda done, total: None)
    return rehearser.result()


async def only(
    before: Script, after: Script, golden: Sequence[Case] = (), recent: Sequence[RecentQuestion] = ()
) -> RehearsedQuestion:
    (question,) = (await rehearse(before, after, golden, recent)).questions
    return question


@EACH_LANGUAGE
async def test_where_both_find_the_very_same_passages_nobody_is_asked(language: Language) -> None:
    found = hit(language, "It is 920 mm.")
    before, after = Script("v0001", found, said="920"), Script("v0002", found)
    question = await only(before, after, [golden(language, "How long?", "920")])
    assert (question.effect, question.before, question.after) == (Effect.SAME, None, None)
    assert (question.rank_before, question.rank_after) == (1, 1)
    assert before.asked == after.asked == []


@pytest.mark.parametrize(
    ("before", "after", "effect", "missing"),
    [
        ("920", "about 920", Effect.CHANGED, ()),
        ("920", "920", Effect.SAME, ()),
        ("920", None, Effect.LOST, ("920",)),
        ("920", "930", Effect.LOST, ("920",)),
        ("930", None, Effect.CHANGED, ()),
        ("930", "920", Effect.GAINED, ()),
        (None, "920", Effect.GAINED, ()),
        (None, None, Effect.SAME, ()),
    ],
)
@EACH_LANGUAGE
async def test_a_golden_question_is_lost_where_a_right_answer_is_no_longer_right(
    language: Language, before: str | None, after: str | None, effect: Effect, missing: tuple[str, ...]
) -> None:
    one, other = hit(language, "It is 920 mm."), hit(language, "It is long.")
    question = await only(
        Script("v0001", one, said=before), Script("v0002", other, said=after), [golden(language, "How long?", "920")]
    )
    assert (question.effect, question.missing, question.golden) == (effect, missing, True)


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ("920", "930", Effect.CHANGED),
        ("9 20", "9  20", Effect.SAME),
        ("920", None, Effect.LOST),
        (None, "930", Effect.GAINED),
        (None, None, Effect.SAME),
    ],
)
async def test_a_members_question_is_lost_where_it_is_refused_now(
    before: str | None, after: str | None, effect: Effect
) -> None:
    one, other = hit(Language.ENGLISH, "It is 920 mm."), hit(Language.ENGLISH, "It is long.")
    recent = RecentQuestion("How long?", Language.ENGLISH, said(None, "v0000"))
    rehearsal = await rehearse(Script("v0001", one, said=before), Script("v0002", other, said=after), recent=[recent])
    assert [question.effect for question in rehearsal.questions] == [effect]
    assert rehearsal.lost_golden == ()


async def test_the_answer_a_member_got_from_the_live_version_is_not_asked_for_again() -> None:
    one, other = hit(Language.ENGLISH, "It is 920 mm."), hit(Language.ENGLISH, "It is long.")
    before, after = Script("v0001", one, said="other words"), Script("v0002", other, said="long")
    given = said("920 mm", "v0001", one)
    question = await only(before, after, recent=[RecentQuestion("How long?", Language.ENGLISH, given)])
    assert (question.before, before.asked, after.asked) == (given, [], ["How long?"])


@pytest.mark.parametrize("given", [said("920", "v0000", hit(Language.ENGLISH, "It is 920 mm.")), said("x", "v0001")])
async def test_an_answer_of_an_older_version_or_to_a_follow_up_is_asked_for_again(given: Answer) -> None:
    one, other = hit(Language.ENGLISH, "It is 920 mm."), hit(Language.ENGLISH, "It is long.")
    before = Script("v0001", one, said="920")
    await only(before, Script("v0002", other), recent=[RecentQuestion("How long?", Language.ENGLISH, given)])
    assert before.asked == ["How long?"]


async def test_each_question_is_asked_once_and_unusable_ones_not_at_all() -> None:
    one, other = hit(Language.ENGLISH, "It is 920 mm."), hit(Language.ENGLISH, "It is long.")
    answer = said(None, "v0000")
    recent = [RecentQuestion(text, Language.ENGLISH, answer) for text in ("How long?", "", "Why?", "why?")]
    rehearsal = await rehearse(
        Script("v0001", one), Script("v0002", other), [golden(Language.ENGLISH, "How long?", "920")], recent
    )
    assert [question.question for question in rehearsal.questions] == ["How long?", "Why?"]
    assert (rehearsal.planned, rehearsal.stopped) == (2, False)


async def test_retrieval_is_counted_before_and_after_where_a_question_rests_on_a_passage() -> None:
    needed = hit(Language.ENGLISH, "It is 920 mm.")
    others = [hit(Language.ENGLISH, f"Line {number}.", f"Heading {number}") for number in range(3)]
    before, after = Script("v0001", needed, *others, said="920"), Script("v0002", *others, needed, said="920")
    cases = [golden(Language.ENGLISH, "How long?", "920"), golden(Language.ENGLISH, "How wide?", "777")]
    rehearsal = await rehearse(before, after, cases)
    assert (rehearsal.before, rehearsal.after) == (Retrieval(1, 1, 1), Retrieval(1, 0, 0))
    assert [question.rank_after for question in rehearsal.questions] == [4, None]


async def test_a_changed_passage_is_known_again_by_its_headings() -> None:
    one, other = hit(Language.ENGLISH, "It is 920 mm."), hit(Language.ENGLISH, "It is 930 mm.")
    recent = RecentQuestion("How long?", Language.ENGLISH, said("920", "v0001", one))
    question = await only(Script("v0001", one), Script("v0002", other, said="930"), recent=[recent])
    assert (question.rank_before, question.rank_after) == (1, 1)


async def test_progress_counts_from_nothing_to_all() -> None:
    seen: list[tuple[int, int]] = []
    cases = [golden(Language.ENGLISH, text, "920") for text in ("a?", "b?")]
    script = Script("v0001")
    rehearser = Rehearser(AtOnce(), Side("v0001", script), Side("v0002", script), cases, ())
    await rehearser.run(lambda done, total: seen.append((done, total)))
    assert seen == [(0, 2), (1, 2), (2, 2)]


async def test_a_failing_model_ends_the_rehearsal_with_its_own_sentence() -> None:
    class Failing(AtOnce):
        async def answer_idly(self, question: Question, corridor: BlockingAnswerer | None = None) -> Answer:
            raise GenerationError("generation.failed", status=1)

    before, after = (Script(version, hit(Language.ENGLISH, version)) for version in ("v0001", "v0002"))
    case = golden(Language.ENGLISH, "How long?", "920")
    rehearser = Rehearser(Failing(), Side("v0001", before), Side("v0002", after), [case], ())
    with pytest.raises(GenerationError):
        await rehearser.run(lambda done, total: None)
    assert rehearser.result().stopped
