"""The ledger as a list: order, pages, the projects behind a figure."""

from datetime import date

import pytest
from tracks import track

from graph.domain.projects.indicators import Indicator
from graph.ledger.columns import rows_of
from graph.ledger.day import Day
from graph.ledger.layout import lay_out
from graph.ledger.listing import Wanted, choose, list_page

AT = date(2026, 6, 30)
SIGNED = (("2026-01-05", "signed"),)
TRACKS = [
    track("a", name="Alpha pump", moves=SIGNED, signings=(("2026-01-05", "first", 5, "contract"),)),
    track("b", moves=SIGNED, required=1, required_by="2026-02-01", parties=("e",)),
    track("c", moves=(("2025-12-01", "talks"),)),
    track(
        "d",
        moves=(*SIGNED, ("2026-03-05", "started")),
        plans=(("2026-01-05", "producing", "2026-06-29"),),
    ),
    track("e", moves=(("2027-01-05", "signed"),)),
]
DAY = Day(lay_out(TRACKS, [rows_of(each) for each in TRACKS]), AT)


def codes(order: str = "code", skip: int = 0, limit: int | None = None, **told) -> list[str]:
    mask = choose(DAY, Wanted(**told), {})
    rows = list_page(DAY, mask, order=order, skip=skip, limit=limit)
    return [each.track.code for each in rows]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("code", ["a", "b", "c", "d"]),
        ("light", ["b", "d", "a", "c"]),
        ("recent", ["d", "a", "b", "c"]),
        ("amount", ["a", "b", "c", "d"]),
    ],
)
def test_orders(order: str, expected: list[str]) -> None:
    assert codes(order) == expected


def test_pages() -> None:
    assert codes(skip=1, limit=2) == ["b", "c"]
    assert codes(skip=9, limit=2) == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"words": "PUMP alpha"}, ["a"]),
        ({"party": "e"}, ["b"]),
        ({"stage": "signed"}, ["a", "b"]),
        ({"stage": "nothing"}, []),
        ({"colour": "red"}, ["b"]),
        ({"colour": "off"}, ["c"]),
        ({"colour": "odd"}, ["a", "b", "c", "d"]),
        ({"figure": Indicator.START}, ["d"]),
        ({"figure": Indicator.START, "counted": False}, ["a", "b", "d"]),
    ],
)
def test_what_is_wanted(told: dict, expected: list[str]) -> None:
    assert codes(**told) == expected
