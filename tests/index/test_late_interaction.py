"""How well passages have the words of a text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.language import Language
from index.encoder import TokenVectors
from index.late_interaction import LateInteraction
from index.passage import Passage
from tests.index.fakes import FakeEncoder

TEXTS = st.lists(st.sampled_from(["lamp", "tower", "granite", "등불", "화강암", "24", "?"]), max_size=6).map(" ".join)


def passage(*lines: str, heading: str = "Light") -> Passage:
    return Passage("en:1.1", Language.ENGLISH, "Lights", (heading,), lines, None)


@pytest.mark.parametrize(
    ("question", "settled", "elsewhere"),
    [
        ("Can visitors climb the tower", ("Visitors can climb the tower",), ("The lamp turns",)),
        ("방문객은 탑에 올라가도 되나요", ("방문객은 탑에 올라가도 되나요",), ("등불이 돈다",)),
    ],
)
def test_a_passage_with_all_the_words_falls_short_of_no_other(
    question: str, settled: tuple[str, ...], elsewhere: tuple[str, ...]
) -> None:
    compared = LateInteraction(FakeEncoder())
    assert compared.shortfall(question, passage(*settled), [passage(*elsewhere)]) == 0
    assert compared.shortfall(question, passage(*elsewhere), [passage(*settled)]) > 0.3


def test_the_heading_is_read_as_well() -> None:
    compared = LateInteraction(FakeEncoder())
    asked, other = "Is granite used", passage("Granite is used")
    bare, headed = passage("It is used"), passage("It is used", heading="Granite")
    assert compared.shortfall(asked, headed, [other]) < compared.shortfall(asked, bare, [other])


def test_a_passage_is_read_once() -> None:
    class Counting(FakeEncoder):
        read = 0

        def embed_passage_tokens(self, text: str) -> TokenVectors:
            self.read += 1
            return super().embed_passage_tokens(text)

    encoder = Counting()
    compared = LateInteraction(encoder)
    for question in ("Is it tall?", "탑이 높아요?"):
        compared.shortfall(question, passage("The tower is tall"), [passage("The lamp turns")])
    assert encoder.read == 2


def test_an_encoder_without_vectors_of_tokens_tells_nothing() -> None:
    class Without(FakeEncoder):
        def embed_query_tokens(self, text: str) -> TokenVectors:
            return TokenVectors(np.empty((0, self.dimension), dtype=np.float32), ())

    assert LateInteraction(Without()).shortfall("Is it tall?", passage("lamp"), [passage("It is tall")]) == 0


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3), TEXTS)
def test_more_passages_to_compare_with_never_make_less_of_it(
    question: str, own: str, others: list[str], another: str
) -> None:
    compared = LateInteraction(FakeEncoder())
    rivals = [passage(text) for text in others]
    alone = compared.shortfall(question, passage(own), [])
    few, more = (compared.shortfall(question, passage(own), found) for found in (rivals, [*rivals, passage(another)]))
    assert alone == 0
    assert 0 <= few <= more + 1e-6
    assert more <= 2
