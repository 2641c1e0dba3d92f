"""Whether the passages state what is asked: the signs, weighed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.judgement import Judgement, Signs
from bot.answering.prompts import judging_prompt, judging_system_prompt, system_prompts
from config.language import Language
from tests.bot.answering.fakes import PASSAGES, settings

JUDGEMENT = Judgement(settings())
share = st.floats(0, 1)


@pytest.mark.parametrize("language", list(Language))
def test_clear_signs_decide(language: Language) -> None:
    assert JUDGEMENT.probability(Signs(0.95, 0.0, 1.0), language) > 0.9
    assert JUDGEMENT.probability(Signs(0.05, 0.9, 0.0), language) < 0.1


@given(share, share, share, share, st.sampled_from(Language))
def test_each_sign_pulls_its_own_way(low: float, high: float, one: float, other: float, language: Language) -> None:
    low, high = sorted((low, high))

    def weigh(stated: float, not_stated: float, covered: float) -> float:
        return JUDGEMENT.probability(Signs(stated, not_stated, covered), language)

    assert 0 <= weigh(low, one, other) <= weigh(high, one, other) <= 1
    assert weigh(one, high, other) <= weigh(one, low, other)
    assert weigh(one, other, low) <= weigh(one, other, high)


@pytest.mark.parametrize(("language", "question"), [(Language.ENGLISH, "How\nfar?"), (Language.KOREAN, "어디\n까지?")])
def test_what_is_judged_is_one_passage_and_the_question_on_one_line(language: Language, question: str) -> None:
    passage = next(passage for passage in PASSAGES if passage.language is language)
    prompt = judging_prompt(question, passage, language)
    assert prompt.system == judging_system_prompt(language)
    assert prompt.user.count("\n") == 1
    assert all(line in prompt.user for line in passage.lines)


def test_every_fixed_prompt_is_known_once() -> None:
    assert len(set(system_prompts())) == 4
