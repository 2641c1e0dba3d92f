"""Units of measure as Korean and English write them, each under one symbol."""

import re

# Where a word ends, or a particle or an ending follows: 도시 is no degree, 프로그램 no per cent.
_ENDING = (
    r"(?=[^가-힣]|$|(?:[을를의에와가은는로만나]|에서|까지|부터|보다|정도|안팎|이상|이하|쯤|씩)(?:[는도의]?)(?![가-힣])"
    r"|이[며고다에었]|입니|였|예요|야|인(?:[데가지]|\s|$)|임(?![가-힣])|죠|냐|라[고는면]|래(?![가-힣]))"
)
# Symbol -> patterns after a number. Where two symbols fit, the longer text wins.
_UNITS: dict[str, tuple[str, ...]] = {
    "%p": ("%p", r"%포인트", r"퍼센트\s?포인트", r"percentage[\s-]points?"),
    # Behind a space and before a particle it is rather a name: 제미나이 2.5 프로는.
    "%": ("%", "퍼센트", "프로(?![가-힣])", rf"(?<!\d\s)프로{_ENDING}", r"per\s?cent"),
    "USD": ("미국 달러", "달러", r"(?:US )?dollars?", "USD"),
    "EUR": ("유로", r"euros?", "EUR"),
    "GBP": ("파운드", r"pounds?", "GBP"),
    "JPY": ("엔화?", "yen", "JPY"),
    "KRW": (
        "원(?!칙|소|자|형|천|래)",
        r"\s원(?=(?:[은이을의에]|이[고다며]|인데|입니다|까지|부터|정도)?(?:\s|[.,)]|$))",
        "won",
        "KRW",
    ),
    "km2": ("km2", "제곱킬로미터", r"square kilomet(?:er|re)s?"),
    "m2": ("m2", "제곱미터", r"square met(?:er|re)s?"),
    "km/h": ("km/h", "kph", r"(?:km|kilomet(?:er|re)s?) (?:per|an) hour"),
    "m/s": ("m/s", r"(?:m|met(?:er|re)s?) (?:per|a) second"),
    "mi/h": ("mph", r"miles? (?:per|an) hour"),
    "km": ("km", "킬로미터", r"kilomet(?:er|re)s?"),
    "m": ("m", "미터", r"met(?:er|re)s?"),
    "cm": ("cm", "센티미터", r"centimet(?:er|re)s?"),
    "mm": ("mm", "밀리미터", r"millimet(?:er|re)s?"),
    "mi": ("마일", r"miles?"),
    "ft": ("ft", "피트", "feet", "foot"),
    "in": ("인치", r"inch(?:es)?"),
    "ha": ("ha", "헥타르", r"hectares?"),
    "kg": ("kg", "킬로그램", r"kilograms?", r"kilos?"),
    "mg": ("mg", "밀리그램", r"milligrams?"),
    "g": ("g", "그램", r"grams?"),
    "t": ("톤", r"tons?", r"tonnes?"),
    "L": ("L", "리터", r"lit(?:er|re)s?"),
    "mL": ("mL", "ml", "밀리리터", r"millilit(?:er|re)s?"),
    "°C": ("°C", r"degrees? (?:Celsius|centigrade|C)"),
    "°F": ("°F", r"degrees? (?:Fahrenheit|F)"),
    "°": ("°", rf"도{_ENDING}", r"degrees?"),
    "KB": ("KB", "킬로바이트", r"kilobytes?"),
    "MB": ("MB", "메가바이트", r"megabytes?"),
    "GB": ("GB", "기가바이트", r"gigabytes?"),
    "TB": ("TB", "테라바이트", r"terabytes?"),
    "Hz": ("Hz", "헤르츠", "hertz"),
    "MHz": ("MHz", "메가헤르츠", "megahertz"),
    "GHz": ("GHz", "기가헤르츠", "gigahertz"),
    "W": ("W", "와트", r"watts?"),
    "kW": ("kW", "킬로와트", r"kilowatts?"),
    "MW": ("MW", "메가와트", r"megawatts?"),
    "kWh": ("kWh", "킬로와트시", r"kilowatt[\s-]hours?"),
    "dB": ("dB", "데시벨", r"decibels?"),
    "ms": ("ms", "밀리초", r"milliseconds?"),
    "s": ("초", r"seconds?", "sec"),
    "min": ("분(?!의)", r"minutes?", "min"),
    "h": ("시간", r"hours?", "h"),
    "day": ("일", r"days?"),
    "week": (r"주(?!년)", r"weeks?"),
    "month": ("개월", "달", r"months?"),
    "year": ("년", r"years?"),
}
# Of units of one kind a figure in the one can answer for the other.
_KINDS = (
    {"%p", "%"},
    {"USD", "EUR", "GBP", "JPY", "KRW"},
    {"km2", "m2", "ha"},
    {"km/h", "m/s", "mi/h"},
    {"km", "m", "cm", "mm", "mi", "ft", "in"},
    {"kg", "mg", "g", "t"},
    {"L", "mL"},
    {"°C", "°F", "°"},
    {"KB", "MB", "GB", "TB"},
    {"Hz", "MHz", "GHz"},
    {"W", "kW", "MW", "kWh"},
    {"dB"},
    {"ms", "s", "min", "h", "day", "week", "month", "year"},
)
# Signs before a number.
_CURRENCIES = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}

# Korean says before the number what English says after the unit: 시속 24 km.
_SPEEDS = {"시속": "/h", "분속": "/min", "초속": "/s"}
_SPEED_BEFORE = re.compile(rf"({'|'.join(_SPEEDS)})[은이]?\s?(?:(?:약|최대|최고|평균|무려)\s?)?$")
_OF_LENGTH = frozenset({"km", "m", "cm", "mm", "mi", "ft"})

# No Latin letter or digit may follow, or the unit is part of a longer word: `5G`, `4o`.
WORD_END = r"(?![0-9A-Za-zÀ-ɏ])"
CURRENCY = re.compile("|".join(re.escape(sign) for sign in _CURRENCIES))
_ATTACHED = re.compile(r"[가-힣](?:\(|$)")


def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    # A Korean unit of one syllable after a space is more likely another word: `Gemma 3 초기`.
    alternatives = "|".join(form if _ATTACHED.match(form) else rf"[\s-]?{form}" for form in forms)
    return re.compile(rf"(?:{alternatives}){WORD_END}")


_PATTERNS = tuple((symbol, _pattern(forms)) for symbol, forms in _UNITS.items())


def currency_unit(sign: str) -> str:
    """The symbol of the currency whose sign stands before a number."""
    return _CURRENCIES[sign]


def speed_unit(unit: str, before: str) -> str:
    """The unit of a speed where `before`, the text before the number, calls a length one; else `unit` itself."""
    called = _SPEED_BEFORE.search(before) if unit in _OF_LENGTH else None
    return unit + _SPEEDS[called[1]] if called else unit


def alike(unit: str) -> frozenset[str]:
    """The symbols of all units that measure what `unit` measures, itself among them."""
    return frozenset(next((kind for kind in _KINDS if unit in kind), {unit}))


def unit_after(text: str, start: int) -> tuple[str, int]:
    """The symbol of the unit written at `start` and where it ends; `("", start)` where there is none."""
    symbol, end = "", start
    for candidate, pattern in _PATTERNS:
        match = pattern.match(text, start)
        if match and match.end() > end:
            symbol, end = candidate, match.end()
    return symbol, end
