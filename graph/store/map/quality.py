"""Enterprises with what they make, for measuring lists over a whole map."""

from dataclasses import dataclass

from graph.store.connection import Store
from graph.store.cypher.map import quality as cypher


@dataclass(frozen=True)
class Maker:
    """An enterprise that makes something: how many products, its industry and that one's group."""

    code: str
    products: int
    industry: str = ""
    group: str = ""


@dataclass(frozen=True)
class Reach:
    """What is known of an enterprise: its stated size, its products and its trade links."""

    code: str
    size: str
    products: int
    trades: int


def list_makers(store: Store, *, at: str) -> list[Maker]:
    """List all enterprises that make something, by code; names of industry and group, or empty."""
    tree = {row["code"]: (row["name"], row["parent"]) for row in store.read(cypher.PARENTS, at=at)}
    return [
        Maker(
            row["code"],
            row["products"],
            tree[row["industry"]][0] if row["industry"] in tree else "",
            _root(row["industry"] or "", tree),
        )
        for row in store.read(cypher.MAKERS, at=at)
    ]


def list_reach(store: Store) -> dict[str, Reach]:
    """Return what is known of each company, by code."""
    return {
        row["code"]: Reach(row["code"], row["size"] or "", row["products"], row["trades"])
        for row in store.read(cypher.SIZES)
    }


def _root(code: str, tree: dict[str, tuple[str, str | None]]) -> str:
    seen: set[str] = set()
    name = ""
    while code in tree and code not in seen:
        seen.add(code)
        name, parent = tree[code]
        code = parent or ""
    return name
