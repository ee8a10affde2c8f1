"""Which industries supply which, as computed from what their members make and use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.store.bulk.saving import BATCH, batches
from graph.store.connection import Row, Store
from graph.store.cypher.map import industry_flows as cypher

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Flows:
    """The industries that supply one (``suppliers``) and that it supplies, with their lift.

    A lift of 3 means that the two meet three times as often as chance would have them; only lifts
    above 1 are kept.
    """

    code: str
    suppliers: dict[str, float] = field(default_factory=dict)
    customers: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Facts:
    """What flows are computed from, as rows of codes, names and numbers."""

    makes: Rows
    members: Rows
    supplies: Rows
    near: Rows
    parents: Rows


def read_facts(store: Store, *, at: str, least_likeness: float) -> Facts:
    """Read who makes what, who is in which industry, what goes into what, and the industry tree."""
    return Facts(
        _rows(store.read(cypher.MAKES, at=at)),
        _rows(store.read(cypher.MEMBERS, at=at)),
        _rows(store.read(cypher.SUPPLIES, at=at)),
        _rows(store.read(cypher.NEAR, least=least_likeness)),
        _rows(store.read(cypher.PARENTS, at=at)),
    )


def list_flows(store: Store, codes: Sequence[str]) -> list[Flows]:
    """List the flows of these industries, in their order; unknown codes are left out."""
    if not codes:
        return []
    return [_flows(row) for row in store.read(cypher.OF, codes=list(codes))]


def list_stored(store: Store) -> dict[str, Flows]:
    """Return all flows that are kept, by industry."""
    return {row["code"]: _flows(row) for row in store.read(cypher.STORED)}


def save_flows(store: Store, flows: Iterable[Flows]) -> None:
    """Keep these flows beside their industries."""
    rows = [
        {
            "code": each.code,
            "flow_from": list(each.suppliers),
            "flow_from_lift": list(each.suppliers.values()),
            "flow_to": list(each.customers),
            "flow_to_lift": list(each.customers.values()),
        }
        for each in flows
    ]
    for batch in batches(rows, BATCH):
        store.write(cypher.SAVE, rows=batch)


def _rows(columns: list[Row]) -> Rows:
    return list(zip(*columns[0].values(), strict=True))


def _flows(row: Row) -> Flows:
    return Flows(
        row["code"],
        dict(zip(row["flow_from"] or (), row["flow_from_lift"] or (), strict=True)),
        dict(zip(row["flow_to"] or (), row["flow_to_lift"] or (), strict=True)),
    )
