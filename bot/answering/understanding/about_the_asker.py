"""What askers say of themselves and of how to answer, which the article need not know."""

import re
from collections.abc import Sequence

from bot.answering.understanding.framing import without_introduction
from bot.answering.understanding.patterns import TOLD_SO_MANY
from bot.answering.understanding.pointing import compares_with_a_thing, means_a_thing

# How long an answer is wished for, and for whom: in 5 points, 20자로, to a 10 year old.
_FORM = re.compile(
    r"\d+\s(?:\w+\s)?(?:points?|sentences?|words?|lines?|bullets?|paragraphs?|items?|reasons?|ways?|examples?|things?|facts?)\b"
    r"|\b(?:give|list|name|tell|show|find|write)(?: me| us)?(?: the| top| your)? \d+\b|\btop \d+\b"
    r"|\d+[\s-]years?[\s-]olds?\b"
    r"|\d+\s?(?:가지|문장|단어|줄|글자|항목|마디|단락|살|자(?:로|\s|이내))"
    rf"|\d+\s?개{TOLD_SO_MANY}",
    re.IGNORECASE,
)
_FIRST_MARK = re.compile(r"(?:^|\s)1[.)]\s")
_MARK = re.compile(r"(?:^|(?<=\s))\d{1,2}[.)](?=\s)")

# Where what they say of themselves ends: at a figure such as articles give (1M), and where another clause begins.
_FIGURE = r"\d[\d.,]*\s?(?:(?-i:[KMBTkmb])\b|thousand|million|billion|trillion|[천만억조](?!\s?[명원]))"
_CLAUSE = (
    r"\b(?:and(?!\s(?:\d|an?\s|my\s|one\s|two\s))|but|so|because|can|could|will|would|should|is|are|does|do|did"
    r"|which|what|how|why|when|where|who|that)\b"
)
_HEARSAY = r"[라다대]는데|[라다]던데|[라다]고|듣|들었|알기로|궁금|왜|어떻게"
# After these the asker asks, supposes or reports, and says nothing of what they have: can I run Corvin?
_ASKING = "can could do did should would will may must shall if when what which how why that told heard"
_NOT_AFTER = "".join(rf"(?<!\b{word}\s)" for word in re.findall(r"\w+", _ASKING))
# The bounds keep hostile messages from taking seconds.
_OF_THEMSELVES = (
    re.compile(
        rf"\b{_NOT_AFTER}(?:I|we)(?:(?:['’](?:m|ve|re)|\s(?:only\s|just\s)?(?:am|are|have|got))(?:\s(?:got|only|just))*\s"
        rf"(?:(?:an?|my|our|no|one|two)\s|(?!{_FIGURE})(?=\d))|\s(?:only\s|just\s)?(?:own|use|run)\s)"
        rf"(?:(?!{_CLAUSE}|{_FIGURE})[^,.;:?!]){{0,120}}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?i:my|our)\s[\w-]{1,30}(?:\s(?:[A-Z][\w-]{0,30}|(?=[A-Za-z]{0,8}\d)[\w-]{1,30})){0,3}"
        rf"(?:\s(?:has|have|with)\s(?:(?!{_CLAUSE}|{_FIGURE})[^,.;:?!]){{0,60}})?"
    ),
    re.compile(
        r"(?<![가-힣])(?:저|저는|저흰|제|제가|나|나는|난|내|내가|우리|우리는|우린|우리가|저희|저희는|저희가)\s"
        rf"(?:(?!{_HEARSAY}|{_FIGURE})[^,.?!]){{0,80}}?"
        r"(?:\d+\s?(?:살|세|년생)|(?:는데|은데|인데|거든요?|이고|(?:니다|어요|아요|예요|에요)[.!,])(?=\s))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![가-힣])(?:내|제|우리|저희)\s(?:(?:회사|집|팀)\s)?"
        r"(?:[A-Za-z][\w-]{0,30}(?:\s(?=[A-Za-z]{0,8}\d|[A-Z])[\w-]{1,30}){0,3}|[가-힣]{1,10})"
    ),
)


def said_of_the_article(question: str) -> str:
    """`question` without what the asker says of themselves, and of how to answer."""
    text = without_introduction(question)
    if _FIRST_MARK.search(text):
        text = _MARK.sub(" ", text)
    text = _FORM.sub(" ", text)
    for pattern in _OF_THEMSELVES:
        text = pattern.sub(" ", text)
    return text


def asked_of_the_article(question: str, names: Sequence[str]) -> str:
    """What `question` says of the article, and of the asker as well where a pronoun asks about what they have."""
    said = said_of_the_article(question)
    names_nothing = not any(name in said for name in names)
    return question if compares_with_a_thing(said) or (names_nothing and means_a_thing(said)) else said
