"""The numbers that headings bear: 제3조 (제재), Article 3: Sanctions, 3. Sanctions, 2.1 Prices."""

import re

NUMBER = r"\d{1,2}(?:\.\d{1,2})*"
"""A pattern for the number itself."""
KIND = r"article|chapter|part|rule|section"
"""A pattern for what English puts before it."""
KOREAN_KIND = "장|부|절|조"
"""A pattern for what Korean puts behind it."""

_NUMBERED = re.compile(
    rf"(?:{KIND}|제)\s*({NUMBER})\s*(?:[.):]|{KOREAN_KIND})?(?=[\s(]|$)"
    rf"|({NUMBER})\s*(?:[.):]|{KOREAN_KIND})\s"
    rf"|(\d{{1,2}}(?:\.\d{{1,2}})+)\s",
    re.IGNORECASE,
)


def heading_number(heading: str) -> str:
    """The number that `heading` begins with, "3" or "2.1"; empty where it has none."""
    found = _NUMBERED.match(heading)
    return next(filter(None, found.groups())) if found else ""
