"""Facts that are held against each other."""

from collections.abc import Collection, Iterator
from typing import Any, LiteralString

from graph.store.connection import Row, Store
from graph.store.cypher.soundness import contradictions as cypher
from graph.store.map import search

Pair = tuple[str, str]


def stream(store: Store, statement: LiteralString, **values: Any) -> Iterator[Row]:
    """Yield the rows of one of the statements."""
    yield from store.stream(statement, **values)


def read_pairs(store: Store, link: str, *, at: str) -> dict[Pair, str]:
    """Return the source of each pair of different nodes that a link type joins."""
    rows = store.stream(cypher.PAIRS[link], at=at)
    return {(row["start"], row["end"]): row["source"] for row in rows}


def name_nodes(store: Store, codes: Collection[str]) -> dict[str, Row]:
    """Return names by code."""
    if not codes:
        return {}
    return {row["code"]: row for row in store.read(cypher.NAME_NODES, codes=sorted(codes))}


def read_around(store: Store) -> dict[str, set[str]]:
    """Return all regions around each region, however far out."""
    direct = search.list_within(store)
    found: dict[str, set[str]] = {}
    for code in direct:
        waiting, seen = list(direct[code]), set()
        while waiting:
            outer = waiting.pop()
            if outer not in seen:
                seen.add(outer)
                waiting.extend(direct.get(outer, ()))
        found[code] = seen
    return found
