"""The edition that ships: whole, aligned, and carrying every figure and name."""

from importlib import resources

import pytest

from config.language import Language
from corpus.document import Document
from corpus.glossary import Glossary
from corpus.loading import load_corpus
from corpus.markdown import render_document
from corpus.parity import check_parity
from tests.languages import EACH_LANGUAGE

CORPUS = load_corpus(None)
NAMES_AND_FIGURES = """
Meta; Google; Mistral; OpenAI; NVIDIA; DeepSeek; Llama 4; Scout; Maverick; Gemma 3; Mistral Large 3; Llama-405B;
DeepSeek-V3; o3-mini; R1; V3; LMArena; MMLU; GSM8K; ARC; Mixture of Experts; MoE; H100; H200; GPU; GUI; Ollama;
LM Studio; GDPR; CCPA; LLM; AI; 2025; 2026; 27B; 41B; 675B; 500B; 8K; 128K; 3000
""".replace("\n", " ").split(";")


def document(language: Language) -> Document:
    found = CORPUS.document(language)
    assert found is not None
    return found


def text_of(language: Language) -> str:
    return "\n".join(line.text for section in document(language).sections for line in section.lines)


@EACH_LANGUAGE
def test_the_outline_has_ten_sections_and_forty_nine_groups(language: Language) -> None:
    levels = [section.level for section in document(language).sections]
    assert (levels.count(2), levels.count(3), levels.count(4)) == (10, 16, 30)
    assert len(list(document(language).groups())) == 49


@EACH_LANGUAGE
@pytest.mark.parametrize("name", [name.strip() for name in NAMES_AND_FIGURES])
def test_every_name_and_figure_of_the_article_is_in_the_text(language: Language, name: str) -> None:
    assert name in text_of(language)


@EACH_LANGUAGE
def test_the_file_is_written_as_documents_are_rendered(language: Language) -> None:
    file = resources.files("corpus") / "article" / f"{language.value}.md"
    assert render_document(document(language)) == file.read_text(encoding="utf-8")


def test_both_languages_are_twins_of_one_date() -> None:
    assert check_parity(CORPUS, Glossary.load(None)) == ()
    assert {document(language).edition for language in Language} == {"2026-11-21"}
