"""How many requests a token may make in a minute: a setting of the installation."""

from graph.domain.token import PER_MINUTE
from graph.store import Store, settings

NAME = "api.per_minute"
LOWEST, HIGHEST = 10, 1_000_000


def per_minute(store: Store) -> int:
    """Return how many requests one token may make in a minute."""
    saved = settings.find_setting(store, NAME)
    return int(saved) if saved.isdecimal() else PER_MINUTE


def save_per_minute(store: Store, most: int) -> None:
    """Change it; it holds from each token's next share on."""
    settings.save_setting(store, NAME, str(most))
