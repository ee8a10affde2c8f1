"""Versions of the map as programs read them: its changes, and what differs between two days."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from chainmatch.choosing.cursors import read_cursor
from chainmatch.choosing.search_form import clean
from chainmatch.formats import local_midnight
from chainmatch.rooms.api import forms, shapes
from chainmatch.rooms.api.queries import check_chain
from chainmatch.rooms.api.resources import Context, Slice, cut
from graph.domain.clock import instant_text
from graph.domain.history.change import MapChange, differing
from graph.domain.history.difference import LATEST, Ground, Span
from graph.store.history import changes, differences
from graph.store.history.changes import LAST, Wanted
from graph.store.history.differences import Found
from graph.viewing.keeping import keep

ENDS = frozenset({"start", "end"})


def list_changes(context: Context, asked: forms.Changes) -> Slice:
    """List changes, the newest first; days the wrong way round are turned."""
    since, until = asked.since, asked.until
    if since and until and since > until:
        since, until = until, since
    wanted = Wanted(
        since=_instant(since, 0, ""),
        until=_instant(until, 1, LAST),
        by=clean(asked.by),
        source=clean(asked.source),
        kind=asked.kind or "",
        object=asked.object.value if asked.object else "",
        run=clean(asked.run),
        chain=clean(asked.chain),
        words=clean(asked.q),
        code=clean(asked.code),
    )
    after = read_cursor(asked.cursor, str, "")
    found = changes.list_after(context.store, wanted, after=after, limit=asked.limit + 1)
    return cut([_change(each) for each in found], asked.limit, lambda row: row.id)


def list_differences(context: Context, asked: forms.Differences) -> Slice:
    """Count what differs, by kind; kinds without a difference are left out."""
    span, after = _span(context, asked), read_cursor(asked.cursor, str, "")
    found = keep(
        context.store, ("difference", span), partial(differences.count, context.store, span)
    )
    rows = [
        shapes.Difference(kind, counts.came, counts.went, counts.changed)
        for kind, counts in sorted(found.kinds.items())
        if counts.total and kind > after
    ]
    return cut(rows[: asked.limit + 1], asked.limit, lambda row: row.kind)


def list_rows(context: Context, asked: forms.DifferenceRows) -> Slice:
    """List what came, went or changed of one kind, by key."""
    after = read_cursor(asked.cursor, str, "")
    told = {"after": after, "limit": asked.limit + 1}
    kind = asked.kind.value
    span = _span(context, asked)
    found = differences.list_found(context.store, span, kind, asked.way, **told)
    page = cut(found, asked.limit, lambda row: row.key)
    return Slice([_row(kind, asked, each) for each in page.rows], page.after)


def _span(context: Context, asked: forms.Differences) -> Span:
    check_chain(context, asked.chain)
    one, two = sorted(min(each, LATEST) for each in (asked.one, asked.two or context.today))
    told = {
        Ground.CHAIN: asked.chain,
        Ground.REGION: clean(asked.region),
        Ground.INDUSTRY: clean(asked.industry),
    }
    named = [(ground, code) for ground, code in told.items() if code]
    ground, code = named[0] if named else (None, "")
    return Span(one.isoformat(), two.isoformat(), ground, code)


def _instant(day: date | None, days: int, untold: str) -> str:
    """Return when a day begins, or the one so many days later; beyond the calendar ``untold``."""
    try:
        return instant_text(local_midnight(day + timedelta(days=days))) if day else untold
    except OverflowError:
        return untold


def _change(each: MapChange) -> shapes.Change:
    return shapes.Change(
        each.id,
        each.at,
        each.by,
        each.about,
        each.run,
        each.source,
        each.kind,
        each.object,
        each.start,
        each.end,
        each.name,
        each.end_name,
        each.chains,
        _fields(each.before, each.after, each.fields),
    )


def _row(kind: str, asked: forms.DifferenceRows, found: Found) -> shapes.DifferenceRow:
    names = sorted({*found.before, *found.after} - ENDS)
    old, new = differing(found.before, found.after, names)
    return shapes.DifferenceRow(
        kind,
        asked.way,
        found.start,
        found.start_name,
        found.end,
        found.end_name,
        _fields(old, new, old),
    )


def _fields(
    before: Mapping[str, Any], after: Mapping[str, Any], names: Iterable[str]
) -> tuple[shapes.FieldChange, ...]:
    return tuple(shapes.FieldChange(name, before.get(name), after.get(name)) for name in names)
