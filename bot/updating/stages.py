"""What an update is at each stage: under way, pending, approved."""

from dataclasses import dataclass
from datetime import datetime

from bot.updating.preview import Preview
from bot.updating.rehearsal import Rehearsal
from bot.updating.switching import Switch
from index.provenance import Provenance
from index.versions import VersionInfo


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that waits for approval. `update_id` names it in buttons; `base` is the version it would replace."""

    update_id: str
    provenance: Provenance
    began: datetime
    base: str
    preview: Preview
    rehearsal: Rehearsal | None = None


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Who is changing the article now and since when; `pending` once there is a preview."""

    provenance: Provenance
    began: datetime
    pending: Pending | None


@dataclass(frozen=True, slots=True)
class Status:
    """The live version, and the update under way."""

    live: VersionInfo
    under_way: UnderWay | None


@dataclass(frozen=True, slots=True)
class Approved:
    """An update that is live now: its version and what was switched. `overridden` where golden answers were lost."""

    version: VersionInfo
    switch: Switch
    overridden: bool
