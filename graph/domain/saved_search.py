"""Searches that a person keeps under a name, and hears of when something new is found."""

from dataclasses import dataclass

MOST_SEARCHES = 20
"""A person keeps no more than this."""
MOST_WATCHED = 2000
"""A search that finds more is kept, but nobody is told of what is new in it."""
LONGEST_NAME = 60
LONGEST_QUERY = 4000


@dataclass(frozen=True)
class SavedSearch:
    """``query`` is the address's part after the question mark; instants are ISO texts.

    ``alerts`` is the owner's wish; ``found`` counts what it found when it was last looked at.
    """

    id: str
    name: str
    query: str
    alerts: bool = True
    created_at: str = ""
    checked_at: str = ""
    found: int = 0

    @property
    def is_too_wide(self) -> bool:
        """Whether it finds too much to be told of news."""
        return self.found > MOST_WATCHED


@dataclass(frozen=True)
class Watched:
    """A search to look at for its owner: what it found last time, by code."""

    search: SavedSearch
    email: str
    enterprise: str
    role: str
    known: frozenset[str]
