"""Unfinished updates that a crash left: removed at the start, and logged."""

import logging

from config.errors import HaetaeError
from index.candidates import Candidates, Leftover

_log = logging.getLogger(__name__)


def removed_leftovers(candidates: Candidates, serving: str) -> tuple[Leftover, ...]:
    """Removes the candidates that a crash left, says so in the log, and says which they were."""
    try:
        leftovers = candidates.remove_leftovers()
    except HaetaeError as error:
        _log.warning("Unfinished updates could not be removed: %s", error)
        return ()
    for leftover in leftovers:
        _log.warning("%s is removed, %s goes on.", _named(leftover), serving)
    return leftovers


def _named(leftover: Leftover) -> str:
    """What was left, for the log."""
    if leftover.manifest is None:
        return f"What was left half written ({leftover.name})"
    return f"An update by {leftover.manifest.provenance.author or '?'} was left unfinished; it"
