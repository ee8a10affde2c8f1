"""The single links behind what the explorer draws, each with where it comes from."""

from dataclasses import dataclass
from datetime import date
from typing import LiteralString

from graph.domain.evidence import Evidence
from graph.domain.explored import LineKind
from graph.domain.recommendation import Place
from graph.store.connection import Row, Store
from graph.store.cypher.map import explorer as cypher
from graph.store.map.enterprises import as_evidence

MOST_FACTS = 50
FACTS: dict[LineKind, LiteralString] = {
    LineKind.SUPPLIES: cypher.LIST_FACTS,
    LineKind.MAKES: cypher.LIST_MADE,
    LineKind.TRADES: cypher.LIST_TRADE_FACTS,
}


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


def list_maker_links(store: Store, code: str, *, at: date, limit: int) -> list[MakerLink]:
    """List who makes a node or a kind of it, with the evidence of each link."""
    rows = store.read(cypher.LIST_MAKER_LINKS, code=code, limit=limit, at=at.isoformat())
    found = {(row["code"], row["made"], row["link"]["source"]): row for row in rows}
    return [_maker(row) for row in found.values()]


def list_facts(store: Store, kind: LineKind, start: str, end: str, *, at: date) -> list[Fact]:
    """List the links of the map behind a line between two codes."""
    rows = store.read(FACTS[kind], start=start, end=end, limit=MOST_FACTS, at=at.isoformat())
    return [Fact(row["type"], as_evidence(row["link"]), row["link"]) for row in rows]


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
