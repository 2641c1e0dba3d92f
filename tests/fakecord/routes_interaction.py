"""Routes by which the bot answers interactions."""

import time

from tests.fakecord.components import check_components
from tests.fakecord.errors import ApiError, Form, Json, invalid
from tests.fakecord.flags import LOADING
from tests.fakecord.limits import check_message
from tests.fakecord.messages import Messages
from tests.fakecord.records import Interaction, Message, Request
from tests.fakecord.rest import route
from tests.fakecord.world import World

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
REPLY, DEFERRED_REPLY, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
DEADLINE_S = 3.0
LIFE_S = 900.0


class InteractionRoutes:
    """Interactions by their token, and what the bot may do with each."""

    def __init__(self, world: World, messages: Messages) -> None:
        self._world = world
        self._messages = messages
        self.deadline_s = DEADLINE_S
        self.life_s = LIFE_S
        self.by_token: dict[str, Interaction] = {}

    @route("POST", "/interactions/{id}/{token}/callback", auth=False)
    async def callback(self, request: Request) -> Json | None:
        """The first answer, which must come within three seconds."""
        interaction = self._pending(request)
        kind, data = request.body["type"], request.body.get("data") or {}
        if kind not in _allowed(interaction):
            raise invalid("type", "BASE_TYPE_CHOICES", f"Value must be one of {_allowed(interaction)}.")
        self._take(interaction, kind, data, request)
        interaction.callback_type, interaction.acknowledged_s = kind, time.monotonic()
        if request.query.get("with_response") not in ("1", "true"):
            return None
        return _callback_result(interaction, kind)

    @route("POST", "/webhooks/{app}/{token}", "webhook", auth=False)
    async def followup(self, request: Request) -> Json:
        """A further message; the first one completes a deferred response."""
        interaction = self._owned(request)
        if interaction.original and interaction.original.loading:
            return self._messages.edit(interaction.original, request.body, request.files)
        check_message(request.body, request.files, None, self._messages.size_limit_bytes)
        interaction.followups.append(self._post(interaction, request.body, request))
        return interaction.followups[-1].payload

    @route("GET", "/webhooks/{app}/{token}/messages/{message}", "webhook", auth=False)
    async def get_response(self, request: Request) -> Json:
        """A message of this interaction."""
        return self._response(request).payload

    @route("PATCH", "/webhooks/{app}/{token}/messages/{message}", "webhook", auth=False)
    async def edit_response(self, request: Request) -> Json:
        """Edits a message of this interaction."""
        return self._messages.edit(self._response(request), request.body, request.files)

    @route("DELETE", "/webhooks/{app}/{token}/messages/{message}", "webhook", auth=False)
    async def delete_response(self, request: Request) -> None:
        """Deletes a message of this interaction."""
        self._messages.delete(self._response(request))

    def _pending(self, request: Request) -> Interaction:
        interaction = self.by_token.get(request.variables["token"])
        if interaction is None or interaction.id != request.variables["id"]:
            raise ApiError(404, 10062, "Unknown interaction")
        if interaction.acknowledged_s is not None:
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        if time.monotonic() - interaction.created_s > self.deadline_s:
            raise ApiError(404, 10062, "Unknown interaction")
        return interaction

    def _owned(self, request: Request) -> Interaction:
        interaction = self.by_token.get(request.variables["token"])
        mine = request.variables["app"] == self._world.app_id
        if interaction is None or interaction.acknowledged_s is None or not mine:
            raise ApiError(404, 10015, "Unknown Webhook")
        if time.monotonic() - interaction.created_s > self.life_s:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        return interaction

    def _response(self, request: Request) -> Message:
        interaction, name = self._owned(request), request.variables["message"]
        message = interaction.original if name == "@original" else self._world.by_id.get(name)
        own = message and (message.token == interaction.token or message is interaction.source)
        if message is None or message.deleted or not own:
            raise ApiError(404, 10008, "Unknown Message")
        return message

    def _take(self, interaction: Interaction, kind: int, data: Json, request: Request) -> None:
        if kind == REPLY:
            check_message(data, request.files, None, self._messages.size_limit_bytes)
            interaction.original = self._post(interaction, data, request)
        elif kind == DEFERRED_REPLY:
            interaction.original = self._post(interaction, {"flags": data.get("flags", 0)}, request, LOADING)
        elif kind in (DEFERRED_UPDATE, UPDATE) and interaction.source:
            if kind == UPDATE:
                self._messages.edit(interaction.source, data, request.files)
            interaction.original = interaction.source
        elif kind == CHOICES:
            interaction.choices = _checked_choices(data)
        elif kind == MODAL:
            interaction.modal = _checked_modal(data)

    def _post(self, interaction: Interaction, body: Json, request: Request, flags: int = 0) -> Message:
        channel = self._world.channels[interaction.channel_id]
        return self._messages.create(
            channel, self._world.bot, body, request.files, interaction=interaction, flags=flags
        )


def _allowed(interaction: Interaction) -> tuple[int, ...]:
    match interaction.type:
        case 2:
            return (REPLY, DEFERRED_REPLY, MODAL)
        case 3:
            return (REPLY, DEFERRED_REPLY, DEFERRED_UPDATE, UPDATE, MODAL)
        case 4:
            return (CHOICES,)
        case _:
            updates = (DEFERRED_UPDATE, UPDATE) if interaction.source else ()
            return (REPLY, DEFERRED_REPLY, *updates)


def _checked_choices(data: Json) -> list[Json]:
    choices: list[Json] = data.get("choices") or []
    form = Form()
    form.check(len(choices) <= 25, "data.choices", "Must be 25 or fewer in length.")
    for index, choice in enumerate(choices):
        form.length(f"data.choices.{index}.name", choice.get("name"), 100, 1)
        form.length(f"data.choices.{index}.value", str(choice.get("value", "")), 100)
    form.done()
    return choices


def _checked_modal(data: Json) -> Json:
    form = Form()
    form.length("data.title", data.get("title"), 45, 1)
    form.length("data.custom_id", data.get("custom_id"), 100, 1)
    form.check(1 <= len(data.get("components") or ()) <= 5, "data.components", "Must be between 1 and 5 in length.")
    check_components(form, data.get("components"), modal=True)
    form.done()
    return data


def _callback_result(interaction: Interaction, kind: int) -> Json:
    info: Json = {"id": interaction.id, "type": interaction.type}
    message = interaction.original if kind in (REPLY, DEFERRED_REPLY, UPDATE) else None
    if message:
        info["response_message_id"] = message.id
        info["response_message_loading"] = message.loading
        info["response_message_ephemeral"] = message.ephemeral
    if kind not in (REPLY, DEFERRED_REPLY, DEFERRED_UPDATE, UPDATE):
        return {"interaction": info}
    return {"interaction": info, "resource": {"type": kind, **({"message": message.payload} if message else {})}}
