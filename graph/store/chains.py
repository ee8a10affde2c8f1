"""Chains as the pages read them."""

from dataclasses import dataclass
from datetime import date

from graph.store.connection import Store
from graph.store.cypher import chains as cypher


@dataclass(frozen=True)
class ChainSummary:
    """A chain with how many nodes and enterprises it has, and how many nodes nobody makes."""

    code: str
    name: str
    name_en: str
    steward: str
    nodes: int
    enterprises: int
    gaps: int


def list_published(store: Store, at: date | None = None) -> list[ChainSummary]:
    """List the published chains by code, as of a date (default today)."""
    rows = store.read(cypher.LIST_PUBLISHED, at=(at or date.today()).isoformat())
    return [
        ChainSummary(
            code=row["chain"]["code"],
            name=row["chain"]["name"],
            name_en=row["chain"].get("name_en") or "",
            steward=row["chain"].get("steward") or "",
            nodes=row["nodes"],
            enterprises=row["enterprises"],
            gaps=row["gaps"],
        )
        for row in rows
    ]
