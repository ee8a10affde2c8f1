from datetime import date

from small_chain import AS_OF, save_chain, save_makers, save_place, save_trade

from graph.domain.explored import Layer, Mark, PointKind, Scope, View
from graph.store import Store
from graph.viewing.reading import read_view

AT = date.fromisoformat(AS_OF)
STEEL = "test:钢"


def around(store: Store, **told: object) -> View:
    return read_view(store, Scope(AT, firm="name:乙", **told))  # type: ignore[arg-type]


def save_road(store: Store) -> None:
    """甲 → 乙 → 丙 → 丁, and 戊 supplies 甲."""
    save_chain(store)
    save_makers(store, STEEL, "甲", "乙", "丙", "丁", "戊")
    for seller, buyer in ("甲乙", "乙丙", "丙丁", "戊甲"):
        save_trade(store, seller, buyer)


def places(view: View) -> list[tuple[str, int, str]]:
    return sorted((p.name, p.level, p.stage) for p in view.points if p.kind == "enterprise")


def trades(view: View) -> list[str]:
    return sorted(f"{line.start[-1]}{line.end[-1]}" for line in view.lines)


def test_suppliers_stand_on_the_left_and_customers_on_the_right(store: Store) -> None:
    save_road(store)
    view = around(store, depth=1)
    assert places(view) == [
        ("丙", 2, "downstream"),
        ("乙", 1, "midstream"),
        ("甲", 0, "upstream"),
    ]
    assert trades(view) == ["乙丙", "甲乙"]


def test_two_steps_are_the_most(store: Store) -> None:
    save_road(store)
    save_makers(store, STEEL, "己")
    save_trade(store, "丁", "己")
    assert trades(around(store, depth=4)) == ["丙丁", "乙丙", "戊甲", "甲乙"]


def test_what_the_centre_makes_stands_under_it(store: Store) -> None:
    save_road(store)
    points = [point for point in around(store).points if point.kind == PointKind.NODE]
    assert [(p.code, p.home, p.makers, p.mark) for p in points] == [
        (STEEL, "enterprise:name:乙", 5, Mark.NONE)
    ]
    assert {p.kind for p in around(store, layer=Layer.TRADES).points} == {PointKind.ENTERPRISE}


def test_a_region_keeps_the_centre_and_who_stands_there(store: Store) -> None:
    save_road(store)
    save_place(store, "丙", "R1", "东区")
    view = around(store, region="R1", depth=1)
    assert places(view) == [("丙", 1, "downstream"), ("乙", 0, "midstream")]


def test_one_stage_alone_begins_at_the_left(store: Store) -> None:
    save_road(store)
    view = around(store, stage="downstream")
    assert places(view) == [("丁", 1, "downstream"), ("丙", 0, "downstream")]
    assert trades(view) == ["丙丁"]


def test_an_unknown_enterprise_shows_nothing(store: Store) -> None:
    assert read_view(store, Scope(AT, firm="name:无")) == View((), ())
