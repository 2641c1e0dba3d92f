"""Questions about the article as a whole, answered from its first lines and its headings, without the model."""

import re
from collections.abc import Sequence

from bot.answering.answer import Reason
from bot.answering.sentences import ends_in_colon
from bot.answering.understanding.understood import Understood
from bot.answering.writing.composing import Composed
from bot.answering.writing.wording import cite
from config.language import Language
from config.messages import message
from corpus.numerals import ENGLISH_FEW, KOREAN_FEW
from index.passage import Hit, Passage

_MAX_LINES = 3
_ENGLISH_WORD = re.compile(r"[a-z]+")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ARTICLE = _words("article content document page piece post text")
_SUMMARY = _words("contents gist outline overview recap summarise summarize summary tldr")
_SUBJECT = _words("about cover covered covers discuss discussed discusses say says sections talk topics")
_FILLING = _words("""
    a all an and are brief briefly can could do does entire for full general get give i in is it like main me
    more much of one or overall please pls quick quickly s short show some sum table tell that the there this to up
    us what which whole will would write you your
""")
# How it is wanted: in 3 bullets, in simple words.
_FORM = _words(
    "bullet bullets line lines paragraph paragraphs point points sentence sentences simple words"
) | frozenset(_ENGLISH_WORD.findall(ENGLISH_FEW))
_WHAT_ABOUT = re.compile(r"what(?:['’]?s| is)\s(?:all )?(?:this|it)(?: all)? about\W*", re.IGNORECASE)
_OF_A_PART = re.compile(r"\babout (?:it|that|them|these|those)\b", re.IGNORECASE)

# Read without spaces, as people set them as they like.
_TEXT = r"(?:이|그|해당)?(?:글|기사|문서|본문|아티클|자료|내용)(?:의|전체|내용)*(?:을|를|의|은|는|이|가)?"
_BRIEFLY = (
    rf"(?:전체|전부|핵심|간단히|간단하게|짧게|쉽게|(?:한|{KOREAN_FEW}|\d)(?:줄|문장|가지|문단)(?:로|으로)?|만|좀)"
)
_DO = r"(?:을|를|본)?(?:만|좀)*(?:해|알려|보여)?(?:줘|주세요|줄래|주실래|줄수있어|주실수있나|봐|부탁\w*|ㄱㄱ)?(?:요)?"
_IS = r"(?:이야|야|이에요|예요|에요|인가요|인가|이죠|죠|이지|지|임|입니까|인지\w+)?"
_KOREAN = re.compile(
    rf"(?:{_TEXT})?{_BRIEFLY}*(?:요약|정리|개요|목차|차례)(?:은|는|가)?{_DO}(?:뭐{_IS})?"
    rf"|(?:{_TEXT}|이거|이게|이건)?(?:도대체)?(?:무슨|어떤|뭔)(?:내용|글|얘기|이야기|주제|기사|문서){_IS}"
    rf"|{_TEXT}(?:도대체)?(?:뭐|무엇){_IS}"
    rf"|(?:{_TEXT})?(?:무엇|뭐|뭘)(?:에|을)?(?:대한|관한|대해|관해|다루는|다룬)(?:글|기사|문서|내용|얘기|거|쓴글|쓴거)?{_IS}"
)
_WHOLE = re.compile(
    rf"\b(?:{'|'.join(sorted(_ARTICLE))}|contents|outline|sections)\b|글|기사|문서|본문|아티클|목차|차례", re.IGNORECASE
)
_SIGN = re.compile(r"[\s!?.,~^'\"ㅎㅋㅠㅜ]")


def asks_for_overview(question: Understood) -> bool:
    """Whether it asks what the article is about, for its summary or for its contents, and for nothing else.

    After another question "summarize it" is asked of what that was about, and "summarize the article" is not.
    """
    return _is_overview(question.text) or (_WHOLE.search(question.asked) is not None and _is_overview(question.asked))


def _is_overview(question: str) -> bool:
    words = set(_ENGLISH_WORD.findall(question.casefold().replace("tl;dr", "tldr")))
    if _KOREAN.fullmatch(_SIGN.sub("", question)) or _WHAT_ABOUT.fullmatch(question):
        return True
    about_it = bool(words & _ARTICLE) and bool(words & _SUBJECT) and not _OF_A_PART.search(question)
    named = words & _SUMMARY or about_it
    return question.isascii() and bool(named) and words <= _ARTICLE | _SUMMARY | _SUBJECT | _FILLING | _FORM


def first_passages(passages: Sequence[Passage], language: Language) -> tuple[Passage, ...]:
    """The first passage of each section in `language`, or in the other where the article has no such side."""
    found: dict[str, Passage] = {}
    for passage in [passage for passage in passages if passage.language is language] or passages:
        found.setdefault(passage.heading_path[0], passage)
    return tuple(found.values())


def overview(firsts: Sequence[Hit], language: Language) -> Composed:
    """What the article says of itself: the first lines of its first section, quoted, and the headings of all.

    `firsts` are the first passages of its sections, as `first_passages` finds them.
    """
    first = firsts[0]
    side = first.passage
    lines = tuple(line for line in side.lines if not ends_in_colon(line))[:_MAX_LINES] or side.lines[:1]
    sections = " · ".join(hit.passage.heading_path[0] for hit in firsts)
    text = (
        message("answering.overview", language, title=side.title),
        *(f"• {line} [1]" for line in lines),
        message("answering.overview_sections", language, sections=sections),
    )
    return Composed("\n".join(text), Reason.ANSWERED, (cite(1, first, side.language, lines),), ("overview",))
