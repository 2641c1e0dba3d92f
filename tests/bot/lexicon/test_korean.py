import pytest

from bot.lexicon.korean import KoreanLexicon


@pytest.fixture(scope="module")
def korean() -> KoreanLexicon:
    return KoreanLexicon()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("엑사원 활성 파라미터 수는?", ("엑사원",)),
        ("솔라 프로는 매개변수가 몇 개야?", ("솔라",)),
        ("하이퍼클로바랑 카나나 중에 뭐가 더 나아요?", ("하이퍼클로바", "카나나")),
        ("중국에서 만든 거예요?", ("중국",)),
        ("이게 엑사원임?", ("엑사원",)),
        ("엑사원 MMLU 점수는?", ("엑사원",)),
        ("유럽의 GDPR 지켜?", ("유럽",)),
    ],
)
def test_names_and_words_in_no_dictionary_are_found_without_particles(
    korean: KoreanLexicon, text: str, names: tuple[str, ...]
) -> None:
    assert korean.unfamiliar(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "활성 파라미터 수가 얼마예요?",
        "우리 회사 서버에 올려서 써도 돼요?",
        "왜 이렇게 인기가 많아졌대?",
        "추론속도 어떰?",
        "Llama 4는 누가 만들었어?",
        "Llama 4가 모야",
        "유럽 GDPR 지킬 수 있어?",
        "Llama 4 왤케 싸?",
        "Llama 4 레전드 아님?",
        "",
    ],
)
def test_ordinary_words_and_latin_script_are_not(korean: KoreanLexicon, text: str) -> None:
    assert korean.unfamiliar(text) == ()


@pytest.mark.parametrize("text", ["한국어로 알려줘", "엑셀로 정리해 줘", "글카 하나로 됨?"])
def test_what_an_answer_is_to_be_given_by_is_no_subject(korean: KoreanLexicon, text: str) -> None:
    assert korean.unfamiliar(text) == ()


def test_each_is_told_once(korean: KoreanLexicon) -> None:
    assert korean.unfamiliar("팔콘이요? 팔콘은 왜요?") == ("팔콘",)
