"""The map's record: each change once, with who made it and how it was before and after."""

from collections.abc import Sequence
from typing import Any

import pytest

from graph.domain.history.change import COMMAND, Change, ChangeKind, MapChange
from graph.schema import LOCATED_IN, MAKES, OPEN_END
from graph.store import Store
from graph.store.bulk import maps
from graph.store.history import changes, hand
from graph.store.history.changes import Wanted
from graph.store.map import sources

JUNE = {"source": "office", "as_of": "2026-06-30", "confidence": 1.0}
JULY = {"source": "office", "as_of": "2026-07-31", "confidence": 1.0}
FIND_MADE_IN = "MATCH (n:Enterprise {code: $code}) RETURN n.made_in AS made_in"


def listed(store: Store, **wanted: str) -> list[MapChange]:
    return changes.list_changes(store, Wanted(**wanted), skip=0, limit=100)


def told(lines: Sequence[MapChange]) -> list[tuple[Any, ...]]:
    return [
        (line.kind, line.object, line.start, line.end, line.before, line.after) for line in lines
    ]


def firm(**more: object) -> dict[str, object]:
    return {"code": "stock:1", "name": "甲公司", "kind": "company", "source": "office", **more}


@pytest.fixture
def small(store: Store) -> Store:
    maps.save_chains(store, [{"code": "c", "name": "泵业", "source": "office"}])
    maps.save_nodes(store, [{"code": "n", "name": "泵", "kind": "product", "source": "office"}])
    place = {"start": "n", "end": "c", "stage": "midstream", **JUNE}
    maps.save_links(store, maps.schema.IN_CHAIN, [place])
    maps.save_enterprises(store, [firm()])
    store.write("MATCH (m:MapChange) DELETE m")
    return store


def test_a_made_node_is_one_line_with_what_was_told(store: Store) -> None:
    maps.save_enterprises(store, [firm(size="small", certifications=("高新技术企业",))])
    after = {
        "name": "甲公司",
        "kind": "company",
        "size": "small",
        "certifications": ["高新技术企业"],
    }
    assert told(listed(store)) == [(ChangeKind.MADE, "Enterprise", "stock:1", "", {}, after)]
    assert store.read(FIND_MADE_IN, code="stock:1") == [{"made_in": listed(store)[0].id}]


def test_the_same_again_leaves_nothing(small: Store) -> None:
    maps.save_enterprises(small, [firm()])
    maps.save_enterprises(small, [firm(source="other")])
    assert listed(small) == []


def test_a_changed_node_tells_fields_that_differ(small: Store) -> None:
    with hand.signed("a@b.c", about="企业.xlsx"):
        maps.save_enterprises(small, [firm(size="large"), firm(size="medium")])
    (line,) = listed(small)
    assert told([line]) == [
        (
            ChangeKind.CHANGED,
            "Enterprise",
            "stock:1",
            "",
            {"size": None},
            {"size": "medium"},
        )
    ]
    assert (line.by, line.about, line.source, line.name) == (
        "a@b.c",
        "企业.xlsx",
        "office",
        "甲公司",
    )


def test_a_link_is_made_changed_confirmed_and_closed(small: Store) -> None:
    ends = {"start": "stock:1", "end": "n"}
    for row in (
        {**ends, "share": 0.1, **JUNE},
        {**ends, "share": 0.2, **JULY},
        {**ends, "share": 0.2, **JULY, "as_of": "2026-08-31"},
        {**ends, "share": 0.2, **JULY, "as_of": "2026-09-30", "valid_to": "2026-10-31"},
    ):
        maps.save_links(small, MAKES, [row])
    closed, changed, made = listed(small)
    assert [line.kind for line in (closed, changed, made)] == [
        ChangeKind.CLOSED,
        ChangeKind.CHANGED,
        ChangeKind.MADE,
    ]
    assert (changed.before["share"], changed.after["share"]) == (0.1, 0.2)
    assert (closed.before["valid_to"], closed.after["valid_to"]) == (OPEN_END, "2026-10-31")
    assert (made.name, made.end_name, made.chains) == ("甲公司", "泵", ("c",))


def test_a_move_tells_both_regions(small: Store) -> None:
    maps.save_regions(
        small, [{"code": code, "name": code, "source": "office"} for code in ("r1", "r2")]
    )
    maps.save_links(small, LOCATED_IN, [{"start": "stock:1", "end": "r1", **JUNE}])
    maps.save_links(small, LOCATED_IN, [{"start": "stock:1", "end": "r2", **JULY}])
    line = listed(small)[0]
    assert (line.kind, line.before["end"], line.after["end"]) == (ChangeKind.CHANGED, "r1", "r2")


def test_many_new_records_are_told_by_their_run(small: Store, monkeypatch: Any) -> None:
    monkeypatch.setattr("graph.store.history.bulk.MOST_SINGLE", 1)
    monkeypatch.setattr("graph.store.bulk.link_changes.MOST_SINGLE", 1)
    rows = [firm(code=f"stock:{number}") for number in (2, 3)]
    with changes.telling_run(small, ChangeKind.IMPORTED, "office") as counts:
        maps.save_enterprises(small, rows)
        makes = [{"start": row["code"], "end": "n", **JUNE} for row in rows]
        maps.save_links(small, MAKES, makes)
        counts["Enterprise"] = [2, 0, 0]
    (line,) = listed(small)
    assert (line.kind, line.is_run, line.after, line.run) == (
        ChangeKind.IMPORTED,
        True,
        {"Enterprise": [2, 0, 0]},
        line.id,
    )
    assert small.read(FIND_MADE_IN, code="stock:2") == [{"made_in": line.id}]


def test_a_run_that_breaks_off_stays_on_record(small: Store) -> None:
    with (
        pytest.raises(RuntimeError),
        hand.signed(COMMAND),
        changes.telling_run(small, ChangeKind.IMPORTED, "gdes") as counts,
    ):
        counts["Enterprise"] = [1, 0, 0]
        raise RuntimeError
    (line,) = listed(small)
    assert (line.by, line.source, line.after) == (COMMAND, "gdes", {"Enterprise": [1, 0, 0]})


def test_what_a_source_takes_along_is_told_with_its_last_state(small: Store) -> None:
    sources.remove_source(small, "office")
    lines = listed(small)
    gone = [line for line in lines if line.kind is ChangeKind.REMOVED]
    assert told(gone)[-1] == (
        ChangeKind.REMOVED,
        "Enterprise",
        "stock:1",
        "",
        {"name": "甲公司", "kind": "company"},
        {},
    )
    assert [line.kind for line in lines if line.is_run] == [ChangeKind.WITHDRAWN]


def test_lines_are_found_by_all_that_they_tell(small: Store) -> None:
    with hand.signed("a@b.c"):
        maps.save_enterprises(small, [firm(size="small")])
    maps.save_links(small, MAKES, [{"start": "stock:1", "end": "n", **JUNE}])
    made, changed = listed(small)
    assert listed(small, by="a@b.c") == [changed]
    assert listed(small, kind="made") == [made]
    assert listed(small, object="MAKES") == [made]
    assert listed(small, source="nobody") == []
    assert listed(small, code="n") == [made]
    assert listed(small, words="甲") == [made, changed]
    assert listed(small, chain="c") == [made]
    assert listed(small, since=made.at) == [made]
    assert listed(small, until=made.at) == [changed]
    assert changes.count_changes(small, Wanted(code="stock:1")) == 2
    assert changes.list_after(small, Wanted(), after=made.id, limit=5) == [changed]
    assert changes.list_signatures(small) == (["a@b.c"], ["office"])
    of_one = Wanted(code="stock:1")
    assert changes.list_changes(small, of_one, skip=1, limit=1) == [changed]
    assert changes.list_after(small, of_one, after=made.id, limit=5) == [changed]
    assert changes.list_after(small, of_one, after="", limit=1) == [made]


def test_others_write_what_they_change(small: Store) -> None:
    merge = Change(ChangeKind.MERGED, "Enterprise", "stock:1", after={"into": "stock:2"})
    small.transact(lambda transaction: changes.record_changes(transaction, [merge]))
    (line,) = listed(small)
    assert (line.kind, line.name, line.after) == (
        ChangeKind.MERGED,
        "甲公司",
        {"into": "stock:2"},
    )


def test_history_begins_with_the_first_line_or_the_migration(small: Store) -> None:
    assert changes.find_beginning(small) != ""
