"""How many came how far before they signed."""

from dataclasses import dataclass

from graph.store.connection import Store
from graph.store.cypher.conference import funnels as cypher


@dataclass(frozen=True)
class Approach:
    """Pairs that acted on a recommendation, that asked for a meeting, whose meeting was agreed."""

    recommended: int
    requested: int
    agreed: int


def count_approach(store: Store, *, until: str) -> Approach:
    """Count what was there before an instant (ISO text in UTC)."""
    statements = (cypher.COUNT_RECOMMENDED, cypher.COUNT_REQUESTED, cypher.COUNT_AGREED)
    return Approach(*(store.read(each, until=until)[0]["total"] for each in statements))
