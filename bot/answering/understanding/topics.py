"""What a question asks to be told about as a whole: "Tell me about the lamp", "등불이 뭐예요?", "the lamp?"."""

import re

from bot.answering.understanding.patterns import AUXILIARY, QUESTION_WORD, QUESTION_WORD_KO

_MOST_WORDS = 4
# Longer questions ask for more than that.
_MOST_CHARACTERS = 100
_ASKS_WHAT = re.compile(
    r"(?:what(?:['’]?s| is| are| was| were)(?:\s(?:exactly|actually))?"
    r"|define|explain|describe)\s+(?:(?:the|an?|this|these)\s+)?(?P<thing>[^,;:?!]+?)(?:\s(?:exactly|actually|anyway))?[\s?.!]*",
    re.IGNORECASE,
)
_ASKS_WHAT_KO = re.compile(
    r"(?P<thing>[^,;:?!]+?)(?:(?:이?라는|이란)\s?(?:게|건|것[은이]|거)|이?란"
    r"|은|는|이|가|도)?\s?(?:대체|도대체|정확히)?\s?(?:뭐|뭔|무엇|머|모)(?:야|예요|에요|이에요|이죠|죠|지|지요|인가|인가요|인지|인데|임|냐|니|니까"
    r"|입니까|더라|데|가요|까요)?(?:\s?(?:알려|설명해|말해)\s?(?:줘|주세요|줄래)\S*)?[\s?.!~ㅋㅎ]*"
)

_POLITELY = (
    r"(?:(?:please|pls|so|ok|okay|hey)[\s,]+)?(?:(?:can|could|will|would) you\s(?:please\s)?"
    r"|i(?:['’]d| would)? (?:like|love|want) (?:you )?to\s)?"
)
_TELL = (
    r"(?:(?:tell|teach)\s(?:me|us)\s(?:(?:a (?:bit|little)|all|everything|more|something)\s)*about"
    r"|(?:hear|know|learn|read|say something|talk)\s(?:(?:all|more)\s)?about"
    r"|(?:describe|explain|introduce|outline|recap|summari[sz]e)(?:\s(?:to )?(?:me|us))?"
    r"|(?:(?:give|show)\s(?:me|us)\s)?(?:(?:an?|the|some|any)\s)?(?:(?:brief|quick|short)\s)?"
    r"(?:details|facts|gist|info|information|introduction|outline|overview|recap|rundown|summary)\s(?:about|of|on|to)"
    r"|what\s(?:does|did)\s(?:the|this)\s(?:article|page|post|text|it)"
    r"\s(?:have to say|mention|say|state|tell(?: me| us)?)\s(?:about|of|on)"
    r"|what\s(?:do you know|can you (?:say|tell)(?: me| us)?|is (?:said|written))\s(?:about|of|on))"
)
_TOLD_ABOUT = re.compile(
    rf"{_POLITELY}{_TELL}\s+(?:(?:the|an?|this)\s+)?(?P<thing>[^,;:?!]+?)"
    r"(?:\s(?:briefly|for me|in (?:brief|general|short)|please|pls|then|though))*[\s?.!]*",
    re.IGNORECASE,
)
_TELL_KO = r"(?:가르쳐|들려|알려|알아보|(?:말|설명|소개|얘기|요약|이야기|정리)해?)"
_PLEASE_KO = (
    r"(?:줘[요봐]?|주라|주세요|주실래요|주시겠어요|주실 수 있나요|줄래요?|줄 수 있어|봐요?|부탁\S*|좀|요|해|ㄱㄱ)"
)
_HOW_KO = r"(?:간단히|간단하게|간략히|자세히|자세하게|짧게|쉽게|전체적으로|전부|다|더|좀|조금|한번|한 번)"
_IN_THE_TEXT_KO = r"(?:(?:이\s?)?(?:글|기사|문서|본문)(?:은|에|에서|에서는|에는)\s)?"
_TOLD_ABOUT_KO = re.compile(
    rf"{_IN_THE_TEXT_KO}(?P<thing>[^,;:?!]+?)"
    r"(?:에\s?(?:대해서?|관해서?)(?:는|도|선)?|에\s?(?:대한|관한)\s?(?:거|것|내용|설명|소개|얘기|이야기|정보)(?:를|을)?|을|를|도|은|는)?"
    rf"\s?(?:{_HOW_KO}\s?)*{_TELL_KO}(?:\s?{_PLEASE_KO})*[\s?.!~ㅋㅎ]*"
)
_SAID_ABOUT_KO = re.compile(
    rf"{_IN_THE_TEXT_KO}(?P<thing>[^,;:?!]+?)에\s?(?:대해서?|관해서?)(?:는|도|선)?\s?{_IN_THE_TEXT_KO}"
    r"(?:뭐라고|뭐라|뭐래|뭐가|(?:어떤|무슨) (?:내용|말|얘기|이야기)\S{0,2})\s?\S{0,6}(?:\s\S{1,4})?[\s?.!~ㅋㅎ]*"
)
_NAMED_ALONE = re.compile(
    rf"(?:(?:how|what) about\s)?(?!{AUXILIARY}\b)(?!.*(?:\b{QUESTION_WORD}|{QUESTION_WORD_KO}))(?P<thing>[^,;:?!]+?)"
    r"(?:은요|는요|이요|요)?[\s?.!~ㅋㅎ]*",
    re.IGNORECASE,
)


def thing_to_define(question: str) -> str:
    """What `question` asks the meaning of ("What is the beacon?"), empty where it asks anything else."""
    return _thing(question, _ASKS_WHAT, _ASKS_WHAT_KO)


def topic_of(question: str) -> str:
    """What `question` asks to be told about ("Tell me about the beacon"), empty where it asks for more.

    A question that is nothing but a few words is taken for the name of a topic.
    """
    return (
        _thing(question, _TOLD_ABOUT, _SAID_ABOUT_KO, _TOLD_ABOUT_KO)
        or thing_to_define(question)
        or _thing(question, _NAMED_ALONE)
    )


def _thing(question: str, *patterns: re.Pattern[str]) -> str:
    """The thing of the first of `patterns` that `question` as a whole is like; empty where it has many words."""
    if len(question) > _MOST_CHARACTERS:
        return ""
    found = next(filter(None, (pattern.fullmatch(question) for pattern in patterns)), None)
    thing = found["thing"].strip() if found else ""
    return thing if len(thing.split()) <= _MOST_WORDS else ""
