"""Messages that are no question about the article: greetings, thanks, farewells, and questions about the bot."""

import re
from enum import StrEnum

from bot.answering.answer import Reason


class SmallTalk(StrEnum):
    """What a message is, if it is no question about the article."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    ABOUT_BOT = "about_bot"

    @property
    def reason(self) -> Reason:
        """The reason of the answer it gets."""
        return Reason.ABOUT_BOT if self is SmallTalk.ABOUT_BOT else Reason.GREETING


# Each list is read as alternatives; the whole message must be one of them, a name and signs aside.
_PHRASES = {
    SmallTalk.GREETING: (
        r"hi+|hello+|hey+|yo|greetings|good (?:morning|afternoon|evening|day)",
        r"안녕(?:하세요|하십니까|하신가요|하세용|히)?|하이|헬로|반가워요?|반갑습니다",
        r"좋은 (?:아침|하루|저녁)(?:이에요|입니다)?",
    ),
    SmallTalk.THANKS: (
        r"(?:thanks?|thank you|thx|ty|cheers|much appreciated)(?:\s*(?:so much|a lot|very much|a bunch))?",
        r"(?:정말 |너무 |진짜 )?(?:고마워요?|고맙습니다|감사(?:합니다|해요|드려요)?|땡큐)",
    ),
    SmallTalk.FAREWELL: (
        r"bye+|goodbye|good night|see (?:you|ya)(?: later| soon)?",
        r"잘 ?자요?|안녕히 (?:계세요|가세요)|수고(?:하세요|하셨습니다|했어요)?|다음에 (?:또 )?봐요",
    ),
    SmallTalk.ABOUT_BOT: (
        r"who are you|what are you|(?:who|what)(?:'s| is) (?:haetae|your name)|what can you do|what do you do|help",
        r"how do(?:es this bot| you) work|are you (?:a bot|an ai|a robot|human)",
        r"(?:너는|넌|당신은|너|네)? ?(?:누구|뭐|뭐하는 봇)(?:야|니|세요|예요|신가요|십니까|이야)",
        r"해태(?:는|가|란|이)? ?(?:누구|뭐|무엇|뭔가)(?:야|예요|에요|죠|인가요|인데|요)?",
        r"(?:너|네|당신의?)? ?이름이? ?(?:뭐야|뭐예요|뭔가요|무엇인가요)",
        r"(?:뭘|무엇을|뭐) ?(?:할 수|물어볼 수) ?있(?:어|어요|나요|니|습니까)",
        r"(?:어떻게 )?사용법(?:이|은)?(?: 뭐야| 뭐예요| 알려줘| 알려 주세요)?|도움말|(?:넌 )?봇(?:이야|이에요|인가요)",
    ),
}
_NAME = r"(?:\s*(?:haetae|해태야?|봇|bot|everyone|all|there|여러분))?"
_SIGNS = r"[\s!.~^?ㅎㅋㅠ♡❤😀-🙏]*"
_PATTERNS = {
    talk: re.compile(f"(?:{'|'.join(phrases)}){_NAME}{_SIGNS}", re.IGNORECASE) for talk, phrases in _PHRASES.items()
}
_ADDRESS = re.compile(r"(?:haetae|해태야?|hey|hi|hello|저기|안녕하세요|so)[,!\s]+", re.IGNORECASE)


def small_talk(text: str) -> SmallTalk | None:
    """What `text` is, where the whole of it is a greeting, thanks, a farewell or a question about the bot."""
    addressed = _ADDRESS.match(text)
    for candidate in (text, text[addressed.end() :] if addressed else ""):
        for talk, pattern in _PATTERNS.items():
            if candidate and pattern.fullmatch(candidate):
                return talk
    return None
