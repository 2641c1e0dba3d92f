"""The one object through which every door changes what the bot knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.updating.preview import Preview
from bot.updating.rehearsal import Progress, RecentQuestion, Rehearsal
from bot.updating.sections import SectionText
from bot.updating.switching import Switch
from bot.updating.uploads import Upload
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


class Updates:
    """Prepares, rehearses and makes live one update at a time, and goes back. Belongs to one event loop.

    Blocking work runs in threads. Every method raises HaetaeError (UpdateError, CorpusError, IndexStoreError), one
    sentence with its remedy, and then nothing has changed.
    """

    async def status(self) -> Status:
        """What is live and what is under way."""
        raise NotImplementedError

    async def history(self) -> tuple[VersionInfo, ...]:
        """All versions, newest first, with who, when and why in their manifests."""
        raise NotImplementedError

    async def export(self) -> Mapping[str, bytes]:
        """The live edition as files: `ko.md`, `en.md`."""
        raise NotImplementedError

    async def sections(self) -> tuple[SectionText, ...]:
        """The sections of the live edition."""
        raise NotImplementedError

    async def section(self, key: str) -> SectionText:
        """One section of the live edition, to be edited (`SectionText.key`)."""
        raise NotImplementedError

    async def prepare(
        self, uploads: Sequence[Upload], provenance: Provenance, progress: Progress | None = None
    ) -> Pending:
        """Read `uploads`, build a candidate beside the live version and say what would change.

        Raises UpdateError where another update is under way (naming whose and since when) or nothing would change.
        `progress` counts the texts embedded.
        """
        raise NotImplementedError

    async def prepare_section(
        self, seen: SectionText, text: str, provenance: Provenance, progress: Progress | None = None
    ) -> Pending:
        """The same with `text` in the place of the section `seen`."""
        raise NotImplementedError

    def pending(self, update_id: str) -> Pending:
        """The update that waits under this id. Raises UpdateError where it is no longer there."""
        raise NotImplementedError

    async def rehearse(
        self, update_id: str, recent: Sequence[RecentQuestion] = (), progress: Progress | None = None
    ) -> Rehearsal:
        """Ask the golden questions and `recent` ones of both libraries, members' own questions first.

        `stop_rehearsal` ends it early: what was asked by then is returned and kept.
        """
        raise NotImplementedError

    def stop_rehearsal(self, update_id: str) -> None:
        """End the rehearsal that runs, if one does."""
        raise NotImplementedError

    async def approve(self, update_id: str, override_reason: str | None = None) -> Approved:
        """Make the update live. Questions being answered keep the version they began with.

        Raises UpdateError where golden answers would be lost, or where it was not rehearsed to the end, and no
        `override_reason` is given; or where another version became live meanwhile.
        """
        raise NotImplementedError

    async def discard(self, update_id: str) -> None:
        """Forget the update; a rehearsal of it stops."""
        raise NotImplementedError

    async def roll_back(self, version: int) -> Switch:
        """Make `version` live again, in well under two seconds."""
        raise NotImplementedError

    async def reindex(self, provenance: Provenance, progress: Progress | None = None) -> Approved:
        """Embed the live edition anew, none of its vectors reused, as a new version that is live at once."""
        raise NotImplementedError
