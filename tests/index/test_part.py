"""Where an article begins, and where it ends."""

import pytest

from config.language import Language
from index.part import Part, sections_of
from index.passage import Passage


def article(*sections: str, language: Language = Language.ENGLISH) -> list[Passage]:
    return [
        Passage(f"{language}:{number}.1", language, "Lights", (section,), ("A line.",), None)
        for number, section in enumerate(sections, start=1)
    ]


@pytest.mark.parametrize(
    ("sections", "opening", "closing"),
    [
        (("Towers", "Lamps", "Keepers"), "Towers", "Keepers"),
        (("Introduction: Lights", "Lamps", "In Closing", "Sources"), "Introduction: Lights", "In Closing"),
        (("Contents", "Preface", "Lamps", "Conclusion"), "Preface", "Conclusion"),
        (("서론: 빛", "등불", "맺음말", "출처"), "서론: 빛", "맺음말"),
        (("차례", "들어가며", "등불", "마치며"), "들어가며", "마치며"),
        (("Lamps", "Opening Hours", "Closing Days", "Keepers"), "Lamps", "Keepers"),
        (("등불", "들어가는 비용", "마무리 공사", "등대지기"), "등불", "등대지기"),
        (("Lamps",), "Lamps", "Lamps"),
    ],
)
def test_a_part_is_the_section_called_so_or_the_one_in_its_place(
    sections: tuple[str, ...], opening: str, closing: str
) -> None:
    passages = article(*sections)
    assert sections_of(Part.OPENING, passages) == {opening}
    assert sections_of(Part.CLOSING, passages) == {closing}


def test_each_language_has_its_own() -> None:
    passages = [*article("탑", "결론", language=Language.KOREAN), *article("Towers", "Lamps")]
    assert sections_of(Part.CLOSING, passages) == {"결론", "Lamps"}
