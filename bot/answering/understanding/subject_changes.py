"""What says that another subject follows: "different topic:", 딴 얘긴데."""

import re

_BEGINNING_EN = r"(?:(?:got|here['’]s|i have|i['’]ve got|let me ask|let['’]?s|on)\s)?"
_OTHER_EN = (
    r"(?:an?\s)?(?:(?:completely|slightly|totally)\s)?"
    r"(?:(?:another|different|new|next|other|random|separate|unrelated)\s(?:matter|note|question|subject|thing|topic)"
    r"|(?:to\s)?chang(?:e|ing)(?:\sof)?(?:\sthe)?\s(?:subject|topic)s?|switching\s(?:subject|topic)s?"
    r"|moving on|not related|off[\s-]topic|something else|unrelated)(?:\s(?:here|though))?"
)
_BEFORE_QUESTION = r"(?:(?<=question)|(?<=subject)|(?<=topic))(?=\s(?:how|what|when|where|which|who|why)\b)"
_CHANGE_EN = rf"{_BEGINNING_EN}{_OTHER_EN}(?:\s*[,:;.!–—-]+(?:\s*but\b)?|\s+but\b|{_BEFORE_QUESTION})\s*"

_BEGINNING_KO = r"(?:(?:갑자기|맞다|완전|이건|이번엔?)[\s,]+){0,2}"
_ASIDE_KO = r"그건\s?그렇고|(?:[그이](?:것|거)(?:과|와|이?랑)는?\s)?별개로|뜬금\s?없지만"
_OTHER_KO = (
    r"(?:(?:또\s?)?다른|딴|새|새로운|별개의?|엉뚱한|(?:관계|관련|뜬금|상관)\s?없는)\s?"
    r"(?:(?:말|주제|질문|화제)(?:이에요|이긴\s?한데|이요|이지만|인데|임|입니다만?)"
    r"|(?:소리|얘기|이야기)(?:예요|요|이?긴\s?한데|인데|입니다만?|지만)|(?:소린|얘긴|이야긴)데"
    r"|질문\s?(?:(?:좀|하나)\s?)*(?:드릴게|있는데|있어|하자면|할게)|(?:얘기|이야기|주제|질문)(?=\s*[,:-])"
    r"|(?:거|걸|것)\s?(?:(?:좀|하나)\s?)*(?:물어|여쭤|질문)\s?(?:보자면|볼게|봐도\s?[돼될]\S*|할게|해도\s?[돼될]\S*))"
)
_TURNED_KO = r"(?:주제|화제)[를을]?\s?(?:좀\s?)?(?:바꾸자면|바꿀게|바꿔서|바꿔\s?(?:보자면|볼게))"
_CHANGE_KO = rf"{_BEGINNING_KO}(?:{_ASIDE_KO}|{_OTHER_KO}|{_TURNED_KO})요?(?![가-힣])[\s,.:;!?~-]+"
_CHANGE = re.compile(rf"{_CHANGE_EN}|{_CHANGE_KO}", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")


def without_change_of_subject(text: str) -> str:
    """`text` without the words that say its subject is another than before; as it is where it is nothing but those."""
    change = _CHANGE.match(text)
    rest = text[change.end() :] if change else ""
    return rest if _LETTERS.search(rest) else text
