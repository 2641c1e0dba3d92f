"""Whether a question is answered by yes or no."""

import re

from bot.answering.understanding.patterns import (
    AFTER_PREPOSITION,
    AUXILIARY,
    QUESTION_WORD,
    QUESTION_WORD_KO,
    TOLD,
)
from index.hangul import syllables_ending_in

_TRAILING = r"[\s?？.!~…ㅋㅎㅠㅜ]*"
_CLAUSE = r"(?:^|[.,:;!?—–-]\s*|\b(?:actually|also|and|but|now|or|really|so|still|then|yet)\s+)"
# Can you tell me …: a request.
_ASKS_TO = (
    r"you (?:(?:please|kindly|maybe) )?(?:compare|define|describe|explain|give|list|name|say|show|summari[sz]e|tell)"
)
_BEGINS = re.compile(rf"{_CLAUSE}{AUXILIARY}\s+(?!{_ASKS_TO}\b)\w", re.IGNORECASE)
_ENDS = re.compile(rf"[,.]\s*(?:correct|no|right|yes){_TRAILING}$|^(?:any|ok to|okay to)\b", re.IGNORECASE)
_QUESTION_WORD = re.compile(rf"{_CLAUSE}{AFTER_PREPOSITION}{QUESTION_WORD}(?! about\b)", re.IGNORECASE)

_QUESTION_WORD_KO = re.compile(rf"{QUESTION_WORD_KO}|이유|까닭|방법")
_REQUEST_KO = re.compile(rf"(?:{TOLD}|비교|번역|작성|써|짜)\s?(?:해\s?)?(?:줘|주|줄|봐|달라|다오|좀)")
# The syllables that end in ㅁ or ㄻ, as a predicate does in haste: 됨, 있음, 많이 듦.
_HASTY = syllables_ending_in("ㅁㄻ")
# How a predicate ends that asks; 은요 and 는요 end a noun.
_PREDICATE_KO = re.compile(
    rf"(?:(?<![은는])요|까|[가-힣]니|냐|나|죠|지|(?<!이름)(?<!요금)[{_HASTY}]|남|는지|던가|인가|[는은]가|네|야|습니까|는데|[대래]"
    rf"|[어아여해돼되라려겨져켜워와봐]|줘(?=[요\s]*[?？])|[다라](?:고|며|면서|던데)|맞[어나]?){_TRAILING}$"
)


def asks_yes_or_no(question: str) -> bool:
    """Whether yes or no is an answer to `question`, in either language: "Can it …?", "… 되나요?"."""
    if re.search(r"[가-힣]", question):
        asks_for_more = _QUESTION_WORD_KO.search(question) or _REQUEST_KO.search(question)
        return not asks_for_more and _PREDICATE_KO.search(question) is not None
    if _QUESTION_WORD.search(question):
        return False
    return (_BEGINS.search(question) or _ENDS.search(question)) is not None
