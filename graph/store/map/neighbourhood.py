"""What stands around an enterprise, bounded so that it can be drawn."""

from collections.abc import Sequence
from datetime import date
from typing import LiteralString

from graph.domain.enterprise_links import Neighbour, Neighbourhood, Product, Side
from graph.store.connection import Store
from graph.store.cypher.map import neighbourhood as cypher
from graph.store.map import enterprises

MOST = {Side.SUPPLIER: 8, Side.MATERIAL: 14, Side.PRODUCT: 10, Side.USE: 14, Side.CUSTOMER: 8}
"""How many of each side are drawn."""
MOST_LINKS = 500


def find_neighbourhood(store: Store, code: str, *, at: date) -> Neighbourhood:
    """Return an enterprise's products, their materials and uses, and its known partners."""
    made = enterprises.list_products(store, code, at=at, only_published=True)
    return surround(store, code, made, at=at)


def surround(store: Store, code: str, made: Sequence[Product], *, at: date) -> Neighbourhood:
    """Return the neighbourhood of an enterprise whose products have been read already."""
    products = [
        Neighbour(product.code, product.name, product.name_en, Side.PRODUCT) for product in made
    ]
    drawn = _stated_for(store, [product.code for product in products[: MOST[Side.PRODUCT]]], at)
    sides = {
        Side.SUPPLIER: _partners(store, cypher.LIST_SUPPLIERS, code, at, Side.SUPPLIER),
        Side.MATERIAL: _nodes(store, cypher.LIST_MATERIALS, drawn, at, Side.MATERIAL),
        Side.PRODUCT: products,
        Side.USE: _nodes(store, cypher.LIST_USES, drawn, at, Side.USE),
        Side.CUSTOMER: _partners(store, cypher.LIST_CUSTOMERS, code, at, Side.CUSTOMER),
    }
    return Neighbourhood(
        tuple(each for side, found in sides.items() for each in found[: MOST[side]]),
        {side: len(found) - MOST[side] for side, found in sides.items() if len(found) > MOST[side]},
    )


def _stated_for(store: Store, codes: Sequence[str], at: date) -> dict[str, list[str]]:
    """Return the nodes whose supply links hold for these products: themselves, their segments.

    By node, the products that it speaks for.
    """
    holds: dict[str, list[str]] = {code: [code] for code in codes}
    for row in store.read(cypher.LIST_BROADER, codes=list(codes), at=at.isoformat()):
        holds.setdefault(row["broader"], []).append(row["product"])
    return holds


def _nodes(
    store: Store, query: LiteralString, holds: dict[str, list[str]], at: date, side: Side
) -> list[Neighbour]:
    """Return the nodes next to the drawn products, those that touch most of them first."""
    rows = store.read(query, codes=list(holds), at=at.isoformat(), limit=MOST_LINKS)
    touched: dict[str, set[str]] = {}
    names = {row["code"]: (row["name"], row["name_en"] or "") for row in rows}
    for row in rows:
        touched.setdefault(row["code"], set()).update(holds[row["product"]])
    order = sorted(touched, key=lambda code: (-len(touched[code]), code))
    return [Neighbour(code, *names[code], side, tuple(sorted(touched[code]))) for code in order]


def _partners(
    store: Store, query: LiteralString, code: str, at: date, side: Side
) -> list[Neighbour]:
    """Return all known partners of one side, the latest first: each once."""
    rows = store.read(query, code=code, at=at.isoformat())
    return [Neighbour(row["code"], row["name"], row["name_en"] or "", side) for row in rows]
