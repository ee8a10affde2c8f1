"""What projects can be tied to: which of these codes lead nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import LiteralString

from graph.store.connection import Store
from graph.store.cypher.followup import project_ends as cypher
from graph.store.followup.project_ties import Ties


@dataclass(frozen=True)
class Missing:
    """Codes that nothing on the map has."""

    nodes: frozenset[str]
    regions: frozenset[str]
    enterprises: frozenset[str]


def find_missing(store: Store, ties: Iterable[Ties]) -> Missing:
    """Return the codes of these ties that are not on the map."""
    told = list(ties)
    return Missing(
        _missing(store, cypher.KNOWN_NODES, {each.node for each in told}),
        _missing(store, cypher.KNOWN_REGIONS, {each.region for each in told}),
        _missing(
            store,
            cypher.KNOWN_ENTERPRISES,
            {code for each in told for code, _role in each.parties},
        ),
    )


def _missing(store: Store, query: LiteralString, codes: set[str]) -> frozenset[str]:
    asked = sorted(codes - {""})
    known = {row["code"] for row in store.read(query, codes=asked)} if asked else set()
    return frozenset(asked) - known
