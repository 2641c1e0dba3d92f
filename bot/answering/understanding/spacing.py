"""Spaces that Korean chat leaves out around the words that ask, and behind 총: 컨텍스트몇토큰임."""

import re

# Some stand doubled (누구누구), which stays as it is.
_DOUBLED = re.compile(r"(얼마|몇|어디|누구|뭐)\1")
# Their syllables stand in other words too (커리어디자인, 비누구매): they ask where a particle or an ending follows.
_END = r"야|예요|이[야에었]|인[가지데]|임(?![가-힣])|냐|죠|지(?![가-힣]{2})|쯤|(?![가-힣])"
# 머 is 뭐 only where it goes on so: 차이가머야, 머써야됨.
_ASKING = (
    rf"얼마(?={_END}|나|에|까지|정도|들|였)|어디(?={_END}|에|서|가|까지|다|든|로|쓰|써|있)"
    rf"|누구(?={_END}|가|를|한테|랑|의|도)|언제(?={_END}|까지|부터|나)"
    r"|몇|어느(?![가-힣])|어떤(?![가-힣])|어떻게|무엇|무슨|뭐|뭘"
    r"|(?<=[가게건는도은])머(?=야|임|에[요써쓰]|예요|죠|냐|[써쓰씀해할하])"
)
_LIKE = r"같은(?=\s?(?:거|것|걸|게|데|애|모델|도구|프로그램))"
_BEFORE = re.compile(rf"(?<=[가-힣A-Za-z0-9])(?={_ASKING}|{_LIKE})")
# What is counted, but for counters, which are written either way: 몇토큰, but 몇개.
_COUNTED = re.compile(
    "(?<![가-힣])몇(?=[가-힣]{2})(?!까지|부터|으로|[가개군곳권년달대도등명번분배살시원월위일이장점종줄차초층퍼호회])"
)
# 총파라미터: all together.
_TOTAL = re.compile("(?<![가-힣])총(?=[가-힣]{3})")


def spaced(text: str) -> str:
    """`text` with those spaces."""
    if _DOUBLED.search(text):
        return text
    before = ""
    while text != before:  # a word that asks may ask only once another stands apart: 3얼마몇
        before, text = text, _TOTAL.sub("총 ", _COUNTED.sub("몇 ", _BEFORE.sub(" ", text)))
    return text
