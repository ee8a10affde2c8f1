"""What differs between two days of the map.

Counting is left to the database, which never sends what it counts; rows are read page by page,
each going on after the key of the last.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.domain.history.difference import Counts, Difference, Ground, Share, Span, Way
from graph.store.bulk.map_pages import FIRST_STARTS, MARK, MOST_STARTS
from graph.store.connection import Row, Store
from graph.store.cypher import differences as cypher
from graph.store.cypher.bulk import map_pages as pages

NODES = ("Enterprise", "ChainNode")
KINDS = (*NODES, *cypher.LINK_TYPES)
MOST_SHARES = 200
IN_A_FILE = 2_000
AT_ONCE = 20_000


@dataclass(frozen=True)
class Found:
    """A record that differs: a node, or a link with what it says on either day.

    ``before`` and ``after`` are the link's properties on the earlier and the later day.
    """

    key: str
    start: str
    start_name: str
    start_name_en: str
    end: str
    end_name: str
    end_name_en: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def count(store: Store, span: Span) -> Difference:
    """Count what differs, by kind and by month."""
    rows = store.read(cypher.COUNT_LINKS[_ground(span)], **_asked(span))
    came, went = _by_kind(rows)
    changed = _count_changed(store, span) if came.keys() & went.keys() else {}
    kinds = {name: _count_nodes(store, span, name) for name in NODES}
    for name in cypher.LINK_TYPES:
        new, former = changed.get(name, (0, 0))
        kinds[name] = Counts(came[name] - new, went[name] - former, new)
    return Difference(kinds, _months(rows))


def share_out(store: Store, span: Span, ground: Ground) -> list[Share]:
    """Tell how what differs falls to chains, regions or industries, the most first.

    Changed links count on both sides here: as gone, and as come.
    """
    names: dict[str, tuple[str, str]] = {}
    counted: list[dict[str, list[int]]] = []
    for statements in (cypher.SHARE_LINKS, cypher.SHARE_FIRMS):
        found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for row in store.read(statements[ground], one=span.one, two=span.two):
            names[row["code"]] = row["name"], row["name_en"] or ""
            found[row["code"]][0 if row["came"] else 1] += row["total"]
        counted.append(found)
    links, firms = counted
    shares = [
        Share(code, *names[code], Counts(*links[code]), Counts(*firms[code])) for code in names
    ]
    return sorted(shares, key=lambda each: (-each.links.total, -each.enterprises.total, each.code))


def list_found(
    store: Store, span: Span, kind: str, way: Way, *, after: str = "", limit: int
) -> list[Found]:
    """List what differs of a kind (a label or link type) in one way, by key."""
    if kind in NODES:
        return [_found(row, way) for row in _list_nodes(store, span, kind, way, after, limit)]
    if span.ground:
        rows = _read_links(store, span, kind, way, (), after, limit)
    else:
        rows = _list_links(store, span, kind, way, after, limit)
    return [_found(row, way) for row in rows]


def stream_found(store: Store, span: Span, kind: str, way: Way) -> Iterator[Found]:
    """Yield all that ``list_found`` lists, without holding it."""
    if kind not in NODES and not span.ground:
        yield from _stream_links(store, span, kind, way)
        return
    after, size = "", IN_A_FILE
    while size == IN_A_FILE:
        part = list_found(store, span, kind, way, after=after, limit=IN_A_FILE)
        yield from part
        size, after = len(part), part[-1].key if part else after


def count_recorded(store: Store, since: str, until: str) -> list[tuple[str, str, int]]:
    """Count the lines about nodes that were written between two instants: label, kind, number."""
    rows = store.read(cypher.RECORDED, since=since, until=until)
    return [(row["object"], row["kind"], row["total"]) for row in rows]


def _ground(span: Span) -> str:
    return span.ground.value if span.ground else ""


def _asked(span: Span) -> dict[str, str]:
    return {"one": span.one, "two": span.two, "group": span.code}


def _by_kind(rows: Iterable[Row]) -> tuple[Counter[str], Counter[str]]:
    came: Counter[str] = Counter()
    went: Counter[str] = Counter()
    for row in rows:
        (came if row["came"] else went)[row["kind"]] += row["total"]
    return came, went


def _months(rows: Iterable[Row]) -> list[tuple[str, int, int]]:
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        found[row["month"]][0 if row["came"] else 1] += row["total"]
    return [(month, found[month][0], found[month][1]) for month in sorted(found)]


def _count_changed(store: Store, span: Span) -> dict[str, tuple[int, int]]:
    """Return by type how many links of the later day changed, and of the earlier day were."""
    rows = store.read(cypher.COUNT_CHANGED[_ground(span)], **_asked(span))
    return {row["kind"]: (row["total"], row["former"]) for row in rows}


def _count_nodes(store: Store, span: Span, label: str) -> Counts:
    statement = cypher.COUNT_NODES.get((_ground(span), label))
    rows = store.read(statement, **_asked(span)) if statement else []
    told = {row["came"]: row["total"] for row in rows}
    return Counts(told.get(True, 0), told.get(False, 0))


def _list_nodes(
    store: Store, span: Span, label: str, way: Way, after: str, limit: int
) -> list[Row]:
    statement = cypher.LIST_NODES.get((_ground(span), label))
    if statement is None or way is Way.CHANGED:
        return []
    told = {**_asked(span), "came": way is Way.CAME, "after": after, "limit": limit}
    return store.read(statement, **told)


def _list_links(store: Store, span: Span, kind: str, way: Way, after: str, limit: int) -> list[Row]:
    """Look at some starts after another, more each time while few are found."""
    found: list[Row] = []
    starts_of = pages.STARTS[cypher.STARTS_OF.get(kind, "Enterprise")]
    first, size = after.partition(MARK)[0], FIRST_STARTS
    while len(found) < limit:
        starts = [row["code"] for row in store.read(starts_of, first=first, limit=size)]
        found += _read_links(store, span, kind, way, starts, after, limit - len(found))
        if len(starts) < size:
            break
        first, size = starts[-1] + MARK, min(2 * size, MOST_STARTS)
    return found


def _stream_links(store: Store, span: Span, kind: str, way: Way) -> Iterator[Found]:
    """Yield what starts at each few thousand nodes after another."""
    starts_of = pages.STARTS[cypher.STARTS_OF.get(kind, "Enterprise")]
    first, size = "", MOST_STARTS
    while size == MOST_STARTS:
        rows = store.read(starts_of, first=first, limit=MOST_STARTS)
        starts, size = [row["code"] for row in rows], len(rows)
        yield from _stream_part(store, span, kind, way, starts)
        first = starts[-1] + MARK if starts else first


def _stream_part(
    store: Store, span: Span, kind: str, way: Way, starts: list[str]
) -> Iterator[Found]:
    after, size = "", AT_ONCE
    while size == AT_ONCE:
        rows = _read_links(store, span, kind, way, starts, after, AT_ONCE)
        yield from (_found(row, way) for row in rows)
        after, size = rows[-1]["key"] if rows else after, len(rows)


def _read_links(
    store: Store, span: Span, kind: str, way: Way, starts: Iterable[str], after: str, limit: int
) -> list[Row]:
    statements = cypher.LIST_GONE if way is Way.WENT else cypher.LIST_NEW
    return store.read(
        statements[_ground(span), kind],
        **_asked(span),
        codes=list(starts),
        changed=way is Way.CHANGED,
        after=after,
        mark=MARK,
        limit=limit,
    )


def _found(row: Row, way: Way) -> Found:
    link, former = row.get("link") or {}, row.get("former") or {}
    return Found(
        row["key"],
        row["start"],
        row["start_name"] or "",
        row["start_name_en"] or "",
        row.get("end") or "",
        row.get("end_name") or "",
        row.get("end_name_en") or "",
        link if way is Way.WENT else former,
        {} if way is Way.WENT else link,
    )
