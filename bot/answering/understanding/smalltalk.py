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


_YOU = r"(?:you|u|this bot|haetae)"
_YOU_KO = r"(?:너|넌|널|너는|너를|당신은?|당신을|(?:이 )?봇은?|(?:이 )?봇을|해태는?|해태를?|여기서)"
_IS_KO = r"(?:야|이?니|세요|예요|이에요|에요|신가요|인가요|십니까|이야|임|죠|인데|요|뭔가)"
_THANKS_KO = (
    r"(?:(?:정말|너무|진짜|(?:좋은 )?답변|(?:알려|도와|설명해) ?(?:줘서|주셔서)) )?"
    r"(?:고마(?:워요?|웡|움)|고맙(?:다|습니다|네요?)|감사(?:합니다|해요?|드려요|드립니다|요|용|염|여)?|감[삼솨](?:다|요)?"
    r"|땡큐요?|쌩유|ㄱㅅ요?|ㄳ요?)"
)
_THANKS_EN = (
    r"(?:thank (?:you+|u)|thank+s*|thanx|thn?x|ty|cheers)"
    r"(?:\s*(?:so much|a lot|very much|a bunch|for (?:the|your) (?:help|answer|info|explanation)))?"
)
# Each list is read as alternatives; the whole message must be one of them, a name and signs aside.
_PHRASES = {
    SmallTalk.GREETING: (
        r"hi+|hello+|hey+|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|gm",
        r"@?haetae(?: ?bot)?|bot|@?해태(?: ?봇)?(?:야|님|씨|아)?|봇",
        r"안녕(?:하세요|하십니까|하신가요|하세용|히)?|안뇽|하이|하이하이|하이요|헬로|굿모닝|ㅎㅇ",
        r"반가워요?|반갑(?:다|습니다)|좋은 (?:아침|하루|저녁)(?:이에요|입니다)?",
    ),
    SmallTalk.THANKS: (
        _THANKS_EN,
        r"tysm|(?:much )?appreciated|appreciate it|good bot",
        _THANKS_KO,
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
_ACKNOWLEDGES = (
    r"(?:that(?:['’]s| is)? (?:helps?(?: a lot)?|helpful|cool|great|nice)|makes sense|good to know|got(?: it|cha)|i see"
    r"|ok(?:ay)?|k+|lol|lmao|(?:ha){2,9}|cool|nice(?: one)?|sweet|neat|great|awesome|perfect|wow|good|oh|ah|understood"
    r"|alright|yes|yep|yeah)(?![a-z\d])"
    r"|[ㅋㅎㅠㅜ]+|ㅇㅇ|ㅇㅋ|ㅇㅎ|네+|넵|넹|응|오케이?|오키|그렇구나|그렇군요?|알겠(?:어요?|습니다)|굿|굳|대박|아하?|우와|오+"
    r"|좋(?:네요?|다|아요?)|도움이? ?(?:됐|되었)(?:어요?|습니다)"
)
_NAME = r"(?:\s*(?:haetae|해태야?|봇|bot|everyone|all|there|man|bro|guys|여러분))?"
_SIGNS = r"[\s!.~^?ㅎㅋㅠㅜ♡❤😀-🙏]*"
_PATTERNS = {
    talk: re.compile(f"(?:{'|'.join(phrases)}){_NAME}{_SIGNS}", re.IGNORECASE) for talk, phrases in _PHRASES.items()
}
_THANKS = rf"(?:{_THANKS_KO}|(?:{_THANKS_EN}|tysm)(?![a-z\d]))"
# Possessive, so that no message takes seconds.
_ACKNOWLEDGEMENT = re.compile(rf"(?:(?:{_THANKS}|{_ACKNOWLEDGES}){_NAME}[,\s!.~]*+)++", re.IGNORECASE)
_HAS_THANKS = re.compile(_THANKS, re.IGNORECASE)
_OPENING = re.compile(
    r"(?:(?:haetae|hey|hi|hello|ok|okay|oh|ah|great|cool|nice|wow|so|well"
    r"|해태야?|저기|안녕(?:하세요|하십니까)?|ㅎㅇ|하이|반가워요?|반갑습니다|네|넵|오|아|와|그렇구나|음)[,!.~\s]+){1,3}",
    re.IGNORECASE,
)
_SPEAKS_TO_BOT = re.compile(r"\b(?:you|your|u|bot|haetae|help)\b|너|넌|널|당신|네 이름|봇|해태|도움말", re.IGNORECASE)


def small_talk(text: str, *, follows: bool = False) -> SmallTalk | None:
    """What `text` is, where the whole of it is a greeting, thanks, a farewell or a question about the bot.

    Where it `follows` a question, what could be asked about anything ("사용법은?") is asked about that one's subject.
    """
    opening = _OPENING.match(text)
    for candidate in (text, text[opening.end() :] if opening else ""):
        for talk, pattern in _PATTERNS.items():
            if candidate and pattern.fullmatch(candidate):
                of_its_subject = talk is SmallTalk.ABOUT_BOT and follows and not _SPEAKS_TO_BOT.search(text)
                return None if of_its_subject else talk
    if _ACKNOWLEDGEMENT.fullmatch(text) is None:
        return None
    return SmallTalk.THANKS if follows or _HAS_THANKS.search(text) else SmallTalk.GREETING
