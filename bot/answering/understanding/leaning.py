"""Whether a question says by itself what it is about, or leans on what was asked before it."""

import re
from collections.abc import Iterator

from bot.answering.names.names import names_of
from bot.answering.understanding.pointing import points_back
from corpus.glossary import Glossary
from index.wordforms import ENGLISH_FUNCTION_WORDS, ENGLISH_REQUESTS, without_particle


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Longer questions say what they are about.
_SHORT_WORDS = 6

_CONTRAST = re.compile(r"^(?:what|how) about\b|[은는]요?\W*$|어때|어떤가|어떨까|어떰", re.IGNORECASE)
_MEASURE = re.compile(
    r"\bhow (?:big|cheap|deep|expensive|far|fast|high|large|long|many|much|often|old|small|tall|wide)\b"
    r"|얼마|몇(?!\s?가지)|언제|어디|누가|누구",
    re.IGNORECASE,
)
# It has a possessor, an owner or a year of its own, or is about the article.
_OWN_TOPIC = re.compile(
    r"\bof\s+(?!(?:the|it|its|that|this|them|these|those)\b)\w|\b(?:my|our)\b|[가-힣]의\s(?!경우)|(?<!\S)(?:내|제|우리|저희)\s"
    r"|(?<!\d)(?:19|20)\d\d(?!\d)|\b(?:article|page|post|text|author)\b|(?<!\S)(?:글|기사|문서|본문|저자|글쓴이)(?:에서|에|의|은|는|이|가|을|를)?(?![가-힣])",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|its)\b", re.IGNORECASE)
# Nothing is said of what: "needs a lot of oil?", 성능은 밤에도 좋아?, 안개만 따지면?
_WITHOUT_SUBJECT = re.compile(
    r"^(?!(?:does|has|is|was|(?:how|that|what|when|where|who|why)s)\b)[a-z]{3,}(?<!s)s"
    r"\s(?:an?|any|how|more|much|only|up|well)\b|^any good\b"
    r"|^[a-z]{3,}ed\s(?:as|at|by|from|in|on|to|with)\s(?:how|what|which|whom)\b"
    r"|(?:하|되|쓰|보|지|리|르|치|키|돌)면요?\W*$",
    re.IGNORECASE,
)
_TOPIC_KO = re.compile(r"([가-힣]+)[은는]\s")
_SUBJECT_EN = re.compile(
    r"\b(?:do|did|will|would|can|could|should|are|were)\s([a-z-]{3,})\s([a-z-]{3,}(?<!s)s)\b", re.IGNORECASE
)
_DEFINES = re.compile(
    r"^(?:what(?:['’]?s| is| are)\s(?!.*ed\W*$)|what do(?:es)?\s.*\smean\W*$|define\s|explain\s|describe\s)"
    r"|(?:뭐|뭔|뭘|무엇|무슨 뜻|뜻|의미)\S{0,5}\W*$|설명\S{0,4}\W*$|에 대해",
    re.IGNORECASE,
)
_WHY = re.compile(r"\bwhy\b|왜", re.IGNORECASE)

# Of what? An aspect without a thing of its own is that of what was asked about before.
_ASPECTS = _words("""
    advantage aspect background benefit characteristic con cons difference disadvantage downside drawback effect example
    feature future impact kind limit limitation method outlook point pro pros purpose reason risk role strength type
    usage weakness
    강점 공통점 근거 기능 단점 문제 문제점 미래 방법 방식 배경 사례 사용법 약점 역할 영향 예시 용도 원인 위험 이유 장점
    전망 종류 차이 차이점 특성 특징 한계 효과
""")
_FIGURES = _words("""
    amount average capacity cost count creator date developer duration length licence license maker maximum minimum name
    number performance price rank score size speed title total version weight year
    가격 갯수 개발사 개수 규모 기간 길이 날짜 라이선스 무게 버전 비용 사양 성능 속도 수 순위 양 연도 요금 용량 이름 전체
    점수 제목 제작사 제작자 최대 최소 총 출시일 출처 크기 평균 합계
""")
_LIGHT = (
    ENGLISH_FUNCTION_WORDS
    | ENGLISH_REQUESTS
    | _words("""
    again also available based best better big biggest called come comes detail detailed details different easier easily
    easy else get go good happen happened happens help important just key know let like look made main major make makes
    mean means need needs new next other really s same short shortly simpler simple simply sure term terms there think
    thing things try under use used uses using want well work works yes
    """)
)
_LIGHT_KO = re.compile(
    r"(?:가능|가장|같|간단|괜찮|그래|그렇|돼|될|됐|됨|되[나는어지]|뭐|뭔|뭘|모야|무슨|무엇|번째|비슷|쉽|쉬운|쓰[나는면고려]|아니|알려"
    r"|어느|어떤|어떻|없|이렇|있|자세|저렇|정말|제일|좋|요약|설명|정리|말해|주세요|주시|주요|주된|줄래|줘|진짜|짧|한다|했|혹시)\S*"
    r"|(?:공개|발표|제공|지원|출시|포함|필요|허용)(?:되|된|될|됨|돼|됐)\S*"
    r"|더|두|세|왜|좀|첫|큰|하나|하는|하면|할|함|써[도서야요]?|쓸|해[도서야요줘]?"
)
_TOKEN = re.compile(r"[A-Za-z가-힣]+")
# Of two words one may qualify the other; of three one is what it is about.
_WORDS_OF_A_TOPIC = 3
_WORDS_OF_A_REASON = 2


def leans_on_earlier(text: str, glossary: Glossary) -> bool:
    """Whether `text` points back to something it does not say, or is short and says nothing to be asked about."""
    if points_back(text, glossary):
        return True
    if len(text.split()) > _SHORT_WORDS or names_of(text, glossary):
        return False
    return _lacks_a_subject(text) or not _has_a_topic(text)


def says_nothing(word: str) -> bool:
    """Whether `word` is one that tells nothing of what a question is about: the, use, 어떤."""
    word = word.casefold()
    return word in _LIGHT or _LIGHT_KO.fullmatch(word) is not None


def is_aspect(word: str) -> bool:
    """Whether `word` is an aspect or a figure of something else: benefits, 비용."""
    word = word.casefold()
    return bool({word, word.removesuffix("s")} & (_ASPECTS | _FIGURES))


def _has_a_topic(text: str) -> bool:
    """Whether `text`, which names nothing, has a thing of its own that it asks about."""
    if _OWN_TOPIC.search(text) or _is_of_a_kind(text):
        return True
    words = tuple(_weighty(text))
    content = sum(word not in _ASPECTS and word not in _FIGURES for word in words)
    if _ASPECTS.intersection(words):
        return content >= _WORDS_OF_A_REASON
    if _CONTRAST.search(text) or _MEASURE.search(text) or _DEFINITE.search(text):
        return False
    if content >= _WORDS_OF_A_TOPIC or _FIGURES.intersection(words):
        return content >= _WORDS_OF_A_TOPIC
    return content >= _WORDS_OF_A_REASON if _WHY.search(text) else content > 0 and _DEFINES.search(text) is not None


def _lacks_a_subject(text: str) -> bool:
    """Whether `text` leaves out of what it speaks, though not what it says of that."""
    topic = _TOPIC_KO.match(text)
    of_an_aspect = topic is not None and is_aspect(topic[1]) and _OWN_TOPIC.search(text) is None
    return of_an_aspect or _WITHOUT_SUBJECT.search(text) is not None


def _is_of_a_kind(text: str) -> bool:
    """Whether `text` asks about all things of a kind: "How do small lamps work?"."""
    subject = _SUBJECT_EN.search(text)
    return subject is not None and not (any(map(says_nothing, subject.groups())) or is_aspect(subject[2]))


def _weighty(text: str) -> Iterator[str]:
    """The words of `text` that tell what it is about, without plural and particle."""
    for word in _TOKEN.findall(text.casefold()):
        if word in _ASPECTS | _FIGURES:
            yield word
        elif word.isascii() and word not in _LIGHT:
            yield word if word.endswith("ss") else word.removesuffix("s")
        elif not word.isascii() and not _LIGHT_KO.fullmatch(word):
            yield without_particle(word) or word
