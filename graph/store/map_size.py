"""How much is on the map."""

from dataclasses import dataclass

from graph.store.connection import Store
from graph.store.cypher import map_size as cypher


@dataclass(frozen=True)
class MapSize:
    """Counts of the records of the map; ``links`` counts open and closed versions alike."""

    chains: int
    chain_nodes: int
    enterprises: int
    links: int


def find_map_size(store: Store) -> MapSize:
    """Count the records of the map."""
    queries = (
        cypher.COUNT_CHAINS,
        cypher.COUNT_CHAIN_NODES,
        cypher.COUNT_ENTERPRISES,
        cypher.COUNT_LINKS,
    )
    return MapSize(*(store.read(query)[0]["total"] for query in queries))


def is_map_empty(store: Store) -> bool:
    """Tell whether nothing has been brought into the map yet."""
    return store.read(cypher.FIND_ANYTHING)[0]["is_empty"]
