"""A question that leans on the turn before it is completed from that turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.question import Question, Turn
from bot.answering.understanding.openers import split_openers
from bot.answering.understanding.understood import understand
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, ask


@pytest.mark.parametrize(
    ("turn", "follow_up"),
    [
        (Turn("How far does Corvin reach?", "24 km"), "And when was the lamp electrified?"),
        (Turn("코빈 불빛은 어디까지 닿아요?", "24 km"), "그럼 등불은 언제 바뀌었어요?"),
    ],
)
def test_a_follow_up_is_searched_with_the_name_of_the_turn_before(
    generator: FakeGenerator, turn: Turn, follow_up: str
) -> None:
    generator.stated = 0.05
    searcher = FakeSearcher()
    ask(generator, Question(follow_up, history=(turn,)), searcher)
    assert "Corvin" in searcher.history[0].text


@pytest.mark.parametrize(
    ("asked", "follow_up", "wanted"),
    [
        ("How far does Corvin reach?", "What about Marlow?", "reach"),
        ("코빈 불빛은 어디까지 닿아요?", "말로는요?", "불빛"),
        ("코빈 불빛은 어디까지 닿아요?", "말로는요", "불빛"),
    ],
)
def test_another_name_alone_asks_the_same_of_it(
    generator: FakeGenerator, asked: str, follow_up: str, wanted: str
) -> None:
    generator.stated = 0.05
    searcher = FakeSearcher()
    ask(generator, Question(follow_up, history=(Turn(asked, "24 km"),)), searcher)
    assert "Marlow" in searcher.history[0].text
    assert wanted in searcher.history[0].text
    assert "Corvin" not in searcher.history[0].text


@pytest.mark.parametrize(
    ("before", "question", "names"),
    [
        ("How tall is the tower of Marlow?", "Is it taller than Corvin?", ("Marlow", "Corvin")),
        ("How tall is the tower of Marlow?", "Is Corvin taller than it?", ("Marlow", "Corvin")),
        ("How tall is the tower of Marlow?", "How long is the stair?", ("Marlow",)),
        ("How tall is the tower of Marlow?", "and the total?", ("Marlow",)),
        ("How tall is the tower of Marlow?", "What are the main benefits?", ("Marlow",)),
        ("How tall is the tower of Marlow?", "explain in simpler terms", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "그건 코빈보다 높아요?", ("Marlow", "Corvin")),
        ("말로 탑은 높이가 얼마예요?", "코빈이 그것보다 높아요?", ("Marlow", "Corvin")),
        ("말로 탑은 높이가 얼마예요?", "계단 길이는?", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "그럼 총 계단은요?", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "가장 큰 장점이 뭐야?", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "더 쉽게 설명해줘", ("Marlow",)),
        ("How tall is the tower of Marlow?", "How do I see a ship with it?", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "배를 그걸로 어떻게 봐?", ("Marlow",)),
        ("How tall is the tower of Marlow?", "What is it built of?", ("Marlow",)),
        ("How tall is the tower of Marlow?", "Can I climb it?", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "그건 무엇으로 지었어요?", ("Marlow",)),
    ],
)
def test_a_follow_up_takes_the_name_before_it_and_no_word_of_its_own_for_one(
    before: str, question: str, names: tuple[str, ...]
) -> None:
    understood = understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200)
    assert understood.names == names


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How tall is the tower of Marlow?", "What is sea safety?"),
        ("How tall is the tower of Marlow?", "Why does sea safety matter?"),
        ("How tall is the tower of Marlow?", "What is sea safety and why is it important?"),
        ("How tall is the tower of Marlow?", "Why do keepers keep their logs?"),
        ("How tall is the tower of Marlow?", "What are the benefits of electric lamps?"),
        ("How tall is the tower of Marlow?", "Is my boat safe?"),
        ("How tall is the tower of Marlow?", "What does the article say about safety?"),
        ("How tall is the tower of Marlow?", "Is it true that Corvin is open?"),
        ("How tall is the tower of Marlow?", "What is Corvin?"),
        ("How tall is the tower of Marlow?", "What is Corvin and its use?"),
        ("How tall is the tower of Marlow?", "The lamp of Corvin?"),
        ("How tall is the tower of Marlow?", "Do electric lamps cut costs?"),
        ("How tall is the tower of Marlow?", "How do I find Corvin and climb it?"),
        ("How tall is the tower of Marlow?", "Corvin vs Zephyr?"),
        ("말로 탑은 높이가 얼마예요?", "바다 안전이 뭐예요?"),
        ("말로 탑은 높이가 얼마예요?", "바다 안전이 왜 중요해요?"),
        ("말로 탑은 높이가 얼마예요?", "바다 안전이 뭐고 그게 왜 중요해요?"),
        ("말로 탑은 높이가 얼마예요?", "전기 등불의 장점 몇 가지 알려줘"),
        ("말로 탑은 높이가 얼마예요?", "전기 등불을 쓰면 비용이 줄어요?"),
        ("말로 탑은 높이가 얼마예요?", "Corvin은 왜 그래요?"),
        ("말로 탑은 높이가 얼마예요?", "내 배는 안전해요?"),
        ("말로 탑은 높이가 얼마예요?", "이 글에서 안전은?"),
        ("말로 탑은 높이가 얼마예요?", "Corvin의 장점은?"),
        ("말로 탑은 높이가 얼마예요?", "Corvin이 뭐예요?"),
        ("말로 탑은 높이가 얼마예요?", "Corvin 등불은 언제 바뀌었어요?"),
    ],
)
def test_a_question_that_says_what_it_is_about_stands_alone(before: str, question: str) -> None:
    understood = understand(Question(question, history=(Turn(before, "41 m"),)), GLOSSARY, 200)
    assert understood.text == question


@pytest.mark.parametrize(
    ("history", "question", "whole"),
    [
        (("How tall is the tower of Marlow?",), "And Corvin?", "How tall is the tower of Corvin?"),
        (("What's Marlow's height?",), "ok, and Corvin's?", "What's Corvin's height?"),
        (("How tall is the tower of Marlow?",), "is it the same for Corvin?", "How tall is the tower of Corvin?"),
        (("Who made Marlow?", "And the lamp?"), "And Corvin?", "Corvin: the lamp?"),
        (("Who made Marlow?", "And Corvin?"), "What about Zephyr 5?", "Who made Zephyr 5?"),
        (("Who made Marlow?", "thanks!"), "and Corvin lol", "Who made Corvin?"),
        (("How tall is the tower of Marlow?",), "sweet, thx! and Corvin?", "How tall is the tower of Corvin?"),
        (("How tall is the tower of Marlow?",), "wbu Corvin", "How tall is the tower of Corvin?"),
        (("How tall is the tower of Marlow?",), "same question but Corvin", "How tall is the tower of Corvin?"),
        (("말로의 탑은 높이가 얼마예요?",), "코빈도 알려줘", "Corvin의 탑은 높이가 얼마예요?"),
        (("말로의 탑은 높이가 얼마예요?",), "코빈은 ㅇㄸ", "Corvin의 탑은 높이가 얼마예요?"),
        (("How tall is the tower of Marlow?",), "btw, and Corvin?", "How tall is the tower of Corvin?"),
        (("말로의 탑은 높이가 얼마예요?",), "암튼 코빈은?", "Corvin의 탑은 높이가 얼마예요?"),
        (("말로의 탑은 높이가 얼마예요?",), "ㅇㅋ ㄳ 그럼 코빈은?", "Corvin의 탑은 높이가 얼마예요?"),
        (("말로의 탑은 높이가 얼마예요?",), "코빈은?", "Corvin의 탑은 높이가 얼마예요?"),
        (("말로 탑은 높이가 얼마예요?",), "코빈은 어때요?", "Corvin 탑은 높이가 얼마예요?"),
        (("말로 탑은 높이가 얼마예요?",), "코빈도 그래?", "Corvin 탑은 높이가 얼마예요?"),
        (("말로는 누가 만들었어?", "등불은?"), "그럼 코빈은?", "Corvin: 등불은?"),
        (("말로는 누가 만들었어?", "코빈은?"), "Zephyr 5는요?", "Zephyr 5는 누가 만들었어?"),
        (("말로는 누가 만들었어?", "고마워!"), "코빈은?ㅋㅋ", "Corvin는 누가 만들었어?"),
        (("말로랑 코빈 차이가 뭐야?",), "코빈은?", "Corvin 차이가 뭐야?"),
    ],
)
def test_a_name_alone_takes_the_place_of_the_earlier_one(history: tuple[str, ...], question: str, whole: str) -> None:
    turns = tuple(Turn(text, "") for text in history)
    assert understand(Question(question, history=turns), GLOSSARY, 200).text == whole


@pytest.mark.parametrize(
    ("history", "question", "whole"),
    [
        (
            ("What do keepers gain?", "And sailors?"),
            "How about fishermen?",
            "What do keepers gain?: How about fishermen?",
        ),
        (("등대지기는 뭐가 좋아요?", "선원은요?"), "어부 쪽은 어때요?", "등대지기는 뭐가 좋아요?: 어부 쪽은 어때요?"),
    ],
)
def test_follow_ups_without_names_do_not_pile_up(history: tuple[str, ...], question: str, whole: str) -> None:
    turns = tuple(Turn(text, "") for text in history)
    assert understand(Question(question, history=turns), GLOSSARY, 200).text == whole


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Which lamps does Corvin have?", "and the brighter one is good at what?"),
        ("Which lamps does Corvin have?", "the smaller of the two?"),
        ("Which lamps does Corvin have?", "Which of the two can sailors on the open sea see in fog?"),
        ("Which lamps does Corvin have?", "What do sailors on the open sea use the latter for?"),
        ("Which lamps does Corvin have?", "and is the more powerful one lit all night for sailors at sea?"),
        ("Which lamps does Corvin have?", "how many of those actually burn at a time"),
        ("Which lamps does Corvin have?", "and the small one shines as far out at night right?"),
        ("Which lamps does Corvin have?", "are both bright enough for ships far out at sea?"),
        ("Which lamps does Corvin have?", "which one should I look for from a ship at night"),
        ("코빈에는 어떤 등불이 있어?", "둘중에 먼 바다에서 밤에 보이는건 뭐임"),
        ("코빈에는 어떤 등불이 있어?", "두 모델 중에 어떤 게 안개 낀 밤에 더 멀리 보여?"),
        ("코빈에는 어떤 등불이 있어?", "작은거는 먼 바다에서 밤에도 배까지 보임?"),
        ("코빈에는 어떤 등불이 있어?", "둘 중에 밝은놈은 뭐에 강해?"),
        ("코빈에는 어떤 등불이 있어?", "둘 다 안개 낀 밤바다에서 배까지 잘 보여?"),
        ("코빈에는 어떤 등불이 있어?", "안개 낀 밤에는 더 밝은 쪽이 배에서 잘 보이나요?"),
        ("코빈에는 어떤 등불이 있어?", "후자는 먼 바다의 선원들이 언제 보고 써?"),
        ("코빈에는 어떤 등불이 있어?", "그중에 실제로 켜는건?"),
        ("코빈에는 어떤 등불이 있어?", "실제로 밤마다 켜는 등불은 그 중에 몇 개야?"),
    ],
)
def test_a_pick_among_what_was_named_takes_its_name(before: str, question: str) -> None:
    understood = understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200)
    assert understood.text == f"Corvin: {split_openers(question)[1]}"


@pytest.mark.parametrize(
    "question",
    [
        "Do granite and slate both last, and which is the stronger of the two?",
        "Is the old lamp at the harbour brighter than the newer one?",
        "Are both granite and slate strong enough for the sea?",
        "Do old lighthouses shine as far as the newer ones in fog?",
        "What is the best one can do for safety at sea?",
        "두 가지 이유로 등대를 바닷가 높은 곳에 짓나요?",
        "Which of the two harbours is nearer to the open sea?",
        "Which of the two Corvin lamps was lit first?",
        "What is the better way of keeping a lamp clean at sea?",
        "화강암이랑 벽돌 둘 중에 뭐가 바닷바람에 더 오래 가?",
        "등대가 여러 곳 있는데 그중에 제일 오래된 건 어디예요?",
        "화강암 벽돌 둘 다 바닷바람에 오래 가나요?",
        "바다에서 더 밝은 불빛이 왜 늘 좋은 건 아니에요?",
    ],
)
def test_a_pick_among_what_the_question_itself_sets_side_by_side_stands_alone(question: str) -> None:
    before = "Which lamps does Corvin have?"
    assert understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200).text == question


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Who built Corvin?", "so how many stairs and windows does that one have today"),
        ("Who built Corvin?", "what do sailors on the open sea say about that thing"),
        ("Who built Corvin?", "how far out at sea can this guy be seen at night"),
        ("Who built Corvin?", "would sailors still find the harbour without this thing one day"),
        ("코빈은 누가 지었어?", "걔 계단은 정확히 다 해서 몇개인데 그래서"),
        ("코빈은 누가 지었어?", "얘는 먼 바다에서 밤에도 배까지 잘 보이는 편임?"),
        ("코빈은 누가 지었어?", "쟤도 먼 바다에서 밤에 배까지 잘 보이나 궁금함"),
        ("코빈은 누가 지었어?", "먼 바다에서 밤에도 배까지 그놈이 잘 보이는 편임?"),
        ("코빈은 누가 지었어?", "그 녀석은 먼 바다에서 밤에도 배까지 잘 보이는 편임?"),
        ("코빈은 누가 지었어?", "먼 바다에서 밤에도 배까지 그 애가 잘 보이는 편임?"),
        ("코빈은 누가 지었어?", "거기서 먼 바다까지 밤에 배가 잘 보이는 편임?"),
        ("코빈은 누가 지었어?", "말로보다 얘가 먼 바다에서 밤에 더 잘 보임?"),
    ],
)
def test_an_informal_pronoun_takes_the_name_of_the_turn_before(before: str, question: str) -> None:
    understood = understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200)
    assert understood.names[0] == "Corvin"


@pytest.mark.parametrize(
    "question",
    [
        "What do keepers call that thing that glows at sea?",
        "Is there a tool that model keepers take out to sea?",
        "바다 얘기는 등대지기들이 왜 그리 많이 하나요?",
        "등대지기 녀석들은 밤에 언제 어디서 잠을 자나요?",
        "이 애플리케이션 화면은 밤에 어떻게 어둡게 하나요?",
        "등대의 설치 요건은 어느 법에 어떻게 나와 있나요?",
    ],
)
def test_what_only_looks_like_an_informal_pronoun_is_none(question: str) -> None:
    assert understand(Question(question, history=(Turn("Who built Corvin?", ""),)), GLOSSARY, 200).text == question


@pytest.mark.parametrize(
    ("history", "question"),
    [
        (("Who built Corvin?", "how many lamps does it have"), "which of the two is the brighter one at sea"),
        (("Who built Corvin?", "and the bigger lamp"), "how far out at sea does that one shine at night"),
        (("Who built Corvin?", "the bigger of the two lamps?"), "how far does that one shine?"),
        (("코빈은 누가 지었어?", "걔 등불은 몇개임"), "둘 중에 큰놈은 밤에 바다에서 어디까지 보임"),
        (("코빈은 누가 지었어?", "둘 중에 큰 놈은?"), "얘는 밤에 바다에서 어디까지 보이는 편임"),
        (("코빈은 누가 지었어?", "계단은 몇 개인데?"), "그중에 실제로 밟고 올라가는건 다 해서 몇개임"),
    ],
)
def test_the_name_of_the_first_turn_reaches_the_third(history: tuple[str, ...], question: str) -> None:
    turns = tuple(Turn(text, "") for text in history)
    assert understand(Question(question, history=turns), GLOSSARY, 200).text == f"Corvin: {question}"


_LEANING = ("how tall is it", "the bigger one", "and that one", "걔는 얼마임", "그중에 큰놈은", "둘 다 보여?")


@given(st.lists(st.sampled_from(_LEANING), min_size=1, max_size=6))
def test_the_first_name_reaches_the_end_of_any_chain_of_questions_that_lean(chain: list[str]) -> None:
    *earlier, last = ("Who built Corvin?", *chain)
    turns = tuple(Turn(text, "") for text in earlier)
    assert understand(Question(last, history=turns), GLOSSARY, 200).text == f"Corvin: {split_openers(last)[1]}"


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (
            "What do lighthouse keepers gain from working at night?",
            "What about ordinary fishermen?",
            "What do ordinary fishermen gain from working at night?",
        ),
        (
            "How will the new law change work for harbour companies?",
            "and public schools?",
            "How will the new law change work for public schools?",
        ),
        (
            "How long do granite towers last at sea?",
            "What about brick towers?",
            "How long do brick towers last at sea?",
        ),
        (
            "등대지기가 밤에 일하면 어떤 점이 좋은가요?",
            "그럼 일반 회사는요?",
            "일반 회사가 밤에 일하면 어떤 점이 좋은가요?",
        ),
        ("밤에 일하면 선원은 뭐가 좋아요?", "등대지기들은 어때?", "밤에 일하면 등대지기는 뭐가 좋아요?"),
        (
            "How much does a bright lamp help sailors?",
            "and harbour companies too?",
            "How much does a bright lamp help harbour companies?",
        ),
        ("How does Corvin help sailors at night?", "And fishermen?", "How does Corvin help fishermen at night?"),
        ("코빈은 밤에 선원에게 왜 중요해요?", "그럼 어부는요?", "Corvin은 밤에 어부에게 왜 중요해요?"),
        (
            "How many doors and which helpers do sailors need?",
            "And fishermen?",
            "How many doors and which helpers do fishermen need?",
        ),
        ("기름의 단가가 선원한테 얼마나 중요해요?", "어부는요?", "기름의 단가가 어부한테 얼마나 중요해요?"),
        ("밤에 일하면 선원은 뭐가 좋아요?", "어부의 경우는요?", "밤에 일하면 어부는 뭐가 좋아요?"),
        ("앞으로 낡은 탑은 높이가 얼마나 될까요?", "그럼 새 탑은?", "앞으로 새 탑은 높이가 얼마나 될까요?"),
    ],
)
@pytest.mark.parametrize("answer", ["It is open.", "Zephyr에 나옵니다."])
def test_another_noun_of_the_kind_takes_the_place_of_the_earlier_one(
    before: str, question: str, whole: str, answer: str
) -> None:
    assert understand(Question(question, history=(Turn(before, answer),)), GLOSSARY, 200).text == whole


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("What do lighthouse keepers gain from working at night?", "What about the cost?"),
        ("What do lighthouse keepers gain from working at night?", "What about risks?"),
        ("How long is the night at sea in winter?", "What about ordinary fishermen?"),
        ("How can bright lamps help harbour companies at night?", "And fishermen?"),
        ("등대지기가 밤에 일하면 어떤 점이 좋은가요?", "비용은요?"),
        ("등대지기가 밤에 일하면 어떤 점이 좋은가요?", "겨울은 어때요?"),
        ("바다의 밤이 겨울에는 얼마나 길어요?", "그럼 일반 회사는요?"),
    ],
)
def test_what_is_no_other_noun_of_the_kind_is_asked_beside_the_earlier_question(before: str, question: str) -> None:
    understood = understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200)
    assert understood.text == f"{before}: {split_openers(question)[1]}"


@pytest.mark.parametrize(
    ("history", "question", "whole"),
    [
        (
            ("What do sailors gain from working at night?", "And keepers?"),
            "What about fishermen?",
            "What do fishermen gain from working at night?",
        ),
        (("선원이 밤에 일하면 뭐가 좋아요?", "등대지기는요?"), "어부는?", "어부가 밤에 일하면 뭐가 좋아요?"),
    ],
)
def test_one_noun_after_another_takes_the_place(history: tuple[str, ...], question: str, whole: str) -> None:
    turns = tuple(Turn(text, "Zephyr") for text in history)
    assert understand(Question(question, history=turns), GLOSSARY, 200).text == whole


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How long is the night at sea in winter?", "What about ordinary fishermen?"),
        ("바다의 밤이 겨울에는 얼마나 길어요?", "그럼 일반 회사는요?"),
    ],
)
def test_people_named_alone_are_asked_about_beside_the_question_and_not_the_answer(before: str, question: str) -> None:
    turn = Turn(before, "Zephyr has long nights. Zephyr의 밤은 깁니다.")
    assert (
        understand(Question(question, history=(turn,)), GLOSSARY, 200).text == f"{before}: {split_openers(question)[1]}"
    )


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How tall is the tower of Marlow?", "needs a lot of oil?"),
        ("How tall is the tower of Marlow?", "and powered by what back then?"),
        ("How tall is the tower of Marlow?", "supports how many visitors daily?"),
        ("How tall is the tower of Marlow?", "any good in thick fog?"),
        ("How tall is the tower of Marlow?", "costs in winter?"),
        ("말로 탑은 높이가 얼마예요?", "성능은 안개 낀 밤에도 좋아?"),
        ("말로 탑은 높이가 얼마예요?", "비용은 겨울밤에 많이 늘어?"),
        ("말로 탑은 높이가 얼마예요?", "기름은 몇통까지 들어감?"),
        ("말로 탑은 높이가 얼마예요?", "기름은 많이먹어?"),
        ("말로 탑은 높이가 얼마예요?", "설계 도면은 공개됐어?"),
        ("말로 탑은 높이가 얼마예요?", "야간 방문은 허용되나요?"),
        ("말로 탑은 높이가 얼마예요?", "겨울 안개만 따지면?"),
    ],
)
def test_a_short_question_without_a_subject_takes_that_of_the_turn_before(before: str, question: str) -> None:
    assert understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200).names == ("Marlow",)


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How tall is the tower of Marlow?", "Towers the size of hills?"),
        ("How tall is the tower of Marlow?", "How big will future lighthouses get?"),
        ("How tall is the tower of Marlow?", "How do small lamps help?"),
        ("How tall is the tower of Marlow?", "Whats the best way to keep sailors safe?"),
        ("How tall is the tower of Marlow?", "Lamps powered by sunlight?"),
        ("말로 탑은 높이가 얼마예요?", "앞으로 지을 초대형 등대는 높이가 얼마나 될까요?"),
        ("말로 탑은 높이가 얼마예요?", "비용은 이 글에서 얼마라고 해요?"),
        ("말로 탑은 높이가 얼마예요?", "전기 등불은 앞으로 어떻게 돼요?"),
        ("말로 탑은 높이가 얼마예요?", "선원들은 왜 등대를 좋아해요?"),
        ("말로 탑은 높이가 얼마예요?", "겨울 바다를 건너려면 뭐가 필요해요?"),
    ],
)
def test_a_short_question_with_a_subject_of_its_own_stands_alone(before: str, question: str) -> None:
    assert understand(Question(question, history=(Turn(before, "41 m"),)), GLOSSARY, 200).text == question
