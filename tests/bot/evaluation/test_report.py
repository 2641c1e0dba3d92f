import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from bot.evaluation.comparison import Change, compare
from bot.evaluation.reference.beside import reference_of
from bot.evaluation.report import comparison_html, report_html, write_report
from bot.evaluation.results import Results, read_results, write_results
from bot.evaluation.retrieval import evaluate_retrieval
from bot.evaluation.summary import Metric, judge_all
from bot.evaluation.tables import (
    comparison_grid,
    language_name,
    metric_name,
    metrics_grid,
    reference_grid,
    retrieval_grid,
)
from bot.judging.facts import facts_of
from bot.judging.questions import Case
from bot.judging.records import Record
from config.errors import InputError
from config.language import Language
from config.messages import message
from tests.bot.evaluation.builders import PositionsSearcher
from tests.bot.judging.builders import case, cited, record
from tests.languages import EACH_LANGUAGE

SCRIPT = "<script>alert(1)</script>"
ARTICLE = facts_of(["41B active parameters"])


def results(*pairs: tuple[Case, Record], run: str = "run") -> Results:
    cases = [asked for asked, _ in pairs]
    records = [reply.model_copy(update={"case_id": asked.id}) for asked, reply in pairs]
    retrieval = evaluate_retrieval(PositionsSearcher({asked.question: ["1.1"] for asked in cases}), cases)
    return Results.of(run, "2026-01-01T00:00:00", retrieval, judge_all(cases, records, ARTICLE))


RUN = results(
    (case("a", question=f"How many? {SCRIPT}"), record(f"41B {SCRIPT}", citations=(cited("en:4.1.1.1", SCRIPT),))),
    (case("b", Language.KOREAN, question="몇 개예요?"), record("글에 나오지 않아요.", refused=True)),
)


NAIVE = reference_of(
    RUN.replies,
    [
        record("99B", case_id="a-en", question=RUN.replies[0].case.question, sources=(f"A chunk {SCRIPT}",)),
        record("모르겠어요.", case_id="b-ko", question="몇 개예요?", refused=True),
    ],
    ARTICLE,
)
BESIDE = replace(RUN, reference=NAIVE)


@EACH_LANGUAGE
def test_nothing_of_a_question_answer_or_passage_becomes_markup(language: Language) -> None:
    page = report_html(RUN, language)
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 3


@EACH_LANGUAGE
def test_the_page_needs_nothing_from_elsewhere(language: Language) -> None:
    page = report_html(RUN, language)
    assert "http" not in page.replace("http-equiv", "")
    assert "src=" not in page


def test_the_report_shows_every_question_with_its_answer_and_passages() -> None:
    page = report_html(RUN, Language.ENGLISH)
    assert "몇 개예요?" in page
    assert "글에 나오지 않아요." in page
    assert "en:4.1.1.1" in page
    assert "refused though stated" in page
    assert "What the article states · Korean (0/1)" in page


def test_the_report_speaks_korean() -> None:
    page = report_html(RUN, Language.KOREAN)
    assert '<html lang="ko">' in page
    assert "글에 있는데 거절함" in page


def test_a_report_of_retrieval_alone_has_no_questions(tmp_path: Path) -> None:
    alone = Results.of("run", "now", RUN.retrieval)
    write_report(alone, tmp_path / "report.html", Language.ENGLISH)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Right passage found" in page
    assert "checkbox" not in page


def test_results_come_back_from_their_file(tmp_path: Path) -> None:
    write_results(RUN, tmp_path / "deep" / "results.json")
    assert read_results(tmp_path / "deep" / "results.json") == RUN


def test_results_come_back_with_their_reference_and_earlier_ones_without(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    write_results(BESIDE, path)
    assert read_results(path) == BESIDE
    earlier = json.loads(path.read_bytes())
    del earlier["reference"]
    for reply in earlier["replies"]:
        del reply["record"]["sources"]
    path.write_text(json.dumps(earlier), encoding="utf-8")
    assert read_results(path) == RUN
    assert compare(read_results(path), BESIDE).replies == ()


@EACH_LANGUAGE
def test_the_report_shows_the_reference_beside_haetae_with_its_replies(language: Language) -> None:
    page = report_html(BESIDE, language)
    assert message("evaluation.reference_note", language) in page
    assert "LangChain · " in page
    assert "A chunk &lt;script&gt;" in page
    assert "<script" not in page
    assert "LangChain" not in report_html(RUN, language)


@EACH_LANGUAGE
def test_the_reference_stands_beside_haetae_for_each_language_and_has_a_dash_for_citations(language: Language) -> None:
    grid = reference_grid(NAIVE, language)
    rows = {(name, side): (haetae, naive, count) for name, side, haetae, naive, count in grid.rows}
    english, korean = (language_name(side, language) for side in (Language.ENGLISH, Language.KOREAN))
    right, recall = (metric_name(metric, language) for metric in (Metric.RIGHT, Metric.RECALL))
    assert "2" in grid.title
    assert rows[right, english] == ("1.00 [1.00, 1.00]", "0.00 [0.00, 0.00]", "1")
    assert rows[right, korean] == ("0.00 [0.00, 0.00]", "0.00 [0.00, 0.00]", "1")
    assert rows[recall, english] == ("1.00 [1.00, 1.00]", "–", "1")
    assert rows[metric_name(Metric.TOTAL, language), english][1] == "2.0 s [2.0, 2.0]"


@pytest.mark.parametrize("content", ["", "{}", "[1]"])
def test_a_file_without_results_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "results.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"results\.json"):
        read_results(path)


def test_a_comparison_tells_lost_from_gained_and_reworded() -> None:
    asked = [case(name) for name in "abcd"]
    before = results(*zip(asked, [record("41B."), record("no"), record("41B."), record("41B.")], strict=True))
    after = results(*zip(asked, [record("no"), record("41B."), record("It is 41B."), record("41B.")], strict=True))
    found = compare(before, after)
    assert [(change.change, change.after.case.id) for change in found.replies] == [
        (Change.LOST, "a-en"),
        (Change.GAINED, "b-en"),
        (Change.REWORDED, "c-en"),
    ]


def test_a_comparison_measures_only_what_both_runs_asked() -> None:
    shared, other, rewritten = case("a"), case("b"), case("c")
    before = results((shared, record("no")), (other, record("41B.")), (rewritten, record("41B.")))
    after = results((shared, record("41B.")), (case("c", question="Which?"), record("no")))
    found = compare(before, after)
    right = next(change for change in found.metrics if change.metric is Metric.RIGHT)
    assert (right.before.value, right.after.value, right.better) == (0.0, 1.0, True)
    assert found.only_before == ("b-en", "c-en")
    assert found.only_after == ("c-en",)


def test_a_slower_run_is_not_better() -> None:
    before, after = results((case(), record("41B.", total_s=1.0))), results((case(), record("41B.", total_s=2.0)))
    slower = next(change for change in compare(before, after).metrics if change.metric is Metric.TOTAL)
    assert slower.better is False


@EACH_LANGUAGE
def test_a_comparison_page_escapes_what_it_shows(language: Language) -> None:
    page = comparison_html(compare(RUN, results((RUN.replies[0].case, record(f"no {SCRIPT}")))), language)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


@EACH_LANGUAGE
def test_tables_print_on_a_terminal_and_as_markdown(language: Language) -> None:
    assert RUN.retrieval is not None
    console = Console(record=True, width=160, file=io.StringIO())
    grids = [
        retrieval_grid(RUN.retrieval, language),
        metrics_grid(RUN.metrics, language),
        comparison_grid(compare(RUN, RUN), language),
        reference_grid(NAIVE, language),
    ]
    for grid in grids:
        console.print(grid.rich())
        assert grid.markdown().count("\n") == len(grid.rows) + 1
    assert "0.00 [0.00, 0.00]" in console.export_text()
