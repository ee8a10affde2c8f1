"""A merge of two records is on record, and so is its undoing."""

from datetime import UTC, datetime

from merged_pair import GOES, STAYS, save_map_links, save_pair

from graph.domain.history.change import ChangeKind
from graph.domain.merging.fields import Side
from graph.store import Store, merging
from graph.store.history import changes, differences
from graph.store.history.changes import Wanted

NOW = datetime(2026, 11, 28, 8, tzinfo=UTC)


def test_a_merge_and_its_undoing_are_on_record(store: Store) -> None:
    save_pair(store)
    save_map_links(store)
    store.write("MATCH (m:MapChange) DELETE m")
    sides: dict[str, Side] = {}
    mark = merging.preview(store, stays=STAYS, goes=GOES, sides=sides).mark
    told = {"stays": STAYS, "goes": GOES, "sides": sides, "mark": mark}
    merge = merging.merge(store, **told, by="o@test.example", at=NOW)
    merging.undo(store, merge.id, by="o@test.example", at=NOW)
    lines = changes.list_changes(store, Wanted(), skip=0, limit=9)
    assert sorted((line.kind, line.start, line.name) for line in lines) == [
        (ChangeKind.CHANGED, STAYS, "甲重工"),
        (ChangeKind.CHANGED, STAYS, "甲重工"),
        (ChangeKind.MERGED, GOES, "甲重工股份有限公司"),
        (ChangeKind.UNMERGED, GOES, "甲重工股份有限公司"),
    ]
    merged = next(line for line in lines if line.kind is ChangeKind.MERGED)
    moved = {"MAKES": 1, "TRADES_WITH": 2}
    assert (merged.after, merged.before["size"]) == ({"into": STAYS, "moved": moved}, "medium")
    parted = next(line for line in lines if line.kind is ChangeKind.UNMERGED)
    assert (parted.end, parted.end_name, parted.after["moved"]) == (STAYS, "甲重工", moved)
    of_either = [changes.count_changes(store, Wanted(code=code)) for code in (STAYS, GOES)]
    assert of_either == [4, 2]
    assert ("Enterprise", "made", 1) not in differences.count_recorded(store, "", "9999")
    undone, done = (line for line in lines if line.kind is ChangeKind.CHANGED)
    assert (done.after.pop("merged_from"), undone.after.pop("parted_from")) == (GOES, GOES)
    assert (done.before, done.after) == (undone.after, undone.before)
