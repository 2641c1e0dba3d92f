"""A small article about two lighthouses in both languages, and deterministic stand-ins for search and generation."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from bot.answering.answer import Answer
from bot.answering.corridor import Corridor
from bot.answering.library import Library
from bot.answering.prompting.prompts import NO, YES
from bot.answering.question import Question
from bot.answering.replier import Replier
from bot.generation.generator import Prompt
from config.language import Language
from config.settings import AnsweringSettings, load_settings
from corpus.glossary import Glossary
from index.passage import Hit, Passage
from index.searching import Query

GLOSSARY = Glossary({"Corvin": ("코빈",), "Marlow": ("말로",)})

_TEXTS = [
    (
        ("Corvin Light", "The lamp"),
        ("The lamp of Corvin was electrified in 1931.", "The beam of Corvin reaches 24 km."),
        ("코빈 등대", "등불"),
        ("Corvin의 등불은 1931년에 전기로 바뀌었습니다.", "Corvin의 불빛은 24 km까지 닿습니다."),
    ),
    (
        ("Marlow Light", "Tower"),
        ("The tower of Marlow is 41 m tall.", "Marlow is built of granite for strength.", "Marlow is always open."),
        ("말로 등대", "탑"),
        (
            "Marlow의 탑은 높이가 41 m입니다.",
            "Marlow는 튼튼하도록 화강암으로 지었습니다.",
            "Marlow는 늘 열려 있습니다.",
        ),
    ),
    (
        ("Marlow Light", "Rank"),
        ("Marlow was lit last.", "Marlow is equal to all others."),
        ("말로 등대", "위상"),
        ("Marlow는 가장 늦게 켜졌습니다.", "Marlow는 다른 등대와 동등합니다."),
    ),
    (
        ("Corvin Light", "For visitors"),
        ("Guided walks", "A view of the bay"),
        ("코빈 등대", "방문객에게"),
        ("안내 산책", "만이 보이는 전망"),
    ),
]


def _passages() -> tuple[Passage, ...]:
    found = []
    for number, (en_path, en_lines, ko_path, ko_lines) in enumerate(_TEXTS, start=1):
        found.append(Passage(f"en:{number}.1", Language.ENGLISH, "Two Lights", en_path, en_lines, f"ko:{number}.1"))
        found.append(Passage(f"ko:{number}.1", Language.KOREAN, "두 등대", ko_path, ko_lines, f"en:{number}.1"))
    return tuple(found)


PASSAGES = _passages()


def hit(number: int, language: Language = Language.ENGLISH, dense: float = 0.9) -> Hit:
    """The pair of one lighthouse."""
    english, korean = PASSAGES[2 * number - 2 : 2 * number]
    first, second = (english, korean) if language is Language.ENGLISH else (korean, english)
    return Hit(first, second, dense, dense, None)


def room(number: int, english: tuple[str, ...], korean: tuple[str, ...]) -> tuple[Passage, Passage]:
    """A passage in both languages, each side its heading first."""
    ids = f"en:{number}.1", f"ko:{number}.1"
    return (
        Passage(ids[0], Language.ENGLISH, "Two Lights", ("Rooms", english[0]), english[1:], ids[1]),
        Passage(ids[1], Language.KOREAN, "두 등대", ("방", korean[0]), korean[1:], ids[0]),
    )


class FakeSearcher:
    """Finds both lighthouses, in the order it was given, each `gap` below the one before."""

    def __init__(self, order: Sequence[int] = (1, 2)) -> None:
        self.order = order
        self.gap = 0.1
        self.better_elsewhere = 0.0
        self.compared: list[str] = []
        self.history: list[Query] = []

    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        self.history.append(query)
        found = [hit(number, query.language or Language.ENGLISH) for number in self.order][:top_k]
        return tuple(replace(found, score=1.0 - self.gap * rank) for rank, found in enumerate(found))

    def shortfall(self, query: Query, passage: Passage) -> float:
        self.compared.append(passage.passage_id)
        return self.better_elsewhere


class FixedSearcher(FakeSearcher):
    """Finds what it was given: pairs of passages, the English one first."""

    def __init__(self, *passages: Passage) -> None:
        super().__init__()
        self.pairs = tuple(zip(passages[::2], passages[1::2], strict=True))

    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        sides = self.pairs if query.language is Language.ENGLISH else tuple(pair[::-1] for pair in self.pairs)
        return tuple(Hit(own, twin, 0.9, 0.9, None) for own, twin in sides)[:top_k]


class FakeGenerator:
    """Writes what was enqueued, word by word, and keeps the prompts it was given."""

    name = "fake"

    def __init__(self) -> None:
        self.drafts: list[str] = []
        self.stated = 0.9
        self.stated_of: dict[str, float] = {}
        self.history: list[Prompt] = []
        self.judged: list[Prompt] = []

    def enqueue(self, *drafts: str) -> None:
        self.drafts.extend(drafts)

    def stream(
        self, prompt: Prompt, *, max_tokens: int, stop: Sequence[str], cancelled: Callable[[], bool], begin: str = ""
    ) -> Iterator[str]:
        self.history.append(prompt)
        for word in self.drafts.pop(0).split(" ")[:max_tokens]:
            if cancelled():
                return
            yield f" {word}"

    def probabilities(
        self, prompt: Prompt, texts: Sequence[str], *, cancelled: Callable[[], bool], begin: str = ""
    ) -> tuple[float, ...] | None:
        if cancelled():
            return None
        self.judged.append(prompt)
        stated = next((yes for line, yes in self.stated_of.items() if line in prompt.user), self.stated)
        return tuple({YES: stated, NO: 1 - stated}[text] for text in texts)


class FakeLexicon:
    """Knows every word but those it was given."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def unfamiliar(self, text: str) -> tuple[str, ...]:
        return tuple(word for word in self.words if word in text)


class Clock:
    """Each look at it is one second later."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


def settings() -> AnsweringSettings:
    return load_settings().answering


def corridor(
    generator: FakeGenerator,
    searcher: FakeSearcher | None = None,
    lexicon: FakeLexicon | None = None,
    more: Sequence[Passage] = (),
) -> Corridor:
    """The real corridor over the fakes; `more` are further passages of the article."""
    library = Library((*PASSAGES, *more), searcher or FakeSearcher(), "v0007", "shipped")
    lexicon = lexicon or FakeLexicon()
    replier = Replier(library, generator, GLOSSARY, settings(), lexicon, max_answer_tokens=100, top_k=5)
    return Corridor(library, replier, settings().max_question_characters, clock=Clock())


def ask(
    generator: FakeGenerator,
    question: str | Question,
    searcher: FakeSearcher | None = None,
    more: Sequence[Passage] = (),
) -> Answer:
    """The answer to a question that nobody cancels."""
    asked = Question(question) if isinstance(question, str) else question
    return corridor(generator, searcher, more=more).answer(asked, lambda _: None, lambda: False)
