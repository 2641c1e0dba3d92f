"""What a message leaves out because the questions before it said it."""

import re
from collections.abc import Sequence

from bot.answering.names.names import names_of
from bot.answering.question import Turn
from bot.answering.understanding.leaning import leans_on_earlier
from bot.answering.understanding.substitution import asked_of_noun, is_of_people, lone_noun
from corpus.glossary import Glossary

_VERSION = r"\d[\d.]*[A-Za-z]?(?![A-Za-z0-9])"
_BETWEEN_NAMES = r"(?:['’]s\s|의\s|[\s-])"
_HUNG_ON = r"(?:['’]s\b|(?:이랑|랑|하고|와|과|은|는|이|가|을|를|의)(?![가-힣]))?"
_CONJUNCTION = r"(?:\s*(?:,|\b(?:and|or|vs|versus)\b)\s*)?"
_SPACE = re.compile(r"\s+")
_NAMES = r"\0(?:\s?(?:,|&|\band\b|이?랑|하고|와|과)\s?\0)*"
# Nothing is said of the names, for which \0 stands.
_NAME_ALONE = re.compile(
    r"(?:(?:(?:what|how) about|[hw]bu|(?:the )?same q(?:uestion)?,?(?: but)?(?: (?:about|for|with))?)\s"
    r"|(?:is (?:it|that)\s)?the same (?:for|of|in|with)\s"
    r"|(?:for|with|in|of|about|do|does|did|can|is|has|will)\s)?"
    rf"(?:the\s)?{_NAMES}(?:['’]s?)?(?:\s(?:model|one))?(?:\s(?:too|then|as well|though|instead))?\W*"
    rf"|{_NAMES}\s?(?:은|는|이|가|도|의|에서)?\s?(?:이?요)?"
    r"(?:\s?(?:어때|어떤가|어떨까|어떻|어떰|마찬가지|똑같|그래|그런가|ㅇㄸ|(?<=도 )(?:말해|알려))\S{0,5})?\W*",
    re.IGNORECASE,
)


def completed(text: str, history: Sequence[Turn], glossary: Glossary) -> str:
    """`text` with what it leaves out taken from `history`: the questions before it, all in the article's spelling.

    Where it is only a name, or another noun of the kind, the last question is asked of that; where it leans on what was
    asked, it is asked about the names in the last question, or in its answer.
    """
    earlier, answer = "", ""
    for turn in history:
        whole = _completed(turn.question, earlier, answer, glossary)
        # What was asked without a name stays what later questions lean on, so that they do not pile up.
        earlier = earlier if earlier and whole == _about(earlier, turn.question) else whole
        answer = turn.answer
    return _completed(text, earlier, answer, glossary)


def _completed(text: str, earlier: str, answer: str, glossary: Glossary) -> str:
    if not earlier:
        return text
    own = names_of(text, glossary)
    if own and _is_name_alone(text, own):
        return _asked_of(_subject(text, own), own, earlier, names_of(earlier, glossary))
    if not leans_on_earlier(text, glossary):
        return text
    noun = lone_noun(text)
    asked = asked_of_noun(noun, earlier) if noun else None
    theirs = names_of(earlier, glossary)
    if not theirs and not is_of_people(noun):
        theirs = names_of(answer, glossary)[:1]
    return asked or _about(" ".join(theirs) or earlier, text)


def _about(subject: str, text: str) -> str:
    """`text`, asked of `subject`. After a colon a capital begins a sentence, and no name."""
    return f"{subject}: {text}"


def _is_name_alone(text: str, names: Sequence[str]) -> bool:
    return _NAME_ALONE.fullmatch(re.sub(_mention(names), "\0", text)) is not None


def _asked_of(subject: str, own: Sequence[str], earlier: str, theirs: Sequence[str]) -> str:
    """The question `earlier` with `subject` in the place of what it was about."""
    if not theirs:
        return _about(subject, earlier)
    if set(own) & set(theirs):
        others = [name for name in theirs if name not in own]
        rest = re.sub(_mention(others) + _HUNG_ON + _CONJUNCTION, " ", earlier) if others else earlier
        return _SPACE.sub(" ", rest).strip()
    mentions = list(re.finditer(_mention(theirs), earlier))
    alike = [mention for mention in mentions if _has_digit(mention[0])] if _has_digit(subject) else []
    if not mentions:
        return _about(subject, earlier)
    replaced = (alike or mentions)[0]
    return f"{earlier[: replaced.start()]}{subject}{earlier[replaced.end() :]}"


def _subject(text: str, names: Sequence[str]) -> str:
    """All from the first of `names` in `text` to the last."""
    mentions = list(re.finditer(_mention(names), text))
    return text[mentions[0].start() : mentions[-1].end()] if mentions else ""


def _mention(names: Sequence[str]) -> str:
    """A pattern for any of `names`, and for what belongs to it: a version, or the thing that is its maker's."""
    name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return rf"(?:{name})(?:{_BETWEEN_NAMES}(?:{name}|{_VERSION}))*"


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
