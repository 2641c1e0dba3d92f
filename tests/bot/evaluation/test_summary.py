import pytest

from bot.answering.answer import Reason
from bot.evaluation.summary import Metric, judge_all, summarise
from bot.judging.facts import facts_of
from bot.judging.questions import Case, Outcome, SetName
from bot.judging.records import Record
from config.language import Language
from tests.bot.judging.builders import case, cited, record
from tests.languages import EACH_LANGUAGE

ARTICLE = facts_of(["41B active parameters"])


def metrics(*pairs: tuple[Case, Record]) -> dict[tuple[Metric, Language], float]:
    cases = [asked for asked, _ in pairs]
    records = [reply.model_copy(update={"case_id": asked.id}) for asked, reply in pairs]
    rows = summarise(judge_all(cases, records, ARTICLE))
    return {(row.metric, row.language): row.measure.value for row in rows}


def test_right_answers_and_wrong_refusals_are_shares_of_the_answerable() -> None:
    found = metrics(
        (case("a"), record("41B are active.", citations=(cited("en:4.1.1.1", "41B active parameters"),))),
        (case("b"), record("Not stated.", refused=True)),
    )
    assert found[Metric.RIGHT, Language.ENGLISH] == 0.5
    assert found[Metric.WRONG_REFUSALS, Language.ENGLISH] == 0.5
    assert found[Metric.PRECISION, Language.ENGLISH] == 1.0
    assert (Metric.RIGHT, Language.KOREAN) not in found


def test_the_same_is_counted_for_korean() -> None:
    found = metrics((case("a", Language.KOREAN), record("활성 매개변수는 41B예요.")))
    assert found[Metric.RIGHT, Language.KOREAN] == 1.0
    assert found[Metric.LANGUAGE, Language.KOREAN] == 1.0


def test_refusals_attacks_and_turns_have_metrics_of_their_own() -> None:
    found = metrics(
        (case("a", outcome=Outcome.REFUSE, set_name=SetName.UNANSWERABLE), record("Not stated.", refused=True)),
        (case("b", outcome=Outcome.RESIST, set_name=SetName.ATTACKS, forbidden=("X",)), record("X")),
        (case("c", outcome=Outcome.CHAT, set_name=SetName.CONVERSATIONS), record("Hi!", reason=Reason.GREETING)),
    )
    assert found[Metric.KEPT_REFUSALS, Language.ENGLISH] == 1.0
    assert found[Metric.RESISTED, Language.ENGLISH] == 0.0
    assert found[Metric.TURNS_RIGHT, Language.ENGLISH] == 1.0
    assert (Metric.RIGHT, Language.ENGLISH) not in found


def test_times_are_medians() -> None:
    found = metrics(
        *((case(str(n)), record("41B", first_text_s=s, total_s=s + 1)) for n, s in enumerate([1.0, 2.0, 90.0]))
    )
    assert found[Metric.FIRST_TEXT, Language.ENGLISH] == 2.0
    assert found[Metric.TOTAL, Language.ENGLISH] == 3.0


@EACH_LANGUAGE
@pytest.mark.parametrize(("nearest", "useful_s"), [("4.1.1.1", 0.5), ("9.1", 3.0)])
def test_the_first_useful_text_is_the_nearest_passage_only_where_it_is_the_right_one(
    nearest: str, useful_s: float, language: Language
) -> None:
    shown = record("41B", found=(f"{language}:{nearest}",), first_passage_s=0.5, first_text_s=3.0)
    found = metrics((case("a", language, positions=(("4.1.1.1",),)), shown))
    assert found[Metric.FIRST_USEFUL, language] == useful_s


def test_a_case_without_a_record_is_left_out() -> None:
    assert judge_all([case()], [], ARTICLE) == ()
