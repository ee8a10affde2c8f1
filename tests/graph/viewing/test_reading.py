from datetime import date

from small_chain import (
    AS_OF,
    EVIDENCE,
    HOSTILE,
    save_chain,
    save_makers,
    save_narrower,
    save_place,
    save_trade,
)

from graph import schema
from graph.domain.explored import Layer, LineKind, Mark, PointKind, Scope, View
from graph.store import Store
from graph.store.bulk import maps
from graph.viewing.reading import read_view

AT = date.fromisoformat(AS_OF)
STEEL, DIGGER = "test:钢", "test:挖掘机"


def chain(store: Store, layer: Layer = Layer.SUPPLY, **told: str) -> View:
    return read_view(store, Scope(AT, layer, "test:gc", **told))  # type: ignore[arg-type]


def lines(view: View, kind: LineKind) -> list[tuple[str, str, int]]:
    return [(line.start, line.end, line.count) for line in view.lines if line.kind == kind]


def test_a_chain_has_columns_marks_and_supply_lines(store: Store) -> None:
    save_chain(store)
    save_makers(store, STEEL, "甲", "乙")
    save_makers(store, HOSTILE, "丙")
    view = chain(store)
    assert [
        (each.code, each.level, each.stage, each.makers, each.mark) for each in view.points
    ] == [
        (STEEL, 0, "upstream", 2, Mark.NONE),
        (HOSTILE, 1, "midstream", 1, Mark.SINGLE),
        (DIGGER, 2, "downstream", 0, Mark.GAP),
    ]
    assert lines(view, LineKind.SUPPLIES) == [
        (f"node:{STEEL}", f"node:{HOSTILE}", 1),
        (f"node:{HOSTILE}", f"node:{DIGGER}", 1),
    ]


def test_a_day_before_the_map_shows_nothing(store: Store) -> None:
    save_chain(store)
    assert read_view(store, Scope(date(2020, 1, 1), chain="test:gc")) == View((), ())


def test_a_region_leaves_the_others_elsewhere(store: Store) -> None:
    save_chain(store)
    save_makers(store, STEEL, "甲", "乙")
    save_place(store, "甲", "R1", "东区")
    save_place(store, "乙", "R2", "西区")
    maps.save_regions(store, [{"code": "R", "name": "全市", "source": "test"}])
    maps.save_links(store, schema.WITHIN, [{"start": "R1", "end": "R", **EVIDENCE}])
    steel = chain(store, region="R").by_key[f"node:{STEEL}"]
    assert (steel.makers, steel.elsewhere, steel.mark) == (1, 1, Mark.SINGLE)
    firms = [p.code for p in chain(store, Layer.ENTERPRISES, region="R").points if p.home]
    assert firms == ["name:甲"]


def test_enterprises_stand_under_what_they_make_first(store: Store) -> None:
    save_chain(store)
    save_narrower(store, "test:薄板", STEEL)
    save_makers(store, "test:薄板", "甲")
    save_makers(store, HOSTILE, "甲")
    view = chain(store, Layer.ENTERPRISES)
    firm = view.by_key["enterprise:name:甲"]
    assert (firm.home, firm.level) == (f"node:{STEEL}", 0)
    assert lines(view, LineKind.MAKES) == [("enterprise:name:甲", f"node:{HOSTILE}", 1)]


def test_trade_is_laid_over_the_enterprises(store: Store) -> None:
    save_chain(store)
    save_makers(store, STEEL, "甲")
    save_makers(store, HOSTILE, "乙")
    save_trade(store, "甲", "乙")
    save_trade(store, "乙", "丁")
    view = chain(store, Layer.TRADES)
    assert lines(view, LineKind.TRADES) == [("enterprise:name:甲", "enterprise:name:乙", 1)]


def test_one_stage_alone_begins_at_the_left(store: Store) -> None:
    save_chain(store)
    view = chain(store, stage="midstream")
    assert [(point.code, point.level) for point in view.points] == [(HOSTILE, 0)]
    assert view.lines == ()


def test_around_a_node_one_step_up_and_down(store: Store) -> None:
    save_chain(store)
    view = read_view(store, Scope(AT, centre=STEEL, depth=1))
    assert [(each.code, each.level, each.stage) for each in view.points] == [
        (STEEL, 0, "midstream"),
        (HOSTILE, 1, "downstream"),
    ]
    both = read_view(store, Scope(AT, centre=STEEL, depth=2))
    assert [each.code for each in both.points] == [STEEL, HOSTILE, DIGGER]


def test_industries_stand_in_columns_with_those_who_belong_to_them(store: Store) -> None:
    rows = [{"code": f"i:{n}", "name": n, "kind": "industry", "source": "test"} for n in "甲乙"]
    maps.save_nodes(store, rows)
    maps.save_links(store, schema.SUPPLIES, [{"start": "i:甲", "end": "i:乙", **EVIDENCE}])
    maps.save_enterprises(
        store, [{"code": "name:厂", "name": "厂", "kind": "company", "source": "test"}]
    )
    maps.save_links(store, schema.BELONGS_TO, [{"start": "name:厂", "end": "i:乙", **EVIDENCE}])
    view = read_view(store, Scope(AT))
    assert [(p.kind, p.code, p.level, p.makers) for p in view.points] == [
        (PointKind.NODE, "i:乙", 1, 1),
        (PointKind.NODE, "i:甲", 0, 0),
    ]
