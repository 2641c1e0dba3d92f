"""The settings: frozen, numbers bounded, unknown keys refused. They are passed explicitly to whatever needs them."""

import locale
import os
import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from config.errors import SettingsError
from config.language import Language

USER_FILE = Path("haetae.toml")

# What may stand in the header that carries it; Discord decides the rest. Nothing is no token.
_TOKEN = re.compile(r"[!-~]*")


def _path_or_none(value: object) -> object:
    return None if value == "" else value


def _expand(value: object) -> object:
    try:
        return Path(value).expanduser() if isinstance(value, str | Path) else value
    except RuntimeError as error:  # ~name, where nobody has that name
        raise ValueError(str(error)) from error


ExpandedPath = Annotated[Path, BeforeValidator(_expand)]
OptionalPath = Annotated[Path | None, BeforeValidator(lambda value: _expand(_path_or_none(value)))]

OptionalId = Annotated[
    Annotated[int, Field(ge=1)] | None, BeforeValidator(lambda value: None if value == "" else value)
]


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PathSettings(_Group):
    """Where Haetae keeps what it makes and fetches."""

    data_dir: ExpandedPath
    models_dir: ExpandedPath

    @property
    def indexes_dir(self) -> Path:
        """Folder of the home corpus's index versions."""
        return self.data_dir / "indexes"

    @property
    def servers_dir(self) -> Path:
        """Folder of the servers' own data, one subfolder per server."""
        return self.data_dir / "servers"

    def server_indexes_dir(self, server_id: int) -> Path:
        """Folder of one server's own index versions."""
        return self.servers_dir / str(server_id) / "indexes"

    @property
    def shared_indexes_dir(self) -> Path:
        """Folder of the edition shared by servers without their own, where the home corpus belongs to a home server."""
        return self.servers_dir / "shared" / "indexes"


class CorpusSettings(_Group):
    """Which article is indexed."""

    directory: OptionalPath
    extra_glossary: OptionalPath


class EncoderSettings(_Group):
    """The encoder: the model that turns texts into vectors."""

    model: str = Field(min_length=1)
    threads: int = Field(ge=1, le=256)


class GeneratorSettings(_Group):
    """The generator: the model that writes answers."""

    model: str = Field(min_length=1)
    context_tokens: int = Field(ge=3072, le=131_072)
    threads: int = Field(ge=1, le=256)
    max_answer_tokens: int = Field(ge=32, le=1024)


class IndexSettings(_Group):
    """How passages are cut and versions kept."""

    max_passage_tokens: int = Field(ge=32, le=500)
    kept_versions: int = Field(ge=1, le=1000)


class RetrievalSettings(_Group):
    """How passages are found."""

    top_k: int = Field(ge=1, le=50)
    dense_weight: float = Field(ge=0.0, le=1.0)


class ProbabilityByLanguage(_Group):
    """A probability for questions in Korean, and one for those in English."""

    ko: float = Field(ge=0, le=1)
    en: float = Field(ge=0, le=1)

    def of(self, language: Language) -> float:
        """The one for `language`."""
        return self.ko if language is Language.KOREAN else self.en


class AnsweringSettings(_Group):
    """Bounds on questions, on the queue and on what counts as an answer."""

    max_question_characters: int = Field(ge=10, le=100_000)
    max_waiting: int = Field(ge=1, le=10_000)
    max_wait_s: float = Field(gt=0, le=86_400)
    read_passages: int = Field(ge=1, le=20)
    min_stated_probability: ProbabilityByLanguage
    min_stated_probability_yes_no: float = Field(ge=0, le=1)
    shortfall_weight: float = Field(ge=0, le=1000)
    min_stated_probability_of_second: ProbabilityByLanguage
    max_score_behind: float = Field(ge=0, le=2)
    min_sure_probability: float = Field(ge=0, le=1)
    min_plain_probability: ProbabilityByLanguage
    min_nearest_score: float = Field(ge=-1, le=1)
    min_nearest_score_with_word: float = Field(ge=-1, le=1)


class DiscordSettings(_Group):
    """How the bot behaves in Discord."""

    token_file: OptionalPath
    edit_interval_s: float = Field(ge=1.0, le=60)
    stop_grace_s: float = Field(ge=0, le=120)
    member_questions: int = Field(ge=1, le=1000)
    member_period_s: float = Field(ge=1, le=86_400)
    channel_questions: int = Field(ge=1, le=10_000)
    channel_period_s: float = Field(ge=1, le=86_400)
    message_content: bool


class ModerationSettings(_Group):
    """Who may moderate, and which server's moderators manage the article."""

    permission: str = Field(min_length=1)
    home_server: OptionalId
    audit_channel: OptionalId
    rehearsed_questions: int = Field(ge=0, le=200)


class ServerSettings(_Group):
    """Whether servers share one article."""

    corpora: Literal["home", "each"]
    kept_open: int = Field(ge=1, le=1000)


class GapSettings(_Group):
    """Questions without a good answer."""

    min_nearness: float = Field(gt=0, le=1)


class PinSettings(_Group):
    """Answers that moderators give themselves."""

    min_nearness: float = Field(gt=0, le=1)
    previewed_answers: int = Field(ge=0, le=10_000)


class RecallSettings(_Group):
    """Marking answers whose passages have left the article since."""

    days: int = Field(ge=0, le=3650)
    edit_interval_s: float = Field(ge=1.0, le=3600)


class StateSettings(_Group):
    """What the bot remembers, where and for how long."""

    url: SecretStr
    answers_kept_days: int = Field(ge=1, le=3650)


class UpdatesSettings(_Group):
    """How the article is changed while the bot runs."""

    golden_questions: OptionalPath
    follow_interval_s: float = Field(ge=0.1, le=3600)


class LogSettings(_Group):
    """The log."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"]


class Settings(BaseSettings):
    """All settings. Defaults stand in `default.toml` alone; `load_settings` reads them all."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", env_prefix="HAETAE_", env_nested_delimiter="__", toml_file=None
    )

    interface_language: Literal["auto", "ko", "en"]
    paths: PathSettings
    corpus: CorpusSettings
    encoder: EncoderSettings
    generator: GeneratorSettings
    index: IndexSettings
    retrieval: RetrievalSettings
    answering: AnsweringSettings
    discord: DiscordSettings
    moderation: ModerationSettings
    servers: ServerSettings
    gaps: GapSettings
    pins: PinSettings
    recall: RecallSettings
    state: StateSettings
    updates: UpdatesSettings
    log: LogSettings
    discord_token: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices("HAETAE_DISCORD_TOKEN", "DISCORD_TOKEN")
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags, then the environment, then `haetae.toml`, then `default.toml`."""
        user = TomlConfigSettingsSource(settings_cls, USER_FILE)
        with resources.as_file(resources.files("config") / "default.toml") as shipped:
            defaults = TomlConfigSettingsSource(settings_cls, shipped)
        return init_settings, env_settings, user, defaults

    @property
    def terminal_language(self) -> Language:
        """The language of the terminal's own sentences."""
        if self.interface_language != "auto":
            return Language(self.interface_language)
        return locale_language()

    @property
    def corpus_each(self) -> bool:
        """Whether each server has a corpus of its own."""
        return self.servers.corpora == "each"

    def corpus_of(self, server_id: int | None) -> int | None:
        """The server whose corpus answers in `server_id` (None: in a direct message); None for the home corpus."""
        return server_id if self.corpus_each and server_id != self.moderation.home_server else None

    def servers_with(self, corpus: int | None) -> frozenset[int | None] | None:
        """The servers that are answered from `corpus`, None among them for direct messages; None for all of them."""
        if not self.corpus_each:
            return None
        return frozenset({None, self.moderation.home_server} if corpus is None else {corpus})

    def token(self) -> str | None:
        """The Discord token, from the environment or the token file, or None. Raises SettingsError."""
        given = self.discord_token.get_secret_value().strip() if self.discord_token else ""
        token = given or self._token_in_file()
        if _TOKEN.fullmatch(token) is None:
            raise SettingsError("settings.malformed_token")
        return token or None

    def _token_in_file(self) -> str:
        if self.discord.token_file is None:
            return ""
        try:
            return self.discord.token_file.read_text(encoding="utf-8-sig").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError("settings.token_file_unreadable", path=self.discord.token_file) from error


def locale_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Korean where the locale is Korean, English elsewhere."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            code = locale.normalize(value).split("_")[0].lower()
            return Language.KOREAN if code == "ko" else Language.ENGLISH
    return Language.ENGLISH


def load_settings(overrides: Mapping[str, Any] | None = None) -> Settings:
    """All settings, `overrides` (from flags: group -> name -> value, or name -> value outside of groups) first.

    Raises SettingsError, naming the setting, where one is unknown, out of bounds or unreadable.
    """
    try:
        return Settings.model_validate(dict(overrides or {}))
    except ValidationError as error:
        first = error.errors()[0]
        # pydantic takes the fault of a file for one of a value, as both are ValueErrors.
        problem = first.get("ctx", {}).get("error")
        if isinstance(problem, tomllib.TOMLDecodeError | UnicodeDecodeError):
            raise SettingsError("settings.malformed_file", path=USER_FILE, problem=problem) from error
        # Without a place it is a variable that holds a whole group, and not as JSON.
        name = ".".join(str(part) for part in first["loc"]) or "HAETAE_…"
        raise SettingsError("settings.invalid", name=name, problem=first["msg"]) from error
    except OSError as error:
        raise SettingsError("settings.unreadable_file", path=USER_FILE, problem=error.strerror or error) from error
