"""An enterprise's doings in one order of time, read page by page."""

from collections.abc import Iterator
from datetime import date, timedelta

from graph.domain.clock import date_text
from graph.domain.timeline import Event, EventKind, Period
from graph.schema import OPEN_END
from graph.store.connection import Row, Store
from graph.store.cypher.desk import timelines as cypher

FIELDS = ("id", "title", "title_en", "other", "other_name", "other_name_en", "detail")


def list_events(
    store: Store, enterprise: str, period: Period, *, skip: int, limit: int
) -> list[Event]:
    """List events, the latest first. Each kind is read as far as the page reaches."""
    asked = {**_asked(enterprise, period), "limit": skip + limit}
    found = [
        _event(kind, row)
        for kind in _kinds(period)
        for place, statement in enumerate(cypher.LISTS[kind])
        for row in store.read(statement, **asked, side=cypher.SIDES[place])
    ]
    found.sort(key=lambda event: (event.at, event.kind, event.id), reverse=True)
    return found[skip : skip + limit]


def count_events(store: Store, enterprise: str, period: Period) -> int:
    """Count what ``list_events`` lists."""
    asked = _asked(enterprise, period)
    return sum(
        store.read(statement, **asked)[0]["total"]
        for kind in _kinds(period)
        for statement in cypher.COUNTS[kind]
    )


def _kinds(period: Period) -> Iterator[EventKind]:
    return (kind for kind in EventKind if period.kind in ("", kind))


def _asked(enterprise: str, period: Period) -> dict[str, str]:
    until = period.until and date_text(date.fromisoformat(period.until) + timedelta(days=1))
    return {"code": enterprise, "since": period.since, "until": until or OPEN_END}


def _event(kind: EventKind, row: Row) -> Event:
    told = {name: row.get(name) or "" for name in FIELDS}
    return Event(kind, row["at"], row["what"], **told, by_us=bool(row.get("by_us", True)))
