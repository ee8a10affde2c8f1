"""Where an account is signed in."""

from dataclasses import dataclass
from datetime import timedelta

LIFE = timedelta(days=30)
"""A session in which nothing was done for so long has ended."""
SEEN_EVERY = timedelta(minutes=5)
"""The last act is written down no oftener than this."""


@dataclass(frozen=True)
class Session:
    """One signed-in browser; ``id`` is the hash of its secret, instants are ISO texts.

    ``browser`` and ``system`` are short names such as ``edge`` and ``windows``, empty where the
    browser did not say. ``acted_at`` is the last act; pages that are only looked at do not count.
    """

    id: str
    browser: str
    system: str
    began_at: str
    acted_at: str
