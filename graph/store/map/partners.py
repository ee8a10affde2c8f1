"""Hops from places of the map to their neighbours, and profiles of enterprises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString, NamedTuple

from graph.domain.enterprise import EnterpriseKind
from graph.store.connection import Store
from graph.store.cypher.map import partners as cypher

DAYS_A_YEAR = 365.25


class Bridge(NamedTuple):
    """A NEAR or KIND_OF link crossed before the link itself, and the node it leads to."""

    link: str
    forward: bool
    code: str
    name: str
    name_en: str = ""
    kind: str = ""
    score: float | None = None
    method: str = ""
    source: str = ""
    as_of: str = ""
    confidence: float = 1.0


class Hop(NamedTuple):
    """One way on: from the place ``start``, over ``bridge`` if there is one, to ``end``.

    ``spread`` counts the links of this type at the far end: a hub tells little; ``age`` is the
    time since a trade was last seen, in years.
    """

    start: str
    end: str
    name: str
    name_en: str = ""
    kind: str = ""
    source: str = ""
    as_of: str = ""
    confidence: float = 1.0
    weight: float = 1.0
    share: float | None = None
    spread: int = 1
    age: float = 0.0
    bridge: Bridge | None = None


@dataclass(frozen=True)
class Scope:
    """Which links hold (on the ISO date ``at``) and which enterprises fit; empty passes all."""

    at: str
    kind: EnterpriseKind = EnterpriseKind.COMPANY
    region: str = ""
    chain: str = ""
    size: str = ""

    def parameters(self) -> dict[str, str]:
        """Return the query parameters of this scope."""
        return {
            "at": self.at,
            "kind": self.kind.value,
            "region": self.region,
            "chain": self.chain,
            "size": self.size,
        }


HOPS: Mapping[str, LiteralString] = {
    "products": cypher.PRODUCTS,
    "materials": cypher.MATERIALS,
    "materials and near": cypher.MATERIALS_AND_NEAR,
    "likely materials": cypher.LIKELY_MATERIALS,
    "fittings and near": cypher.FITTINGS_AND_NEAR,
    "fitted and near": cypher.FITTED_AND_NEAR,
    "uses": cypher.USES,
    "likely uses": cypher.LIKELY_USES,
    "uses and near": cypher.USES_AND_NEAR,
    "makers": cypher.MAKERS,
    "makers and near": cypher.MAKERS_AND_NEAR,
    "industries": cypher.INDUSTRIES,
    "siblings": cypher.SIBLINGS,
    "members": cypher.MEMBERS,
    "sellers": cypher.SELLERS,
    "buyers": cypher.BUYERS,
    "new sellers": cypher.NEW_SELLERS,
    "new buyers": cypher.NEW_BUYERS,
}
"""The hops there are, by name."""


def list_hops(
    store: Store, name: str, codes: Sequence[str], *, scope: Scope, limit: int
) -> list[Hop]:
    """List the ways on from these places, at most ``limit`` for each."""
    if not codes:
        return []
    rows = store.read(HOPS[name], codes=list(codes), limit=limit, **scope.parameters())
    return [_hop(values, scope.at) for row in rows for values in row["hops"]]


@dataclass(frozen=True)
class Past:
    """Whom an enterprise trades with, and whom it does not want to be shown.

    ``known`` says by code what they are to it: ``"customer"`` (it buys from the enterprise),
    ``"supplier"``, or both.
    """

    known: Mapping[str, set[str]]
    dismissed: frozenset[str]


def find_past(store: Store, code: str, *, at: str, limit: int) -> Past:
    """Return an enterprise's known trade partners, ``limit`` at most, and those it dismissed."""
    known: dict[str, set[str]] = {}
    row = store.read_one(cypher.PAST, code=code, at=at, limit=limit) or {}
    for partner, sells in row.get("known", ()):
        known.setdefault(partner, set()).add("customer" if sells else "supplier")
    return Past(known, frozenset(row.get("dismissed", ())))


def years_between(first: str, second: str) -> float:
    """Return the years from one ISO date to a later one; 0 where one is empty or not earlier."""
    if not first or not second or first >= second:
        return 0.0
    return (date.fromisoformat(second[:10]) - date.fromisoformat(first[:10])).days / DAYS_A_YEAR


def _hop(values: Sequence[Any], at: str) -> Hop:
    # By position and in one go: a list of twenty is made of some five hundred hops.
    start, source, as_of, confidence, end, name, name_en, kind = values[:8]
    weight, share, spread, last_seen = values[8:12]
    return Hop(
        start,
        end,
        name,
        name_en or "",
        kind or "",
        source or "",
        as_of or "",
        1.0 if confidence is None else confidence,
        1.0 if weight is None else weight,
        share,
        max(1, spread),
        years_between(last_seen, at) if last_seen else 0.0,
        _bridge(values[12:]) if len(values) > 12 else None,
    )


def _bridge(values: Sequence[Any]) -> Bridge:
    link, forward, code, name, name_en, kind, score, method, source, as_of, confidence = values
    return Bridge(
        link,
        forward,
        code,
        name,
        name_en or "",
        kind or "",
        score,
        method or "",
        source or "",
        as_of or "",
        1.0 if confidence is None else confidence,
    )


def list_existing_codes(store: Store, codes: Sequence[str]) -> list[str]:
    """Return which enterprises bear these codes or did before a merge, in order."""
    return [row["code"] for row in store.read(cypher.EXISTING_CODES, codes=list(codes))]


def list_codes_by_name(store: Store, name: str) -> list[str]:
    """Return the codes of enterprises with this very name, now or before a merge, else short."""
    rows = store.read(cypher.CODES_BY_NAME, name=name)
    rows = rows or store.read(cypher.CODES_BY_FORMER_NAME, name=name)
    rows = rows or store.read(cypher.CODES_BY_SHORT_NAME, name=name)
    return [row["code"] for row in rows]
