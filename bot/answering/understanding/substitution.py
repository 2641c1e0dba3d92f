"""A question asked of another thing of the kind: what public schools gain, after what companies gain."""

import re

from bot.answering.understanding.leaning import is_aspect, says_nothing

# People, and bodies of people. Other nouns are of a kind where their last words are the same: old towers, new towers.
_PEOPLE = re.compile(
    r"\w+(?:ants|ees|ers|ians|ists|ors)|\w*men|children|families|individuals|parents|people|students"
    r"|agencies|authorities|banks|businesses|cities|clinics|colleges|companies|corporations|countries|enterprises"
    r"|factories|firms|governments|groups|hospitals|industries|institutions|ministries|nations|offices"
    r"|organi[sz]ations|schools|sectors|shops|startups|states|stores|teams|universities"
    r"|\S*(?:가게|가정|개인|공장|국가|기관|기업|나라|단체|대학|대학교|도시|매장|병원|부서|부처|사람|산업|상점|스타트업|업계"
    r"|업체|은행|정부|조직|지역|청|팀|학교|협회|회사)|[가-힣]+(?:가|객|군|꾼|민|부|사|생|원|인|자|주|지기)",
    re.IGNORECASE,
)
_THINGS_THAT_END_ALIKE = re.compile(
    r"answers|computers|covers|doors|errors|factors|floors|layers|letters|meters|monitors|numbers|orders|others|papers"
    r"|parameters|plants|powers|processors|routers|sensors|servers|towers|transformers|variants|vectors"
    r"|\S*(?:거부|검사|고민|공부|기사|내부|단가|디자인|문자|물가|발생|세부|숫자|역사|외부|우주|원가|원인|이자|인생|일부"
    r"|자원|전부|전자|조사|증가|지원|차원|추가|평가|행사|확인)",
    re.IGNORECASE,
)
_LONE_EN = re.compile(
    r"(?:(?:what|how) about\s|for\s|with\s)?"
    r"(?P<noun>(?:[a-z-]+\s){0,2}(?:[a-z-]{3,}(?<!s)s|[a-z-]*men|people|children))"
    r"(?:\s(?:then|instead|too))?\W*",
    re.IGNORECASE,
)
_LONE_KO = re.compile(
    r"(?P<noun>(?:[가-힣]+(?<!의)\s){0,2}[가-힣]+?)(?:들)?(?:\s쪽)?(?:은|는|이|가|도|한테는|에게는|의 경우에?는?)요?"
    r"(?:\s(?:같|그래|그런가|어때|어떤가|어떨까|어떻|어떰|마찬가지)\S{0,5})?\W*"
)
# What a noun stands behind in a question: "how do keepers", "for schools". Not "which schools can help schools".
_BEFORE_NOUN = re.compile(
    r"\b(?:do|does|did|are|were|(?:how|when|where|why) (?:can|could|should|will|would)"
    r"|among|at|between|by|for|from|in|of|the|with)\s$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:many|which|what)\s$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z-]+")
_MARKED_KO = re.compile(r"(?<!\S)(?P<noun>[가-힣]+?)(?:들)?(?P<particle>은|는|이|가|을|를|에게|한테|의)(?=\s)")
_MODIFIERS_KO = re.compile(
    r"(?:(?<!\S)(?!(?:만약|보통|왜|요즘|지금|혹시)\s)[가-힣]*[가-힣](?<![가게고도뒤때로를만며면서에을이전지후히])\s){1,2}$"
)
_PARTICLES = ("은는", "이가", "을를")
_FIRST_SYLLABLE, _FINALS = 0xAC00, 28
# Shorter questions are asked beside the new noun as they are.
_WORDS_BESIDE_NOUN = 3


def lone_noun(text: str) -> str:
    """The noun that is all of `text`, particle aside ("schools?"); empty where it is more or less."""
    lone = _LONE_EN.fullmatch(text) or _LONE_KO.fullmatch(text)
    noun = lone["noun"] if lone else ""
    aspect = is_aspect(_head(noun)) and not is_of_people(noun)
    return "" if aspect or any(map(says_nothing, noun.split())) else noun


def is_of_people(noun: str) -> bool:
    """Whether `noun` is one of people, or of a body of people."""
    head = _head(noun)
    return _PEOPLE.fullmatch(head) is not None and _THINGS_THAT_END_ALIKE.fullmatch(head) is None


def asked_of_noun(noun: str, earlier: str) -> str | None:
    """The question `earlier` with `noun` in the place of the first of its kind; None where none is found."""
    if len(earlier.split()) <= _WORDS_BESIDE_NOUN + 1:
        return None
    return _asked_in_english(noun, earlier) if noun.isascii() else _asked_in_korean(noun, earlier)


def _asked_in_english(noun: str, earlier: str) -> str | None:
    alike = (word for word in _WORD.finditer(earlier) if _is_alike(word[0], noun))
    head = next((word for word in alike if _COUNTED.search(earlier[: word.start()]) is None), None)
    if head is None:
        return None
    start = head.start()
    for word in reversed(list(_WORD.finditer(earlier, 0, start))):
        if says_nothing(word[0]) or earlier[word.end() : start].strip():
            break
        start = word.start()
    # Where nothing tells them apart, a word before it may be a verb: to serve companies.
    if start < head.start() and _BEFORE_NOUN.search(earlier[:start]) is None:
        return None
    return f"{earlier[:start]}{noun}{earlier[head.end() :]}"


def _asked_in_korean(noun: str, earlier: str) -> str | None:
    marked = next((word for word in _MARKED_KO.finditer(earlier) if _is_alike(word["noun"], noun)), None)
    if marked is None:
        return None
    modifiers = _MODIFIERS_KO.search(earlier[: marked.start()])
    start = modifiers.start() if modifiers else marked.start()
    return f"{earlier[:start]}{noun}{_after(noun, marked['particle'])}{earlier[marked.end() :]}"


def _is_alike(one: str, other: str) -> bool:
    return _head(one).casefold() == _head(other).casefold() or (is_of_people(one) and is_of_people(other))


def _head(noun: str) -> str:
    return noun.rpartition(" ")[2]


def _after(noun: str, particle: str) -> str:
    """`particle` as it is written behind `noun`: with a final consonant, or without."""
    pair = next((pair for pair in _PARTICLES if particle in pair), None)
    if pair is None:
        return particle
    return pair[0] if (ord(noun[-1]) - _FIRST_SYLLABLE) % _FINALS else pair[1]
