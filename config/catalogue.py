"""The model catalogue, `models.toml`: what each known model is, how large, with which digest and from where."""

import tomllib
from collections.abc import Iterator
from enum import StrEnum
from importlib import resources
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from config.errors import SettingsError
from config.language import Language

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Bytes = Annotated[int, Field(gt=0)]


class Role(StrEnum):
    """What a model is for."""

    GENERATOR = "generator"
    ENCODER = "encoder"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CarrierPart(_Frozen):
    """One wheel of a carrier, and the archive member in it that holds the file or one part of it."""

    package: str
    version: str
    member: str
    size_bytes: int
    platform: str | None


class Carrier(_Frozen):
    """Packages of the package registry that carry a file. `{part}` in the names is the part's number, from 1."""

    package: str
    version: str
    member: str
    part_size_bytes: Bytes
    parts: int = Field(default=1, ge=1)
    platform: str | None = None

    def wheels(self, size_bytes: int) -> Iterator[CarrierPart]:
        """The parts of a file of `size_bytes`, in the order in which they are joined."""
        for index in range(self.parts):
            yield CarrierPart(
                package=self.package.format(part=index + 1),
                version=self.version,
                member=self.member.format(part=index + 1),
                size_bytes=min(self.part_size_bytes, size_bytes - index * self.part_size_bytes),
                platform=self.platform,
            )


class HubFile(_Frozen):
    """The same file on the Hugging Face hub, at one revision."""

    repository: str
    revision: str
    file: str


class ModelEntry(_Frozen):
    """One model. `origin` is its authors' repository on the hub; `file`, `size_bytes`, `sha256` are what is fetched.

    An encoder is converted from that into a folder of about `folder_size_bytes`.
    """

    name: str
    title: str
    role: Role
    licence: str
    origin: str
    languages: tuple[Language, ...]
    file: str
    size_bytes: Bytes
    sha256: Sha256
    carrier: Carrier
    hub: HubFile | None = None
    folder_size_bytes: Bytes | None = None

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        last_bytes = self.size_bytes - (self.carrier.parts - 1) * self.carrier.part_size_bytes
        if not 0 < last_bytes <= self.carrier.part_size_bytes:
            raise ValueError(f"{self.name}: the carrier's parts do not add up to size_bytes")
        if (self.role is Role.ENCODER) != (self.folder_size_bytes is not None):
            raise ValueError(f"{self.name}: an encoder, and only an encoder, has folder_size_bytes")
        return self


class Catalogue(_Frozen):
    """All known models, in the order of the file."""

    models: tuple[ModelEntry, ...]

    def find(self, name: str) -> ModelEntry | None:
        """The model called `name`, or None."""
        return next((entry for entry in self.models if entry.name == name), None)

    def names(self, role: Role | None = None) -> tuple[str, ...]:
        """The names of all models, or of those of one role."""
        return tuple(entry.name for entry in self.models if role in (None, entry.role))

    def require(self, name: str, role: Role) -> ModelEntry:
        """The model called `name` of `role`. Raises SettingsError, naming the known ones."""
        entry = self.find(name)
        if entry is None or entry.role is not role:
            raise SettingsError(f"models.unknown_{role}", name=name, known=", ".join(self.names(role)))
        return entry


def load_catalogue() -> Catalogue:
    """The catalogue that ships with Haetae."""
    text = resources.files("config").joinpath("models.toml").read_text(encoding="utf-8")
    return Catalogue.model_validate(tomllib.loads(text))
