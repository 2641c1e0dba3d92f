"""The language that a message wants its answer in, where it says so."""

import re

from config.language import Language

_NAME = r"(?:english|korean)\b"
_POLITE = r"(?:please|pls|plz|thanks)"
_COURTESY = rf"(?:{_POLITE}|kindly|just|now|(?:can|could|would|will) you)"
_SAY = r"(?:answer|reply|respond|write|say|speak|talk|repeat|explain|translate|give|tell|show|put)"
_THAT = r"(?:me|us|it|this|that|back|again|(?:the|your) answer)"
# The whole message.
_ALONE = (
    rf"^(?:not\s+(?:in\s+)?{_NAME}[\s,]+(?:but\s+)?)?(?:{_COURTESY}[\s,]+){{0,3}}(?:{_SAY}\s+(?:{_THAT}\s+){{0,3}}(?:(?:in|into|to)\s+)?|(?:in|into|to)\s+)"
    rf"{_NAME}(?:[\s,]+(?:{_POLITE}|again|instead|now|this time|too|as well)){{0,3}}\W*$"
    rf"|^{_NAME}[\s,]+{_POLITE}\W*$"
)
# A verb that begins a sentence or follows a courtesy is a wish: "Can Gemma 3 answer in Korean?" asks about a model.
_VERB = (
    r"(?:^|(?<=[.!?…,;:()\-–—])\s*|(?=\b(?:please|pls|kindly|can|could|would)\s))"
    r"(?:\b(?:please|pls|kindly|just|also|now|(?:can|could|would) you)\s+){0,3}"
    r"\b(?:(?:answer|reply|respond|write|say|explain|tell)\s+(?:(?:me|it|this|that|back)\s+)?in"
    r"|(?:answer|reply|respond)|translate\s+(?:(?:it|this|that)\s+)?(?:in)?to)"
    rf"\s+{_NAME}(?:[\s,]*{_POLITE})?[\s.,:;!?-]*"
)
_FIRST = rf"^in\s+{_NAME}(?:[\s,]+{_POLITE})?\s*[,:]\s*"
_LAST = (
    rf"(?:\s*[,(]\s*in\s+{_NAME}(?:[\s,]+{_POLITE})?|\s+in\s+{_NAME}[\s,]+{_POLITE}|(?<=[?!.])\s+in\s+{_NAME}"
    rf"|(?<=[?!.])\s+{_NAME}[\s,]+{_POLITE})\)?(?=[\s?!.~]*$)"
)
_LAST_OF_REQUEST = re.compile(rf"\s+in\s+{_NAME}(?=[\s?!.~]*$)", re.IGNORECASE)
# What is wanted is a thing: "Explain how Gemma 3 writes in Korean" asks about a model.
_REQUEST = re.compile(
    rf"(?:{_COURTESY}[\s,]+){{0,3}}(?:explain|describe|define|summari[sz]e|list|(?:tell|show|give) (?:me|us))"
    r"(?:\s+(?!(?:how|why|which|that|whether|if|who|where|when)\b)\S+){0,8}",
    re.IGNORECASE,
)

_NAME_KO = r"(?:영어|영문|한국어|한국말|한글|우리말)로"
_AGAIN_KO = r"(?:(?:다시|한\s?번만?|번역|도|만|좀|요)\s*){0,4}"
_SAY_KO = r"(?:답변?|대답|말씀?|설명|얘기|이야기|작성)?\s*(?:해|알려|써|적어|가르쳐|보여|들려)?"
_GIVE_KO = (
    r"(?:(?:줘[요라]?|주세요|주십시오|줄래요?|주실래요?)(?![가-힣])|부탁\S*"
    r"|(?:줄|주실)\s?수\s?있(?:어|나|니|냐|을까|을지|습|겠|는지|으[시신실세셔])\S*)"
)
_BEFORE_KO = (
    r"(?:(?:이번엔|이제|다시|방금\s?거|[그이](?:거|걸|것|것을)|답변?을?"
    r"|(?:영어|한국어|한국말|한글)(?:로)?\s말고)[\s,]+){0,3}"
)
_ALONE_KO = rf"^{_BEFORE_KO}{_NAME_KO}\s*{_AGAIN_KO}{_SAY_KO}\s*(?:좀\s*)?(?:{_GIVE_KO}|해?요|ㄱㄱ)?[\s.,:;!?~]*$"
_VERB_KO = (
    rf"{_NAME_KO}\s*{_AGAIN_KO}(?:{_SAY_KO}\s*{_GIVE_KO}|(?:답변?|대답|말)해[요라]?(?=\s*(?:$|[.,:;!?~]))"
    r"|(?:설명|답변|대답)\s?좀?(?=\s*(?:$|[.,:;!?~])))[\s.,:;!?~]*"
)
_FIRST_KO = rf"^{_NAME_KO}\s*[,:]\s*"
_LAST_KO = rf"(?:(?<=[줘요오야?!.])\s*|\s*[,(]\s*){_NAME_KO}(?:\s?(?:요|좀|부탁\S*))?\)?(?=[\s?!.~]*$)"
_BEFORE_SUMMARY_KO = rf"(?<!\S){_NAME_KO}\s+(?=(?:\S+\s){{0,2}}(?:요약|정리)(?:\s?좀|\s?부탁|\s?해\s?[줘주])\S*\W*$)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        *(_ALONE, _VERB, _FIRST, _LAST),
        *(_ALONE_KO, _VERB_KO, _FIRST_KO, _LAST_KO, _BEFORE_SUMMARY_KO),
    )
)
# Whoever stands right before is to answer: "Gemma 3는 영어로 답해줘?". Of Hangul only an ability tells a name.
_NAMED_KO = re.compile(r"[A-Za-z0-9](?:는|은|이|가)\s*$")
_SUBJECT_KO = re.compile(r"[가-힣](?:는|은|이|가|면)\s*$")
_ABILITY_KO = re.compile(r"수\s?있|줘요?\s*\?")

_LANGUAGES = dict.fromkeys(("english", "영어", "영문"), Language.ENGLISH)
_LANGUAGES |= dict.fromkeys(("korean", "한국어", "한국말", "한글", "우리말"), Language.KOREAN)
_NAMES = re.compile("|".join(_LANGUAGES), re.IGNORECASE)


def wish_for_language(message: str) -> tuple[int, int, Language] | None:
    """Where `message` wishes for a language, from and to, and for which; None where it does not."""
    found = (pattern.search(message) for pattern in _PATTERNS)
    wish = next((wish for wish in found if wish and not _is_asked_of_another(message, wish)), None)
    wish = wish or _at_the_end_of_a_request(message)
    if wish is None:
        return None
    *_, name = _NAMES.findall(wish[0])  # before it may stand the one that is not wanted
    return wish.start(), wish.end(), _LANGUAGES[name.casefold()]


def _is_asked_of_another(message: str, wish: re.Match[str]) -> bool:
    before = message[: wish.start()]
    if _NAMED_KO.search(before):
        return True
    return _SUBJECT_KO.search(before) is not None and _ABILITY_KO.search(wish[0]) is not None


def _at_the_end_of_a_request(message: str) -> re.Match[str] | None:
    wish = _LAST_OF_REQUEST.search(message)
    return wish if wish and _REQUEST.fullmatch(message[: wish.start()].strip()) else None
