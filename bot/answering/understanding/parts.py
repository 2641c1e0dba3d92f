"""Which part of the article a question names: its opening or its closing."""

import re

from index.part import Part

_TEXT = r"(?:article|content|document|page|piece|post|text)"
# Not the introduction to mixtures of experts, nor the conclusion that can be drawn from something.
_OF_IT = rf"(?!\s(?:about|can|drawn|for|from|is that|of|on|that|to)\b(?!\s(?:the|this|that|your|its)\s{_TEXT}\b))"
_SECTION = r"(?:bit|chapter|lines?|page|paragraphs?|parts?|remarks|section|sentences?|words)"
_THE = r"\b(?:the|its|your|this|that|article['’]?s)\s"
_ARTICLE = rf"(?:the|this|that|your)\s(?:\w+\s)?{_TEXT}"
_ENGLISH = {
    Part.OPENING: re.compile(
        rf"{_THE}(?:very\s)?(?:intro|introduction|introductory {_SECTION}|(?:opening|first) {_SECTION}){_OF_IT}\b"
        rf"|\b(?:beginning|opening|start|top) of {_ARTICLE}\b"
        rf"|\bhow (?:does|did) (?:it|{_ARTICLE}) (?:begin|open|start)\b"
        r"|\bin (?:its |the )?(?:intro|introduction|opening)(?=[\s?.!,]*$|,)",
        re.IGNORECASE,
    ),
    Part.CLOSING: re.compile(
        rf"{_THE}(?:very\s)?(?:conclusion|conclusions|(?:closing|concluding|ending|final|last) {_SECTION}){_OF_IT}\b"
        rf"|\b(?:close|end|ending) of {_ARTICLE}\b"
        rf"|\bhow (?:does|did) (?:it|{_ARTICLE}) (?:close|conclude|end|finish|wrap up)\b"
        rf"|\b(?:what|which) (?:does|did) {_ARTICLE} conclude\b"
        r"|\b(?:at|in) (?:its |the )?(?:closing|conclusion)(?=[\s?.!,]*$|,)",
        re.IGNORECASE,
    ),
}
_PLACE = r"\s?(?:부분|단락|문단|대목|섹션|장|절)"
_BEHIND = r"(?:에서|에는|에선|에|은|는|이|가|을|를|의|도|만|쯤|엔|부분|파트|[\s,?.!~]|뭐|$)"
_KOREAN = {
    Part.OPENING: re.compile(
        rf"(?<![가-힣])(?:서론|서문|머리말|머릿말|도입부|들어가는\s?말|인트로){_BEHIND}"
        rf"|(?<![가-힣])(?:첫|첫\s?번째|맨\s?처음|맨\s?앞|앞|도입|시작|처음){_PLACE}"
        r"|(?:글|기사|본문)(?:의|은|이)?\s?(?:처음|첫머리|앞머리|서두|시작)(?:에서|에|을|은)"
    ),
    Part.CLOSING: re.compile(
        rf"(?<![가-힣])(?:결론(?![은을이]?\s?(?:나|내|냈|났|도출|얻))|결말|맺음말|맺는\s?말|끝맺음|끝말|나가는\s?말|마무리\s?말){_BEHIND}"
        rf"|(?<![가-힣])(?:마지막|맨\s?마지막|맨\s?끝|맨\s?뒤|끝|마무리){_PLACE}"
        r"|(?:글|기사|본문)(?:의|은|이)?\s?(?:마지막|끝머리|말미|끝|마무리)(?:에서|에|을|은)"
    ),
}


def part_named(question: str) -> Part | None:
    """The part of the article that `question` asks to look into, in either language; None where it names none."""
    patterns = _KOREAN if re.search(r"[가-힣]", question) else _ENGLISH
    return next((part for part, pattern in patterns.items() if pattern.search(question)), None)
