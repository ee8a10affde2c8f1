"""Nodes, links and enterprises of the map, read for the explorer in bounded portions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import LiteralString

from graph.domain.evidence import Evidence
from graph.domain.explored import LineKind
from graph.domain.recommendation import Place
from graph.store.connection import Row, Store
from graph.store.cypher.map import explorer as cypher
from graph.store.map.enterprises import as_evidence

PORTION = 500
"""Codes that one statement is asked about."""
MOST_FACTS = 50
FACTS: dict[LineKind, LiteralString] = {
    LineKind.SUPPLIES: cypher.LIST_FACTS,
    LineKind.MAKES: cypher.LIST_MADE,
    LineKind.TRADES: cypher.LIST_TRADE_FACTS,
}


@dataclass(frozen=True)
class FoundNode:
    """A node; ``stage`` where a chain says it, ``makers`` where they were counted."""

    code: str
    name: str
    name_en: str
    stage: str = ""
    makers: int = 0


@dataclass(frozen=True)
class FoundLink:
    """A supply or trade link between two codes; ``links`` of the map stand behind it."""

    start: str
    end: str
    weight: float
    links: int


@dataclass(frozen=True)
class Made:
    """An enterprise makes ``made``, which is ``node`` or a kind of it."""

    node: str
    made: str
    maker: str


@dataclass(frozen=True)
class FoundEnterprise:
    """An enterprise with its region, the code empty where none is known."""

    code: str
    name: str
    name_en: str
    region: str
    district: str
    district_en: str


@dataclass(frozen=True)
class Fact:
    """One link of the map with where it comes from; ``told`` holds what else it says."""

    type: str
    evidence: Evidence
    told: Row


@dataclass(frozen=True)
class MakerLink:
    """An enterprise that makes a node, or ``made``, a kind of it, and who says so."""

    code: str
    name: str
    name_en: str
    made: Place
    region: str
    district: str
    district_en: str
    evidence: Evidence


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


def list_supplies(store: Store, codes: Sequence[str], *, at: date) -> list[FoundLink]:
    """List the supply links among these nodes."""
    known = set(codes)
    return [
        FoundLink(row["start"], row["end"], row["weight"] or 1.0, row["links"])
        for row in _portions(store, cypher.LIST_SUPPLIES, codes, **_day(at))
        if row["end"] in known and row["start"] != row["end"]
    ]


def list_broader(store: Store, codes: Sequence[str], *, at: date) -> dict[str, list[FoundNode]]:
    """List the broader nodes of each."""
    found: dict[str, list[FoundNode]] = {}
    for row in _portions(store, cypher.LIST_BROADER, codes, **_day(at)):
        node = FoundNode(row["broader"], row["name"], row["name_en"] or "")
        found.setdefault(row["code"], []).append(node)
    return found


def list_makers(store: Store, codes: Sequence[str], *, at: date, limit: int) -> list[Made]:
    """List who makes these nodes or a kind of them, at most ``limit`` links."""
    rows = _portions(store, cypher.LIST_MAKERS, codes, limit=limit, **_day(at))
    return [Made(row["node"], row["made"], row["maker"]) for row in islice(rows, limit)]


def list_enterprises(store: Store, codes: Sequence[str], *, at: date) -> list[FoundEnterprise]:
    """List these enterprises with the region that they stand in."""
    rows = _portions(store, cypher.LIST_ENTERPRISES, codes, **_day(at))
    found = {row["code"]: row for row in rows}
    return [_enterprise(found[code]) for code in codes if code in found]


def list_trades(store: Store, codes: Sequence[str], *, at: date, limit: int) -> list[FoundLink]:
    """List the known trade links among these enterprises, looking at ``limit`` at most."""
    known = set(codes)
    rows = _portions(store, cypher.LIST_TRADES, codes, limit=limit, **_day(at))
    return [
        FoundLink(row["start"], row["end"], 1.0, row["links"])
        for row in islice(rows, limit)
        if row["end"] in known and row["start"] != row["end"]
    ]


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


def list_maker_links(store: Store, code: str, *, at: date, limit: int) -> list[MakerLink]:
    """List who makes a node or a kind of it, with the evidence of each link."""
    rows = store.read(cypher.LIST_MAKER_LINKS, code=code, limit=limit, **_day(at))
    found = {(row["code"], row["made"], row["link"]["source"]): row for row in rows}
    return [_maker(row) for row in found.values()]


def list_facts(store: Store, kind: LineKind, start: str, end: str, *, at: date) -> list[Fact]:
    """List the links of the map behind a line between two codes."""
    rows = store.read(FACTS[kind], start=start, end=end, limit=MOST_FACTS, **_day(at))
    return [Fact(row["type"], as_evidence(row["link"]), row["link"]) for row in rows]


def _steps(
    store: Store, query: LiteralString, codes: Sequence[str], at: date, limit: int
) -> list[str]:
    rows = _portions(store, query, codes, limit=limit, **_day(at))
    return list(dict.fromkeys(row["code"] for row in islice(rows, limit)))


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


def _maker(row: Row) -> MakerLink:
    return MakerLink(
        row["code"],
        row["name"],
        row["name_en"] or "",
        Place(row["made"], row["made_name"], row["made_name_en"] or ""),
        row["region"] or "",
        row["region_name"] or "",
        row["region_name_en"] or "",
        as_evidence(row["link"]),
    )


def _enterprise(row: Row) -> FoundEnterprise:
    return FoundEnterprise(
        row["code"],
        row["short_name"] or row["name"],
        row["name_en"] or "",
        row["region"] or "",
        row["region_name"] or "",
        row["region_name_en"] or "",
    )
