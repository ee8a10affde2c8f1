"""What changed of late is found by code; what changed long ago by its number."""

from small_ledger import new_project, save_places

from graph.domain.clock import now
from graph.domain.projects.project import Report
from graph.store import Store
from graph.store.followup import project_creation, project_records, project_tracks
from graph.store.followup.project_tracks import MOST_REMEMBERED, remember


def change(store: Store, code: str) -> None:
    report = Report(f"{code}/r", "2026-06-01", "好")
    project_records.add_record(store, code, lambda _number: report, version=None, at=now())


def changed(store: Store, since: int) -> list[str]:
    mark = project_tracks.find_mark(store)
    found = project_tracks.list_changed_until(store, mark, since)
    searched = project_tracks.list_changed(store, since)
    assert sorted(each.code for each in found) == sorted(each.code for each in searched)
    return sorted(each.code for each in found)


def test_changes_are_found_since_any_number(store: Store) -> None:
    assert project_tracks.find_mark(store).number == 0
    save_places(store)
    project_creation.create_projects(store, [new_project("p:1"), new_project("p:2")])
    assert changed(store, 0) == ["p:1", "p:2"]
    assert changed(store, 1) == []
    change(store, "p:2")
    assert [changed(store, since) for since in (0, 1, 2)] == [["p:1", "p:2"], ["p:2"], []]


def test_a_large_batch_is_searched_for(store: Store) -> None:
    save_places(store)
    made = [new_project(f"p:{number:03}") for number in range(MOST_REMEMBERED + 20)]
    project_creation.create_projects(store, made)
    change(store, "p:007")
    assert len(changed(store, 0)) == MOST_REMEMBERED + 20
    assert changed(store, 1) == ["p:007"]


def test_only_the_last_changes_are_remembered() -> None:
    row = {"number": 1, "recent": None, "recent_from": None}
    first = remember(row, ["a"])
    assert first == {"recent": ["1\ta"], "recent_from": 1}
    full = {"number": 2, **first}
    many = remember(full, [f"c{number}" for number in range(MOST_REMEMBERED)])
    assert (len(many["recent"]), many["recent_from"]) == (MOST_REMEMBERED, 2)
    cut = remember({"number": 3, **many}, ["z"])
    assert (cut["recent"][-1], cut["recent_from"]) == ("3\tz", 3)
