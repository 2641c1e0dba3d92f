"""What a person on Discord reads of an error."""

import logging
from pathlib import PurePath

from config.errors import HaetaeError
from config.language import Language
from config.messages import message

_BUSY = frozenset({"index.locked", "index.update_under_way"})

_log = logging.getLogger(__name__)


def told(fault: HaetaeError, language: Language) -> str:
    """The sentence of `fault`, or where that names a place on this machine one without it; the log has it whole."""
    if not any(isinstance(value, PurePath) for value in fault.fields.values()):
        return fault.sentence(language)
    _log.error("Something could not be done: %s", fault)
    return message("discord.index_busy" if fault.key in _BUSY else "discord.index_unusable", language)
