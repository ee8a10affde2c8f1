"""Nodes, links and enterprises of the map, read for the explorer in bounded portions."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from typing import Any, LiteralString

from graph.store.connection import Row, Store
from graph.store.cypher.map import explorer as cypher
from graph.store.map.explored import FoundEnterprise, FoundLink, FoundNode, Made

PORTION = 500
"""Codes that one statement is asked about."""


def list_chain(store: Store, code: str, *, at: date, limit: int) -> list[FoundNode]:
    """List the nodes of a chain in their order."""
    return [_node(row) for row in store.read(cypher.LIST_CHAIN, code=code, limit=limit, **_day(at))]


def list_industries(store: Store, *, at: date, limit: int) -> list[FoundNode]:
    """List the industries that supply or are supplied."""
    return [_node(row) for row in store.read(cypher.LIST_INDUSTRIES, limit=limit, **_day(at))]


def list_centres(store: Store, *, at: date, limit: int) -> list[FoundNode]:
    """List the industries with most enterprises, to begin with."""
    return [_node(row) for row in store.read(cypher.LIST_CENTRES, limit=limit, **_day(at))]


def list_nodes(store: Store, codes: Sequence[str]) -> list[FoundNode]:
    """List these nodes in the order of the codes."""
    rows = {row["code"]: _node(row) for row in _portions(store, cypher.LIST_NODES, codes)}
    return [rows[code] for code in codes if code in rows]


def step_up(store: Store, codes: Sequence[str], *, at: date, limit: int) -> list[str]:
    """List what these nodes are made of."""
    return _steps(store, cypher.LIST_MATERIALS, codes, at, limit)


def step_down(store: Store, codes: Sequence[str], *, at: date, limit: int) -> list[str]:
    """List what is made of these nodes."""
    return _steps(store, cypher.LIST_USES, codes, at, limit)


def list_suppliers(store: Store, codes: Sequence[str], *, at: date, limit: int) -> list[str]:
    """List who supplies these enterprises, the latest trade first."""
    return _steps(store, cypher.LIST_SUPPLIERS, codes, at, limit)


def list_customers(store: Store, codes: Sequence[str], *, at: date, limit: int) -> list[str]:
    """List whom these enterprises supply, the latest trade first."""
    return _steps(store, cypher.LIST_CUSTOMERS, codes, at, limit)


def list_products(store: Store, code: str, *, at: date, limit: int) -> list[str]:
    """List the nodes that an enterprise makes or belongs to, the largest share first."""
    rows = store.read(cypher.LIST_PRODUCTS, code=code, limit=limit, **_day(at))
    return [row["code"] for row in rows]


def list_supplies(store: Store, codes: Sequence[str], *, at: date) -> list[FoundLink]:
    """List the supply links among these nodes."""
    columns = _columns(store, cypher.LIST_SUPPLIES, codes, **_day(at))
    found = (FoundLink(*each) for each in zip(*columns, strict=True))
    return _among(codes, found)


def list_broader(store: Store, codes: Sequence[str], *, at: date) -> dict[str, list[FoundNode]]:
    """List the broader nodes of each."""
    found: dict[str, list[FoundNode]] = {}
    for row in _portions(store, cypher.LIST_BROADER, codes, **_day(at)):
        node = FoundNode(row["broader"], row["name"], row["name_en"] or "")
        found.setdefault(row["code"], []).append(node)
    return found


def list_makers(store: Store, codes: Sequence[str], *, at: date, limit: int) -> list[Made]:
    """List who makes these nodes or a kind of them, at most ``limit`` links."""
    columns = _columns(store, cypher.LIST_MAKERS, codes, limit=limit, **_day(at))
    return [Made(*each) for each in islice(zip(*columns, strict=True), limit)]


def count_makers(store: Store, codes: Sequence[str], *, at: date) -> dict[str, int]:
    """Count who makes each of these nodes or a kind of it; nodes without makers are left out."""
    rows = _portions(store, cypher.COUNT_MAKERS, codes, **_day(at))
    return {row["code"]: row["makers"] for row in rows}


def count_makers_in(
    store: Store, codes: Sequence[str], regions: Collection[str], *, at: date
) -> dict[str, int]:
    """Count those of the makers that stand in one of these regions."""
    rows = _portions(store, cypher.COUNT_MAKERS_IN, codes, regions=sorted(regions), **_day(at))
    return {row["code"]: row["makers"] for row in rows}


def list_enterprises(store: Store, codes: Sequence[str], *, at: date) -> list[FoundEnterprise]:
    """List these enterprises with the region that they stand in."""
    columns = _columns(store, cypher.LIST_ENTERPRISES, codes, **_day(at))
    found = {each[0]: FoundEnterprise(*each) for each in zip(*columns, strict=True)}
    return [found[code] for code in codes if code in found]


def list_trades(store: Store, codes: Sequence[str], *, at: date, limit: int) -> list[FoundLink]:
    """List the known trade links among these enterprises, looking at ``limit`` at most."""
    columns = _columns(store, cypher.LIST_TRADES, codes, limit=limit, **_day(at))
    found = (
        FoundLink(start, end, 1.0, links)
        for start, end, links in islice(zip(*columns, strict=True), limit)
    )
    return _among(codes, found)


def regions_within(store: Store, region: str) -> set[str]:
    """Return the codes of a region and of all regions within it."""
    inner: dict[str, list[str]] = {}
    for row in store.read(cypher.LIST_WITHIN):
        inner.setdefault(row["outer"], []).append(row["inner"])
    found, waiting = set[str](), [region]
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting += inner.get(code, [])
    return found


def _steps(
    store: Store, query: LiteralString, codes: Sequence[str], at: date, limit: int
) -> list[str]:
    rows = _portions(store, query, codes, limit=limit, **_day(at))
    return list(dict.fromkeys(row["code"] for row in islice(rows, limit)))


def _among(codes: Sequence[str], links: Iterable[FoundLink]) -> list[FoundLink]:
    known = set(codes)
    return [link for link in links if link.end in known and link.start != link.end]


def _columns(
    store: Store, query: LiteralString, codes: Sequence[str], **told: object
) -> list[list[Any]]:
    """Read what a statement collects, in the order in which it names its lists."""
    portions = [list(row.values()) for row in _portions(store, query, codes, **told)]
    return [list(chain.from_iterable(lists)) for lists in zip(*portions, strict=True)]


def _portions(
    store: Store, query: LiteralString, codes: Sequence[str], **told: object
) -> Iterator[Row]:
    for first in range(0, len(codes), PORTION):
        yield from store.read(query, codes=list(codes[first : first + PORTION]), **told)


def _day(at: date) -> dict[str, str]:
    return {"at": at.isoformat()}


def _node(row: Row) -> FoundNode:
    return FoundNode(
        row["code"],
        row["name"],
        row["name_en"] or "",
        row.get("stage") or "",
        row.get("makers") or 0,
    )
