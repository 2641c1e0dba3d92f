"""Messages that are no question about the article: greetings, thanks, farewells, and questions about the bot."""

import re
from enum import StrEnum

from bot.answering.answer import Reason
from bot.answering.understanding.openers import any_opener, split_openers


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


_YOU = r"(?:you|u|this bot|haetae)"
_YOU_KO = r"(?:너|넌|널|너는|너를|당신은?|당신을|(?:이 )?봇은?|(?:이 )?봇을|해태는?|해태를?|여기서)"
_IS_KO = r"(?:야|이?니|세요|예요|이에요|에요|신가요|인가요|십니까|이야|임|죠|인데|요|뭔가)"
_THANKS = any_opener("thanking")
# Each list is read as alternatives; the whole message must be one of them, a name and signs aside.
_PHRASES = {
    SmallTalk.GREETING: (
        any_opener("calling"),
        r"@?haetae(?: ?bot)?|bot|@?해태(?: ?봇)?(?:야|님|씨|아)?|봇|안녕히",
    ),
    SmallTalk.THANKS: (
        _THANKS,
        "good bot",
    ),
    SmallTalk.FAREWELL: (
        r"bye+|bye bye|cya|gn|goodbye|good night|see (?:you|ya)(?: later| soon)?",
        r"잘 ?자요?|잘 ?가요?|안녕히 (?:계세요|가세요)|바이(?:바이)?|ㅂㅂ|ㅂㅇ|다음에 (?:또 )?봐요",
        r"수고(?:하세요|하셨습니다|했어요?)?",
    ),
    SmallTalk.ABOUT_BOT: (
        rf"(?:who|what) (?:are|r) {_YOU}|(?:who|what)(?:'s| is) (?:haetae|your name|this bot)(?: about| for)?|help",
        rf"what (?:can|do|does) {_YOU} (?:do|answer|know)",
        rf"(?:what|which) (?:kind|sort|type) of (?:bot|ai|thing) (?:are|is) (?:{_YOU}|this|that|it)",
        rf"what(?: kinds? of questions?| questions?)? (?:can|could|should|may) i ask(?: {_YOU}| here)?",
        rf"how do(?:es)? {_YOU} work|how (?:do|can|should) i use (?:{_YOU}|this)",
        rf"(?:what|which) (?:ai |language )?model (?:are you|(?:do|does) {_YOU} use)",
        rf"who (?:made|created|built|developed) {_YOU}",
        r"are you (?:a |an )?(?:bot|ai|robot|human|person|llm|real|chat ?gpt|gpt)",
        rf"(?:{_YOU_KO} ?|네 )?(?:누구|뭐|뭐 ?하는 ?(?:봇|거|애)|(?:무슨|어떤) ?봇){_IS_KO}",
        rf"{_YOU_KO} ?(?:(?:무슨|어떤) ?일을? ?[하해]\S{{0,4}}|(?:로?봇|사람|인공지능|AI|챗 ?봇|챗GPT)이?{_IS_KO})",
        rf"(?:{_YOU_KO} ?)?할 ?줄 ?아는 ?(?:게|것이?|건) ?(?:뭐|무엇){_IS_KO}",
        rf"(?:너|네|니|당신의?) ?정체가? ?(?:뭐|무엇){_IS_KO}",
        rf"(?:{_YOU_KO} ?)?(?:뭘|무엇을|뭐를?) ?도와 ?줄 ?수 ?있(?:어|어요|나요|니|냐|습니까)",
        rf"해태(?:는|가|란|이)?(?: ?봇은?)? ?(?:누구|뭐|무엇|뭔가){_IS_KO}?",
        r"(?:너|네|당신의?)? ?이름이? ?(?:뭐야|뭐예요|뭔가요|무엇인가요)",
        rf"(?:{_YOU_KO} ?)?(?:뭘|무엇을|뭐) ?(?:할|물어볼|답할|대답할) ?수 ?있(?:어|어요|나요|니|냐|습니까)",
        r"(?:뭘|뭐|무엇을) ?물어(?:봐야|보면|봐도) ?(?:돼|되|하|될까|할까)\S{0,4}|질문은? ?어떻게 ?[하해]\S{0,4}",
        rf"(?:{_YOU_KO} ?|이거 |이건 )?어떻게 (?:써|쓰|사용해|사용하)\S{{0,4}}(?: (?:거|건)\S{{0,4}})?",
        rf"{_YOU_KO} ?누가 만들었\S{{0,4}}|누가 {_YOU_KO} ?만들었\S{{0,4}}",
        rf"{_YOU_KO} ?만든 ?(?:사람|회사)\S{{0,2}} ?(?:누구|어디)\S{{0,4}}",
        rf"{_YOU_KO} ?(?:뭐로|무엇으로|어떤 모델로) ?(?:만들|돌아)\S{{0,5}}",
        r"(?:어떻게 )?사용법(?:이|은)?(?: 뭐야| 뭐예요| 알려줘| 알려 주세요)?|도움말|(?:넌 )?봇(?:이야|이에요|인가요)",
    ),
}
# Thanks for an answer, or the beginning of a talk.
_THANKS_ALONE = rf"{_THANKS}(?![a-z\d])"
_ACKNOWLEDGES = rf"{any_opener('reacting')}(?![a-z\d])|(?:lol|lmao|(?:ha){{2,9}})(?![a-z\d])|[ㅋㅎㅠㅜ]+"
_NAME = r"(?:\s*(?:haetae|해태야?|봇|bot|everyone|all|there|man|bro|guys|여러분))?"
_SIGNS = r"[\s!.~^?ㅎㅋㅠㅜ♡❤😀-🙏]*"
# Possessive here and below, so that no message takes seconds.
_BEFORE = rf"(?:{any_opener('joining', 'turning', 'hesitating')}[,\s!.~]++)*+"
_PATTERNS = {
    talk: re.compile(f"{_BEFORE}(?:{'|'.join(phrases)}){_NAME}{_SIGNS}", re.IGNORECASE)
    for talk, phrases in _PHRASES.items()
}
_ACKNOWLEDGEMENT = re.compile(rf"{_BEFORE}(?:(?:{_THANKS_ALONE}|{_ACKNOWLEDGES}){_NAME}[,\s!.~]*+)++", re.IGNORECASE)
_HAS_THANKS = re.compile(_THANKS_ALONE, re.IGNORECASE)
_SPEAKS_TO_BOT = re.compile(r"\b(?:you|your|u|bot|haetae|help)\b|너|넌|널|당신|네 이름|봇|해태|도움말", re.IGNORECASE)


def small_talk(text: str, *, follows: bool = False) -> SmallTalk | None:
    """What `text` is, where the whole of it is a greeting, thanks, a farewell or a question about the bot.

    Where it `follows` a question, what could be asked about anything ("사용법은?") is asked about that one's subject.
    """
    for candidate in (text, split_openers(text)[1]):
        for talk, pattern in _PATTERNS.items():
            if pattern.fullmatch(candidate):
                of_its_subject = talk is SmallTalk.ABOUT_BOT and follows and not _SPEAKS_TO_BOT.search(text)
                return None if of_its_subject else talk
    if _ACKNOWLEDGEMENT.fullmatch(text) is None:
        return None
    return SmallTalk.THANKS if follows or _HAS_THANKS.search(text) else SmallTalk.GREETING
