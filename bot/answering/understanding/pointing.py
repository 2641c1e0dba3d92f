"""Words that point back to what was said before: pronouns, and picks among things that were named."""

import re

from bot.answering.names.names import names_of
from corpus.glossary import Glossary
from corpus.numerals import ENGLISH_FEW, KOREAN_ALONE, KOREAN_FEW

_THING = r"(?:one|guy|thing|model|tool|company)"
_SINGULAR = rf"\b(?:it|its|(?:that|this|the other)\s+{_THING}(?!\s+(?:called|named|that|which)\b))\b"
_PLURAL = r"\b(?:they|them|theirs?|these(?!\s+days)|those(?!\s+(?:who|that)))\b"
# Not as in "the page that says", nor as in "this article".
_DEMONSTRATIVE = (
    r"\b(?:is|was|does|did|do|about|of|with|like|than|for)\s+(?:that|this)\b(?!\s+(?:article|page|text|post|bot)\b)"
)
_THE_ONE_KO = (
    r"(?<![가-힣])(?:[그이저]\s?(?:것|거|건|게|걸|모델|회사|도구)"
    r"|(?:그|그런|그렇게|그래|거기|거긴|그들은?)(?=[\s?!.]|$)|거기(?:서|에|엔|에서)(?![가-힣])"
    r"|(?:[걔얘쟤](?:네|들)?|[걔얘쟤]네들|[그이저요]\s?(?:놈|넘|녀석|애|친구)들?)"
    r"(?:보다|한테|은|는|이|가|을|를|의|도|만|랑|로)?(?![가-힣])|[걘걜얜얠쟨쟬](?![가-힣])|[요고](?:거|게)(?![가-힣]))"
)
_PRONOUN = re.compile(
    rf"(?P<plural>{_PLURAL})|{_SINGULAR}|{_DEMONSTRATIVE}|{_THE_ONE_KO}|\b(?:that|this)(?=\W*$)", re.IGNORECASE
)
# It stands for what is done, for where, or for what the article tells of: "what does this mean?", "which of these".
_NO_THING = re.compile(
    r".*\b(?:model|tool|company)|[그이저]\s?(?:모델|회사|도구)|그|그런|그렇게|그래|그들은?|거기\S*|거긴",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"\bof\s+th[eo]se$", re.IGNORECASE)
_NO_THING_BEHIND = re.compile(r"\s+(?:change|happen|imply|matter|mean|models?|tools?|companies)\b", re.IGNORECASE)
_COMPARES = re.compile(
    r"\b(?:than|as|vs|versus|or)\s(?:it|that|this|these|those|them|mine)\b"
    r"|(?:(?<![가-힣])[걔얘쟤](?:네|들)?|[그이](?:거|것|놈|녀석|애))(?:보다|이?랑|하고)",
    re.IGNORECASE,
)
# "How hard is it to set up?", "Is it true that": it stands for what follows.
_FORMAL_IT = re.compile(
    r"\b(?:is|was)\s+it\s+(?:\w+\s+)?(?:to|that|if)\b|\bit(?:['’]s| is)\s+\w+\s+(?:to|that)\b", re.IGNORECASE
)
_INTRODUCED = re.compile(r"\ban?\s+\w{2,}", re.IGNORECASE)
# "How do I see a ship with it?": with what, is nothing that was named on the way.
_BY_MEANS_OF = re.compile(r"\b(?:with|using|via)\s+$", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?<!how many )(?<!which )(?<!what )\b(?!does\b|this\b|has\b|was\b)[a-z]{3,}(?<!s)s\b", re.IGNORECASE
)
_LATER_CLAUSE = re.compile(
    r"\w\s*(?:,|\b(?:and|but|because|if|when|so))\s+(?:(?:how|what|where|when|who|why|is|are|can|do|does|should)\s+)*$"
    r"|[가-힣](?:고|며|는데)\s*$",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r",|\b(?:and|but|because|if|when|so|to)\b", re.IGNORECASE)
_SUBJECT_KO = re.compile(r"(?:이|가|이?랑|와|과|하고|보다)\s+$")
_HANGUL = re.compile("[가-힣]")

# Not "the two lighthouses are", which says of what, nor "the former keeper".
_OF_SEVERAL = rf"(?:{ENGLISH_FEW})\b(?!\s+(?!is\b|has\b|was\b|does\b)\w+s\b)"
_PICK_EN = (
    r"\bthe\s+(?!best\b|number\b|only\b|right\b|wrong\b|\w+est\b)(?:(?:more|less)\s)?\w+\s+"
    rf"(?:one(?P<several>s)?\b|of\s+(?:the|these|those)\s+{_OF_SEVERAL})|\b(?:of|between)\s+the\s+{_OF_SEVERAL}"
    r"|^which\sone\b(?!\sof\b)|^(?:are|can|did|do|will|were)\sboth\s(?!of\b|the\b|\w+s\b|\w+\sand\b)|\bthe\s+latter\b"
    r"|\bthe\s+former(?=\W*$|\s(?:one|is|was|has|had|does|did|do|can|could|will|would|good|better|worse|than)\b)"
)
_END_OF_PICK = r"(?=들|은|는|이|가|을|를|도|의|로|만|보다|[\s?!.,]|$)"
_FELLOW = "놈|넘|녀석|애|쪽"
_THING_KO = "거|건|게|걸|것"
_GRADED = (
    "(?:큰|작은|센|강한|약한|빠른|느린|무거운|가벼운|비싼|싼|좋은|나은|나쁜|높은|낮은|긴|짧은|넓은|좁은|밝은|어두운"
    "|새로운|오래된|다른)"
)
_PICK_KO = (
    r"(?<![가-힣])(?:그\s중(?=에|의|[\s,?.]|$)|그중(?!요|간|심)|개중에"
    rf"|(?:{_GRADED}\s?(?:{_FELLOW})|^{_GRADED}\s?(?:{_THING_KO})|더\s?[가-힣]{{1,5}}\s?(?:{_FELLOW}|{_THING_KO})|후자){_END_OF_PICK}"
    r"|나머지(?=는|은|도|\s?(?:하나|둘|놈|애|쪽)))"
)
_ALL_KO = re.compile(
    rf"(?:\S*(?:은|는|이|가|건|게|에|도|서|로)\s+)*?(?:(?:{KOREAN_ALONE})(?:\s?중|(?:은|는|이|가|의|\s?다)(?![가-힣])|[\s?!.,]|$)"
    rf"|(?:{KOREAN_FEW})\s(?:녀석|놈|도구|모델|애|제품|회사)\s?(?:중|다(?![가-힣])))"
)
_PICK = re.compile(rf"{_PICK_EN}|{_PICK_KO}", re.IGNORECASE)
# What the pick is made of, or what it is compared with, is said in the question itself.
_SET_BESIDE = re.compile(
    r"\w\s+(?:and|or|vs)\s+\w|\b(?:the|an?)\s+\w.*\b(?:and|as|or|than|versus|vs|with)\s+$"
    r"|[가-힣](?:와|과|이?랑|하고|는데|던데|고|며)\s",
    re.IGNORECASE,
)


def points_back(text: str, glossary: Glossary) -> bool:
    """Whether `text` has a word that points back to something it does not say itself."""
    return _has_pronoun(text, glossary) or _picks(text, glossary)


def means_a_thing(text: str) -> bool:
    """Whether `text` has a pronoun for a thing, whatever that is: what the asker has, or what was asked about."""
    text = _without_formal_it(text)
    return any(
        not (
            _NO_THING.fullmatch(pronoun[0])
            or _OF_THESE.search(text, 0, pronoun.end())
            or _NO_THING_BEHIND.match(text, pronoun.end())
        )
        for pronoun in _PRONOUN.finditer(text)
    )


def compares_with_a_thing(text: str) -> bool:
    """Whether `text` compares something with a thing that it has a pronoun for: brighter than that, 얘보다."""
    return _COMPARES.search(text) is not None


def _picks(text: str, glossary: Glossary) -> bool:
    if _ALL_KO.match(text):
        return not names_of(text, glossary)
    pick = _PICK.search(text)
    if pick is None:
        return False
    before, after = text[: pick.start()], text[pick.end() :].lstrip()
    of_these = after.startswith(names_of(after, glossary)) or (pick["several"] and _SEVERAL.search(before))
    return not of_these and _SET_BESIDE.search(before) is None and not names_of(before, glossary)


def _has_pronoun(text: str, glossary: Glossary) -> bool:
    pronoun = _PRONOUN.search(_without_formal_it(text))
    if pronoun is None:
        return False
    before = text[: pronoun.start()]
    introduced = (_SEVERAL if pronoun["plural"] else _INTRODUCED).search(before)
    if (introduced and _BY_MEANS_OF.search(before) is None) or _LATER_CLAUSE.search(before):
        return False
    return not names_of(before, glossary) or _is_another(before, text[pronoun.end() :], pronoun)


def _without_formal_it(text: str) -> str:
    return _FORMAL_IT.sub(lambda formal: " " * len(formal[0]), text)


def _is_another(before: str, after: str, pronoun: re.Match[str]) -> bool:
    """Whether `pronoun` is no name of `before`, being the object of what that does: "Did Google make it?"."""
    if _HANGUL.search(pronoun[0]):
        return _SUBJECT_KO.search(before) is not None
    return not pronoun["plural"] and not after.strip(" ?!.") and _CONJUNCTION.search(before) is None
