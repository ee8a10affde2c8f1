"""What the registration room shows."""

from datetime import date

from chainmatch.choosing.enterprise_names import offer_named
from graph.domain.recommendation import Place
from graph.store import Store

SHORTEST_TYPED = 2


def offer_enterprises(store: Store, typed: str, *, today: date) -> list[Place]:
    """List records that a typed name may mean; a single character offers nothing."""
    if len(typed.strip()) < SHORTEST_TYPED:
        return []
    return offer_named(store, typed, today)
