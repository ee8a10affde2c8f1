"""The record of the map's changes: writing lines, and reading them back.

Lines are written in the transaction that changes the map, so that neither stands without the
other. Who saves the map anew calls ``record_changes`` with what it changes, before and after.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4
from weakref import WeakKeyDictionary

from graph.domain.clock import instant_text, now
from graph.domain.history.change import Change, ChangeKind, MapChange
from graph.schema import MAP_LABELS, MAP_LINKS
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher import history as cypher
from graph.store.history import hand
from graph.store.paging import read_page

MOST_SINGLE = 500
"""Records that one batch makes or removes are written down one by one up to here; more of them
are told by the counts of their run alone."""
LABELS = frozenset(label.name for label in MAP_LABELS)
ENDS = {link.name: (link.start, link.end) for link in MAP_LINKS}
MIGRATION = 70
LAST = "9999"
"""Behind every id."""
_beginnings: WeakKeyDictionary[Store, str] = WeakKeyDictionary()
SAID = ("name", "short_name", "name_en", "summary", "website", "product", "steward")
"""Fields whose values a search for words looks into."""


@dataclass(frozen=True)
class Wanted:
    """Which lines: an empty value asks for nothing. ``since`` and ``until`` are instants."""

    since: str = ""
    until: str = LAST
    by: str = ""
    source: str = ""
    kind: str = ""
    object: str = ""
    run: str = ""
    chain: str = ""
    words: str = ""
    code: str = ""

    def parameters(self) -> dict[str, str]:
        """Return what the statements ask for."""
        told = {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "code"}
        told["words"] = self.words.casefold()
        return told


def record_changes(transaction: Transaction, changes: Sequence[Change]) -> str:
    """Write lines for changes made in this transaction; return the id of the first, or ''.

    Who made them is known from ``hand``; names and chains are read from the map as it stands in
    the transaction, so a removal is written down before it is done.
    """
    if not changes:
        return ""
    found = _names(transaction, changes)
    stem, at = _stem()
    rows = [_row(f"{stem}{place:06d}", at, change, found) for place, change in enumerate(changes)]
    transaction.run(cypher.RECORD, rows=rows)
    return rows[0]["id"]


@contextmanager
def telling_run(store: Store, kind: ChangeKind, source: str) -> Iterator[dict[str, Any]]:
    """Write one line for a run, and its counts (what the caller puts into the map) at the end.

    The line stands from the beginning on, so that a run that is broken off is on record.
    """
    stem, at = _stem()
    run = f"{stem}run"
    change = Change(kind, "", "", source=source)
    store.write(cypher.RECORD, rows=[{**_row(run, at, change, {}), "run": run}])
    counts: dict[str, Any] = {}
    try:
        with hand.within_run(run):
            yield counts
    finally:
        store.write(cypher.TELL_RUN, id=run, after=_json(counts))


def list_changes(store: Store, wanted: Wanted, *, skip: int, limit: int) -> list[MapChange]:
    """List lines, the newest first."""
    if wanted.code:
        return _list_ids(store, _ids_of(store, wanted)[skip : skip + limit])
    rows = read_page(
        store,
        cypher.LIST,
        lambda: count_changes(store, wanted),
        **wanted.parameters(),
        skip=skip,
        limit=limit,
    )
    return [as_change(row["change"]) for row in rows]


def count_changes(store: Store, wanted: Wanted) -> int:
    """Count what ``list_changes`` lists."""
    if wanted.code:
        return len(_ids_of(store, wanted))
    return store.read(cypher.COUNT, **wanted.parameters())[0]["total"]


def list_after(store: Store, wanted: Wanted, *, after: str, limit: int) -> list[MapChange]:
    """List the lines that follow one (all for ''), the newest first."""
    if wanted.code:
        ids = [line for line in _ids_of(store, wanted) if not after or line < after]
        return _list_ids(store, ids[:limit])
    rows = store.read(cypher.NEXT, **wanted.parameters(), after=after or LAST, limit=limit)
    return [as_change(row["change"]) for row in rows]


def find_removal(store: Store, label: str, code: str) -> MapChange | None:
    """Return the line of a node's latest removal; many that go at once are not told one by one."""
    wanted = Wanted(kind=ChangeKind.REMOVED, object=label, code=code)
    return next(iter(list_after(store, wanted, after="", limit=1)), None)


def _ids_of(store: Store, wanted: Wanted) -> list[str]:
    """List the lines about one record, the newest first."""
    found = {
        row["id"]
        for statement in cypher.IDS_OF
        for row in store.read(statement, code=wanted.code, **wanted.parameters())
    }
    return sorted(found, reverse=True)


def _list_ids(store: Store, ids: list[str]) -> list[MapChange]:
    rows = store.read(cypher.LIST_BY_ID, ids=ids) if ids else []
    return [as_change(row["change"]) for row in rows]


def list_since(
    store: Store, label: str, codes: Sequence[str], instant: str
) -> dict[str, list[MapChange]]:
    """Return by code what became of nodes from an instant on, the newest first."""
    found: dict[str, list[MapChange]] = defaultdict(list)
    rows = store.read(cypher.SINCE, codes=list(codes), label=label, since=instant) if codes else ()
    for row in rows:
        change = as_change(row["change"])
        found[change.start].append(change)
    return {code: sorted(lines, key=lambda line: line.id)[::-1] for code, lines in found.items()}


def list_signatures(store: Store) -> tuple[list[str], list[str]]:
    """List who stands on record, and the sources."""
    rows = store.read(cypher.LIST_SIGNATURES)
    people, sources = ({row[name] for row in rows} - {""} for name in ("by", "source"))
    return sorted(people), sorted(sources)


def find_making_run(store: Store, code: str) -> MapChange | None:
    """Return the line of the run that made a node in bulk; None where it has a line of its own."""
    for statement in cypher.MAKER.values():
        row = store.read_one(statement, code=code)
        if row and (line := as_change(row["change"])).is_run:
            return line
    return None


def find_beginning(store: Store) -> str:
    """Return the instant from which on changes are on record; it is asked for once."""
    if store not in _beginnings:
        row = store.read(cypher.BEGINNING, number=MIGRATION)[0]
        _beginnings[store] = min(filter(None, (row["migrated"], row["first"])), default="")
    return _beginnings[store]


def as_change(row: Row) -> MapChange:
    """Build a line from its properties."""
    told = {**row, "chains": tuple(row["chains"])}
    told |= {name: json.loads(row[name]) for name in ("before", "after")}
    told["kind"] = ChangeKind(row["kind"])
    del told["said"]
    return MapChange(**told)


def _stem() -> tuple[str, str]:
    at = instant_text(now())
    return f"{at}-{uuid4().hex[:6]}-", at


def _row(
    line: str, at: str, change: Change, found: Mapping[tuple[str, str], Row]
) -> dict[str, Any]:
    writer = hand.current()
    start_label, end_label = _labels(change)
    told = {} if change.end else {**change.before, **change.after}
    start = found.get((start_label, change.start)) or _unknown(change.start, told)
    end = found.get((end_label, change.end)) or _unknown(change.end, {})
    return {
        "id": line,
        "at": at,
        "by": writer.who(),
        "about": writer.about,
        "run": writer.run,
        "source": change.source,
        "kind": change.kind.value,
        "object": change.object,
        "start": change.start,
        "end": change.end,
        "name": start["name"] or "",
        "name_en": start["name_en"] or "",
        "end_name": end["name"] or "",
        "end_name_en": end["name_en"] or "",
        "chains": sorted({*start["chains"], *end["chains"]}),
        "before": _json(change.before),
        "after": _json(change.after),
        "said": _said(change, writer.about, start, end),
    }


def _names(transaction: Transaction, changes: Iterable[Change]) -> dict[tuple[str, str], Row]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        start, end = _labels(change)
        wanted[start].add(change.start)
        if change.end:
            wanted[end].add(change.end)
    return {
        (label, row["code"]): row
        for label, codes in wanted.items()
        if label in LABELS
        for row in transaction.run(cypher.NAMES[label], codes=sorted(codes))
    }


def _labels(change: Change) -> tuple[str, str]:
    """Return the labels of both ends; the other end of a node's line is a node of its kind."""
    return ENDS.get(change.object, (change.object, change.object))


def _unknown(code: str, told: Mapping[str, Any]) -> Row:
    """Name an end that the map has not (yet): by what the change itself tells, else its code."""
    return {
        "name": told.get("name") or code,
        "name_en": told.get("name_en"),
        "chains": [],
    }


def _said(change: Change, about: str, start: Row, end: Row) -> str:
    """Return the text that a search for words looks into."""
    values = [told.get(name) for told in (change.before, change.after) for name in SAID]
    ends = [each[name] for each in (start, end) for name in ("name", "name_en")]
    words = [change.start, change.end, about, *ends, *values]
    return "\n".join(dict.fromkeys(str(word) for word in words if word)).casefold()


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)
