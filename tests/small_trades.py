"""An invented trade where every half-year follows one rule, for tests of learning."""

import numpy as np

from graph import schema
from graph.recommend.firms.history import Trades
from graph.store import Store
from graph.store.bulk import maps

GROUPS = 8
SIZE = 8
TURNS = 6
FIRST = 4030
"""The half-year that begins with January 2015."""


def invent_trades() -> Trades:
    """Each group has customers and suppliers of its own; each half-year everyone finds one more."""
    rows = [
        (group * 2 * SIZE + customer, group * 2 * SIZE + SIZE + (customer + turn) % SIZE, turn)
        for group in range(GROUPS)
        for customer in range(SIZE)
        for turn in range(TURNS)
    ]
    customers, suppliers, turns = (np.array(column) for column in zip(*rows, strict=True))
    first = FIRST + turns
    return Trades(customers, suppliers, first, first, np.ones_like(first), firms=GROUPS * 2 * SIZE)


def save_trades(store: Store, trades: Trades) -> None:
    """Save firms ``gdes:<place>`` with their trades."""
    codes = [f"gdes:{place:03}" for place in range(trades.firms)]
    firm = {"kind": "company", "source": "test"}
    maps.save_enterprises(store, [{"code": code, "name": code, **firm} for code in codes])
    ends = zip(trades.customers, trades.suppliers, trades.first, strict=True)
    rows = [
        _link(codes[supplier], codes[customer], int(first)) for customer, supplier, first in ends
    ]
    maps.save_links(store, schema.TRADES_WITH, rows)


def _link(seller: str, buyer: str, half_year: int) -> dict[str, object]:
    year, half = divmod(half_year, 2)
    day = f"{year}-{'12-31' if half else '06-30'}"
    told = {"product": "", "first_seen": day, "last_seen": day, "times": 1}
    evidence = {"source": "test", "as_of": day, "confidence": 1.0, "valid_from": day}
    return {"start": seller, "end": buyer, **told, **evidence, "valid_to": schema.OPEN_END}
