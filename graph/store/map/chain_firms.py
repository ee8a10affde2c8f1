"""Enterprises of a diagnosis as seen from a region, and what counts against them."""

from collections.abc import Collection, Iterable
from datetime import date

from graph.domain.credit import CreditKind
from graph.domain.diagnosis.facts import Firm, Where
from graph.store.connection import Row, Store
from graph.store.cypher.map import chain_facts as cypher
from graph.store.map.enterprises import as_enterprise


def regions_within(store: Store, region: str) -> frozenset[str]:
    """Return the codes of a region and of all within it."""
    return frozenset(row["code"] for row in store.read(cypher.INSIDE, region=region))


def has_enterprises(store: Store, region: str) -> bool:
    """Whether anybody is known to stand within a region."""
    return bool(store.read(cypher.ANY_INSIDE, region=region))


def list_bad_credit(
    store: Store, codes: Collection[str], *, at: date
) -> list[tuple[str, CreditKind, str]]:
    """List the records that still count against these enterprises: (enterprise, kind, day)."""
    kinds = [kind.value for kind in CreditKind if kind != CreditKind.HONOUR]
    rows = store.read(cypher.CREDIT, codes=sorted(codes), kinds=kinds, at=at.isoformat())
    return [(row["enterprise"], CreditKind(row["kind"]), row["date"]) for row in rows]


def read_firms(store: Store, codes: Iterable[str], *, at: date, region: str) -> dict[str, Firm]:
    """Read enterprises as seen from a region, by code."""
    inside = regions_within(store, region) if region else frozenset()
    rows = store.read(cypher.FIRMS, codes=sorted(codes), at=at.isoformat())
    return {row["enterprise"]["code"]: _firm(row, region, inside) for row in rows}


def _firm(row: Row, region: str, inside: frozenset[str]) -> Firm:
    place = row["region"] or {}
    code = place.get("code") or ""
    where = Where.OUTSIDE if code else Where.UNKNOWN
    if not region or code in inside:
        where = Where.LOCAL
    names = place.get("name") or "", place.get("name_en") or ""
    return Firm(as_enterprise(row["enterprise"]), where, code, *names)
