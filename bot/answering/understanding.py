"""The first stage: what was typed becomes what is asked, of what, and in which language."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.framing import unframed, without_introduction
from bot.answering.names import names_of
from bot.answering.question import Question, Turn
from bot.answering.smalltalk import SmallTalk, small_talk
from config.errors import QuestionError
from config.language import Language
from corpus.glossary import Glossary
from index.language import detect_language
from index.searching import Query


@dataclass(frozen=True, slots=True)
class Understood:
    """A question ready to be searched for.

    `typed` is the whole message, `asked` what it asks, as typed. `text` is that with its names in the article's
    spelling, and stands on its own: what a follow-up leaves out has been taken from the turn before. `names` are the
    names it asks about. `talk` is set where it is no question. It is asked in the language `spoken` and to be
    answered in `language`.
    """

    language: Language
    spoken: Language
    typed: str
    asked: str
    text: str
    names: tuple[str, ...]
    talk: SmallTalk | None


# Characters that show nothing: zero-width and bidirectional controls, soft hyphen, Hangul fillers, tags, variation
# selectors.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e0fff]"
)
# NFKC turns single letters of Hangul as they are typed (ㅋㅋ, ㅇㅇ) into parts of syllables, which nobody types.
_TYPED_LETTERS = re.compile("([\u3131-\u318e]+)")
_SPACE = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W\d_]")

_FOLLOWS_UP = re.compile(
    r"^(?:and|but|so|then|also|what about|how about)\b"
    r"|^(?:그럼|그러면|그리고|그런데|근데|그건|그거|그것|그|거기|그렇다면|또)\b"
    r"|^\S+(?:\s\S+){0,3}\s*(?:은요|는요|은|는)\?$|^\S+(?:\s\S+){0,3}\s*(?:은요|는요)$"
    r"|\b(?:it|its|they|them|their|that one|this one|these|those)\b|(?:그|이|저)(?:것|거|건|게|모델|회사|도구)",
    re.IGNORECASE,
)
_SHORT_WORDS = 6


def understand(question: Question, glossary: Glossary, max_characters: int) -> Understood:
    """What `question` asks. Raises QuestionError where it is empty or longer than `max_characters`."""
    typed = clean(question.text)
    if len(typed) > max_characters:
        raise QuestionError("answering.too_long", characters=len(typed), limit=max_characters)
    if not _LETTERS.search(typed):
        raise QuestionError("answering.empty")
    return _understand(typed, question.language, question.history, glossary)


def answer_language(question: Question) -> Language:
    """The language that `question` is to be answered in: the one it wishes for, else was asked with, else is in."""
    typed = clean(question.text)
    wish = unframed(typed)
    return wish.language or question.language or detect_language(wish.text or typed)


def query_of(text: str, glossary: Glossary) -> Query:
    """What to search for where `text` is typed on its own, its names in the article's spelling first."""
    return Query(glossary.canonicalise(text), (text,))


def clean(text: str) -> str:
    """`text` in NFKC but for single letters of Hangul, without what cannot be seen, its white space folded."""
    text = "".join(
        part if _TYPED_LETTERS.fullmatch(part) else unicodedata.normalize("NFKC", part)
        for part in _TYPED_LETTERS.split(_INVISIBLE.sub("", text))
    )
    text = "".join(" " if unicodedata.category(character) == "Cc" else character for character in text)
    return _SPACE.sub(" ", text).strip()


def complete_follow_up(text: str, turn: Turn, glossary: Glossary) -> str:
    """`text` with what it leaves out taken from the turn before.

    Where it names something of its own, that name takes the place of the earlier one in the earlier question;
    else it is asked about the earlier question's names, or about those of the answer.
    """
    earlier = glossary.canonicalise(unframed(clean(turn.question)).text)
    own = names_of(text, glossary)
    theirs = names_of(earlier, glossary) or names_of(turn.answer, glossary)[:1]
    if not own:
        # After a colon a capital begins a sentence, and no name.
        return f"{' '.join(theirs) or earlier}: {text}"
    if len(text.split()) > _SHORT_WORDS:
        return text
    for name in theirs:
        earlier = re.sub(rf"{re.escape(name)}(?:'s)?", " ", earlier, flags=re.IGNORECASE)
    return _SPACE.sub(" ", f"{text} {earlier}").strip()


def _understand(typed: str, language: Language | None, history: Sequence[Turn], glossary: Glossary) -> Understood:
    wish = unframed(typed)
    history = tuple(turn for turn in history if _asks(turn))
    if history and not wish.text:
        *before, last = history
        earlier = _understand(clean(last.question), None, before, glossary)
        return replace(earlier, typed=typed, language=wish.language or language or earlier.language)
    asked = wish.text or typed
    spoken = detect_language(asked)
    text = glossary.canonicalise(asked)
    if history and _leans_on_history(text, glossary):
        text = complete_follow_up(text, history[-1], glossary)
    names = names_of(without_introduction(text), glossary)
    return Understood(wish.language or language or spoken, spoken, typed, asked, text, names, small_talk(asked))


def _asks(turn: Turn) -> bool:
    """Whether `turn` asked something, beside a wish for a language."""
    return _LETTERS.search(unframed(clean(turn.question)).text) is not None


def _leans_on_history(text: str, glossary: Glossary) -> bool:
    """Whether `text` says too little by itself: it points back, or it is short and names nothing."""
    if _FOLLOWS_UP.search(text):
        return True
    return len(text.split()) <= _SHORT_WORDS and not names_of(text, glossary)
