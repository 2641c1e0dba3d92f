"""The naive pipeline beside Haetae; a few lines of Python stand in for the one that has LangChain."""

import json
import stat
import sys
from pathlib import Path

import pytest

from bot.evaluation.reference.asking import NaivePipeline, collect_reference
from bot.evaluation.reference.beside import reference_of, reference_sample
from bot.evaluation.reference.withholding import is_withheld
from bot.evaluation.summary import Metric, judge_all
from bot.judging.facts import facts_of
from bot.judging.questions import Case, Outcome, SetName
from bot.judging.records import Record
from bot.judging.verdict import Fault
from config.errors import InputError, RunError
from config.language import Language
from tests.bot.judging.builders import case, cited, record
from tests.languages import EACH_LANGUAGE
from tests.places import ROOT

ARTICLE = facts_of(["41B active parameters"])
ONE, TWO = case("one", question="one?"), case("two", Language.KOREAN, question="둘?")
# What every stand-in does first: read the questions, as the real pipeline does.
READ = """
import json, os, sys
asked = [json.loads(line) for line in sys.stdin]
def reply(question, answer, **rest):
    times = {"first_text_s": 1.5, "total_s": 2.5}
    print(json.dumps({"id": question["id"], "answer": answer, "sources": ["a", "b"], **times, **rest}), flush=True)
"""
ANSWER_ALL = "for one in asked: reply(one, 'to ' + one['question'])"


def stand_in(folder: Path, what: str = ANSWER_ALL) -> Path:
    """A program that is started in the place of the other Python."""
    path = folder / "python"
    path.write_text(f"#!{sys.executable} -S\n{READ}\n{what}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def pipeline(python: Path) -> NaivePipeline:
    return NaivePipeline(python, (Path("ko.md"), Path("en.md")), Path("e5"), Path("model.gguf"), threads=3)


def test_each_reply_is_kept_with_its_sources_and_times(tmp_path: Path) -> None:
    path = tmp_path / "reference.jsonl"
    records = collect_reference(pipeline(stand_in(tmp_path)), [ONE, TWO], path, run="r")
    assert [record.text for record in records] == ["to one?", "to 둘?"]
    assert (records[0].sources, records[0].first_text_s, records[0].total_s) == (("a", "b"), 1.5, 2.5)
    assert (records[0].citations, records[0].refused) == ((), False)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3


@EACH_LANGUAGE
def test_a_reply_that_says_it_does_not_know_is_a_refusal(tmp_path: Path, language: Language) -> None:
    text = {Language.KOREAN: "글에 나와 있지 않아 모르겠습니다.", Language.ENGLISH: "I don't know."}[language]
    python = stand_in(tmp_path, f"reply(asked[0], {text!r})")
    (found,) = collect_reference(pipeline(python), [case("a", language)], tmp_path / "a.jsonl", run="r")
    assert (found.refused, found.reason) == (True, "not_stated")


def test_it_is_started_with_the_articles_files_the_models_and_nothing_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    monkeypatch.setenv("LANGSMITH_API_KEY", "secret")
    python = stand_in(tmp_path, "reply(asked[0], json.dumps([sys.argv[1:], dict(os.environ)]))")
    (found,) = collect_reference(pipeline(python), [ONE], tmp_path / "a.jsonl", run="r")
    arguments, environment = json.loads(found.text)
    assert Path(arguments[3]).name == "naive_pipeline.py"
    assert arguments[4:] == [
        *("--document=ko.md", "--document=en.md", "--encoder=e5", "--generator=model.gguf", "--threads=3")
    ]
    assert "secret" not in environment.values()
    assert environment["HF_HUB_OFFLINE"] == "1"


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    collect_reference(pipeline(stand_in(tmp_path)), [ONE], path, run="r")
    told: list[tuple[int, int]] = []
    python = stand_in(tmp_path, "assert len(asked) == 1\nreply(asked[0], 'later')")
    records = collect_reference(
        pipeline(python), [ONE, TWO], path, run="r", progress=lambda done, total: told.append((done, total))
    )
    assert [record.text for record in records] == ["to one?", "later"]
    assert told == [(2, 2)]
    nowhere = pipeline(tmp_path / "nowhere")
    assert collect_reference(nowhere, [ONE, TWO], path, run="r") == records


def test_a_rewritten_question_is_asked_again(tmp_path: Path) -> None:
    python, path = pipeline(stand_in(tmp_path)), tmp_path / "a.jsonl"
    collect_reference(python, [ONE], path, run="r")
    (found,) = collect_reference(python, [case("one", question="new?")], path, run="r")
    assert found.text == "to new?"


def test_replies_of_another_run_are_refused(tmp_path: Path) -> None:
    python, path = pipeline(stand_in(tmp_path)), tmp_path / "a.jsonl"
    collect_reference(python, [ONE], path, run="old model")
    with pytest.raises(InputError, match="old model"):
        collect_reference(python, [ONE], path, run="new model")


def test_where_no_python_runs_the_sentence_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="make reference"):
        collect_reference(pipeline(tmp_path / "nowhere"), [ONE], tmp_path / "a.jsonl", run="r")


@pytest.mark.parametrize(
    "end",
    [
        "sys.exit('No module named langchain')",
        "print('{}', flush=True)",
        "print('no JSON', flush=True)",
        "reply({'id': 'another'}, 'x')",
        "sys.stdout.buffer.write(b'\\xff\\n')",
    ],
)
def test_one_that_stops_keeps_what_it_answered_and_names_its_log(tmp_path: Path, end: str) -> None:
    python, path = stand_in(tmp_path, f"reply(asked[0], 'first')\n{end}"), tmp_path / "a.jsonl"
    with pytest.raises(RunError, match=r"a\.log"):
        collect_reference(pipeline(python), [ONE, TWO], path, run="r")
    (first, _) = collect_reference(pipeline(stand_in(tmp_path)), [ONE, TWO], path, run="r")
    assert first.text == "first"


def test_the_log_holds_what_it_said_of_itself(tmp_path: Path) -> None:
    python = stand_in(tmp_path, "sys.exit('No module named langchain')")
    with pytest.raises(RunError):
        collect_reference(pipeline(python), [ONE], tmp_path / "a.jsonl", run="r")
    assert "No module named langchain" in (tmp_path / "a.log").read_text(encoding="utf-8")


def test_a_question_it_cannot_answer_is_kept_as_an_error_and_the_rest_is_asked(tmp_path: Path) -> None:
    python = stand_in(tmp_path, "reply(asked[0], '', error='too long')\nreply(asked[1], 'second')")
    first, second = collect_reference(pipeline(python), [ONE, TWO], tmp_path / "a.jsonl", run="r")
    assert first.error is not None
    assert "too long" in first.error.sentence
    assert second.text == "second"


WITHHELD = [
    "I don't know.",
    "I do not know the answer. It may be 41B.",
    "The context does not explicitly mention a CEO.",
    "The licence of Llama 4 is not specified in the retrieved context.",
    "There is no information about pricing in the text.",
    "모르겠습니다.",
    "제공된 문맥에는 CEO에 대한 정보가 없습니다.",
    "가격은 글에 언급되어 있지 않습니다.",
    "라이선스는 명시되지 않았습니다.",
    "알 수 없습니다. 41B일 수 있습니다.",
    "글에는 나오지 않아요.",
    "",
]
SAID = [
    "41B parameters are active. The context does not mention more.",
    "Gemma 3 does not need eight GPUs.",
    "It is available under Apache-2.0.",
    "41B입니다. 다른 내용은 언급되지 않았습니다.",
    "GPU가 여러 장 필요하지 않습니다.",
    "메모리 사용량에 제한이 없습니다.",
]


@pytest.mark.parametrize("text", WITHHELD)
def test_an_answer_that_begins_by_not_knowing_withholds(text: str) -> None:
    assert is_withheld(text)


@pytest.mark.parametrize("text", SAID)
def test_an_answer_that_says_something_does_not(text: str) -> None:
    assert not is_withheld(text)


def many(set_name: SetName, count: int) -> list[Case]:
    outcome = Outcome.ANSWER if set_name is SetName.ANSWERABLE else Outcome.REFUSE
    return [
        case(f"{set_name}-{number}", language, set_name=set_name, outcome=outcome)
        for number in range(count)
        for language in Language
    ]


def test_the_sample_is_twenty_single_questions_even_over_sets_and_languages() -> None:
    cases = [*many(SetName.ANSWERABLE, 30), *many(SetName.UNANSWERABLE, 30), *many(SetName.ATTACKS, 30)]
    chosen = reference_sample(cases)
    groups = [(each.set_name, each.language) for each in chosen]
    wanted = [(name, language) for name in (SetName.ANSWERABLE, SetName.UNANSWERABLE) for language in Language]
    assert {group: groups.count(group) for group in set(groups)} == dict.fromkeys(wanted, 5)
    assert reference_sample(cases) == chosen


def test_fewer_questions_are_all_asked_and_attacks_never() -> None:
    few = many(SetName.ANSWERABLE, 2)
    assert reference_sample([*few, *many(SetName.ATTACKS, 2)]) == tuple(few)
    assert reference_sample(many(SetName.ATTACKS, 2)) == ()


def with_ids(*pairs: tuple[Case, Record]) -> tuple[list[Case], list[Record]]:
    return [asked for asked, _ in pairs], [reply.model_copy(update={"case_id": asked.id}) for asked, reply in pairs]


@EACH_LANGUAGE
def test_both_are_judged_alike_over_the_questions_both_were_asked(language: Language) -> None:
    text = {Language.KOREAN: "활성 매개변수는 41B예요.", Language.ENGLISH: "41B are active."}[language]
    wrong = {Language.KOREAN: "활성 매개변수는 99B예요.", Language.ENGLISH: "99B are active."}[language]
    cases, records = with_ids(
        (case("a", language), record(text, citations=(cited(f"{language}:4.1.1.1", "41B active parameters"),))),
        (case("b", language), record("99B")),
    )
    _, asked = with_ids((cases[0], record(wrong, total_s=9.0)))
    found = reference_of(judge_all(cases, records, ARTICLE), asked, ARTICLE)
    ours = {row.metric: row.measure for row in found.haetae}
    naive = {row.metric: row.measure for row in found.naive}
    assert (ours[Metric.RIGHT].value, ours[Metric.RIGHT].count) == (1.0, 1)
    assert (naive[Metric.RIGHT].value, naive[Metric.INVENTED].value, naive[Metric.TOTAL].value) == (0.0, 1.0, 9.0)
    assert [reply.case.id for reply in found.replies] == [f"a-{language}"]


def test_what_cites_nothing_is_not_judged_by_citations() -> None:
    cases, records = with_ids((case(), record("41B are active.", citations=(cited("en:4.1.1.1", "41B"),))))
    _, asked = with_ids((cases[0], record("41B are active.")))
    found = reference_of(judge_all(cases, records, ARTICLE), asked, ARTICLE)
    of_citations = {Metric.UNSUPPORTED, Metric.PRECISION, Metric.RECALL}
    assert of_citations <= {row.metric for row in found.haetae}
    assert not of_citations & {row.metric for row in found.naive}
    (reply,) = found.replies
    assert reply.verdict.right
    assert Fault.UNSUPPORTED not in reply.verdict.faults
    assert (reply.verdict.unsupported, reply.verdict.precision, reply.verdict.recall) == ((), None, None)


def pins(path: Path) -> dict[str, str]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all(line.count("==") == 1 for line in lines)
    return {name.lower().replace("-", "_"): version for name, _, version in (line.partition("==") for line in lines)}


def test_the_reference_runs_on_the_very_versions_haetae_runs_on() -> None:
    ours = pins(ROOT / "constraints.txt")
    naive = pins(ROOT / "bot" / "evaluation" / "reference" / "requirements.txt")
    assert {"torch", "llama_cpp_python", "sentence_transformers", "faiss_cpu"} <= naive.keys() & ours.keys()
    assert {name for name in naive.keys() & ours.keys() if naive[name] != ours[name]} == set()
