"""How many meeting requests an enterprise may have open: a setting of the installation."""

from graph.domain.meeting_request import MOST_OPEN
from graph.store import Store, settings

NAME = "requests.most_open"
HIGHEST = 1000


def most_open(store: Store) -> int:
    """Return how many requests of its own an enterprise may have open at once."""
    saved = settings.find_setting(store, NAME)
    return int(saved) if saved.isdecimal() else MOST_OPEN


def save_most_open(store: Store, most: int, *, seen: str) -> None:
    """Change it. Raises Conflict where ``seen`` is not the mark of what stands."""
    settings.replace_settings(store, NAME, {NAME: str(most)}, seen=seen)


def mark_most_open(store: Store) -> str:
    """Return the mark of the limit as it stands."""
    return settings.mark_settings(store, NAME)
