"""Who asks for a section by its number gets its lines."""

import pytest

from bot.answering.answer import Reason
from config.language import Language
from index.passage import Passage
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask


def _rules(language: Language, *rules: tuple[str, tuple[str, ...]]) -> tuple[Passage, ...]:
    other = next(one for one in Language if one is not language)
    return tuple(
        Passage(f"{language}:{place}.1", language, "Rules", headings, lines, f"{other}:{place}.1")
        for place, (heading, lines) in enumerate(rules, start=31)
        for headings in (tuple(heading.split(" > ")),)
    )


RULES = (
    *_rules(
        Language.ENGLISH,
        ("Article 1 (Purpose)", ("They say what members keep.",)),
        ("Article 2 (Channels)", ("Each channel has a topic.", "Advertise in one only.")),
        ("Article 3 (Sanctions) > 3.1 Mutes", ("You are muted for 3 days.",)),
        ("Article 3 (Sanctions) > 3.2 Bans", ("You are banned.", "The court (section 7) decides.")),
    ),
    *_rules(
        Language.KOREAN,
        ("제1조 (목적)", ("회원이 지킬 것을 정합니다.",)),
        ("제2조 (채널)", ("채널마다 주제가 있습니다.", "광고는 한 곳에만 올립니다.")),
        ("제3조 (제재) > 3.1 침묵", ("3일 동안 쓸 수 없습니다.",)),
        ("제3조 (제재) > 3.2 추방", ("내보냅니다.", "법원이 정합니다(제7조).")),
    ),
)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("What does article 2 say?", "en:32.1"),
        ("what's in section 2", "en:32.1"),
        ("rule 2?", "en:32.1"),
        ("Can you tell me the second rule", "en:32.1"),
        ("explain section 3.2 please", "en:34.1"),
        ("제2조 내용이 뭐야", "ko:32.1"),
        ("2조에 뭐라고 적혀 있나요?", "ko:32.1"),
        ("규칙 2번 알려줘", "ko:32.1"),
        ("2번 규칙이 뭐예요", "ko:32.1"),
        ("두 번째 규칙 설명해 주세요", "ko:32.1"),
        ("제2조", "ko:32.1"),
        ("3.2절은 무슨 내용이야?", "ko:34.1"),
    ],
)
def test_the_lines_of_the_section_are_quoted_without_search_or_model(
    generator: FakeGenerator, question: str, place: str
) -> None:
    searcher = FakeSearcher()
    answer = ask(generator, question, searcher, RULES)
    (passage,) = (passage for passage in RULES if passage.passage_id == place)
    assert answer.reason is Reason.ANSWERED
    assert answer.text.split("\n")[2:] == [f"• {line} [1]" for line in passage.lines]
    assert [citation.passage.passage_id for citation in answer.citations] == [place]
    assert (searcher.history, generator.history, generator.judged) == ([], [], [])


@pytest.mark.parametrize(("question", "language"), [("Tell me about rule 3", "en"), ("3조에 대해 알려줘", "ko")])
def test_of_a_section_with_parts_each_is_told(generator: FakeGenerator, question: str, language: str) -> None:
    answer = ask(generator, question, more=RULES)
    assert [citation.passage.passage_id for citation in answer.citations] == [f"{language}:33.1", f"{language}:34.1"]


@pytest.mark.parametrize(
    "question",
    [
        "Where may I advertise under article 2?",
        "제2조에서 광고는 어디에 올려요?",
        "What does article 9 add to the lamp?",
        "제9조에서 등불은 언제 켜요?",
        "What does section 7 say?",
        "제7조가 뭐예요?",
        "What is the fifth rule?",
        "다섯 번째 규칙이 뭐예요?",
        "What is the last section?",
        "마지막 항목이 뭐예요?",
        "2 rules about lamps",
        "2장짜리 사진 올려도 돼요?",
    ],
)
def test_any_other_question_is_searched_for(generator: FakeGenerator, question: str) -> None:
    generator.stated = 0.05
    searcher = FakeSearcher()
    ask(generator, question, searcher, RULES)
    assert len(searcher.history) == 1


@pytest.mark.parametrize(
    "question", ["What does article 9 say?", "what's rule 9?", "제9조 내용이 뭐예요?", "9번 규칙 알려줘"]
)
def test_a_number_that_no_part_bears_is_refused(generator: FakeGenerator, question: str) -> None:
    searcher = FakeSearcher()
    answer = ask(generator, question, searcher, RULES)
    assert answer.reason is Reason.NOT_STATED
    assert (searcher.history, generator.judged) == ([], [])


def _list(language: Language, place: int, heading: str, *lines: str, first: int = 1) -> Passage:
    other = next(one for one in Language if one is not language)
    numbers = (None, *range(first, first + len(lines) - 1))
    ids = f"{language}:{place}.1", f"{other}:{place}.1"
    return Passage(ids[0], language, "Two Lights", (heading,), lines, ids[1], ordinals=numbers)


LISTS = (
    _list(Language.ENGLISH, 41, "Server Rules", "Please keep them.", "Be kind.", "No adverts.", "Hide spoilers."),
    _list(Language.KOREAN, 41, "서버 규칙", "지켜 주세요.", "서로 존중해요.", "광고는 안 돼요.", "스포일러는 가려요."),
    _list(Language.ENGLISH, 42, "How to Join", "It is quick.", "Read the rules.", "Press the button."),
    _list(Language.KOREAN, 42, "들어오는 법", "금방이에요.", "규칙을 읽어요.", "버튼을 눌러요."),
)


@pytest.mark.parametrize(
    ("question", "line", "passage"),
    [
        ("What's rule 3?", "Hide spoilers.", "en:41.1"),
        ("server rule 2?", "No adverts.", "en:41.1"),
        ("what is the first rule of this server", "Be kind.", "en:41.1"),
        ("What's the last rule?", "Hide spoilers.", "en:41.1"),
        ("마지막 규칙이 뭐야", "스포일러는 가려요.", "ko:41.1"),
        ("규칙 3번이 뭐야?", "스포일러는 가려요.", "ko:41.1"),
        ("2번 규칙 알려줘", "광고는 안 돼요.", "ko:41.1"),
        ("서버의 첫 번째 규칙은 뭔가요", "서로 존중해요.", "ko:41.1"),
    ],
)
def test_of_a_numbered_list_the_item_is_quoted(
    generator: FakeGenerator, question: str, line: str, passage: str
) -> None:
    searcher = FakeSearcher()
    answer = ask(generator, question, searcher, LISTS)
    assert answer.text.split("\n")[2:] == [f"• {line} [1]"]
    assert [citation.passage.passage_id for citation in answer.citations] == [passage]
    assert (searcher.history, generator.judged) == ([], [])


@pytest.mark.parametrize(
    ("question", "line"), [("step 2?", "Press the button."), ("2단계가 뭐예요?", "버튼을 눌러요.")]
)
def test_a_step_is_of_the_only_list(generator: FakeGenerator, question: str, line: str) -> None:
    assert ask(generator, question, more=LISTS[2:]).text.split("\n")[2:] == [f"• {line} [1]"]


@pytest.mark.parametrize("question", ["rule 4?", "4번 규칙이 뭐예요?", "step 1?", "1단계가 뭐예요?"])
def test_an_item_of_no_list_or_of_any_is_refused(generator: FakeGenerator, question: str) -> None:
    assert ask(generator, question, more=LISTS).reason is Reason.NOT_STATED
