"""The walk whose payloads become the pictures: people ask the bot process on the loopback Discord."""

from config.language import Language
from tests.fakecord import FakeDiscord, Interaction, Message
from tests.pictures import script
from tests.pictures.page import Column, Scene, Shown, Typing

DESK_PX, HALF_PX, PHONE_PX = 720, 500, 390
NAMES = {"minji": "민지", "alice": "Alice", "testbot": "Haetae"}
_AGAIN = "haetae:again"
_ASK = {Language.KOREAN: "질문", Language.ENGLISH: "ask"}
_MEMBER = {Language.KOREAN: ("minji", "ko"), Language.ENGLISH: ("alice", "en-US")}


class Walk:
    """What the members do, one scene after the other."""

    def __init__(self, cord: FakeDiscord) -> None:
        self._cord = cord

    async def scenes(self) -> tuple[Scene, ...]:
        """All pictures, each method one of them."""
        return (
            await self.answer_to_a_command(),
            await self.answers_to_a_mention(),
            await self.sources(),
            await self.refusals(),
            await self.suggestions(),
            await self.lists_on_a_phone(),
            await self.help_on_a_phone(),
        )

    def names(self) -> dict[str, str]:
        """How the clients show people, by their ids."""
        users = self._cord.world.users.values()
        return {user["id"]: NAMES[user["username"]] for user in users if user["username"] in NAMES}

    async def answer_to_a_command(self) -> Scene:
        shown = await self._asked(script.ACTIVE_KO, Language.KOREAN)
        return Scene("answer-ko", DESK_PX, (Column(Language.KOREAN, (shown,)),))

    async def answers_to_a_mention(self) -> Scene:
        cord = self._cord
        first = await cord.say("general", script.ACTIVE_EN.question, user="alice", mentions_bot=True)
        answer = await self._settled(first)
        second = await cord.say("general", script.TOTAL_EN.question, user="alice", reply_to=answer)
        shown = (first, answer, second, await self._settled(second))
        return Scene("answer-en", DESK_PX, (Column(Language.ENGLISH, tuple(Shown(one.payload) for one in shown)),))

    async def sources(self) -> Scene:
        answer = (await self._asked(script.ACTIVE_KO, Language.KOREAN)).payload
        found = self._cord.world.by_id[answer["id"]]
        pressed = await self._cord.press("haetae:sources", message=found, user="minji", locale="ko")
        told = await self._told(pressed)
        return Scene("sources", DESK_PX, (Column(Language.KOREAN, (Shown(told.payload, pressed=answer),)),))

    async def refusals(self) -> Scene:
        refused = await self._asked(script.UNSTATED_EN, Language.ENGLISH)
        corrected = await self._asked(script.PREMISE_EN, Language.ENGLISH)
        refused_ko = await self._asked(script.UNSTATED_KO, Language.KOREAN)
        corrected_ko = await self._asked(script.PREMISE_KO, Language.KOREAN)
        return Scene(
            "refusals",
            HALF_PX,
            (Column(Language.KOREAN, (refused_ko, corrected_ko)), Column(Language.ENGLISH, (refused, corrected))),
        )

    async def suggestions(self) -> Scene:
        typed = "ㅁㅅㅌㄹ"
        choices = await self._cord.autocomplete("질문", "question", typed, user="minji", locale="ko")
        command = self._cord.find_command("ask")
        shown = Typing(command, "question", typed, tuple(choices[:6]))
        return Scene("suggestions", DESK_PX, (Column(Language.KOREAN, (shown,)),))

    async def lists_on_a_phone(self) -> Scene:
        asked = ((script.LIST_KO, Language.KOREAN), (script.LIST_EN, Language.ENGLISH))
        columns = [Column(language, (await self._asked(one, language),)) for one, language in asked]
        return Scene("phone", PHONE_PX, tuple(columns))

    async def help_on_a_phone(self) -> Scene:
        columns = []
        for name, language in (("도움말", Language.KOREAN), ("help", Language.ENGLISH)):
            user, locale = _MEMBER[language]
            told = await self._told(await self._cord.slash(name, user=user, locale=locale))
            columns.append(Column(language, (Shown(told.payload, command=name),)))
        return Scene("help", HALF_PX, tuple(columns))

    async def _asked(self, asked: script.Scripted, language: Language) -> Shown:
        user, locale = _MEMBER[language]
        command = _ASK[language]
        interaction = await self._cord.slash(command, {"question": asked.question}, user=user, locale=locale)
        return Shown((await self._settled(interaction)).payload, command=command)

    async def _settled(self, asked: Interaction | Message) -> Message:
        """The answer, once its last buttons are there."""

        def answered() -> Message | None:
            return next((one for one in self._cord.replies(asked) if one.component(_AGAIN)), None)

        return await self._cord.journal.wait_for(answered, timeout_s=30.0, what="an answer with its buttons")

    async def _told(self, interaction: Interaction) -> Message:
        """What the member alone is shown."""

        def shown() -> Message | None:
            message = interaction.original or next(iter(interaction.followups), None)
            return message if message is not None and not message.loading else None

        return await self._cord.journal.wait_for(shown, what="a private word")
