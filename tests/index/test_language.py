import unicodedata

import pytest

from config.language import Language
from index.language import detect_language


@pytest.mark.parametrize(
    "text",
    [
        "미스트랄 라지 3 활성 파라미터 수는?",
        "Llama 4의 context window는?",
        "라마4 context window 몇이야",
        "Llama 4 vs Gemma 3 비교",
        "“How to use” 뜻 알려줘",
        "매버릭",
        unicodedata.normalize("NFD", "라마 4 변형은?"),
        "ㅋㅋ 라마",
        "ㅇㅇ",
        "ㅁㅅㅌㄹ",
        "Mixture of Experts 장점",
        "state of the art 맞아?",
        "Chain-of-thought 추론 성능",
        "On-premises 배포 장점",
        "IT 업계 전망",
        "US 규제 대응",
        "Gemma 3 on a single GPU 가능",
    ],
)
def test_a_korean_question_is_korean_whatever_script_its_names_are_in(text: str) -> None:
    assert detect_language(text) is Language.KOREAN


@pytest.mark.parametrize(
    "text",
    [
        "How many parameters are active in Mistral Large 3?",
        "What is 젬마?",
        "What’s 미스트랄 라지?",
        "how many params does 미스트랄 라지 have?",
        "Explain 라마 4",
        "compare 라마 and 젬마",
        "What is 젬마 3의 context?",
        "WHAT IS 젬마?",
        "benefits of 젬마",
        "pros and cons of 젬마",
        "젬마 on my laptop",
        "why 딥시크 cheap",
        "MoE",
    ],
)
def test_an_english_question_is_english_whatever_script_its_names_are_in(text: str) -> None:
    assert detect_language(text) is Language.ENGLISH


@pytest.mark.parametrize("text", ["", "   ", "?!…", "41", "🦁" * 50])
def test_text_without_letters_is_english(text: str) -> None:
    assert detect_language(text) is Language.ENGLISH
