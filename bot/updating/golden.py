"""The questions that an update must not lose."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from bot.judging.matching import unmet
from bot.judging.questions import Case, SetName, read_set
from index.passage import Passage


def golden_cases(path: Path | None) -> tuple[Case, ...]:
    """The golden questions in the file at `path`, in the form of `answerable.jsonl`; the shipped ones where it is None.

    Raises QuestionError, naming the line, where the file cannot be used.
    """
    if path is not None:
        return read_set(path, SetName.ANSWERABLE)
    with resources.as_file(resources.files("corpus") / "golden.jsonl") as shipped:
        return read_set(shipped, SetName.ANSWERABLE)


def about_article(cases: Sequence[Case], passages: Sequence[Passage]) -> tuple[Case, ...]:
    """The `cases` that `passages` can answer: those whose expected facts stand there, in the question's language.

    So golden questions of another article, the shipped ones above all, are not asked of this one.
    """
    texts = {
        language: "\n".join("\n".join((*one.heading_path, one.text)) for one in passages if one.language is language)
        for language in {passage.language for passage in passages}
    }
    return tuple(case for case in cases if not unmet(texts.get(case.language, ""), case.expected))
