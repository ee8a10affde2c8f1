"""What stands around an enterprise, bounded so that it can be drawn."""

from datetime import date
from typing import LiteralString

from graph.domain.enterprise_links import Direction, Neighbour, Neighbourhood, Partner, Side
from graph.store import enterprises
from graph.store.connection import Store
from graph.store.cypher import neighbourhood as cypher

MOST = {Side.SUPPLIER: 8, Side.MATERIAL: 14, Side.PRODUCT: 10, Side.USE: 14, Side.CUSTOMER: 8}
"""How many of each side are drawn."""
MOST_LINKS = 500
MOST_PARTNERS = 200


def find_neighbourhood(store: Store, code: str, *, at: date) -> Neighbourhood:
    """Return an enterprise's products, their materials and uses, and its known partners."""
    products = [
        Neighbour(product.code, product.name, product.name_en, Side.PRODUCT)
        for product in enterprises.list_products(store, code, at=at)
    ]
    drawn = [product.code for product in products[: MOST[Side.PRODUCT]]]
    partners = enterprises.list_partners(store, code, at=at, skip=0, limit=MOST_PARTNERS)
    sides = {
        Side.SUPPLIER: _partners(partners, Direction.SUPPLIER, Side.SUPPLIER),
        Side.MATERIAL: _nodes(store, cypher.LIST_MATERIALS, drawn, at, Side.MATERIAL),
        Side.PRODUCT: products,
        Side.USE: _nodes(store, cypher.LIST_USES, drawn, at, Side.USE),
        Side.CUSTOMER: _partners(partners, Direction.CUSTOMER, Side.CUSTOMER),
    }
    return Neighbourhood(
        tuple(each for side, found in sides.items() for each in found[: MOST[side]]),
        {side: len(found) - MOST[side] for side, found in sides.items() if len(found) > MOST[side]},
    )


def _nodes(
    store: Store, query: LiteralString, codes: list[str], at: date, side: Side
) -> list[Neighbour]:
    """Return the nodes next to the drawn products, those that touch most of them first."""
    rows = store.read(query, codes=codes, at=at.isoformat(), limit=MOST_LINKS)
    touched: dict[str, list[str]] = {}
    names = {row["code"]: (row["name"], row["name_en"] or "") for row in rows}
    for row in rows:
        touched.setdefault(row["code"], []).append(row["product"])
    order = sorted(touched, key=lambda code: (-len(touched[code]), code))
    return [Neighbour(code, *names[code], side, tuple(touched[code])) for code in order]


def _partners(partners: list[Partner], direction: Direction, side: Side) -> list[Neighbour]:
    found = {
        each.code: Neighbour(each.code, each.name, each.name_en, side)
        for each in partners
        if each.direction == direction
    }
    return list(found.values())
