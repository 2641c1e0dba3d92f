"""Leads: the lines that announce a list, and whether a question asks about one as well as about its list."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.content_words import content_units
from bot.answering.understanding.patterns import any_of
from bot.answering.understanding.understood import Understood
from config.language import Language
from index.hangul import syllables_ending_in
from index.passage import Hit, Passage

_TO_COME = any_of(
    r"\b(?:(?:will|may|might) \w|likely\b|(?:anticipat|expect|plann|predict|project)ed\b|forecasts?\b)",
    rf"[{syllables_ending_in('ㄹ')}]\s?것(?:이[다며고]|입니다|으로|이에요|예요)|예상|전망|예정|기대[되됩된]",
)


def asked_units(question: Understood) -> frozenset[str]:
    """The content units of `question`, those of its names aside."""
    return content_units(question.text) - content_units(" ".join(question.names))


def asks_about_lead(question: Understood, side: Passage, lines: Sequence[str]) -> bool:
    """Whether a word of `question`, names aside, stands in the lead of `side` and not in `lines` under its headings."""
    told = content_units(" . ".join((*side.heading_path, *lines)))
    return bool(content_units(side.lead) & asked_units(question) - told)


def tells_what_may_come(lead: str) -> bool:
    """Whether what `lead` announces is only expected: phrases below it do not say so themselves."""
    return _TO_COME.search(lead) is not None


def judged_side(question: Understood, hit: Hit) -> Passage:
    """What of `hit` is read to judge whether it states what is asked: with its lead, where that is asked about.

    On the English side where there is one: the model judges better what it reads in English.
    """
    own, read = hit.side(question.language), hit.side(Language.ENGLISH)
    with_lead = read.lead and asks_about_lead(question, own, own.lines)
    return replace(read, lines=(read.lead, *read.lines)) if with_lead else read
