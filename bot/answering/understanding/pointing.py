"""Words that point back to what was said before: pronouns."""

import re

from bot.answering.names.names import names_of
from corpus.glossary import Glossary

_SINGULAR = r"\b(?:it|its|(?:that|this|the other) one)\b"
_PLURAL = r"\b(?:they|them|theirs?|these(?!\s+days)|those(?!\s+(?:who|that)))\b"
# Not as in "the page that says", nor as in "this article".
_DEMONSTRATIVE = (
    r"\b(?:is|was|does|did|do|about|of|with|like|than|for)\s+(?:that|this)\b(?!\s+(?:article|page|text|post|bot)\b)"
)
_THE_ONE_KO = (
    r"(?<![가-힣])(?:[그이저]\s?(?:것|거|건|게|걸|모델|회사|도구)"
    r"|(?:그|그런|그렇게|그래|거기|거긴|그들은?)(?=[\s?!.]|$))"
)
_PRONOUN = re.compile(
    rf"(?P<plural>{_PLURAL})|{_SINGULAR}|{_DEMONSTRATIVE}|{_THE_ONE_KO}|\b(?:that|this)(?=\W*$)", re.IGNORECASE
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
_SUBJECT_KO = re.compile(r"(?:이|가|이?랑|와|과|하고)\s+$")
_HANGUL = re.compile("[가-힣]")


def points_back(text: str, glossary: Glossary) -> bool:
    """Whether `text` has a word that points back to something it does not say itself."""
    pronoun = _PRONOUN.search(_FORMAL_IT.sub(lambda formal: " " * len(formal[0]), text))
    if pronoun is None:
        return False
    before = text[: pronoun.start()]
    introduced = (_SEVERAL if pronoun["plural"] else _INTRODUCED).search(before)
    if (introduced and _BY_MEANS_OF.search(before) is None) or _LATER_CLAUSE.search(before):
        return False
    return not names_of(before, glossary) or _is_another(before, text[pronoun.end() :], pronoun)


def _is_another(before: str, after: str, pronoun: re.Match[str]) -> bool:
    """Whether `pronoun` is no name of `before`, being the object of what that does: "Did Google make it?"."""
    if _HANGUL.search(pronoun[0]):
        return _SUBJECT_KO.search(before) is not None
    return not pronoun["plural"] and not after.strip(" ?!.") and _CONJUNCTION.search(before) is None
