"""What kind of thing a question asks for, and whether a text gives it."""

from enum import StrEnum

from bot.answering.understanding.patterns import TOLD_SO_MANY, any_of
from bot.answering.understanding.times import tells_time
from bot.answering.understanding.units_asked import gives_in_units, units_asked_for
from bot.answering.yes_and_no import split_yes_or_no
from corpus.clock import DAYS_COUNTED, HOUR
from corpus.figures import figures
from corpus.numerals import ENGLISH_FEW, ENGLISH_FROM_TWO, KOREAN_ALONE, KOREAN_COUNT, KOREAN_FEW, KOREAN_FROM_TWO
from index.hangul import PAST_SYLLABLES


class Expected(StrEnum):
    """The kind of thing an answer must contain."""

    FIGURE = "figure"
    TIME = "time"
    SEVERAL = "several"
    ANYTHING = "anything"


# A few of a kind are wished for: 몇 가지 알려 줘.
_SOME = any_of(rf"몇\s?(?:가지|개){TOLD_SO_MANY}")
_FIGURE = any_of(
    r"\bhow (?:many|old|tall|heavy)\b",
    r"\bhow far (?:away|apart|off|from)\b|\bhow far (?:is|are)\b.*\bfrom\b",
    r"\bhow far\b.*\b(?:reach|travel|extend|shine|carr(?:y|ies)|throw|drive|walk|fly|sail)",
    r"\bwhat (?:percent|percentage|number|fraction|share)\b|\bnumber of\b",
    r"\bhow much (?:does|did|do|is|was|were) .*\b(?:cost|pay|price)",
    r"\bwhat does .* cost(?:\s(?:an?|each|for|in|me|now|per|these|to|today|us)\b|\W*$)",
    r"\bin (?:dollars|percent|won)\b|\b(?:parameter|param|token|gpu|user|member|word|page|line)s? count\b|\bcount of\b",
    r"^(?!(?:is|are|was|were|do|does|did|can|could|will|would|has|have|should)\b).*\b(?:price|score|fee|salary|revenue)\b",
    r"(?<!몇)몇\s?(?:개|명|대(?![기학중다부])|장|건|권|곳|회|퍼센트|%|시간|살|층|가지|마리|배|점|토큰|파라미터|년|[A-Za-z]+)",
    r"몇\s?분(?!야|류|기|석|배|포|리|위|산|할|자|량)",
    r"몇\s?(?:이|인|일|야|이야|이에요|인가)|(?:매개변수|파라미터)(?:는| 수는| 수가)? (?:몇|얼마)",
    r"(?:에|은|는|이|가|\s)얼마(?!나)",
    r"(?:가격|요금|점수|비용|인원|[개갯]수|(?:파라미터|매개변수) 수|매출|벌금)[은는이가]?\s*(?:얼마(?!나)|몇|\?|$)",
)
_TIME = any_of(
    r"\bwhen (?:did|was|were|had)\b",
    r"\bwhen(?:['’]s| is| are| will| does| do)\b.*"
    r"\b(?:released?|com(?:e|ing) out|launch|announced?|publish|due|appear|arrive|start|beg[iu]n)",
    r"\b(?:what|which|exact) (?:exact )?(?:year|month|day|date|time(?! ?zone))\b",
    r"\b(?:release|launch|publication) (?:date|day)\b",
    rf"언제(?!나|든).*(?:[{PAST_SYLLABLES}]|나온|나와|나오|나옴|출시|발표|공개|시작|등장|끝나)",
    r"(?<!때는 )(?<!때가 )(?<!때 )(?<!경우는 )언제\s?(?:까지|부터|쯤|야|예요|이에요|임|인가|인지|였|죠|냐|니)",
    rf"며칠(?! 전| 뒤| 후| 만)|몇\s?(?:년도?|월|일에)|몇\s?{HOUR}|(?:출시|발표|설립)일",
)
# So many in a time: tokens per second, 초당 토큰.
_RATE_ASKED = any_of(
    r"\b(?:how (?:many|much|fast)|number of)\b.*\b(?:per|an?|each|every)\s(?:second|minute|hour)\b",
    r"(?:초|분|시간)당",
)
_RATE = any_of(
    r"\b(?:per|an?|each|every)\s(?:second|minute|hour)\b|/\s?(?:h|hr|min|s|sec)\b",
    r"(?:초|분|시간)당|[시초분]속|(?:\d|한|매)\s?(?:초|분|시간)",
)
_PRICE = any_of(r"\b(?:cost|price|fee|pay)", r"가격|요금|비용|얼마")
_PAID = any_of(r"\bpaid\b", "유료")
_FREE = any_of(
    r"\bfree (?:of charge|to use)\b|\b(?:for|is|are) free\b|\bcost-free\b|\b(?:no|without(?: any)?) (?:cost|charge)\b",
    r"무료|공짜|(?:비용|돈) 없이|(?:비용|돈)[이은을]? (?:들지|받지) 않",
)
_SEVERAL = any_of(
    r"^why\b|\bhow come\b|\btell me about\b|\b(?:list|summari[sz]e|outline|explain|describe|compare)\b",
    r"\bwhat (?:are|were)\b|\b(?:what|which) (?:\w+ ){0,3}\w+s (?:are|were|do|does|did|can|will|have)\b",
    r"\b(?:ways|reasons|benefits?|advantages?|features|strengths|effects|improvements|differences?|uses)\b",
    rf"\b(?:{ENGLISH_FEW}|several|both) (?:\w+ )?\w+s\b|\bwhat do .* (?:gain|get|do)\b",
    r"왜|이유|까닭|장점|이점|강점|특징|특성|효과|의의|차이|방법|용도|변화|전망",
    r"정리|요약|설명|열거|나열|비교|(?:알려|말해)\s?[줘주]",
    rf"뭐뭐|무엇무엇|어디어디|누구누구|(?<![가-힣])(?:{KOREAN_FEW}|몇) 가지|각각|둘 다",
)
_ONE_BESIDE_THE_OTHER = any_of(
    r"\b(?:both|each|respectively|versus|vs|compared?|comparison|differ|differences?)\b",
    r"\bwhich of (?:the|these|those|them)\b|\bfrom what to what\b|\b(?:before and after|then and now)\b",
    r"\bhow (?:many|much)\b.*\bhow (?:many|much)\b|\bhow [a-z]+\b.*\band how [a-z]+\b",
    r"\bthe [a-z]+ and (?:the )?[a-z]+ [a-z]+(?: [a-z]+)?s\b",
    r"\bhow (?:much|far|did|has|have|does|do)\b.*\b(?:chang|gr[eo]w|increas|expand|widen|larger|bigger|longer|wider)",
    r"얼마나 (?:더 )?(?:커|컸|늘|넓|길어|많아|빨라|나아|좋아|개선|향상|증가)",
    r"(?:어떻게|얼마나) (?:바뀌|바뀐|바꾸|변했|변한|변화|달라)",
    r"얼마(?!나).*얼마(?!나)|(?<!몇)몇(?!몇).*(?<!몇)몇(?!몇)",
    r"각각|비교|차이|다르|달라|다른(?:가|지|점|데)|둘 (?:다|중|가운데|사이)",
    rf"(?<![가-힣])(?:{KOREAN_FEW}) (?:가지|개|곳|모델)",
    r"중에서?(?![가-힣])|가운데",
    r"[가-힣](?:와|과|이?랑|하고)\s(?:[가-힣]+\s)?[가-힣]+\s?(?:수|개수|크기|가격|값|온도|길이|시간|요금)(?:[은는이가를을]|$|\s)",
)
_NUMBER_WORD = any_of(
    r"\bone\b(?=\s+(?!(?:is|was|are|for|that|which|who|of|to|on|in|and|or|another|can|will|has)\b)[a-z])",
    rf"\b(?:{ENGLISH_FROM_TWO}|dozen|hundred|thousand)\b",
    r"\b(?:single|both|half|double|twice)\b",
    KOREAN_COUNT,
    # Before whatever is counted: 두 해마다, 네 방으로.
    rf"(?<![가-힣])(?:{KOREAN_FROM_TWO})\s(?=[가-힣])",
    rf"하나|{KOREAN_ALONE}|단일|절반",
    DAYS_COUNTED,
)


_PRESUMES = any_of(
    r"^why\b|\bhow come\b|\bwhy (?:is|are|was|were|do|does|did|has|have)\b|\b(?:grounds|reasons?)\b"
    r"|\bhow (?:much (?:more|less|slower|harder|worse)|far behind)\b"
    r"|왜|이유|까닭|근거|때문|어째서|얼마나 (?:더 (?:비싸|싸|느리|빠르|어렵|쉬)|뒤)",
)


def expected(question: str) -> Expected:
    """What kind of thing `question` asks for. Only what is sure is told; the rest is ANYTHING."""
    if _TIME.search(question):
        return Expected.TIME
    if _SOME.search(question):
        return Expected.SEVERAL
    if _FIGURE.search(question) or units_asked_for(question):
        return Expected.FIGURE
    return Expected.SEVERAL if _SEVERAL.search(question) else Expected.ANYTHING


def sets_side_by_side(question: str) -> bool:
    """Whether `question` asks about several things beside each other, which an article tells under headings of one."""
    return _ONE_BESIDE_THE_OTHER.search(question) is not None


def takes_for_granted(question: str) -> bool:
    """Whether `question` asks for the reasons or the extent of something, and so takes it for a fact."""
    return _PRESUMES.search(question) is not None


def gives(text: str, kind: Expected, question: str = "", units: frozenset[str] = frozenset()) -> bool:
    """Whether `text` contains a thing of `kind` that does not stand in `question` already: a figure in one of `units`.

    Where there are no `units`, in any and in none.
    """
    match kind:
        case Expected.FIGURE:
            return _gives_figure(text, question, units) or _gives_no_price(text, question)
        case Expected.TIME:
            return tells_time(text, question)
        case Expected.SEVERAL | Expected.ANYTHING:
            return True


def _gives_figure(text: str, question: str, units: frozenset[str]) -> bool:
    """Whether `text` has a number that `question` lacks, of what `units` measure where there are any, and in a time."""
    if _RATE_ASKED.search(question) and not _RATE.search(text):
        return False
    known = frozenset(figures(question))
    if units:
        return gives_in_units(text, units, known)
    _, said = split_yes_or_no(text)
    return not known.issuperset(figures(text)) or _NUMBER_WORD.search(said) is not None


def _gives_no_price(text: str, question: str) -> bool:
    """Whether `text` says that what `question` asks the price of has none."""
    asks = _PRICE.search(question) is not None and _PAID.search(question) is None
    return asks and _FREE.search(text) is not None
