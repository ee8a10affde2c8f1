"""The timetable of a conference in the graph: one working timetable, and every version it had."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from graph.domain.clock import instant_text
from graph.domain.conference.meetings import (
    Meeting,
    MeetingState,
    Version,
    VersionKind,
    compare,
)
from graph.domain.conference.phases import Phase
from graph.domain.message_json import message_from_json, message_to_json
from graph.errors import Conflict, NotFound
from graph.store.conference.conferences import find_conference, lock
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.conference import timetables as cypher

Meetings = tuple[Meeting, ...]
RACES = 12
"""A change that another came before is worked out again so often."""


def list_meetings(store: Store, code: str) -> Meetings:
    """List the working timetable by slot and table."""
    return tuple(_meeting(row) for row in store.read(cypher.LIST, code=code))


def change_timetable(
    store: Store,
    code: str,
    change: Callable[[Meetings], Sequence[Meeting]],
    version: Version,
    *,
    at: datetime,
    based_on: int | None = None,
) -> Version:
    """Replace the working timetable by ``change`` of it, whole or not at all; keep it as a version.

    ``based_on``: the version that the change was worked out from. Raises Conflict where another
    came first or where a party or table would be booked twice; and what ``change`` raises.
    """

    def work(transaction: Transaction) -> Version:
        latest = lock(transaction, code, at)["latest"]
        if based_on is not None and latest != based_on:
            raise _changed_meanwhile()
        before = tuple(_meeting(row) for row in transaction.run(cypher.LIST, code=code))
        after = tuple(sorted(change(before), key=lambda each: (each.slot, each.table)))
        _apply(transaction, code, before, after)
        made = replace(version, number=latest + 1, meetings=after, made_at=instant_text(at))
        _save_version(transaction, code, made)
        return made

    for _ in range(RACES):
        seen = find_conference(store, code).latest
        try:
            return store.transact(work)
        except Conflict as error:
            if not _is_taken(error):
                raise
            if find_conference(store, code).latest == seen:
                raise _as_double() from error
    raise _changed_meanwhile()


def book(store: Store, code: str, meeting: Meeting) -> None:
    """Add one meeting with its bookings. Raises Conflict where somebody is taken."""

    def work(transaction: Transaction) -> None:
        _apply(transaction, code, (), (meeting,))

    try:
        store.transact(work)
    except Conflict as error:
        raise (_as_double() if _is_taken(error) else error) from error


def list_versions(store: Store, code: str, *, skip: int, limit: int) -> list[Version]:
    """List the versions without their meetings, the newest first."""
    rows = store.read(cypher.LIST_VERSIONS, code=code, skip=skip, limit=limit)
    return [_version(row) for row in rows]


def find_version(store: Store, code: str, number: int) -> Version:
    """Return a version with its meetings; number 0 is the empty one. Raises NotFound."""
    if number == 0:
        return Version(0, VersionKind.EDIT, message_from_json(""), "", "")
    row = store.read_one(cypher.FIND_VERSION, id=_version_id(code, number))
    if row is None:
        raise NotFound("没有这一版时间表。")
    meetings = tuple(_meeting(each) for each in json.loads(row["meetings"]))
    return replace(_version(row), meetings=meetings, left_out=tuple(json.loads(row["left_out"])))


def publish(store: Store, code: str, number: int, phase: Phase, *, at: datetime) -> None:
    """Show a version to those who take part. Raises Conflict where it is not the latest."""

    def work(transaction: Transaction) -> None:
        if lock(transaction, code, at)["latest"] != number:
            raise Conflict("您打开之后，时间表已被别人改动，请刷新后再试。")
        transaction.run(cypher.PUBLISH, code=code, number=number, phase=phase.value)

    store.transact(work)


def _apply(transaction: Transaction, code: str, before: Meetings, after: Meetings) -> None:
    """Bring the graph from one timetable to another, touching only what differs."""
    difference = compare(before, after)
    gone = [meeting.id for meeting in difference.removed]
    known = {meeting.id: meeting for meeting in before}
    changed = [each for each in after if known.get(each.id) != each]
    moved = [e for e in changed if e.id in known and _holds(known[e.id]) != _holds(e)]
    transaction.run(cypher.FREE, ids=[*gone, *(meeting.id for meeting in moved)])
    transaction.run(cypher.REMOVE, ids=gone)
    rows = [_values(meeting) for meeting in difference.added]
    if len(transaction.run(cypher.CREATE, code=code, rows=rows)) != len(rows):
        raise NotFound("没有这家参会企业，可能已被移除。")
    transaction.run(cypher.SET, rows=[_values(meeting) for meeting in changed])
    bookings = [row for each in (*difference.added, *moved) for row in _bookings(each)]
    transaction.run(cypher.BOOK, code=code, rows=bookings)


def _holds(meeting: Meeting) -> tuple[tuple[str, str], bool]:
    return meeting.place, meeting.is_booked


def _bookings(meeting: Meeting) -> list[dict[str, str]]:
    return [
        {
            "id": f"{holder}@{meeting.slot}",
            "holder": holder,
            "slot": meeting.slot,
            "meeting": meeting.id,
        }
        for holder in meeting.holders
        if meeting.is_booked
    ]


def _save_version(transaction: Transaction, code: str, version: Version) -> None:
    transaction.run(
        cypher.SAVE_VERSION,
        code=code,
        id=_version_id(code, version.number),
        number=version.number,
        kind=version.kind.value,
        note=message_to_json(version.note),
        by=version.made_by,
        now=version.made_at,
        meetings=_json([asdict(meeting) for meeting in version.meetings]),
        figures=_json({**(version.figures or {}), "meetings": len(version.meetings)}),
        left_out=_json(list(version.left_out)),
    )


def _is_taken(error: Conflict) -> bool:
    """Whether the database refused a key: a booking's, or the number of a version."""
    return error.message == Conflict("这条记录已经存在。").message


def _as_double() -> Conflict:
    """Say in words of the timetable what the database refused."""
    return Conflict("同一时段里有一方或这张桌子刚刚被别人占用，没有改动任何会谈，请刷新后再试。")


def _changed_meanwhile() -> Conflict:
    return Conflict("您打开之后，时间表已被别人改动，请刷新后再试。")


def _version_id(code: str, number: int) -> str:
    return f"{code}/{number}"


def save_state(store: Store, code: str, meeting_id: str, state: MeetingState) -> None:
    """Write down whether a meeting was held; where somebody failed to come, its place is free.

    Raises NotFound; Conflict where its place was given to others meanwhile.
    """

    def work(transaction: Transaction) -> None:
        rows = transaction.run(cypher.SET_STATE, code=code, id=meeting_id, state=state.value)
        if not rows:
            raise NotFound("没有这场会谈，可能已被移走。")
        transaction.run(cypher.FREE, ids=[meeting_id])
        transaction.run(cypher.BOOK, code=code, rows=_bookings(_meeting(rows[0])))

    try:
        store.transact(work)
    except Conflict as error:
        raise (_as_double() if _is_taken(error) else error) from error


def _values(meeting: Meeting) -> dict[str, Any]:
    return {**asdict(meeting), "id": meeting.id, "state": meeting.state.value}


def _meeting(row: Row) -> Meeting:
    return Meeting(**{**row, "state": MeetingState(row["state"])})


def _version(row: Row) -> Version:
    return Version(
        number=row["number"],
        kind=VersionKind(row["kind"]),
        note=message_from_json(row["note"]),
        made_by=row["made_by"],
        made_at=row["made_at"],
        figures=json.loads(row["figures"]),
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
