"""Which answers show that the article lacks something its readers want to know."""

import re

from bot.answering.answer import Answer, Reason

UNHELPFUL = "unhelpful"
"""The reason of an asking that was answered, but voted unhelpful; the others are those of the answer."""

REASONS = frozenset({Reason.NOT_STATED, Reason.UNKNOWN_NAME, Reason.UNSUPPORTED, Reason.FALSE_PREMISE})

# Texts that speak to the program instead of asking: whoever writes them wants no gap closed.
_ATTACK = re.compile(
    r"\b(?:ignore|forget|disregard|override)\b.{0,40}\b(?:instructions?|rules?|prompts?|above|previous)\b"
    r"|\b(?:system|your|hidden|initial) (?:prompt|instructions?|message)\b"
    r"|\b(?:repeat|print|show|output)\b.{0,40}\babove\b"
    r"|\b(?:debug|developer|admin|jailbreak|dan) mode\b|\b(?:bot|discord|api) token\b|from now on\b"
    r"|\bpretend\b|\bact as\b|\brole-?play\b|\bbe my \w+|<\|\w+\|>|<[@#][!&]?\d+>|@(?:everyone|here)\b"
    r"|(?:지시|명령|프롬프트|설정).{0,12}(?:무시|잊|보여|출력|공개)"
    r"|(?:시스템|숨겨진|초기) ?(?:프롬프트|지시|메시지)"
    r"|위에 (?:있는|적힌|쓰인)|(?:디버그|개발자|관리자) ?모드|토큰.{0,10}(?:보여|알려|출력)"
    r"|(?:앞으로|이제부터|지금부터).{0,60}(?:답해|하자|말해)"
    r"|인 ?척|처럼 (?:말해|행동|굴)|역할극|라고만? (?:답|말|대답)",
    re.IGNORECASE | re.DOTALL,
)


def shows_gap(answer: Answer) -> bool:
    """Whether a refusal shows a gap: the article lacks what was asked, and it was a question."""
    return answer.refused and answer.reason in REASONS and not is_attack(answer.question)


def is_attack(text: str) -> bool:
    """Whether `text` tells the program what to be or do, or wants its inside."""
    return _ATTACK.search(text) is not None
