"""Verbs of the recommendations room, shared with the command line."""

from chainmatch.formats import ZONE
from graph.domain.clock import date_text, now


def today() -> str:
    """Return the date in Shanghai, as links and wishes write it."""
    return date_text(now().astimezone(ZONE).date())
