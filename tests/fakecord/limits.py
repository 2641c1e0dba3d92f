"""Discord's limits on messages. `check_message(payload, {})` works on its own in unit tests."""

from tests.fakecord.components import check_components
from tests.fakecord.errors import ApiError, Form, Json
from tests.fakecord.flags import COMPONENTS_V2
from tests.fakecord.records import Files

SIZE_LIMIT_BYTES = 10 << 20


def check_message(body: Json, files: Files, current: Json | None = None, size_limit: int = SIZE_LIMIT_BYTES) -> None:
    """Raises ApiError where Discord would refuse a new message, or an edit of the message `current`."""
    form, merged = Form(), {**(current or {}), **body}
    v2 = bool((merged.get("flags") or 0) & COMPONENTS_V2)
    form.length("content", body.get("content"), 2000)
    _check_embeds(form, body.get("embeds") or [])
    check_components(form, body.get("components"), v2=v2)
    kept = merged.get("attachments") or []
    form.check(max(len(kept), len(files)) <= 10, "attachments", "Must be 10 or fewer in length.")
    form.check(len(merged.get("sticker_ids") or ()) <= 3, "sticker_ids", "Must be 3 or fewer in length.")
    form.check(len(str(body.get("nonce") or "")) <= 25, "nonce", "Must be 25 or fewer in length.")
    if v2:
        _check_v2(form, merged)
    _check_mentions(form, body.get("allowed_mentions") or {})
    form.done()
    if any(len(data) > size_limit for _, data, _ in files.values()):
        raise ApiError(413, 40005, "Request entity too large")
    if not (
        kept or files or any(merged.get(key) for key in ("content", "embeds", "components", "poll", "sticker_ids"))
    ):
        raise ApiError(400, 50006, "Cannot send an empty message")


def _check_v2(form: Form, merged: Json) -> None:
    code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
    for key in ("content", "embeds", "poll"):
        form.check(not merged.get(key), key, "Cannot be used with MessageFlags.IS_COMPONENTS_V2", code)


def _check_mentions(form: Form, allowed: Json) -> None:
    for key in ("users", "roles"):
        form.check(len(allowed.get(key) or ()) <= 100, f"allowed_mentions.{key}", "Must be 100 or fewer in length.")
        both = key in allowed.get("parse", ()) and allowed.get(key)
        message = f"parse:['{key}'] and {key}: [ids...] are mutually exclusive."
        form.check(not both, "allowed_mentions", message, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")


def _check_embeds(form: Form, embeds: list[Json]) -> None:
    form.check(len(embeds) <= 10, "embeds", "Must be 10 or fewer in length.")
    total = sum(_check_embed(form, f"embeds.{index}", embed) for index, embed in enumerate(embeds))
    message = "Embed size exceeds maximum size of 6000"
    form.check(total <= 6000, "embeds", message, "MAX_EMBED_SIZE_EXCEEDED")


def _check_embed(form: Form, path: str, embed: Json) -> int:
    """Notes what is wrong and returns how many characters the embed takes."""
    fields = embed.get("fields") or []
    form.check(len(fields) <= 25, f"{path}.fields", "Must be 25 or fewer in length.")
    texts = [
        ("title", embed.get("title"), 256, 0),
        ("description", embed.get("description"), 4096, 0),
        ("footer.text", (embed.get("footer") or {}).get("text"), 2048, 0),
        ("author.name", (embed.get("author") or {}).get("name"), 256, 0),
    ]
    for index, field in enumerate(fields):
        texts += [
            (f"fields.{index}.name", field.get("name"), 256, 1),
            (f"fields.{index}.value", field.get("value"), 1024, 1),
        ]
    for name, value, high, low in texts:
        form.length(f"{path}.{name}", value, high, low)
    return sum(len(value or "") for _, value, _, _ in texts)
