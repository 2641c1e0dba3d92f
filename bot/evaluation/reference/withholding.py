"""Whether a free text says that it does not know. The naive pipeline marks no refusal, it can only word one."""

import re

from bot.answering.sentences import sentences

_SOURCE = r"(?:context|text|article|passage|document|information|source)s?"
_SAYS = r"(?:mention|state|specif|provide|contain|include|say|give)"
_NOT = r"(?:not|n['’]t)"
_WITHHELD = re.compile(
    rf"\bI\b.{{0,20}}(?:{_NOT} (?:know|sure|find|have|answer|determine)|unable)"
    rf"|\b{_SOURCE}\b.{{0,40}}(?:do|does|did) ?{_NOT} (?:\w+ly )?{_SAYS}"
    rf"|{_NOT} (?:\w+ly )?(?:mentioned|stated|specified|provided|given|disclosed|included|available|known)\b"
    r"|\bno (?:\w+ )?(?:information|mention)\b|\b(?:unknown|cannot be (?:determined|answered))\b"
    r"|모르|알 수 없|알지 못|찾을 수 없|답할 수 없|답변할 수 없"
    r"|(?:언급|명시|제공|포함|기재|공개|설명|제시|소개)\S{0,3} ?(?:있지 않|않|안 |못)"
    r"|(?:나와|적혀|쓰여|실려) ?(?:있지 않|있지는 않)|나오지 ?(?:는 )?않"
    r"|(?:정보|내용|언급|설명|답)\S{0,2} ?(?:전혀 )?없",
    re.IGNORECASE,
)


def is_withheld(text: str) -> bool:
    """Whether the first sentence of `text`, Korean or English, says that the answer is not known or not stated.

    A text without a sentence says nothing and withholds, too.
    """
    first = next(iter(sentences(text)), "")
    return not first or _WITHHELD.search(first) is not None
