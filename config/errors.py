"""Every error a person can meet, as one tree.

    HaetaeError
    ├── InputError            what was given cannot be used                      (exit 2)
    │   ├── CorpusError       a document, page or glossary
    │   ├── SettingsError     a setting, a flag or a secret
    │   ├── QuestionError     a question or a batch line
    │   └── ModerationError   somebody may not do this, or not here, or not so
    ├── NotReadyError         something must be fetched, built or mended first   (exit 1)
    │   ├── ModelError        a model is missing, damaged or cannot be fetched
    │   ├── IndexStoreError   an index is missing, damaged or of another model
    │   └── StateError        the state is damaged, newer, full or cannot be reached
    └── RunError              a run that failed                                  (exit 1)
        ├── BusyError         the queue is full
        ├── GenerationError   the generator failed
        ├── UpdateError       an update of the article cannot go on
        └── DiscordError      Discord refused the bot

Each carries the key of a message in `config.messages`, so that it reads as one sentence with its remedy in
either language, and never as a traceback.
"""

from typing import ClassVar

from config.language import Language
from config.messages import message


class HaetaeError(Exception):
    """An error with a message key and the fields of its sentence."""

    exit_code: ClassVar[int] = 1

    def __init__(self, key: str, **fields: object) -> None:
        super().__init__(key, fields)
        self.key = key
        self.fields = fields

    def sentence(self, language: Language) -> str:
        """What went wrong and its remedy, in `language`."""
        return message(self.key, language, **self.fields)

    def __str__(self) -> str:
        return self.sentence(Language.ENGLISH)


class InputError(HaetaeError):
    """What was given cannot be used."""

    exit_code: ClassVar[int] = 2


class CorpusError(InputError):
    """A document, a page or a glossary cannot be used."""


class SettingsError(InputError):
    """A setting, a flag or a secret cannot be used."""


class QuestionError(InputError):
    """A question or a line of a batch cannot be used."""


class ModerationError(InputError):
    """Somebody may not do this, or not here, or not with what they gave."""


class NotReadyError(HaetaeError):
    """Something must be fetched, built or mended first."""


class ModelError(NotReadyError):
    """A model is missing, damaged or cannot be fetched."""


class IndexStoreError(NotReadyError):
    """An index is missing, damaged or belongs to another model or corpus."""


class StateError(NotReadyError):
    """The state is damaged, newer than the program, cannot be written or cannot be reached."""


class RunError(HaetaeError):
    """A run that failed."""


class BusyError(RunError):
    """Too many questions are waiting."""


class GenerationError(RunError):
    """The generator failed while it wrote."""


class UpdateError(RunError):
    """An update of the article cannot go on: another one is under way, or it is gone, or it would lose answers."""


class DiscordError(RunError):
    """Discord refused the bot."""
