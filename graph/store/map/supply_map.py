"""Reads what the network of supply is built from, and the names of what it is told about."""

from collections.abc import Collection, Iterator
from typing import LiteralString

from graph.domain.diagnosis.market import Making
from graph.domain.recommendation import Place, PlaceKind
from graph.store.connection import Store
from graph.store.cypher.map import supply_map as cypher
from graph.store.map import whole_map


def read_makings(store: Store, *, at: str) -> Iterator[tuple[str, Making]]:
    """Yield (node, making) of all companies on the ISO date."""
    columns = store.read(cypher.MAKINGS, at=at)[0]
    names = ("start", "end", "share", "capacity", "size")
    for maker, node, share, capacity, size in zip(*(columns[name] for name in names), strict=True):
        yield node, Making(maker, share if share >= 0 else None, capacity, size)


def read_trades(store: Store, *, at: str) -> list[tuple[str, str, str]]:
    """List (supplier, buyer, product as told)."""
    columns = store.read(cypher.TRADES, at=at)[0]
    return list(zip(columns["start"], columns["end"], columns["product"], strict=True))


def read_pairs(store: Store, link: str, *, at: str) -> list[tuple[str, str]]:
    """List start and end of each link of a type."""
    columns = whole_map.read_links(store, link, at=at)
    return list(zip(columns["start"], columns["end"], strict=True))


def read_near(store: Store) -> list[tuple[str, str, float]]:
    """List pairs of nodes with near names, and how near."""
    columns = whole_map.read_links(store, "NEAR", at="")
    return list(zip(columns["start"], columns["end"], columns["score"], strict=True))


def name_nodes(store: Store, codes: Collection[str]) -> dict[str, Place]:
    """Return these nodes by code; unknown ones are left out."""
    return _named(store, cypher.NODE_NAMES, codes, PlaceKind.NODE)


def name_enterprises(store: Store, codes: Collection[str]) -> dict[str, Place]:
    """Return these enterprises by code; unknown ones are left out."""
    return _named(store, cypher.ENTERPRISE_NAMES, codes, PlaceKind.ENTERPRISE)


def list_in_region(store: Store, region: str, *, at: str) -> list[str]:
    """List the enterprises within a region."""
    return [row["code"] for row in store.read(cypher.IN_REGION, region=region, at=at)]


def _named(
    store: Store, query: LiteralString, codes: Collection[str], kind: PlaceKind
) -> dict[str, Place]:
    rows = store.read(query, codes=sorted(codes)) if codes else []
    return {
        row["code"]: Place(row["code"], row["name"], row["name_en"] or "", kind) for row in rows
    }
