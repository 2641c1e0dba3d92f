"""How the article's own lines are set in a reply."""

import pytest

from bot.answering.answer import HEADING_MARK, Citation, Reason
from bot.answering.writing.wording import Quoted, Refusal, quote, refuse
from config.language import Language
from tests.bot.answering.fakes import hit
from tests.languages import EACH_LANGUAGE


@pytest.mark.parametrize(
    ("language", "lines", "shown"),
    [
        (Language.ENGLISH, ("Guided walks", "A view of the bay"), "“Guided walks / A view of the bay”"),
        (Language.ENGLISH, ("It is open.", "Walks are guided."), "“It is open. Walks are guided.”"),
        (Language.KOREAN, ("안내 산책", "만이 보이는 전망"), "“안내 산책 / 만이 보이는 전망”"),
        (Language.KOREAN, ("열려 있어요.", "산책을 안내해요."), "“열려 있어요. 산책을 안내해요.”"),
    ],
)
def test_phrases_are_set_apart_and_sentences_follow_each_other(
    language: Language, lines: tuple[str, ...], shown: str
) -> None:
    visitors = hit(4)
    cited = Citation(1, visitors.side(language), None, lines)
    assert shown in refuse(Refusal(Reason.FALSE_PREMISE, cited, corrects=True), language)


@EACH_LANGUAGE
def test_a_quoted_heading_is_marked_without_markup(language: Language) -> None:
    _, heading, _ = quote([Quoted(("Corvin", "Fog"), (("24 km", 1),))], language).split("\n")
    assert heading == f"{HEADING_MARK}Corvin › Fog"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (("Lights", "The new lamps", "Costs"), "Lights › Costs"),
        (("Lights", "What LumiCo changed", "Costs"), "Lights › What LumiCo changed › Costs"),
        (("Lights of LumiCo", "What LumiCo changed", "Costs"), "Lights of LumiCo › Costs"),
        (("등대", "새 등불", "비용"), "등대 › 비용"),
        (("등대", "LumiCo가 바꾼 것", "비용"), "등대 › LumiCo가 바꾼 것 › 비용"),
        (("LumiCo의 등대", "LumiCo가 바꾼 것", "비용"), "LumiCo의 등대 › 비용"),
    ],
)
def test_a_heading_between_is_shown_where_it_alone_names_whose_lines_these_are(
    path: tuple[str, ...], shown: str
) -> None:
    assert f"{HEADING_MARK}{shown}\n" in quote([Quoted(path, (("24 km", 1),))], Language.ENGLISH)


@pytest.mark.parametrize(
    ("language", "lead", "alone"),
    [
        (Language.ENGLISH, "Corvin surprised sailors. In fog it offers:", "Corvin surprised sailors."),
        (Language.ENGLISH, "In fog Corvin offers:", "In fog Corvin offers"),
        (Language.KOREAN, "Corvin은 뱃사람들을 놀라게 했습니다. 안개 속에서:", "Corvin은 뱃사람들을 놀라게 했습니다."),
        (Language.KOREAN, "Corvin은 안개 속에서 다음을 제공합니다:", "Corvin은 안개 속에서 다음을 제공합니다"),
    ],
)
def test_a_lead_without_its_list_ends_with_its_last_whole_sentence(language: Language, lead: str, alone: str) -> None:
    assert quote([Quoted(("Corvin",), ((lead, 1),))], language).endswith(f"\n• {alone} [1]")
    above = quote([Quoted(("Corvin",), (("24 km", 1),), (lead, 1))], language)
    assert f"\n{lead} [1]\n• 24 km [1]" in above


@pytest.mark.parametrize(
    ("language", "lead", "shown"),
    [
        (Language.ENGLISH, "What Corvin offers in fog:", "What Corvin offers in fog: [1]"),
        (Language.ENGLISH, "Corvin offers much in fog", "Corvin offers much in fog: [1]"),
        (Language.ENGLISH, "Corvin offers much in fog.", "Corvin offers much in fog. [1]"),
        (Language.KOREAN, "Corvin이 안개 속에서 주는 것:", "Corvin이 안개 속에서 주는 것: [1]"),
        (Language.KOREAN, "Corvin은 안개 속에서 많은 것을 줍니다.", "Corvin은 안개 속에서 많은 것을 줍니다. [1]"),
    ],
)
def test_a_lead_above_its_list_ends_as_a_sentence_or_with_a_colon(language: Language, lead: str, shown: str) -> None:
    assert quote([Quoted(("Corvin",), (("24 km", 1),), (lead, 1))], language).splitlines()[2] == shown
