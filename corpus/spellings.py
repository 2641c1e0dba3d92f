"""Finding spellings of names in running text, where Korean glues particles to them and people forget spaces."""

import re
from collections.abc import Iterable

HANGUL = "가-힣"
LATIN = "A-Za-zÀ-ɏ"

# What may stand right before a Korean spelling: 메타의라마4. Any other syllable makes it another word: 드라마.
_GLUE_BEFORE = "의와과는은랑"
# After these another word may follow without a space (라마의컨텍스트) ...
_GLUING = "은 는 을 를 의 와 에서 에게"
# ... after these a space, a sign or another name must. Any other syllable makes it another word: 메타버스, 라마단.
_ENDING = (
    "이 가 과 에 도 로 으로 만 나 이나 랑 이랑 하고 보다 처럼 까지 부터 에는 에도 에선 엔 에서는 에서도 에게는 란 이란 "
    "라는 이라는 야 이야 인 인가 인가요 이지 이고 고 이며 며 들 들은 들의 들이 한테 께 마다 조차 밖에 뿐 요 이에요 "
    "예요 입니까 입니다 이다 같은 대비 측 측은 사 사의 사는 사가"
)
_SEPARATOR = r"[\s\-_\u00a0\u3000]"
_PART_BOUNDARY = re.compile(
    rf"{_SEPARATOR}+|(?<=[0-9])(?=[{LATIN}{HANGUL}])|(?<=[{LATIN}{HANGUL}])(?=[0-9])"
    rf"|(?<=[{LATIN}])(?=[{HANGUL}])|(?<=[{HANGUL}])(?=[{LATIN}])"
)


def spelling_key(spelling: str) -> str:
    """A spelling without spaces, hyphens and capitals: two spellings with one key are one."""
    return "".join(_PART_BOUNDARY.split(spelling)).casefold()


def spelling_pattern(spellings: Iterable[str]) -> re.Pattern[str]:
    """A pattern for all spellings, the longest first, each with what may follow it.

    What may come before is `starts_word`'s to say.
    """
    ordered = sorted(spellings, key=lambda spelling: (-len(spelling_key(spelling)), spelling))
    if not ordered:
        return re.compile(r"(?!)")
    korean = "|".join(_flexible(spelling) for spelling in ordered if re.match(f"[{HANGUL}]", spelling)) or "(?!)"
    alternatives = "|".join(map(_flexible, ordered))
    # ASCII: Unicode case rules would let ı pass for i.
    return re.compile(f"(?:{alternatives})(?:{_end(korean, alternatives)})", re.IGNORECASE | re.ASCII)


def starts_word(text: str, start: int) -> bool:
    """Whether a spelling at `start` is not the tail of a longer word."""
    before = text[start - 1 : start]
    if re.match(f"[{LATIN}0-9]", text[start]):
        return re.match(f"[{LATIN}0-9]", before) is None
    return before in _GLUE_BEFORE or re.match(f"[{HANGUL}{LATIN}0-9]", before) is None


def needs_space(name: str, spelling: str, following: str) -> bool:
    """Whether `name`, put in the place of `spelling`, would run into the `following` character: Llama4, DeepSeekR1."""
    if not re.search(f"[{LATIN}]$", name):
        return False
    return re.match("[0-9]", following) is not None or (
        re.search(f"[{HANGUL}]$", spelling) is not None and re.match(f"[{LATIN}]", following) is not None
    )


def _flexible(spelling: str) -> str:
    return f"{_SEPARATOR}*".join(re.escape(part) for part in _PART_BOUNDARY.split(spelling) if part)


def _end(korean: str, alternatives: str) -> str:
    """What may follow a spelling that ends in a digit, a Latin letter, a Hangul syllable or a sign.

    A word glued to a name by a number makes it another name (GPT4All), unless it is a name itself (Llama4Scout).
    """
    gluing, ending = (f"(?:{'|'.join(particles.split())})" for particles in (_GLUING, _ENDING))
    after_digit = rf"(?:(?=[{LATIN}])(?={alternatives})|(?![0-9{LATIN}]))(?![.,][0-9])"
    after_latin = f"(?=(?:s(?![0-9]))?(?![{LATIN}]))(?![0-9]+(?!{alternatives})[{LATIN}]{{2}})"
    after_hangul = f"(?=(?:{gluing}|{ending})?(?![{HANGUL}])|{gluing}|{ending}?(?:{korean}))"
    return (
        rf"(?<=[0-9]){after_digit}|(?<=[{LATIN}]){after_latin}|(?<=[{HANGUL}]){after_hangul}"
        f"|(?<![0-9{LATIN}{HANGUL}])"
    )
