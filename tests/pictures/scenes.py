"""The walk whose payloads become the pictures: people ask the bot process on the loopback Discord."""

import copy
from functools import partial

from bot.discord.moderators.corpus.buttons import Step
from config.language import Language
from tests.fakecord import FakeDiscord, Interaction, Message
from tests.fakecord.components import walk
from tests.fakecord.errors import Json
from tests.fakecord.flags import MANAGE_GUILD
from tests.pictures import script
from tests.pictures.page import Column, Scene, Shown, Typing
from tests.pictures.updating import upload_in

DESK_PX, UPDATE_PX, HALF_PX, PHONE_PX = 720, 590, 500, 390
NAMES = {"minji": "민지", "alice": "Alice", "testbot": "Haetae"}
_AGAIN = "haetae:again"
_ASK = {Language.KOREAN: "질문", Language.ENGLISH: "ask"}
_UPLOAD = {Language.KOREAN: "글관리 올리기", Language.ENGLISH: "corpus upload"}
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
            *await self.updates(),
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

    async def updates(self) -> tuple[Scene, ...]:
        """The message of an update as it stands when it is previewed, rehearsed and approved, in both languages."""
        names = ("update-preview", "update-rehearsal", "update-approved")
        columns = [await self._updated(language) for language in Language]
        shown = [[column[stage] for column in columns] for stage in range(len(names))]
        return tuple(Scene(name, UPDATE_PX, tuple(stage)) for name, stage in zip(names, shown, strict=True))

    async def _updated(self, language: Language) -> tuple[Column, ...]:
        """One client at the three stages."""
        cord, (user, locale) = self._cord, _MEMBER[language]
        cord.world.user(user, permissions=MANAGE_GUILD)
        called = await cord.slash("corpus upload", upload_in(language), user=user, locale=locale)
        stages = []
        for wanted, pressed in ((Step.REHEARSE, Step.REHEARSE), (Step.APPROVE, Step.APPROVE), (None, None)):
            message = await cord.journal.wait_for(partial(_at, called, wanted), what=f"step {wanted}")
            payload = copy.deepcopy(message.payload)
            stages.append(Column(language, (Shown(payload, command=_UPLOAD[language]),)))
            if pressed is not None:
                button = _button(message, pressed)
                await cord.press(button["custom_id"], message=message, user=user, locale=locale)
        return tuple(stages)

    async def _asked(self, asked: script.Scripted, language: Language) -> Shown:
        user, locale = _MEMBER[language]
        command = _ASK[language]
        interaction = await self._cord.slash(command, {"question": asked.question}, user=user, locale=locale)
        return Shown((await self._settled(interaction)).payload, command=command)

    async def _settled(self, asked: Interaction | Message) -> Message:
        """The answer, once its last buttons are there."""

        def answered() -> Message | None:
            return next((one for one in self._cord.replies(asked) if one.component(_AGAIN)), None)

        return await self._cord.journal.wait_for(answered, what="an answer with its buttons")

    async def _told(self, interaction: Interaction) -> Message:
        """What the member alone is shown."""

        def shown() -> Message | None:
            message = interaction.original or next(iter(interaction.followups), None)
            return message if message is not None and not message.loading else None

        return await self._cord.journal.wait_for(shown, what="a private word")


def _at(called: Interaction, step: Step | None) -> Message | None:
    """The message of an update once `step` can be taken; without one, once it is live and can be taken back."""
    message = called.original
    if message is None or message.loading:
        return None
    prefix = f"haetae:update:{step.value}:" if step else "haetae:return:"
    return message if any(_id(item).startswith(prefix) for _, item in walk(message.payload["components"])) else None


def _button(message: Message, step: Step) -> Json:
    found = (item for _, item in walk(message.payload["components"]))
    return next(item for item in found if _id(item).startswith(f"haetae:update:{step.value}:"))


def _id(item: Json) -> str:
    return str(item.get("custom_id", ""))
