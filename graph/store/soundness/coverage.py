"""What is told and how old it is: figures in one pass, and the rows behind each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, LiteralString

from graph.domain.data_quality import BY_CHAIN, BY_SOURCE, Scope
from graph.store.bulk.map_pages import MARK
from graph.store.connection import Row, Store
from graph.store.cypher.soundness import ageing
from graph.store.cypher.soundness import coverage as cypher
from graph.store.map import search

ENTERPRISES = tuple(cypher.OF_ENTERPRISES)
NODES = tuple(cypher.OF_NODES)
MEASURES = (*ENTERPRISES, *NODES)
LINKS = tuple(ageing.COUNT_BY_DAY)
RECORDS = "Enterprise"
"""Stands for enterprises themselves, which are as old as the newest of their links."""
Part = tuple[tuple[str, ...], LiteralString, Mapping[str, set[str]]]
Covered = dict[str, dict[str, tuple[int, int]]]


@dataclass(frozen=True)
class Reading:
    """For which day the map is read, and what counts as local."""

    at: str
    home: str = ""


def count_covered(store: Store, reading: Reading) -> Covered:
    """Count [told, among] of each measure by scope."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    parts: tuple[Part, ...] = (
        (ENTERPRISES, cypher.STREAM_ENTERPRISES, _enterprise_chains(store, reading)),
        (NODES, cypher.STREAM_NODES, _node_chains(store, reading)),
    )
    for names, statement, chains in parts:
        values = _values(store, reading, names)
        for row in store.stream(statement, **values):
            scopes = ["", *(BY_SOURCE + source for source in row["sources"] or ())]
            scopes += [BY_CHAIN + chain for chain in chains.get(row["code"], ())]
            for scope in scopes:
                told[scope].update(_marks(names, row["told"]))
    return {
        scope: {name: (counts[name], counts[f"of {name}"]) for name in MEASURES}
        for scope, counts in told.items()
    }


def count_ages(store: Store, reading: Reading) -> dict[str, list[list[Any]]]:
    """Count what holds by type, source and day."""
    found = {name: _days(store, query, reading) for name, query in ageing.COUNT_BY_DAY.items()}
    return {**found, RECORDS: _days(store, ageing.LATEST_OF_ENTERPRISES, reading)}


def count_chain_ages(store: Store, reading: Reading) -> dict[str, list[list[Any]]]:
    """Count what holds by type, chain and day."""
    return {
        name: [[r["chain"], r["as_of"] or "", r["total"]] for r in store.read(query, at=reading.at)]
        for name, query in ageing.COUNT_BY_CHAIN.items()
    }


def list_told(
    store: Store, measure: str, scope: Scope, reading: Reading, **page: Any
) -> Iterator[Row]:
    """Yield the records that tell a thing, or with ``told=False`` lack it."""
    lists = cypher.LIST_ENTERPRISES if measure in ENTERPRISES else cypher.LIST_NODES
    values = _scope(scope) | _values(store, reading, (measure,))
    yield from store.stream(lists[measure], **values, **page)


def count_told(store: Store, measure: str, scope: Scope, reading: Reading, *, told: bool) -> int:
    """Count what ``list_told`` lists."""
    counts = cypher.COUNT_ENTERPRISES if measure in ENTERPRISES else cypher.COUNT_NODES
    values = _scope(scope) | _values(store, reading, (measure,))
    return store.read(counts[measure], **values, told=told, after="")[0]["total"]


def list_old(
    store: Store, kind: str, scope: Scope, *, at: str, before: str, **page: Any
) -> Iterator[Row]:
    """Yield links of a type, or enterprises, last told of before a day, the oldest first.

    ``key`` of a row names it and stands for its place.
    """
    query: LiteralString = ageing.LIST_OLD.get(kind, ageing.LIST_OLD_ENTERPRISES)
    told = {"at": at, "before": before, "mark": MARK}
    yield from store.stream(query, **told, **_scope(scope), **page)


def count_old(store: Store, kind: str, scope: Scope, *, at: str, before: str) -> int:
    """Count what ``list_old`` lists."""
    query: LiteralString = ageing.COUNT_OLD.get(kind, ageing.COUNT_OLD_ENTERPRISES)
    return store.read(query, at=at, before=before, **_scope(scope))[0]["total"]


def read_chains(store: Store, reading: Reading) -> Mapping[str, set[str]]:
    """Return the chains of each node and of each enterprise, by code."""
    return {**_enterprise_chains(store, reading), **_node_chains(store, reading)}


def _marks(names: tuple[str, ...], told: list[int]) -> Counter[str]:
    marks = Counter(dict(zip(names, told, strict=True)))
    marks.update(f"of {name}" for name in names)
    return marks


def _values(store: Store, reading: Reading, names: tuple[str, ...]) -> dict[str, Any]:
    values: dict[str, Any] = {"at": reading.at}
    if "local_makers" in names:
        rows = store.read(cypher.LIST_LOCAL_NODES, at=reading.at, home=reading.home)
        values["local"] = [row["code"] for row in rows]
    return values


def _scope(scope: Scope) -> dict[str, str]:
    return {"source": scope.source, "chain": scope.chain}


def _days(store: Store, query: LiteralString, reading: Reading) -> list[list[Any]]:
    rows = store.read(query, at=reading.at)
    return [[row["source"] or "", row["as_of"] or "", row["total"]] for row in rows]


def _enterprise_chains(store: Store, reading: Reading) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code, chain, _stage in search.stream_places(store, at=reading.at):
        found[code].add(chain)
    return found


def _node_chains(store: Store, reading: Reading) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in store.stream(cypher.STREAM_NODE_CHAINS, at=reading.at):
        found[row["code"]].add(row["chain"])
    return found
