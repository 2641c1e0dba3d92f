"""What a message says beside its question: whom it speaks to, laughter, a change of subject, the answer's language."""

import re
from dataclasses import dataclass

from bot.answering.understanding.language_wishes import wish_for_language
from bot.answering.understanding.openers import any_opener, split_openers
from bot.answering.understanding.subject_changes import without_change_of_subject
from config.language import Language

_BOT = r"@?(?:haetae|해태)(?: ?(?:bot|봇))?"
_CALLS = f"{any_opener('calling', 'thanking')}|{any_opener('reacting', 'hesitating', before_a_pause=False)}|dear"
_HAIL = rf"(?:{_CALLS})[\s,!~]+"
_VOCATIVE = r"(?:야|님|씨|아)(?![가-힣])"
# What follows a bare name where it is spoken of, not to: "Haetae is offline?", "해태 누가 만들었어?".
_SPEAKS_OF_IT = (
    r"(?:(?:is|was|has|had|will|would|can|could|should|may|might|must)\b(?!\s(?:you|i|we)\b)|(?:bot|봇)"
    r"|(?:a|and|as|at|by|for|from|in|not|of|on|only|or|the|to|vs|with)\b"
    r"|(?!(?:how|what|when|where|who)s\b)[a-z]+(?<!s)s\b"
    r"|뭐|모야|누구|누가|무엇|뭔|이름|뜻|의미|만든|만들|어디|소개|사용|기능|안녕)"
)
_ADDRESSED_FIRST = re.compile(
    rf"^(?:{_HAIL}(?:{_BOT}|bot|봇)(?:{_VOCATIVE})?(?![\w'’])|{_BOT}{_VOCATIVE}|{_BOT}(?=\s*[,:!~])|@{_BOT[2:]}(?=\s)"
    rf"|{_BOT}(?=\s+\w)(?!\s+{_SPEAKS_OF_IT}))[\s,.:!~]*",
    re.IGNORECASE,
)
_ADDRESSED_LAST = re.compile(rf"\s*,\s*{_BOT}(?:{_VOCATIVE})?(?=[\s?!.~]*$)", re.IGNORECASE)
_LAUGHS = (
    r"(?:[ㅋㅎㅠㅜ~♡❤\U0001f300-\U0001faff]|\^\^;*|(?<!\w)(?:lol|lmao|ha(?:ha)++|he(?:he)++)(?!\w)|[:;]-?[)D](?!\w))"
)
# ㅎㅇ and ㅇㅋ are words, and ㅋㅋ가 뭐야 asks about one.
_LAUGHTER_FIRST = re.compile(rf"^(?:{_LAUGHS}++(?![ㄱ-ㅣ]|[가는란은이]\s)[\s,.!]*+)++", re.IGNORECASE)
_LAUGHTER_LAST = re.compile(rf"(?<![ㄱ-ㅣ])(?:[\s,]*+{_LAUGHS}[\s,.!]*+)++(?=\?*$)", re.IGNORECASE)
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
    """The question alone, the language it is to be answered in where the message says so, and whether it begins anew.

    `text` is empty where the message was nothing but that wish, and has no opener, unless it is nothing else: those
    it had are `openers`. It begins anew where it says that the subject changes.
    """

    text: str
    language: Language | None
    changes_subject: bool
    openers: str = ""


def unframed(message: str) -> Unframed:
    """`message` without its address, laughter, openers, change of subject and its wish for a language.

    Address, laughter, openers or a change of subject alone is left.
    """
    text = message
    for pattern in (_LAUGHTER_FIRST, _LAUGHTER_LAST, _ADDRESSED_FIRST, _ADDRESSED_LAST):
        text = _without(pattern, text)
    openers, rest = split_openers(text)
    text = without_change_of_subject(rest)
    if changes_subject := text != rest:
        openers, text = split_openers(text)
    wish = wish_for_language(text)
    if wish is None:
        return Unframed(text, None, changes_subject, openers)
    start, end, language = wish
    rest = _SPACE_BEFORE_SIGN.sub("", f"{text[:start]} {text[end:]}").strip(" ,:;")
    return Unframed(rest if _LETTERS.search(rest) else "", language, changes_subject, openers)


def without_introduction(text: str) -> str:
    """`text` without what its writer says of where they live, work or study."""
    return _INTRODUCTION.sub(" ", text)


def _without(pattern: re.Pattern[str], text: str) -> str:
    rest = pattern.sub("", text, count=1)
    return rest if _LETTERS.search(rest) else text
