"""Views of the map that a person keeps under a name."""

from dataclasses import dataclass

MOST_VIEWS = 50
"""A person keeps no more than this."""
LONGEST_NAME = 60
LONGEST_STATE = 4000


@dataclass(frozen=True)
class SavedView:
    """``state`` is the address's part after the question mark; ``created_at`` an ISO instant."""

    id: str
    name: str
    state: str
    created_at: str = ""
