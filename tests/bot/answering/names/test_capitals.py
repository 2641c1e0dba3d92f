"""Words in capitals: which are names."""

import pytest

from bot.answering.names.names import names_of
from corpus.glossary import Glossary
from tests.bot.answering.fakes import GLOSSARY


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("We're a lab. OK to use Llama 4 for research? BTW it's small", ("Llama 4",)),
        ("라마 4 써도 OK? IMO 좋은데", ("Llama 4",)),
        ("HOW BIG IS GEMMA 3 ON AN H100", ("Gemma 3", "H100")),
        ("Claude vs Gemma 3", ("Claude", "Gemma 3")),
        ("hey, I'd like to know if I'm right, They're saying it Doesn't run. I’ve got Gemma 3", ("Gemma 3",)),
        ("What Is The Biggest Benefit Of Gemma 3?", ("Gemma 3",)),
        ("What Is The Biggest Benefit Of DeepSeek?", ("DeepSeek",)),
        ("Question - Which GPUs does Gemma 3 need?", ("Gemma 3",)),
        ("Claude, Grok, Gemini, Gemma 3: which?", ("Claude", "Grok", "Gemini", "Gemma 3")),
        ("Who runs Hooli's The Box?", ("Hooli", "Box")),
        ("Is Corvin open on Mondays?", ("Corvin",)),
        ("Corvin은 Monday에 열어?", ("Corvin",)),
    ],
)
def test_what_has_its_capitals_for_another_reason_is_no_name(question: str, names: tuple[str, ...]) -> None:
    glossary = Glossary.load(None)
    assert set(names_of(glossary.canonicalise(question), glossary)) == set(names)


@pytest.mark.parametrize("question", ["코빈은 몇 B야?", "코빈은 몇 km까지 보여?", "코빈은 몇GB예요?"])
def test_a_unit_that_is_asked_for_is_no_name(question: str) -> None:
    assert names_of(GLOSSARY.canonicalise(question), GLOSSARY) == ("Corvin",)
