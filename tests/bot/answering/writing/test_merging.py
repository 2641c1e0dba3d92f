"""Replies to several questions of one message, told as one answer."""

from collections.abc import Collection

import pytest

from bot.answering.answer import Citation, Event, Reason, TextGrew
from bot.answering.question import Question
from bot.answering.understanding.understood import Understood, understand
from bot.answering.writing.composing import Composed, in_lines, refused
from bot.answering.writing.merging import Reply, merged
from bot.answering.writing.wording import Quoted, Refusal
from config.language import Language
from index.passage import Hit
from index.searching import Query
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, FixedSearcher, corridor, hit, room
from tests.languages import EACH_LANGUAGE


def understood(language: Language) -> Understood:
    asked = {Language.ENGLISH: "How tall is Marlow?", Language.KOREAN: "말로 높이는 얼마예요?"}
    return understand(Question(asked[language]), GLOSSARY, 200)


def cite(number: int, place: int, language: Language, *lines: int) -> Citation:
    """A citation of the pair at `place` that quotes its `lines`."""
    side = hit(place, language).passage
    return Citation(number, side, hit(place, language).twin, tuple(side.lines[line] for line in lines))


def in_words(text: str, *citations: Citation) -> Composed:
    return Composed(text, Reason.ANSWERED, citations)


def quoting(place: int, language: Language, *lines: int) -> Composed:
    """An answer that quotes `lines` of the pair at `place`."""
    side = hit(place, language).passage
    block = Quoted(side.heading_path, tuple((side.lines[line], 1) for line in lines))
    return in_lines((block,), (cite(1, place, language, *lines),), language)


def told(language: Language, *said: Composed) -> Composed:
    return merged([Reply(understood(language), one) for one in said], language)


@EACH_LANGUAGE
def test_marks_are_numbered_through_and_a_passage_has_one_number(language: Language) -> None:
    answer = told(
        language,
        in_words("A. [1] B. [2]", cite(1, 1, language, 0), cite(2, 2, language, 0)),
        in_words("C. [1] D [2020].", cite(1, 2, language, 1)),
        in_words("E. [1][2]", cite(1, 3, language, 0), cite(2, 1, language, 1)),
    )
    assert answer.text == "A. [1] B. [2]\nC. [2] D [2020].\nE. [3][1]"
    lines = [hit(place, language).passage.lines[:2] for place in (1, 2, 3)]
    assert [citation.number for citation in answer.citations] == [1, 2, 3]
    assert [citation.quotes for citation in answer.citations] == [lines[0], lines[1], lines[2][:1]]


@EACH_LANGUAGE
def test_lines_that_follow_one_another_are_quoted_together_and_once(language: Language) -> None:
    answer = told(language, quoting(2, language, 0), quoting(1, language, 1), quoting(2, language, 0, 2))
    tower, lamp = hit(2, language).passage, hit(1, language).passage
    assert answer.text.splitlines()[1:] == [
        f"▸ {' › '.join(tower.heading_path)}",
        f"• {tower.lines[0]} [1]",
        f"▸ {' › '.join(lamp.heading_path)}",
        f"• {lamp.lines[1]} [2]",
        f"▸ {' › '.join(tower.heading_path)}",
        f"• {tower.lines[2]} [1]",
    ]


@EACH_LANGUAGE
def test_no_more_than_five_lines_are_quoted_those_closest_to_what_was_asked(language: Language) -> None:
    answer = told(language, quoting(2, language, 2, 1, 0), quoting(1, language, 0, 1), quoting(3, language, 0, 1))
    lines = [line for line in answer.text.splitlines() if line.startswith("• ")]
    assert len(lines) == 3
    assert lines[0].startswith(f"• {hit(2, language).passage.lines[0]}")
    assert all(len(citation.quotes) == 1 for citation in answer.citations)


@pytest.mark.parametrize(
    ("language", "left_open"),
    [
        (Language.ENGLISH, "As far as I can tell, the article does not state the answer to your second question."),
        (Language.KOREAN, "제가 찾아본 바로는 두 번째 질문의 답은 글에 나오지 않아요."),
    ],
)
def test_what_the_article_leaves_open_is_said_by_its_place(language: Language, left_open: str) -> None:
    refusal = refused(Refusal(Reason.NOT_STATED, cite(1, 3, language, 0)), language)
    answer = told(language, quoting(2, language, 0), refusal)
    assert answer.text.splitlines()[-1] == left_open
    assert (answer.reason, answer.refusal) == (Reason.ANSWERED, None)
    assert [citation.passage for citation in answer.citations] == [hit(2, language).passage]


@EACH_LANGUAGE
def test_a_name_that_the_article_lacks_and_what_it_says_otherwise_are_told(language: Language) -> None:
    unknown = refused(Refusal(Reason.UNKNOWN_NAME, cite(1, 3, language, 0), ("Zephyria",)), language)
    contrary = refused(Refusal(Reason.FALSE_PREMISE, cite(1, 3, language, 1), corrects=True), language)
    answer = told(language, quoting(2, language, 0), unknown, contrary)
    *_, first, second = answer.text.splitlines()
    assert "Zephyria" in first
    assert "[" not in first
    assert second.endswith(f"“{hit(3, language).passage.lines[1]}” [2]")


@EACH_LANGUAGE
def test_each_of_several_that_are_left_open_is_said_and_the_same_words_once(language: Language) -> None:
    left_open = refused(Refusal(Reason.NOT_STATED, None), language)
    words = in_words("A. [1]", cite(1, 1, language, 0))
    assert len(told(language, words, left_open, left_open).text.splitlines()) == 3
    assert told(language, words, words).text == "A. [1]"


@EACH_LANGUAGE
def test_a_correction_among_refusals_answers_nothing(language: Language) -> None:
    unknown = refused(Refusal(Reason.UNKNOWN_NAME, None, ("Zephyria",)), language)
    contrary = refused(Refusal(Reason.FALSE_PREMISE, cite(1, 3, language, 1), corrects=True), language)
    assert told(language, unknown, contrary).reason is Reason.FALSE_PREMISE


ROOMS = room(
    9,
    ("Marlow stairs", "Marlow has 41 steps.", "They are steep."),
    ("말로 계단", "Marlow의 계단은 41개입니다.", "가파릅니다."),
)


@pytest.mark.parametrize(
    ("whole", "first", "draft", "left_open"),
    [
        (
            "How many steps does Marlow have, and who painted them?",
            "How many steps does Marlow have?",
            "Marlow has 41 steps.",
            "your second question",
        ),
        (
            "말로 계단은 몇 개고 누가 칠했어요?",
            "계단은 몇 개예요?",
            "Marlow의 계단은 41개입니다.",
            "두 번째 질문",
        ),
    ],
)
def test_refused_whole_each_question_is_answered_as_far_as_the_article_goes(
    generator: FakeGenerator, whole: str, first: str, draft: str, left_open: str
) -> None:
    generator.stated = 0.05
    generator.stated_of = {first: 0.9}
    generator.enqueue(draft)
    events: list[Event] = []
    answer = corridor(generator, FixedSearcher(*ROOMS), more=ROOMS).answer(
        Question(whole), events.append, lambda: False
    )
    told_first, told_second = answer.text.splitlines()
    assert told_first == f"{draft} [1]"
    assert left_open in told_second
    assert (answer.refused, answer.reason) == (False, Reason.ANSWERED)
    assert [citation.passage.lines for citation in answer.citations] == [
        next(side for side in ROOMS if side.language is answer.language).lines
    ]
    assert not any(isinstance(event, TextGrew) for event in events)
    assert len(generator.judged) == 3


@pytest.mark.parametrize(
    "whole", ["How many steps does Marlow have, and who painted them?", "말로 계단은 몇 개고 누가 칠했어요?"]
)
def test_refused_altogether_the_refusal_is_one(generator: FakeGenerator, whole: str) -> None:
    generator.stated = 0.05
    answer = corridor(generator, FixedSearcher(*ROOMS), more=ROOMS).answer(
        Question(whole), lambda _: None, lambda: False
    )
    assert answer.refused
    assert answer.reason is Reason.NOT_STATED


@pytest.mark.parametrize(
    "whole", ["How many steps does Marlow have, and who painted them?", "말로 계단은 몇 개고 누가 칠했어요?"]
)
def test_stopped_between_two_questions_nothing_is_answered(generator: FakeGenerator, whole: str) -> None:
    generator.stated = 0.05
    answer = corridor(generator, FixedSearcher(*ROOMS), more=ROOMS).answer(
        Question(whole), lambda _: None, lambda: len(generator.judged) > 1
    )
    assert answer.reason is Reason.STOPPED


class ByNameSearcher(FakeSearcher):
    """Finds the lighthouse first that is named first."""

    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        self.order = (1, 2) if "Corvin" in query.text else (2, 1)
        return super().search(query, top_k, languages)


@pytest.mark.parametrize(
    ("whole", "drafts"),
    [
        (
            "How far does Corvin reach, and how tall is Marlow?",
            ("The beam of Corvin reaches 24 km.", "The tower of Marlow is 41 m tall."),
        ),
        (
            "코빈 불빛은 어디까지 닿고 말로 높이는 얼마예요?",
            ("Corvin의 불빛은 24 km까지 닿습니다.", "Marlow의 탑은 높이가 41 m입니다."),
        ),
    ],
)
def test_questions_that_different_passages_answer_are_asked_apart(
    generator: FakeGenerator, whole: str, drafts: tuple[str, str]
) -> None:
    generator.enqueue(*drafts)
    answer = corridor(generator, ByNameSearcher()).answer(Question(whole), lambda _: None, lambda: False)
    assert answer.text == f"{drafts[0]} [1]\n{drafts[1]} [2]"
    assert [prompt.user.count(whole) for prompt in generator.history] == [0, 0]


@pytest.mark.parametrize(
    ("whole", "first", "draft", "language", "left_open"),
    [
        (
            "How many steps does Marlow have, and who painted them?",
            "How many steps does Marlow have?",
            "Marlow has 41 steps.",
            Language.KOREAN,
            "제가 찾아본 바로는 두 번째 질문의 답은 글에 나오지 않아요.",
        ),
        (
            "말로 계단은 몇 개고 누가 칠했어요?",
            "계단은 몇 개예요?",
            "Marlow의 계단은 41개입니다.",
            Language.ENGLISH,
            "As far as I can tell, the article does not state the answer to your second question.",
        ),
    ],
)
def test_in_another_language_all_of_it_is_told_in_that(
    generator: FakeGenerator, whole: str, first: str, draft: str, *, language: Language, left_open: str
) -> None:
    generator.stated = 0.05
    generator.stated_of = {first: 0.9}
    generator.enqueue(draft)
    answer = corridor(generator, FixedSearcher(*ROOMS), more=ROOMS).answer(
        Question(whole, language), lambda _: None, lambda: False
    )
    line = next(side for side in ROOMS if side.language is language).lines[0]
    assert answer.language is language
    assert f"• {line} [1]" in answer.text.splitlines()
    assert answer.text.splitlines()[-1] == left_open
