import pytest

from bot.judging.facts import Facts, facts_of, invented, reply_language
from config.language import Language

ARTICLE = facts_of(
    [
        "Mistral Large 3 has 41B active parameters and was trained on 3000 NVIDIA H200 GPUs.",
        "Gemma 3는 단일 GPU에서 돌아갑니다. OpenAI의 o3-mini와 Llama-405B.",
        "MMLU, GSM8K and ARC; Meta shipped two variants.",
    ]
)


@pytest.mark.parametrize(
    "answer",
    [
        "Mistral Large 3 has 41 billion active parameters [1].",
        "활성 매개변수는 410억 개예요 [2].",
        "GPU 3천 개로 학습했어요.",
        "1. Meta shipped 2 variants.\n2. It beats Llama 405B.",
        "Gemma 3는 GPU 1장이면 됩니다.",
        "- Runs on one GPU\n- Competes with o3-mini",
    ],
)
def test_what_the_article_states_is_not_invented(answer: str) -> None:
    assert invented(answer, ARTICLE) == ()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("It needs 8 GPUs.", ("8",)),
        ("GPU가 8장 필요해요.", ("8",)),
        ("Its CEO is Arthur Mensch.", ("CEO", "Arthur", "Mensch")),
        ("대표는 Arthur Mensch입니다.", ("Arthur", "Mensch")),
        ("675B parameters, trained on H100s", ("675B", "H100s")),
    ],
)
def test_figures_and_names_the_article_lacks_are_invented(answer: str, expected: tuple[str, ...]) -> None:
    assert invented(answer, ARTICLE) == expected


@pytest.mark.parametrize(
    ("reply", "language"),
    [
        ("MMLU, GSM8K, ARC입니다.", Language.KOREAN),
        ("Mistral Large 3의 활성 매개변수는 41B예요.", Language.KOREAN),
        ("Forty-one billion parameters are active.", Language.ENGLISH),
        ("The article (글) does not say.", Language.ENGLISH),
        ("41B", None),
        ("Gemma 3 [1]", None),
    ],
)
def test_the_language_of_a_reply_is_that_of_its_own_words(reply: str, language: Language | None) -> None:
    assert reply_language(reply, ARTICLE) is language


def test_facts_add_up() -> None:
    both = ARTICLE | facts_of(["Opus costs $15"])
    assert invented("Opus costs $15", both) == ()
    assert Facts(frozenset(), frozenset()) | both == both
