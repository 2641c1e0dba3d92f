"""What is asked of one thing, and told of others alone."""

import pytest

from bot.answering.answer import Reason
from bot.answering.evidence.asked_words import AskedWords
from bot.answering.evidence.told_elsewhere import TellsOfOthers
from bot.answering.names.subjects import SubjectIndex
from bot.answering.question import Question
from bot.answering.understanding.understood import Understood, understand
from config.language import Language
from corpus.glossary import Glossary
from index.passage import Passage
from index.vocabulary import Vocabulary
from tests.bot.answering.fakes import FakeGenerator, FakeLexicon, FakeSearcher, ask

GLOSSARY = Glossary({"Corvin": ("코빈",), "Marlow": ("말로",), "Perrin": ("페린",), "AIS": ()})


def _pair(place: str, english: tuple[str, ...], korean: tuple[str, ...]) -> tuple[Passage, Passage]:
    """A passage in both languages, heading and lines each."""
    return (
        Passage(f"en:{place}", Language.ENGLISH, "Lights", english[:1], english[1:], f"ko:{place}"),
        Passage(f"ko:{place}", Language.KOREAN, "등대", korean[:1], korean[1:], f"en:{place}"),
    )


PASSAGES = (
    *_pair("1.1", ("Corvin", "The beam of Corvin reaches 24 km."), ("코빈", "코빈의 불빛은 24 km까지 닿습니다.")),
    *_pair("1.2", ("Corvin by day", "Corvin is painted red."), ("낮의 코빈", "코빈은 붉게 칠했습니다.")),
    *_pair(
        "2.1",
        ("Marlow", "Its foghorn sounds twice a minute.", "Marlow sends AIS signals."),
        ("말로", "무적은 1분에 두 번 울립니다.", "말로는 AIS 신호를 보냅니다."),
    ),
    *_pair(
        "3.1",
        ("Oil and fuel", "Marlow and Perrin share a fuel depot."),
        ("기름과 연료", "말로와 페린은 연료 창고를 함께 씁니다."),
    ),
)


@pytest.fixture
def tells() -> TellsOfOthers:
    subjects = SubjectIndex(PASSAGES, GLOSSARY, FakeLexicon())
    return TellsOfOthers(PASSAGES, subjects, AskedWords(Vocabulary.load()))


def _asked(question: str) -> Understood:
    return understand(Question(question), GLOSSARY, 200)


@pytest.mark.parametrize(
    ("question", "name", "line"),
    [
        ("Does Corvin have a foghorn?", "Corvin", "Its foghorn sounds twice a minute."),
        ("코빈에 무적 신호가 있나요?", "Corvin", "무적은 1분에 두 번 울립니다."),
        ("How often does the foghorn of Corvin sound?", "Corvin", "Its foghorn sounds twice a minute."),
        ("코빈의 무적은 몇 번 울려요?", "Corvin", "무적은 1분에 두 번 울립니다."),
    ],
)
def test_what_is_told_of_others_alone_is_found_there(tells: TellsOfOthers, question: str, name: str, line: str) -> None:
    told = tells.of_another(_asked(question))
    assert told is not None
    assert (told.name, told.line) == (name, line)


@pytest.mark.parametrize(
    "question",
    [
        "Does the beam of Corvin reach the foghorn?",
        "코빈 불빛이 무적까지 닿나요?",
        "Does Marlow have a foghorn?",
        "말로에 무적이 있나요?",
        "What does the foghorn do?",
        "무적은 뭘 해요?",
        "Where does Corvin store coal, paraffin and the foghorn?",
        "코빈은 석탄이랑 양초랑 무적을 어디에 둬요?",
        "What sounds like Corvin?",
        "코빈처럼 울리는 건 뭐예요?",
        "Who is Corvin?",
        "코빈은 누구예요?",
    ],
)
def test_nothing_is_told_elsewhere_where_that_cannot_be_said(tells: TellsOfOthers, question: str) -> None:
    assert tells.of_another(_asked(question)) is None


@pytest.mark.parametrize(
    ("question", "name", "line"),
    [
        ("Does Corvin use AIS?", "Corvin", "Marlow sends AIS signals."),
        ("코빈도 AIS를 쓰나요?", "Corvin", "말로는 AIS 신호를 보냅니다."),
        ("Is Corvin older than Perrin?", "Corvin", "Marlow and Perrin share a fuel depot."),
        ("코빈이 페린보다 오래됐나요?", "Corvin", "말로와 페린은 연료 창고를 함께 씁니다."),
    ],
)
def test_names_that_no_passage_brings_together_settle_no_yes_or_no(
    tells: TellsOfOthers, question: str, name: str, line: str
) -> None:
    told = tells.never_together(_asked(question))
    assert told is not None
    assert (told.name, told.line) == (name, line)


@pytest.mark.parametrize(
    "question",
    [
        "Do Marlow and Perrin share a depot?",
        "말로와 페린은 창고를 같이 쓰나요?",
        "Are Corvin and Perrin lit?",
        "코빈과 페린은 불이 켜지나요?",
        "Is Corvin or Perrin the older one?",
        "코빈이랑 페린 중에 어디가 더 오래됐어요?",
        "What does Corvin have that Perrin has not?",
        "코빈에는 있고 페린에는 없는 게 뭐예요?",
        "Is Corvin tall?",
        "코빈은 높아요?",
        "Does Corvin know Zeta-9?",
        "코빈은 Zeta-9를 아나요?",
    ],
)
def test_names_told_together_or_apart_are_left_to_the_model(tells: TellsOfOthers, question: str) -> None:
    assert tells.never_together(_asked(question)) is None


@pytest.mark.parametrize(
    ("question", "stated", "refused"),
    [
        ("Is Corvin built of granite?", 0.4, True),
        ("코빈은 화강암으로 지었나요?", 0.4, True),
        ("Is Corvin built of granite?", 0.9, False),
        ("코빈은 화강암으로 지었나요?", 0.9, False),
    ],
)
def test_only_a_sure_yes_answers_what_is_told_of_another(
    generator: FakeGenerator, question: str, stated: float, *, refused: bool
) -> None:
    generator.stated = stated
    generator.enqueue(
        "The beam of Corvin reaches 24 km." if question.isascii() else "Corvin의 불빛은 24 km까지 닿습니다."
    )
    answer = ask(generator, question, FakeSearcher((1,)))
    assert answer.refused is refused


@pytest.mark.parametrize(
    ("question", "said"),
    [("Is Corvin built of granite?", "that of Corvin"), ("코빈은 화강암으로 지었나요?", "코빈에 대해서는")],
)
def test_a_refusal_names_whom_it_is_not_told_of_and_shows_where_it_is(
    generator: FakeGenerator, question: str, said: str
) -> None:
    generator.stated = 0.1
    answer = ask(generator, question, FakeSearcher((1,)))
    assert (answer.refused, answer.reason) == (True, Reason.NOT_STATED)
    assert said in answer.text
    (citation,) = answer.citations
    assert citation.passage.passage_id == f"{answer.language}:2.1"
    assert citation.quotes[0] in answer.text
    assert citation.passage.heading_path[0] in answer.text


@pytest.mark.parametrize("question", ["Does Corvin equal Marlow?", "코빈은 말로와 동등한가요?"])
def test_names_never_told_together_are_refused_without_the_model(generator: FakeGenerator, question: str) -> None:
    answer = ask(generator, question, FakeSearcher((1, 2)))
    assert (answer.refused, answer.reason) == (True, Reason.NOT_STATED)
    assert generator.judged == []
