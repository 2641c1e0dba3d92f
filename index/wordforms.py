"""Function words of both languages, and other words without their inflection or particles."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH_FUNCTION_WORDS = _words("""
    a about after all am an and any are as at be been before both but by can could did do does each for from had has
    have he her his how i if in into is it its many may me might more most much must my no not of on or our out she
    should so some than that the their them then there these they this those to too us very was we were what when
    where which who whom whose why will with would you your
    aren d didn doesn don isn ll m re s t ve wasn
""")
ENGLISH_CHAT_WORDS = _words("""
    afaik aka asap brb btw dr eg eli5 etc faq fwiw fyi hello hey hi idk ie iirc imho imo lmk lol nope ok okay omg pls
    plz ps q qna rn smh tbh thanks thx til tl tldr ty vs wdym wtf yep yes
""")
ENGLISH_DIGIT_SPELLINGS = _words("""
    10q 1on1 1to1 2b4 2day 2geda 2gether 2mor 2moro 2morro 2morrow 2mrw 2nite 2night 2u 4eva 4ever 4get 4give 4got
    4m8 4ward any1 b4 b4hand b4n cre8 cre8d every1 gr8 gr8er gr8est h8 h8s in2 l8 l8er l8r m8 m8s me2 ne1 some1 str8
    sum1 un2 upd8 upd8s w8 w8ing w8s
""")
"""Chat spells them by the sound of a digit: before, today, great."""
ENGLISH_REQUESTS = _words("""
    compare define describe explain find give kind list mean means name please say says show summarise summarize tell
    using
""")
KOREAN_QUESTION_WORDS = _words("""
    무엇 무슨 뭐 뭔 뭘 뭐가 뭔데 뭐야 뭐지 뭐예요 뭐죠 어떤 어떻게 어떠 어때 어느 어디 어디서 언제 누가 누구 왜 얼마
    얼마나 몇 그 이 저 것 거 게 걸 건 수 때 좀 더 및 등 알려 말해 설명 정리 요약
""")
# Shorter ones name kinds of things, which anybody may make.
LONG_ABBREVIATION = re.compile("[A-Z]{4,}")
_PARTICLES = _words("""
    으로서 으로써 에서는 에게서 이라는 으로는 이란 으로 에서 에게 에는 까지 부터 보다 처럼 하고 이나 이랑 한테 마다
    은 는 이 가 을 를 의 에 로 와 과 랑 도 만 란 들
""")
_PARTICLE_END = re.compile(f"(?:{'|'.join(sorted(_PARTICLES, key=len, reverse=True))})$")
# English inflection and derivation lie behind the fifth letter.
_STEM_LETTERS = 5


def english_stem(word: str) -> str:
    """A lower-case English word without its inflection: its first letters. Anything with a digit stays whole."""
    return word[:_STEM_LETTERS] if word.isalpha() else word


def without_particle(word: str) -> str:
    """A Korean word without its last particle; empty where it is nothing else."""
    return _PARTICLE_END.sub("", word)
