from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import CorpusError
from config.language import Language
from corpus.document import Corpus, Document
from corpus.loading import load_corpus
from corpus.markdown import parse_document
from index.chunking import chunk_corpus, embedded_lines, embedded_text
from index.passage import Passage
from tests.index.fakes import BILINGUAL, ENGLISH, KOREAN, Part, count_tokens, document, parts_of
from tests.languages import EACH_LANGUAGE
from tests.places import EVALS

PAIR = (Language.KOREAN, Language.ENGLISH)


def chunk(*documents: Document, max_tokens: int = 60) -> tuple[Passage, ...]:
    return chunk_corpus(Corpus(documents), count_tokens, max_tokens)


def of(passages: tuple[Passage, ...], language: Language) -> list[Passage]:
    return [passage for passage in passages if passage.language is language]


def test_each_group_is_a_passage_under_its_headings() -> None:
    passages = chunk(*BILINGUAL.documents)
    groups = [group for one in BILINGUAL.documents for group in one.groups()]
    assert [passage.lines for passage in passages] == [tuple(line.text for line in group.lines) for group in groups]
    assert [passage.heading_path for passage in passages] == [group.heading_path for group in groups]


def test_ids_are_language_and_position_and_twins_name_each_other() -> None:
    passages = {passage.passage_id: passage for passage in chunk(*BILINGUAL.documents)}
    assert passages["ko:2.1.1.1"].twin_id == "en:2.1.1.1"
    assert passages["en:2.1.1.1"].twin_id == "ko:2.1.1.1"
    assert passages["ko:3.2"].lines == ("이제는 무인화되었다.",)


def test_what_is_embedded_is_the_headings_the_lead_and_the_lines() -> None:
    passages = {passage.passage_id: passage for passage in chunk(*BILINGUAL.documents)}
    assert embedded_text(passages["en:2.1.1.1"]).split("\n") == [
        "The light > Lenses > First order",
        "Lenses come in two orders:",
        "Focal length 920 mm",
        "Lights the high seas",
    ]
    assert embedded_text(passages["ko:2.1.1.1"]).split("\n")[:2] == [
        "등대의 빛 > 렌즈 > 일등급",
        "렌즈의 등급은 두 가지로 나뉜다:",
    ]
    assert embedded_lines(passages["en:2.1.1.1"])[0] == "The light > First order: Focal length 920 mm"
    assert embedded_lines(passages["ko:3.2"]) == ("등대지기: 이제는 무인화되었다.",)


@pytest.mark.parametrize("language", Language)
def test_the_numbers_of_items_stay_with_them(language: Language) -> None:
    title = "차" if language is Language.KOREAN else "Tea"
    text = f"---\ntitle: {title}\nlanguage: {language}\nedition: 2026-11-21\nsource: {title}\n---\n"
    text += f"## {title}\n\n{title}:\n\n1. {title} a\n2. {title} b\n\n### {title}\n\n- {title}\n"
    numbered, plain = chunk(parse_document(text, path="tea.md"))
    assert (numbered.ordinals, plain.ordinals) == ((None, 1, 2), ())


@pytest.mark.parametrize("only", [KOREAN, ENGLISH])
def test_a_corpus_in_one_language_has_no_twins(only: Document) -> None:
    assert [passage.twin_id for passage in chunk(only)] == [None] * 6


def test_a_group_the_other_language_lacks_has_no_twin() -> None:
    more = document(Language.ENGLISH, [*parts_of(ENGLISH), (("Epilogue",), ["The end."])])
    passages = chunk(KOREAN, more)
    assert [passage.passage_id for passage in passages if passage.twin_id is None] == ["en:4.1"]


@EACH_LANGUAGE
def test_behind_a_section_that_one_language_lacks_twins_are_those_that_say_the_same(language: Language) -> None:
    whole, other = (KOREAN, ENGLISH) if language is Language.KOREAN else (ENGLISH, KOREAN)
    part = document(language, [part for part in parts_of(whole) if part[0][0] != whole.sections[1].heading])
    passages = {passage.passage_id: passage for passage in chunk(part, other)}
    first, second = language.value, language.other.value
    assert {passage_id: passage.twin_id for passage_id, passage in passages.items()} == {
        f"{first}:1.1": f"{second}:1.1",
        f"{first}:2.1": f"{second}:3.1",
        f"{first}:2.2": f"{second}:3.2",
        f"{second}:1.1": f"{first}:1.1",
        f"{second}:2.1.1": None,
        f"{second}:2.1.1.1": None,
        f"{second}:2.1.2.1": None,
        f"{second}:3.1": f"{first}:2.1",
        f"{second}:3.2": f"{first}:2.2",
    }


@EACH_LANGUAGE
def test_the_parts_of_twins_that_stand_at_other_places_name_each_other(language: Language) -> None:
    lines = [f"- {number}00 word word word word" for number in range(1, 10)]
    long = document(language, [(("Light",), lines)])
    both = document(language.other, [(("Sea",), ["Salt and water."]), (("Light",), lines)])
    passages = {passage.passage_id: passage for passage in chunk(long, both, max_tokens=32)}
    first, second = language.value, language.other.value
    assert passages[f"{first}:1.1"].twin_id == f"{second}:2.1"
    assert passages[f"{first}:1.1/2"].twin_id == f"{second}:2.1/2"
    assert passages[f"{second}:2.1/2"].twin_id == f"{first}:1.1/2"
    assert passages[f"{second}:1.1"].twin_id is None


@pytest.mark.parametrize("folder", [None, *(EVALS / name / "article" for name in ("foreign", "pool", "seedbank"))])
def test_twins_of_an_edition_whose_languages_have_the_same_outline_stand_at_the_same_place(folder: Path | None) -> None:
    for passage in chunk_corpus(load_corpus(folder), count_tokens, 200):
        assert passage.twin_id is not None
        assert passage.twin_id.partition(":")[2] == passage.passage_id.partition(":")[2]


def test_a_group_that_is_too_long_is_cut_between_lines_the_same_in_both_languages() -> None:
    korean = document(Language.KOREAN, [(("빛",), [f"- 첫째{n} 둘째 셋째" for n in range(9)])])
    english = document(Language.ENGLISH, [(("Light",), [f"- one{n} two three four five six" for n in range(9)])])
    passages = chunk(korean, english, max_tokens=32)
    ko, en = of(passages, Language.KOREAN), of(passages, Language.ENGLISH)
    assert [passage.passage_id for passage in en] == ["en:1.1", "en:1.1/2", "en:1.1/3"]
    assert [len(passage.lines) for passage in ko] == [len(passage.lines) for passage in en]
    assert [passage.twin_id for passage in ko] == [passage.passage_id for passage in en]
    assert sum((passage.lines for passage in en), ()) == tuple(line.text for line in english.sections[0].lines)


def test_a_paragraph_that_is_too_long_is_cut_after_the_same_sentence_in_both_languages() -> None:
    korean = document(Language.KOREAN, [(("빛",), ["하나는 이렇다. 둘은 저렇다. 셋은 그렇다. 넷은 끝이다."])])
    english = document(
        Language.ENGLISH,
        [
            (
                ("Light",),
                [" ".join(f"The {word} sentence of these says that." for word in ("first", "next", "third", "last"))],
            )
        ],
    )
    passages = chunk(korean, english, max_tokens=32)
    assert [passage.lines[0] for passage in of(passages, Language.KOREAN)] == [
        "하나는 이렇다. 둘은 저렇다.",
        "셋은 그렇다. 넷은 끝이다.",
    ]
    assert [passage.lines[0][:10] for passage in of(passages, Language.ENGLISH)] == ["The first ", "The third "]


def test_lines_that_cannot_be_cut_together_are_cut_apart_and_have_no_twin() -> None:
    korean = document(Language.KOREAN, [(("빛",), ["- 짧다"])])
    english = document(Language.ENGLISH, [(("Light",), [f"- {'word ' * 50}", "- and another"])])
    passages = chunk(korean, english, max_tokens=32)
    assert len(passages) > 2
    assert {passage.twin_id for passage in passages} == {None}


def test_a_lead_that_would_take_the_room_of_the_text_is_left_out() -> None:
    parts: list[Part] = [(("Light",), ["word " * 40]), (("Light", "Lens"), ["It shines."])]
    assert chunk(document(Language.ENGLISH, parts), max_tokens=32)[-1].lead == ""


@pytest.mark.parametrize(("language", "heading"), [(Language.KOREAN, "등대 " * 30), (Language.ENGLISH, "light " * 30)])
def test_headings_that_leave_no_room_are_refused_by_name(language: Language, heading: str) -> None:
    with pytest.raises(CorpusError) as raised:
        chunk(document(language, [((heading.strip(),), ["x"])]), max_tokens=32)
    assert heading.strip() in raised.value.sentence(language)


LINES = st.lists(
    st.lists(
        st.sampled_from(["빛", "a", "lighthouse", "끝.", "end.", "등대는", "x" * 200]), min_size=1, max_size=40
    ).map(" ".join),
    min_size=1,
    max_size=6,
)


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """One or two languages; where two, mostly with as many lines."""
    texts = draw(LINES)
    other = draw(LINES) if draw(st.booleans()) else [draw(LINES)[0] for _ in texts]
    documents = [document(PAIR[0], [(("제목",), texts)]), document(PAIR[1], [(("Heading",), other)])]
    return Corpus(tuple(documents[: draw(st.integers(1, 2))]))


@given(corpora())
def test_no_text_is_lost_doubled_or_moved(corpus: Corpus) -> None:
    passages = chunk_corpus(corpus, count_tokens, 32)
    for one in corpus.documents:
        pieces = [line for passage in of(passages, one.language) for line in passage.lines]
        written = "".join(line.text for group in one.groups() for line in group.lines)
        assert "".join("".join(pieces).split()) == "".join(written.split())


@given(corpora())
def test_no_passage_is_longer_than_the_limit_or_empty(corpus: Corpus) -> None:
    for passage in chunk_corpus(corpus, count_tokens, 32):
        assert count_tokens(embedded_text(passage)) <= 32
        assert all(passage.lines)


@given(corpora())
def test_twins_name_each_other_and_have_as_many_lines_where_they_were_cut(corpus: Corpus) -> None:
    passages = {passage.passage_id: passage for passage in chunk_corpus(corpus, count_tokens, 32)}
    for passage in passages.values():
        if passage.twin_id is None:
            continue
        twin = passages[passage.twin_id]
        assert twin.twin_id == passage.passage_id
        if passage.passage_id.endswith("/2"):
            assert len(twin.lines) == len(passage.lines)


@given(corpora())
def test_a_line_that_fits_is_never_cut(corpus: Corpus) -> None:
    passages = chunk_corpus(Corpus(corpus.documents[:1]), count_tokens, 32)
    lines = {line for passage in passages for line in passage.lines}
    for group in corpus.documents[0].groups():
        for line in group.lines:
            assert line.text in lines or count_tokens(f"제목\n{line.text}") > 32
