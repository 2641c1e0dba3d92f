import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.judging.matching import states, unmet, without_marks


@pytest.mark.parametrize(
    ("text", "alternative"),
    [
        ("It was trained on 3,000 GPUs.", "3000"),
        ("GPU 3천 개로 학습했습니다.", "3000"),
        ("활성 매개변수는 410억 개입니다.", "41B"),
        ("41 billion parameters are active.", "41B"),
        ("컨텍스트는 12만 8천 토큰이에요.", "128K"),
        ("It beats Llama 405B.", "Llama-405B"),
        ("on-premises deployment", "on premises"),
        ("온 프레미스에서 돌아가요.", "온프레미스"),
        ("단일GPU에서", "단일 GPU"),
        ("MMLU and ARC.", "ARC"),
        ("two GPUs", "GPU"),
        ("democratization of AI", "democrati*"),
        ("**Scout** and Maverick", "scout"),
        ("Gemma\u200b 3", "Gemma 3"),
    ],
)
def test_states_what_is_written_another_way(text: str, alternative: str) -> None:
    assert states(text, alternative)


@pytest.mark.parametrize(
    ("text", "alternative"),
    [
        ("It has 128K tokens.", "8K"),
        ("컨텍스트는 128K입니다.", "8K"),
        ("open research", "ARC"),
        ("V3.1 came later", "V3"),
        ("the H200", "200"),
        ("Gemma 3만 지원합니다.", "30000"),
        ("Scouting", "Scout"),
        ("41.5B", "41B"),
    ],
)
def test_does_not_state_what_only_looks_alike(text: str, alternative: str) -> None:
    assert not states(text, alternative)


def test_every_requirement_needs_one_of_its_alternatives() -> None:
    requirements = (("41B",), ("active", "활성"), ("MoE", "Mixture of Experts"))
    assert unmet("Its 41B active parameters", requirements) == (("MoE", "Mixture of Experts"),)


def test_a_citation_mark_is_no_figure() -> None:
    assert not states(without_marks("Gemma 3 runs on it [1][2, 3]."), "1")


def test_an_alternative_without_a_word_is_a_fault() -> None:
    with pytest.raises(ValueError, match="no word"):
        states("text", "*")


@given(st.text(max_size=60))
def test_a_name_is_found_whatever_stands_before_it(text: str) -> None:
    assert states(f"{text} \n Gemma 3", "Gemma 3")


@given(st.integers(min_value=1, max_value=999_999))
def test_a_number_is_found_however_it_is_grouped(number: int) -> None:
    assert states(f"exactly {number:,} of them", str(number))
    assert states(f"정확히 {number:,}개", str(number))
