"""All projects, compact, per process: a change in the graph costs one small read, not a new table.

A number in the graph grows with every change and each project carries the one of its last; only
projects with a larger number than the table's are read.
"""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from weakref import WeakKeyDictionary

from graph.domain.followup.rulebook import DEFAULT, Rulebook, in_force
from graph.domain.projects.track import Track
from graph.ledger.columns import Rows, rows_of
from graph.ledger.day import Day
from graph.ledger.layout import Ledger, lay_out, splice
from graph.store import Store
from graph.store.followup import project_tracks
from graph.store.followup.project_tracks import Mark
from graph.store.followup.rulebooks import list_rulebooks

DAYS_KEPT = 8
MOST_SPLICED = 500
"""Beyond so many changed projects the whole is laid out anew."""


@dataclass
class Table:
    """The projects by code up to a mark, and the days looked at of late."""

    mark: Mark
    tracks: Mapping[str, Track]
    rows: Mapping[str, Rows]
    ledger: Ledger
    books: Sequence[Rulebook] = (DEFAULT,)
    days: dict[date, Day] = field(default_factory=dict)

    def day(self, at: date) -> Day:
        """Return a day; the ones asked for last are kept."""
        found = self.days.get(at)
        if found is None:
            while len(self.days) >= DAYS_KEPT:
                self.days.pop(next(iter(self.days)))
            found = self.days[at] = Day(self.ledger, at, in_force(self.books, at.isoformat()))
        return found


_guard = threading.Lock()
_tables: WeakKeyDictionary[Store, Table] = WeakKeyDictionary()


def find_day(store: Store, at: date) -> Day:
    """Return all projects as they stood at the end of a day."""
    with _guard:
        return _present(store).day(at)


def find_book(store: Store, at: date) -> Rulebook:
    """Return the version of the rules that judges a day."""
    with _guard:
        return in_force(_present(store).books, at.isoformat())


def try_book(store: Store, at: date, book: Rulebook) -> Day:
    """Return a day as it would be judged by other rules; nothing is kept."""
    with _guard:
        return Day(_present(store).ledger, at, book)


def find_track(store: Store, code: str) -> Track | None:
    """Return one project, or None."""
    with _guard:
        return _present(store).tracks.get(code)


def forget(store: Store) -> None:
    """Drop the table; the next question reads everything."""
    with _guard:
        _tables.pop(store, None)


def _present(store: Store) -> Table:
    mark = project_tracks.find_mark(store)
    table = _tables.get(store)
    if table is not None and table.mark == mark:
        return table
    is_new = table is None or table.mark.epoch != mark.epoch or table.mark.number > mark.number
    known = {} if is_new or table is None else table.tracks
    rows = {} if is_new or table is None else table.rows
    since = 0 if is_new or table is None else table.mark.number
    changed = {each.code: each for each in project_tracks.list_changed_until(store, mark, since)}
    fresh = {code: rows_of(track) for code, track in changed.items()}
    rows = {**rows, **fresh}
    if table is None or is_new or len(changed) > MOST_SPLICED:
        tracks = dict(sorted({**known, **changed}.items()))
        ledger = lay_out(list(tracks.values()), [rows[code] for code in tracks])
    else:
        ledger = splice(table.ledger, {code: (changed[code], fresh[code]) for code in changed})
        tracks = {**known, **changed}
    _tables[store] = table = Table(mark, tracks, rows, ledger, list_rulebooks(store))
    return table
