"""Words that tell a time: of an event, of the year, of the week and of the day."""

from bot.answering.understanding.patterns import any_of
from corpus.clock import DAYS_COUNTED, HOUR
from corpus.numerals import ENGLISH_FROM_TWO, KOREAN_FROM_TWO

_YEAR = any_of(
    r"\b(?:19|20)\d\d\b|\b(?:century|today|spring|summer|autumn|fall|winter)\b",
    r"\d\s?[년월일]|세기|(?:상|하)반기",
    DAYS_COUNTED,
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# "May" and "March" are months only beside what dates have.
_MONTH = (
    r"(?:January|February|April|June|July|August|September|October|November|December"
    r"|(?:(?<=\bin )|(?<=\bof )|(?<=\bby )|(?<=\bto )|(?<=\bfrom )|(?<=\buntil )|(?<=\bsince )|(?<=\bevery )|(?<=\d ))"
    r"(?:March|May)|(?:March|May)(?= \d))"
)
_DATE = any_of(
    rf"\b{_WEEKDAY}s?\b|\b(?:weekday|weekend|holiday)s?\b|\b(?:yesterday|tomorrow)\b",
    rf"\b(?-i:{_MONTH})\b|\b(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.? \d",
    r"[월화수목금토일]요일|(?<![가-힣])(?:평일|주말|공휴일|명절|연휴|설날|추석|봄|여름|가을|겨울|오늘|내일|어제|올해|작년|내년)",
)
_SPAN = r"(?:hour|day|night|morning|evening|afternoon|week|weekend|month|season|year)"
_ORDINAL = r"(?:first|second|third|fourth|last|\d{1,2}(?:st|nd|rd|th))"
_RECURRING = any_of(
    rf"\b(?:daily|nightly|weekly|monthly|yearly|annually)\b|\b(?:every|each|next|last|this)(?: [\w-]+)? {_SPAN}s?\b",
    rf"\b(?:once|twice|times) an? {_SPAN}\b",
    rf"\b{_ORDINAL}(?: day)? of (?:the|each|every|that) (?:week|month|season|year)\b",
    r"(?<![가-힣])(?:매(?:일|주|월|달|년|해|시간)|[날달해주]마다|(?:첫|둘|셋|넷|다섯|마지막)째?\s?주(?:에|의|마다|\s|$))",
)
_HOUR = rf"(?:one|{ENGLISH_FROM_TWO}|0?[1-9]|1\d|2[0-4])"
_OF_THE_DAY = any_of(
    r"\d\s?[ap]\.?m(?![A-Za-z])|(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])|\bo['’]clock\b",
    r"\bhalf past\b|\b24 hours a day\b",
    r"\b(?:noon|midday|midnight|dawn|dusk|sunrise|sunset|daybreak|nightfall)\b|\b(?:all day|around the clock)\b",
    r"\b(?:in the|by|late|early) (?:mornings?|afternoons?|evenings?|nights?)\b|\bat night\b",
    rf"\b(?:opens?|opened|clos(?:es?|ed)|starts?|begins?|ends?)\b[^.;]{{0,20}}\b(?:at|from|until|till) {_HOUR}"
    r"(?=[.,;]?(?:\s(?:to|until|till|and|on|in|at|every|each)\b|\s?$))",
    rf"(?:\d|(?<![가-힣])(?:한|{KOREAN_FROM_TWO}))\s?{HOUR}",
    r"정오|자정|(?<![가-힣])(?:오전|오후|새벽|아침|저녁|한밤|밤낮|[밤낮](?:에|마다|까지|부터|새))",
    r"(?<![가-힣])해가? (?:뜨|뜰|질|지)",
    r"일출|일몰|온종일|하루 ?종일|24시간(?=\s?(?:내내|열|운영|개방|영업|문))",
)
_ASKS_FOR_YEAR = any_of(r"\b(?:what|which|exact) (?:exact )?year\b", r"몇\s?년|(?<![가-힣])(?:어느|무슨) 해")
# What happened once, has a date, and no opening hours.
_ASKS_FOR_DATE = any_of(
    r"\bwhen (?:was|were|did)\b.*\b(?:born|buil[dt]|erect|establish|found|invent|launch|made|publish|releas|discover)",
    r"\b(?:release|launch|publication) (?:date|day)\b|(?:출시|발표|설립)일",
    r"언제.*(?:지었|지은|세웠|세워[진졌]|설립|만들[었어]|생겼|생긴|태어|출시|발표|공개|발명|발견)",
)


def tells_time(text: str, question: str) -> bool:
    """Whether `text` tells a time such as `question` asks for: of what happened once, neither hours nor how often."""
    if _YEAR.search(text):
        return True
    if _ASKS_FOR_YEAR.search(question):
        return False
    if _DATE.search(text):
        return True
    regular = _RECURRING.search(text) or _OF_THE_DAY.search(text)
    return regular is not None and _ASKS_FOR_DATE.search(question) is None
