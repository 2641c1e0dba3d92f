"""What a message says beside its question: whom it speaks to, and in which language it wants the answer."""

import re
from dataclasses import dataclass

from config.language import Language

_BOT = r"@?(?:haetae|해태)(?: ?(?:bot|봇))?"
_HAIL = r"(?:hey|hi|hello|yo|ok|okay|dear|안녕(?:하세요)?|저기요?|헤이)[\s,!~]+"
_VOCATIVE = r"(?:야|님|씨|아)(?![가-힣])"
# Bare at the start only a greeting, a vocative or a comma makes it an address: "Haetae is offline?" speaks of it.
_ADDRESSED_FIRST = re.compile(
    rf"^(?:{_HAIL}{_BOT}(?:{_VOCATIVE})?(?![\w'’])|{_BOT}{_VOCATIVE}|{_BOT}(?=\s*[,:!~])|@{_BOT[2:]}(?=\s))[\s,.:!~]*",
    re.IGNORECASE,
)
_ADDRESSED_LAST = re.compile(rf"\s*,\s*{_BOT}(?:{_VOCATIVE})?(?=[\s?!.~]*$)", re.IGNORECASE)

_ENGLISH_NAMES = r"(?P<name>english|korean)"
# A verb that begins a sentence or follows a courtesy is a wish: "Can Gemma 3 answer in Korean?" asks about a model.
_ENGLISH_WISH = re.compile(
    rf"(?:^|(?<=[.!?…,;:()\-–—])\s*|(?=\b(?:please|pls|kindly|can|could|would)\s))"
    rf"(?:\b(?:please|pls|kindly|just|also|now|(?:can|could|would) you)\s+){{0,3}}"
    rf"\b(?:answer|reply|respond|write|say)\s+(?:(?:me|it|this|that|back)\s+)?in\s+{_ENGLISH_NAMES}\b(?:[\s,]*(?:please|pls))?[\s.,:;!?-]*",
    re.IGNORECASE,
)
_ENGLISH_WISH_LAST = re.compile(
    rf"(?:\s*[,(]\s*in\s+{_ENGLISH_NAMES}(?:[\s,]+(?:please|pls))?|\s+in\s+(?P<name2>english|korean)[\s,]+(?:please|pls))"
    r"\)?(?=[\s?!.~]*$)",
    re.IGNORECASE,
)
_KOREAN_WISH = re.compile(
    r"(?P<name>영어|영문|한국어|한국말|한글|우리말)로\s*(?:만\s*)?"
    r"(?:(?:답변?|대답|말씀?|설명|얘기|이야기|작성)?\s*(?:해|알려|써|적어|가르쳐)?\s*"
    r"(?:(?:줘[요라]?|주세요|주십시오|줄래요?|주실래요?)(?![가-힣])|부탁\S*"
    r"|(?:줄|주실)\s?수\s?있(?:어|나|니|냐|을까|을지|습|겠|는지|으[시신실세셔])\S*)"
    r"|(?:답변?|대답|말)해[요라]?(?=\s*(?:$|[.,:;!?~])))[\s.,:;!?~]*"
)
_ENGLISH = ("english", "영어", "영문")
_KOREAN = ("korean", "한국어", "한국말", "한글", "우리말")
_LANGUAGES = dict.fromkeys(_ENGLISH, Language.ENGLISH) | dict.fromkeys(_KOREAN, Language.KOREAN)
# What the asker is, and where: names in it are not asked about. The bounds keep hostile messages from taking seconds.
_INTRODUCTION = re.compile(
    r"\b(?:I|we)(?:['’](?:m|re)|\s(?:am|are|live|work|study))\s+"
    r"(?:an?|the|at|based|from|in|living|new|on|studying|working)\b[^.!?;,]*[.!?;,]"
    r"|(?<!\S)[^\s,.?!]{1,20}에서?\s?(?:일하|사|살|공부하|근무하|다니)\S{0,4}데요?(?=[\s,])",
    re.IGNORECASE,
)
_SPACE_BEFORE_SIGN = re.compile(r"\s+(?=[?!.])|(?<=\s)\s+")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Unframed:
    """The question alone, and the language it is to be answered in where the message says so.

    `text` is empty where the message was nothing but that wish.
    """

    text: str
    language: Language | None


def unframed(message: str) -> Unframed:
    """`message` without its address and its wish for a language. An address alone is left as it stands."""
    text = _without(_ADDRESSED_LAST, _without(_ADDRESSED_FIRST, message))
    for pattern in (_ENGLISH_WISH, _ENGLISH_WISH_LAST, _KOREAN_WISH):
        if wish := pattern.search(text):
            name = next(filter(None, wish.groups()))
            rest = _SPACE_BEFORE_SIGN.sub("", f"{text[: wish.start()]} {text[wish.end() :]}").strip(" ,:;")
            return Unframed(rest if _LETTERS.search(rest) else "", _LANGUAGES[name.casefold()])
    return Unframed(text, None)


def without_introduction(text: str) -> str:
    """`text` without what its writer says of where they live, work or study."""
    return _INTRODUCTION.sub(" ", text)


def _without(pattern: re.Pattern[str], text: str) -> str:
    rest = pattern.sub("", text, count=1)
    return rest if _LETTERS.search(rest) else text
