"""What the tests of the stages share."""

from bot.answering.announcements import Announcements
from bot.answering.evidence.evidence_judge import Evidence
from bot.answering.names.subjects import SubjectIndex
from bot.answering.question import Question
from bot.answering.understanding.understood import understand
from bot.answering.verifying.support_finder import SupportFinder
from bot.answering.verifying.verifier import Verifier
from bot.answering.writing.composing import Composed, Composer
from corpus.glossary import Glossary
from index.passage import Hit
from tests.bot.answering.fakes import FakeLexicon


def composed(hit: Hit, asked: str, draft: str, announcements: Announcements | None = None) -> Composed:
    """What is made of `draft` where `hit` was read; `announcements` are of no other passages unless they are given."""
    glossary = Glossary({})
    question = understand(Question(asked), glossary, 200)
    subjects = SubjectIndex(hit.sides, glossary, FakeLexicon())
    finder = SupportFinder((hit,), subjects, glossary)
    announcements = announcements or Announcements(hit.sides)
    composer = Composer(question, Evidence((hit,), None), finder, Verifier(question, finder), announcements)
    return composer.compose(draft, composer.verify(draft))
