"""What filters offer to choose from."""

from dataclasses import dataclass

from graph.store.connection import Row, Store
from graph.store.cypher.map import choices as cypher


@dataclass(frozen=True)
class Choice:
    """A value that a filter offers; ``level`` tells province, city and district apart."""

    code: str
    name: str
    name_en: str = ""
    level: str = ""


def list_region_choices(store: Store) -> list[Choice]:
    """List all regions by code, so that a city follows its province."""
    return [_choice(row) for row in store.read(cypher.REGIONS)]


def list_chain_choices(store: Store, *, only_published: bool) -> list[Choice]:
    """List the chains by code: those that everybody may see, or all of them."""
    return [_choice(row) for row in store.read(cypher.CHAINS, only_published=only_published)]


def _choice(row: Row) -> Choice:
    return Choice(row["code"], row["name"], row["name_en"] or "", row.get("level") or "")
