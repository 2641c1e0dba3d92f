"""Numbers in words: Korean and English numerals, and the multipliers both put after digits (3천, 3K, 3 thousand)."""

import re
from collections.abc import Iterable
from decimal import Decimal

KOREAN_TENS = {"십": 10, "백": 100, "천": 1_000}
KOREAN_MYRIADS = {"만": 10_000, "억": 10**8, "조": 10**12}
MULTIPLIERS = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 10**6,
    "million": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "billion": 10**9,
    "t": 10**12,
    "trillion": 10**12,
    "hundred": 100,
}

_SINO_DIGITS = {digit: value for value, digit in enumerate("일이삼사오육칠팔구", start=1)}
_NATIVE = {
    **dict.fromkeys(("하나", "한", "첫"), 1),
    **dict.fromkeys(("둘", "두"), 2),
    **dict.fromkeys(("셋", "세", "석"), 3),
    **dict.fromkeys(("넷", "네", "넉"), 4),
    **{word: value for value, word in enumerate(("다섯", "여섯", "일곱", "여덟", "아홉", "열"), start=5)},
    **dict.fromkeys(("스물", "스무"), 20),
    **{word: value * 10 for value, word in enumerate(("서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"), start=3)},
}
# 열두, 스물다섯.
_NATIVE |= {
    ten + one: _NATIVE[ten] + _NATIVE[one]
    for ten in ("열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
    for one in ("하나", "한", "둘", "두", "셋", "세", "넷", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = {
    **{word: value for value, word in enumerate(_ONES.split())},
    **{word: value for value, word in enumerate(_ORDINALS.split())},
    **{word: value * 10 for value, word in enumerate(_TENS.split(), start=2)},
    "once": 1,
    "single": 1,
    "twice": 2,
    "double": 2,
    "triple": 3,
    "dozen": 12,
    "ground": 1,  # the ground floor is 1층
}


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# From two on: "one" and 한 are an article or a pronoun more often than a number.
ENGLISH_FROM_TWO = (
    rf"(?:{'|'.join(_TENS.split())})[\s-](?:{'|'.join(_ONES.split()[1:10])})"
    rf"|{_longest_first((*_ONES.split()[2:], *_TENS.split()))}"
)
"""A pattern for English number words below a hundred: two, twenty-five."""
KOREAN_FROM_TWO = _longest_first(
    word for word, value in _NATIVE.items() if value > 1 and not word.endswith(("하나", "둘", "셋", "넷", "스물"))
)
"""A pattern for Korean number words as they stand before what they count: 두, 열두, 스무."""
ENGLISH_FEW = "two|three|four|five"
KOREAN_FEW = "두|세|네|다섯"
"""The same for a few, which may be all that are spoken of."""
KOREAN_ALONE = "둘|셋|넷"
"""A pattern for those that count by themselves."""

# A Korean particle or the end of the word: 개의, 명이, 번째로, not 개발자.
_END_OF_COUNTER = (
    r"(?:째|짜리|마다|씩)?(?:이나|으로|에서|까지|부터|보다|정도|이상|이하|중|[이가은는을를의에와과로도만나뿐])?"
    r"(?:[이은는을의도만]|로)?(?:이며|이고|이다|입니다|인|였다|였습니다|이에요|예요|이야|야|인가요|죠)?(?![가-힣])"
)
COUNTER = (
    r"(?:가지|갈래|개월|개|건|곳|군데|권|그루|단계|달|대|마리|명|모델|문장|배|번|벌|병|분|사람|살|송이|시간?|장|잔|종류?|주|줄"
    r"|점|쪽|차례|채|척|축|층|칸|켤레|톤|편|항목|해|호)"
    rf"{_END_OF_COUNTER}"
)
"""A pattern for what counts things behind a Korean number word, with its particles: 개, 명이, 시간마다."""
KOREAN_COUNT = (
    r"(?<![가-힣])(?!한\s?번에(?![가-힣]))"
    rf"(?:한|{KOREAN_FROM_TWO})(?:\s{COUNTER}|(?:가지|갈래|개|곳|명|배|번){_END_OF_COUNTER})"
)
"""A pattern for a Korean number word with what counts: 한 가지, 두번. 세대 and 한 번에 (at once) are none."""

_ENGLISH_MULTIPLIERS = {word: value for word, value in MULTIPLIERS.items() if len(word) > len("bn")}

# From a hundred on, where they are a number for sure: with what counts them. 몇 천 개 and "a few hundred" are none.
_LARGE_COUNTED = (
    r"\s?(?:(?:개|건|곳|권|그루|대|마리|명|배|벌|병|사람|석|송이|자리|잔|장|종류?|칸|켤레|톤|편|항목|회"
    r"|글자|단어|문장|페이지|토큰|매개변수|파라미터|퍼센트)"
    rf"{_END_OF_COUNTER}|원|달러|유로|엔|위안|킬로|미터|그램|리터)"
)
_KOREAN_LARGE = re.compile(
    r"(?<![가-힣\d])(?<![\d몇수] )(?=[일이삼사오육칠팔구십]*[백천만억조])[일이삼사오육칠팔구십백천만억조]+"
    # A single syllable stands apart: 조건 is a condition, 천장 a ceiling. 일조권 is a right to sunlight.
    rf"(?<!일조(?=권))(?={_LARGE_COUNTED})(?<!(?<![가-힣])[백천만억조](?!\s))"
)
_LARGE_WORDS = "|".join(_ENGLISH_MULTIPLIERS)
_NUMBER_WORDS = rf"{ENGLISH_FROM_TWO}|one"
_ENGLISH_LARGE = re.compile(
    rf"\b(?<!few )(?<!couple )(?<!several )(?<!half )(?:an?|{_NUMBER_WORDS})[\s-](?:{_LARGE_WORDS})\b"
    rf"(?:[\s-](?:and\s)?(?:{_NUMBER_WORDS}|{_LARGE_WORDS})\b)*(?!\s(?:and a half|times|thanks)\b)",
    re.IGNORECASE,
)

_SINO_RUN = re.compile(r"(?<![가-힣])(?=[일이삼사오육칠팔구]*[십백천만억조])[일이삼사오육칠팔구십백천만억조]{2,}")
# Before a space or what is counted; otherwise 세 is the beginning of 세대.
_NATIVE_WORD = re.compile(
    rf"(?<![가-힣])(?:{'|'.join(sorted(_NATIVE, key=len, reverse=True))})"
    r"(?=\s|가지|개|갈래|단계|달|명|배|번|종|쪽|[은는이가을를의로]\s|$)"
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_ROMAN_NUMERAL = re.compile(r"\b[IVX]+\b")
_ENGLISH_WORD = re.compile(r"[A-Za-z]+")


def spelled_numbers(text: str) -> frozenset[Decimal]:
    """The numbers `text` may be spelling in words. Generous: what may be a number counts."""
    native = {Decimal(_NATIVE[match[0]]) for match in _NATIVE_WORD.finditer(text)}
    sino = {_sino_value(match[0]) for match in _SINO_RUN.finditer(text)}
    roman = {Decimal(_ROMAN[match[0]]) for match in _ROMAN_NUMERAL.finditer(text) if match[0] in _ROMAN}
    return frozenset(native | sino | roman | _english_values(text))


def in_digits(text: str) -> str:
    """`text` with its numbers from a hundred on in digits: 3,000 for three thousand and 삼천."""
    text = _KOREAN_LARGE.sub(lambda match: f"{_sino_value(match[0]):,f}", text)
    return _ENGLISH_LARGE.sub(lambda match: f"{max(_english_values(match[0])):,f}", text)


def _sino_value(run: str) -> Decimal:
    total = section = digit = 0
    for syllable in run:
        if syllable in _SINO_DIGITS:
            digit = _SINO_DIGITS[syllable]
        elif syllable in KOREAN_TENS:
            section += (digit or 1) * KOREAN_TENS[syllable]
            digit = 0
        else:
            total += (section + digit or 1) * KOREAN_MYRIADS[syllable]
            section = digit = 0
    return Decimal(total + section + digit)


def _english_values(text: str) -> set[Decimal]:
    values: set[Decimal] = set()
    total = current = 0
    running = False
    for word in (*_ENGLISH_WORD.findall(text.lower()), ""):
        singular = word.removesuffix("s")
        value = _ENGLISH.get(word, _ENGLISH.get(singular))
        if value is not None:
            values.add(Decimal(value))
            current += value
            running = True
        elif singular in _ENGLISH_MULTIPLIERS:
            multiplier = _ENGLISH_MULTIPLIERS[singular]
            current = (current or 1) * multiplier
            if multiplier >= MULTIPLIERS["k"]:
                total, current = total + current, 0
            running = True
        elif running and word != "and":
            values.add(Decimal(total + current))
            total = current = 0
            running = False
    return values
