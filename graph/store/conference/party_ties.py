"""What the map says of the parties of a conference."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from graph.domain.clock import date_text
from graph.domain.recommendation import Place
from graph.store.connection import Store
from graph.store.cypher.conference import party_ties as cypher

MOST_MAKERS = 2
"""A node of a chain with so few makers on the map is scarce."""
MOST_RIVALS = 12
"""A product made by more parties than these tells no rivals: they cannot all sit apart."""


@dataclass(frozen=True)
class Ties:
    """Owners by party; pairs of parties that make the same; parties by scarce node."""

    owners: dict[str, str]
    rivals: frozenset[frozenset[str]]
    scarce: dict[Place, frozenset[str]]


def find_ties(store: Store, code: str, *, at: date) -> Ties:
    """Return what the map says on a day of the parties of a conference."""
    day = date_text(at)
    owners = {
        row["party"]: row["owner"] for row in store.read(cypher.LIST_OWNERS, code=code, at=day)
    }
    makers: dict[Place, set[str]] = defaultdict(set)
    for row in store.read(cypher.LIST_PRODUCTS, code=code, at=day):
        makers[Place(row["node"], row["name"], row["name_en"] or "")].add(row["party"])
    nodes = [node.code for node in makers]
    found = store.read(cypher.LIST_SCARCE, nodes=nodes, at=day, most=MOST_MAKERS)
    rare = {row["code"] for row in found}
    return Ties(
        owners=owners,
        rivals=frozenset(
            frozenset(pair)
            for parties in makers.values()
            if len(parties) <= MOST_RIVALS
            for pair in combinations(sorted(parties), 2)
        ),
        scarce={node: frozenset(parties) for node, parties in makers.items() if node.code in rare},
    )


def find_chains(store: Store, code: str, *, at: date) -> dict[tuple[str, str, str], frozenset[str]]:
    """Return by chain (code, name, English name) the parties that make something of it."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in store.read(cypher.LIST_CHAINS, code=code, at=date_text(at)):
        found[row["code"], row["name"], row["name_en"] or ""].add(row["party"])
    return {chain: frozenset(parties) for chain, parties in sorted(found.items())}
