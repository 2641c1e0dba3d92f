"""Results as tables: for the terminal (Rich) and for documents (Markdown)."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.table import Table

from bot.evaluation.comparison import Comparison
from bot.evaluation.intervals import Measure
from bot.evaluation.reference.beside import Reference
from bot.evaluation.retrieval import Pairing, RetrievalRun
from bot.evaluation.summary import SECONDS, Metric, MetricRow
from config.language import Language
from config.messages import message


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as plain text: a title, column headings and rows. The first column is names, the others figures."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def rich(self) -> Table:
        """The table for a terminal."""
        table = Table(title=self.title, title_justify="left")
        for index, heading in enumerate(self.headings):
            table.add_column(heading, justify="left" if index == 0 else "right")
        for row in self.rows:
            table.add_row(*row)
        return table

    def markdown(self) -> str:
        """The table for a document, without its title."""
        rule = ["---", *("---:" for _ in self.headings[1:])]
        lines = [self.headings, rule, *self.rows]
        return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def retrieval_grid(run: RetrievalRun, language: Language) -> Grid:
    """The retrieval table, its words in `language`."""
    columns = ("pairing", "first", "in_three", "in_five", "reciprocal_rank", "questions")
    return Grid(
        message("evaluation.retrieval_title", language),
        tuple(message(f"evaluation.column_{name}", language) for name in columns),
        tuple(
            (
                pairing_name(row.pairing, language),
                *(format_share(found) for found in (row.first, row.in_three, row.in_five, row.reciprocal_rank)),
                str(row.first.count),
            )
            for row in run.rows
        ),
    )


def metrics_grid(rows: Sequence[MetricRow], language: Language) -> Grid:
    """The metrics, a column a language."""
    found = {(row.metric, row.language): row.measure for row in rows}
    return Grid(
        message("evaluation.metrics_title", language),
        (message("evaluation.column_metric", language), *(language_name(side, language) for side in Language)),
        tuple(
            (metric_name(metric, language), *(format_metric(metric, found.get((metric, side))) for side in Language))
            for metric in Metric
            if any((metric, side) in found for side in Language)
        ),
    )


def reference_grid(reference: Reference, language: Language) -> Grid:
    """Haetae beside the naive pipeline, over the same questions."""
    naive = {(row.metric, row.language): row.measure for row in reference.naive}
    columns = ("metric", "language", "haetae", "naive", "questions")
    return Grid(
        message("evaluation.reference_title", language, count=len(reference.replies)),
        tuple(message(f"evaluation.column_{name}", language) for name in columns),
        tuple(
            (
                metric_name(row.metric, language),
                language_name(row.language, language),
                format_metric(row.metric, row.measure),
                format_metric(row.metric, naive.get((row.metric, row.language))),
                str(row.measure.count),
            )
            for row in reference.haetae
        ),
    )


def comparison_grid(comparison: Comparison, language: Language) -> Grid:
    """The metrics of two runs, over the questions both asked."""
    columns = ("metric", "language", "before", "after")
    return Grid(
        message("evaluation.comparison_title", language),
        (*(message(f"evaluation.column_{name}", language) for name in columns), ""),
        tuple(
            (
                metric_name(change.metric, language),
                language_name(change.language, language),
                format_metric(change.metric, change.before),
                format_metric(change.metric, change.after),
                {True: "✓", False: "✗", None: "="}[change.better],
            )
            for change in comparison.metrics
        ),
    )


def format_metric(metric: Metric, found: Measure | None) -> str:
    """A measure with its interval, as a share or in seconds; a dash where there is none."""
    if found is None:
        return "–"
    return format_seconds(found) if metric in SECONDS else format_share(found)


def format_share(found: Measure) -> str:
    """`0.93 [0.88, 0.97]`."""
    return f"{found.value:.2f} [{found.low:.2f}, {found.high:.2f}]"


def format_seconds(found: Measure) -> str:
    """`2.4 s [2.1, 2.9]`."""
    return f"{found.value:.1f} s [{found.low:.1f}, {found.high:.1f}]"


def metric_name(metric: Metric, language: Language) -> str:
    """What a metric is called."""
    return message(f"evaluation.metric_{metric}", language)


def language_name(named: Language, language: Language) -> str:
    """What `named` is called in `language`."""
    return message(f"terms.language_{named}", language)


def pairing_name(pairing: Pairing, language: Language) -> str:
    """What a pairing is called."""
    searched = "both" if len(pairing.searched) > 1 else pairing.searched[0].value
    return message(f"evaluation.pairing_{pairing.question}_{searched}", language)
