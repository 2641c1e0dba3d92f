"""Patterns that several rules read, and patterns made of several."""

import re

TOLD = r"(?:알려|설명|말해|정리|요약|들어|나열|추천|소개|꼽아?|골라|뽑아?|얘기|이야기)"
"""What is asked for when something is to be told: 알려 줘."""
TOLD_SO_MANY = rf"(?:만|씩|정도|쯤)?\s*(?:더\s*)?{TOLD}"
"""The same behind a number of things: 3개만 더 알려 줘."""


AUXILIARY = r"(?:am|are|can|could|did|do|does|had|has|have|is|may|might|must|should|was|were|will|would)(?:n['’]?t)?"
"""What a question of yes or no begins with in English."""
QUESTION_WORD = r"(?:how|what|when|where|which|who|whom|whose|why)\b"
AFTER_PREPOSITION = r"(?:(?:about|at|by|during|for|from|in|of|on|to|under|with)\s+)?"
"""May stand before a question word: with which models."""
QUESTION_WORD_KO = (
    r"(?:무엇|무슨|뭐|뭘|뭔|뭡|머[고야예였죠지]|어떤|어떨|어떻|어떠|어떰|어때|어땠|어떡|어쩌|어느|누구|누가|누굴|누군|언제|어디|어딘"
    r"|왜|얼마|얼만|며칠|(?<!몇)몇)"
)


def any_of(*patterns: str) -> re.Pattern[str]:
    """What any of `patterns` finds, in capitals or not."""
    return re.compile("|".join(patterns), re.IGNORECASE)
