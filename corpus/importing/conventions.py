"""What pages in Korean and English call the parts that are not the article, and its first and last sections."""

import re
import unicodedata


def _one_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_SHORTEST_NAME = 6
_NUMBER = re.compile(r"^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]\s+|\d{1,3}(?:\.\d{1,3})+\s+)")
_ANCHOR = re.compile(r"(?:\s+#|\s*¶)+$")
_SUBTITLE = r"(?:\s*[:\-–—].*)?"

_NAVIGATION = _one_of(
    r"skip (?:to (?:main )?content|navigation)",
    r"(?:last )?(?:published|posted|updated)(?: on)?",
    r"twitter|x|github|linkedin|home|blog|about|menu|search|share|theme|language|english|korean|edit",
    r"log ?in|sign (?:in|up)|subscribe|toggle (?:menu|theme)|next|previous|back|split view",
    r"(?:본문|콘텐츠|내용)\s*(?:으로)?\s*(?:건너뛰기|바로가기)|메뉴 건너뛰기",
    r"게시일|게시됨|작성일|발행일|등록일|수정일|최종 수정|입력|홈|처음으로|블로그|소개|메뉴|검색|공유(?:하기)?",
    r"log ?out|sign out|로그아웃|마이\s*페이지|모두\s*(?:동의|수락|거부)|동의|거부|수락",
    r"(?:accept|reject|allow|decline)(?: all)?(?: cookies)?|got it|cookie (?:settings|preferences|policy)",
    r".*\buses? (?:\w+ )?cookies\b.*|.*쿠키(?:를\s*사용|\s*(?:사용에\s*동의|정책|설정)).*",
    r"로그인|회원가입|구독(?:하기)?|테마|언어|한국어|영어|다음|이전|뒤로|나란히 보기",
)
_NAME_LABEL = _one_of(r"name|이름")
_AUTHOR_LABEL = _one_of(r"authors?|written by|작성자|저자|글쓴이", _NAME_LABEL.pattern)
_CONTENTS_LABEL = _one_of(r"(?:table of )?contents|(?:on|in) this (?:page|article)|toc|목차|차례|이 글의 (?:목차|순서)")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_COPYRIGHT = r"©.*|(?:copyright\s*)?\(c\)\s*\d{4}.*|copyright\s*(?:©|\(c\)|\d{4}).*"
_DATE = (
    rf"{_WEEKDAY}(?:{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}})"
    r"|\d{4}\s*[-./년]\s*\d{1,2}\s*[-./월]\s*\d{1,2}\s*[일.]?(?:\s*\(?[월화수목금토일](?:요일)?\)?)?"
)
_MOMENT = rf"(?:{_DATE})(?:,?\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
_COUNTED = r"조회(?:\s*수)?|추천(?:\s*수)?|좋아요|공감|스크랩|views?|hits?|likes?|reads?|shares?"
_METADATA = _one_of(
    rf"{_MOMENT}(?:\s+(?:게시|작성|등록|수정|입력|발행|업데이트)(?:됨)?)?",
    rf"(?:(?:등록|작성|게시|발행|수정|입력)(?:일시?)?|(?:최종\s*)?수정일?|업데이트|created|modified)\s*[:：]?\s*{_MOMENT}",
    r"(?:last )?(?:published|posted|updated)\b[^.]*\b\d{4}\b.*|(?:게시|작성|발행|수정)일\s*:?\s*\d{4}.*",
    rf"(?:{_COUNTED})\s*[:：]?\s*\d[\d,.]*\s*(?:[만천km]|회|건|명|개)?|\d[\d,.]*[km]?\s*(?:{_COUNTED})",
    r"(?:reading time\s*:?\s*)?\d+\s*min(?:ute)?s?(?:\s+read)?|(?:읽는 시간\s*:?\s*)?(?:약\s*)?\d+\s*분(?:\s*읽기)?",
    r"@[\w.]+|by\s+\w+(?:\s+\w+){0,3}|(?:저자|작성자|글쓴이|담당\s*(?:자|부서))\s*[:：]\s*.{1,40}",
    _COPYRIGHT,
)
_FACT = re.compile(rf"[^:：]{{1,20}}[:：]\s*(?:{_MOMENT}|\d[\d,.]*)", re.IGNORECASE)
_BYLINE = re.compile(r"(?:글|사진|글\s*[·/]\s*사진|취재|words|text)(?:\s+[^\s.]+){1,3}", re.IGNORECASE)
_PIECES = re.compile(r"\s*[|>»›]\s*|\s+[·•]\s+")
_TRAIL = re.compile(r"(?:home|홈|처음)(?:으로)?\s*(?:[>»›]|\s/\s).{1,120}", re.IGNORECASE)
_PAGE_NAME = re.compile(r"\s*[|>»›]\s*|\s+[·•—–-]\s+")
_SEPARATOR = re.compile(r"\s+[·•|—–-]\s+")

_NOT_CONTENT = _one_of(
    r"(?:.*\s)?thumbnails?(?:\s.*)?|.*썸네일.*",
    r"(?:sources?|references?|citations?|bibliography)(?:\s+(?:and|&)\s+.+|\s+list)?|works cited|footnotes?",
    r"(?:further|additional|recommended) (?:reading|resources)",
    r"(?:cover|hero|header|featured|og|social) image(?:\s.*)?|image (?:prompts?|credits?)|photo credits?",
    r"참고\s*(?:자료|문헌|링크|사이트|문서|글)|참조|(?:자료\s*)?출처(?:\s*및\s*.+)?|인용(?:\s*문헌)?|각주",
    r"(?:더|함께)\s*(?:읽을거리|읽어\s*보기|읽을\s*글)",
    r"(?:표지|대표|커버)\s*이미지(?:\s.*)?|이미지\s*(?:출처|프롬프트)|사진\s*출처",
)
# What a site puts below an article, or above and within it.
_COMMENTS = _one_of(
    r"comments?(?:\s*\(?[1-9]\d*\)?)?|[1-9]\d*\s+comments?|leave a (?:comment|reply)|about the authors?",
    r"댓글(?:\s*\(?[1-9]\d*개?\)?)?|댓글\s*(?:쓰기|남기기)|(?:저자|글쓴이|작성자)\s*소개",
)
_TOPIC = _one_of(r"tags?|categories|newsletter|subscribe|태그|카테고리|뉴스레터|구독")
_RELATED = _one_of(
    r"(?:related|recent|popular|more) (?:posts?|articles?|stories|reading)|you (?:may|might) also like|read more",
    r"(?:관련|최근|인기|추천|다른)\s*(?:글|게시물|포스트|기사)|(?:더|함께)\s*(?:보기|읽기)",
)
_CONTROL = _one_of(
    r"share(?: this(?: (?:post|article|page))?)?|(?:previous|next|prev)(?: (?:article|post|page))?|subscribe(?:\s.*)?",
    r"back to (?:the )?(?:blog|top|home)|discuss on .*|view on .*|edit (?:this page|on)(?:\s.*)?",
    r"comments?\s*\(?0\)?|(?:0|no)\s+comments?|댓글\s*\(?0개?\)?|구독하기|목록(?:으로)?|(?:이\s*글\s*)?공유(?:하기)?",
    r"(?:was|is) this (?:page|post|article) (?:helpful|useful)|이\s*(?:글|페이지|기사|정보)[이가은는]?\s*도움이\s*되.*",
    r"(?:[👍👎❤♥♡👏🔥💬](?:\s*[\d,.]+)?\s*)+|all rights reserved",
    _COPYRIGHT,
    r"(?:(?:이전|다음)\s*(?:글|게시물|포스트)\s*){1,2}|맨\s*위로|블로그로\s*돌아가기",
)
_TAILS = (_COMMENTS, _TOPIC, _RELATED, _CONTROL)
_FOOTER = _one_of(
    r"privacy(?: policy| notice)?|terms(?: (?:of (?:service|use)|(?:and|&) conditions))?|sitemap|contact(?: us)?|legal",
    r"cookies?(?: policy| settings)?|accessibility|register|notices?|news|faq|공지(?:\s*사항)?|소식|뉴스|사이트\s*맵",
    r"개인정보\s*(?:처리|보호)\s*방침|(?:이용|서비스)\s*약관|고객\s*센터|저작권(?:\s*정책)?|이메일\s*무단\s*수집\s*거부",
)
_SHARE_TARGET = _one_of(
    r"facebook|twitter|x|linkedin|reddit|whatsapp|telegram|line|kakao(?:talk| ?story)?|naver(?: ?(?:blog|band))?|band",
    r"e-?mail|print|(?:copy (?:the )?)?(?:link|url)|페이스북|트위터|엑스|링크드인|카카오(?:톡|스토리)|카톡|라인",
    r"네이버\s*(?:블로그|밴드)?|밴드|텔레그램|이메일|메일|인쇄(?:하기)?|(?:url|링크|주소)(?:\s*복사(?:하기)?)?",
)
_INTRODUCTION = _one_of(rf"(?:introduction|서론|들어가며|들어가는\s*[말글]|머리말|시작하며|프롤로그){_SUBTITLE}")
_OPENING = _one_of(rf"(?:intro|overview|prologue|preface|소개|개요){_SUBTITLE}")
_CONCLUSION = _one_of(
    rf"(?:conclusions?|closing (?:thoughts|remarks)|final thoughts){_SUBTITLE}",
    rf"(?:결론|맺음말|마치며|맺으며|나가며|나가는\s*말|에필로그){_SUBTITLE}",
)
_APPENDIX = _one_of(r"faqs?|frequently asked questions|자주\s*묻는\s*질문|(?:appendix|부록)(?:\s.*)?")


def heading_key(text: str) -> str:
    """What two writings of one heading share: no number, no anchor, no punctuation at the ends, no case."""
    text = _ANCHOR.sub("", _NUMBER.sub("", text.strip()))
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(text.split()).strip(" .:!?*_#·-–—\"'“”‘’")


def is_navigation(text: str) -> bool:
    """Whether a line above an article is navigation, a label or a date, or several of these side by side."""
    pieces = _PIECES.split(text.strip())
    if _is_label(text) or is_metadata(text) or _TRAIL.fullmatch(text.strip()):
        return True
    return len(pieces) > 1 and all(_is_label(piece) or is_metadata(piece) or _is_footer(piece) for piece in pieces)


def is_metadata(text: str) -> bool:
    """Whether a line gives a date, an author, a count of readers or the like."""
    return any(map(_METADATA.fullmatch, _SEPARATOR.split(text.strip())))


def is_fact(text: str) -> bool:
    """Whether a line is a label with a date or a number and nothing else, which is no heading."""
    return bool(_FACT.fullmatch(text.strip()))


def is_byline(text: str) -> bool:
    """Whether a line right above a date names authors."""
    return bool(_BYLINE.fullmatch(text.strip()))


def page_name(text: str) -> str | None:
    """The key of the page's own name in a line that names its site or section too; None where it names but one."""
    keys = sorted(map(heading_key, _PAGE_NAME.split(text)), key=len)
    return keys[-1] if len(keys) > 1 and len(keys[-1]) > max(len(keys[-2]), _SHORTEST_NAME) else None


def _is_footer(text: str) -> bool:
    return bool(_FOOTER.fullmatch(heading_key(text)))


def _is_label(text: str) -> bool:
    key = heading_key(text)
    return any(pattern.fullmatch(key) for pattern in (_NAVIGATION, _AUTHOR_LABEL, _CONTENTS_LABEL))


def is_author_label(text: str) -> bool:
    """Whether names of authors follow the line."""
    return bool(_AUTHOR_LABEL.fullmatch(heading_key(text)))


def is_name_label(text: str) -> bool:
    """Whether the next line is a name, whatever it looks like."""
    return bool(_NAME_LABEL.fullmatch(heading_key(text)))


def is_contents_label(text: str) -> bool:
    """Whether a contents list follows the line."""
    return bool(_CONTENTS_LABEL.fullmatch(heading_key(text)))


def is_not_content(text: str) -> bool:
    """Whether a heading stands over something that is not the article: references, a thumbnail prompt, comments."""
    return bool(_NOT_CONTENT.fullmatch(heading_key(text))) or is_page_tail(text)


def is_page_tail(text: str) -> bool:
    """Whether a line begins what a site puts under every article: tags, comments, related posts."""
    pieces = list(map(heading_key, _PIECES.split(text.strip())))
    patterns = (*_TAILS, _FOOTER) if len(pieces) > 1 else _TAILS
    return all(any(pattern.fullmatch(piece) for pattern in patterns) for piece in pieces)


def heads_others_words(text: str) -> bool:
    """Whether sentences follow such a line that are not the article's: readers' comments, a word on the author."""
    return bool(_COMMENTS.fullmatch(heading_key(text)))


def heads_a_list(text: str) -> bool:
    """Whether a list of its own follows such a line: of other articles, or of what this one is about."""
    return any(pattern.fullmatch(heading_key(text)) for pattern in (_RELATED, _TOPIC))


def can_head_a_section(text: str) -> bool:
    """Whether such a line may as well be the heading of what is directly under it."""
    return bool(_TOPIC.fullmatch(heading_key(text)))


def is_share_target(text: str) -> bool:
    """Whether a line below a share label is one of the places to share to."""
    return bool(_SHARE_TARGET.fullmatch(heading_key(text)))


def is_introduction(text: str) -> bool:
    """Whether a heading opens an article, wherever it stands."""
    return bool(_INTRODUCTION.fullmatch(heading_key(text)))


def opens_article(text: str) -> bool:
    """Whether a heading opens an article when it is the first one."""
    return is_introduction(text) or bool(_OPENING.fullmatch(heading_key(text)))


def is_conclusion(text: str) -> bool:
    """Whether a heading closes an article."""
    return bool(_CONCLUSION.fullmatch(heading_key(text)))


def is_appendix(text: str) -> bool:
    """Whether a heading follows a conclusion."""
    return bool(_APPENDIX.fullmatch(heading_key(text)))
