"""The first stage: what was typed becomes what is asked, of what, and in which language."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.names.loose_figures import without_typed_times
from bot.answering.names.names import names_of
from bot.answering.question import Question, Turn
from bot.answering.understanding.about_the_asker import asked_of_the_article
from bot.answering.understanding.compound import questions_in
from bot.answering.understanding.follow_ups import completed
from bot.answering.understanding.framing import unframed
from bot.answering.understanding.smalltalk import SmallTalk, small_talk
from bot.answering.understanding.spacing import spaced
from bot.answering.understanding.wanted import Wanted, wanted_by
from config.errors import QuestionError
from config.language import Language
from corpus.glossary import Glossary
from corpus.numerals import in_digits
from index.language import detect_language
from index.searching import Query


@dataclass(frozen=True, slots=True)
class Understood:
    """A question ready to be searched for.

    `typed` is the whole message, `asked` what it asks, as typed but for spaces and for what only opens the message.
    `text` is that with its names in the article's spelling and large numbers in digits, and stands on its own: what a
    follow-up leaves out has been taken from the turn before. `names` are the names it asks about. `talk` is set where
    it is no question. It is asked in the language `spoken` and to be answered in `language`. `wanted` is what `text`
    wants.
    """

    language: Language
    spoken: Language
    typed: str
    asked: str
    text: str
    names: tuple[str, ...]
    talk: SmallTalk | None
    wanted: Wanted


# Characters that show nothing: zero-width and bidirectional controls, soft hyphen, Hangul fillers, tags, variation
# selectors.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e0fff]"
)
# NFKC turns single letters of Hangul as they are typed (ㅋㅋ, ㅇㅇ) into parts of syllables, which nobody types.
_TYPED_LETTERS = re.compile("([\u3131-\u318e]+)")
# Control characters, and the halves of characters that bytes which are no text are read as: no encoder takes those.
_NO_TEXT = frozenset({"Cc", "Cs"})
_SPACE = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W\d_]")
_LETTERS_TOGETHER = re.compile(r"[^\W\d_]+")


def understand(question: Question, glossary: Glossary, max_characters: int) -> Understood:
    """What `question` asks. Raises QuestionError where it is empty or longer than `max_characters`."""
    typed = clean(question.text)
    if len(typed) > max_characters:
        raise QuestionError("answering.too_long", characters=len(typed), limit=max_characters)
    if not _LETTERS.search(typed):
        raise QuestionError("answering.empty")
    return _understand(typed, question.language, question.history, glossary)


def questions_of(understood: Understood, glossary: Glossary) -> tuple[Understood, ...]:
    """Where `understood` asks several questions at once, each of them, which stands on its own; else none."""
    found: list[Understood] = []
    turns: list[Turn] = []
    for asked in questions_in(understood.text):
        text = completed(asked, turns, glossary)
        names = _names_asked_about(text, glossary)
        found.append(replace(understood, asked=asked, text=text, names=names, wanted=wanted_by(text)))
        turns.append(Turn(asked, ""))
    return tuple(found)


def name_different_things(questions: Sequence[Understood]) -> bool:
    """Whether there are several `questions`, each with names of its own: not two versions of one thing."""
    words = [frozenset(_LETTERS_TOGETHER.findall(" ".join(question.names).casefold())) for question in questions]
    return len(words) > 1 and all(words) and len(frozenset().union(*words)) == sum(map(len, words))


def answer_language(question: Question) -> Language:
    """The language that `question` is to be answered in: the one it wishes for, else was asked with, else is in."""
    typed = clean(question.text)
    wish = unframed(typed)
    return wish.language or question.language or detect_language(wish.text or typed)


def query_of(text: str, glossary: Glossary) -> Query:
    """What to search for where `text` is typed on its own, its names in the article's spelling first."""
    typed = clean(text)
    return Query(glossary.canonicalise(typed), (typed,))


def clean(text: str) -> str:
    """`text` in NFKC but for single letters of Hangul, without what cannot be seen, its white space folded."""
    text = "".join(
        part if _TYPED_LETTERS.fullmatch(part) else unicodedata.normalize("NFKC", part)
        for part in _TYPED_LETTERS.split(_INVISIBLE.sub("", text))
    )
    text = "".join(" " if unicodedata.category(character) in _NO_TEXT else character for character in text)
    return _SPACE.sub(" ", text).strip()


def _understand(typed: str, language: Language | None, history: Sequence[Turn], glossary: Glossary) -> Understood:
    wish = unframed(typed)
    questions = [] if wish.changes_subject else _questions(history)
    if questions and not wish.text:
        *before, last = questions
        earlier = _understand(last.question, None, before, glossary)
        return replace(earlier, typed=typed, language=wish.language or language or earlier.language)
    asked = spaced(wish.text or typed)
    spoken = detect_language(asked)
    talk = small_talk(wish.openers + asked, follows=bool(questions)) if wish.text else SmallTalk.GREETING
    text = in_digits(glossary.canonicalise(asked))
    if talk is None:
        text = completed(text, [_bare(turn, glossary) for turn in questions], glossary)
    names = _names_asked_about(text, glossary)
    return Understood(wish.language or language or spoken, spoken, typed, asked, text, names, talk, wanted_by(text))


def _names_asked_about(text: str, glossary: Glossary) -> tuple[str, ...]:
    names = names_of(without_typed_times(text), glossary)
    asked = asked_of_the_article(text, names)
    return tuple(name for name in names if name in asked)


def _questions(history: Sequence[Turn]) -> list[Turn]:
    """The turns that asked about the article since the subject changed: no small talk nor wish for a language."""
    found: list[Turn] = []
    for turn in history:
        typed = clean(turn.question)
        wish = unframed(typed)
        asked = wish.text
        if wish.changes_subject:
            found = []
        if _LETTERS.search(asked) and small_talk(wish.openers + asked, follows=bool(found)) is None:
            found.append(replace(turn, question=typed))
    return found


def _bare(turn: Turn, glossary: Glossary) -> Turn:
    """`turn` with its question alone, in the article's spelling."""
    return replace(turn, question=glossary.canonicalise(spaced(unframed(turn.question).text)))
