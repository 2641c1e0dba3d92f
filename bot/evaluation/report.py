"""Reports a person can read: one self-contained HTML page, without scripts and without anything from elsewhere.

Answers and passages are whatever a model or a stranger wrote: the templates escape all of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.evaluation.comparison import Change, Comparison
from bot.evaluation.intervals import Measure
from bot.evaluation.output import replace_text
from bot.evaluation.results import Results
from bot.evaluation.summary import SECONDS, Reply
from bot.evaluation.tables import (
    comparison_grid,
    format_share,
    language_name,
    metric_name,
    metrics_grid,
    reference_grid,
    retrieval_grid,
)
from bot.judging.questions import SetName
from config.language import Language
from config.messages import message

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    measure: Measure
    text: str


def write_report(results: Results, path: Path, language: Language) -> None:
    """Write the report of a run to `path`, its own words in `language`."""
    replace_text(path, report_html(results, language))


def write_comparison(comparison: Comparison, path: Path, language: Language) -> None:
    """Write what changed between two runs to `path`, in `language`."""
    replace_text(path, comparison_html(comparison, language))


def report_html(results: Results, language: Language) -> str:
    """The report: tables, bars, and every question with its answer, passages and verdict."""
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            title=message("evaluation.report_title", language),
            language=language.value,
            t=_translator(language),
            results=results,
            metrics=metrics_grid(results.metrics, language),
            bars=_bars(results, language),
            reference=reference_grid(results.reference, language) if results.reference else None,
            retrieval=retrieval_grid(results.retrieval, language) if results.retrieval else None,
            sections=_sections(results.replies, language),
            reference_sections=_sections(results.reference.replies, language) if results.reference else [],
        )
    )


def comparison_html(comparison: Comparison, language: Language) -> str:
    """The comparison: the metrics side by side, then every reply that changed."""
    t = _translator(language)
    groups = [(change, [c for c in comparison.replies if c.change is change]) for change in Change]
    counts = {"before": len(comparison.only_before), "after": len(comparison.only_after)}
    return (
        _environment()
        .get_template("comparison.html.j2")
        .render(
            title=message("evaluation.comparison_title", language),
            language=language.value,
            t=t,
            comparison=comparison,
            metrics=comparison_grid(comparison, language),
            not_shared=message("evaluation.not_shared", language, **counts),
            sections=[(f"{t(f'change_{change}')} ({len(found)})", found) for change, found in groups if found],
        )
    )


def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("bot.evaluation"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def _translator(language: Language) -> Callable[[str], str]:
    return partial(_text, language)


def _text(language: Language, name: str) -> str:
    return message(f"evaluation.{name}", language)


def _bars(results: Results, language: Language) -> list[_Bar]:
    return [
        _Bar(
            f"{metric_name(row.metric, language)} · {language_name(row.language, language)}",
            row.measure,
            format_share(row.measure),
        )
        for row in results.metrics
        if row.metric not in SECONDS
    ]


def _sections(replies: Sequence[Reply], language: Language) -> Sequence[tuple[str, Sequence[Reply]]]:
    """The replies of each set and language under a heading of their own."""
    sections = []
    for set_name in SetName:
        for side in Language:
            chosen = [reply for reply in replies if reply.case.set_name is set_name and reply.case.language is side]
            if chosen:
                right = sum(reply.verdict.right for reply in chosen)
                name = f"{message(f'evaluation.set_{set_name}', language)} · {language_name(side, language)}"
                sections.append((f"{name} ({right}/{len(chosen)})", chosen))
    return sections
