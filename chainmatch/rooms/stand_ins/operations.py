"""Giving a pair another place on the day, or a party another partner."""

from collections.abc import Sequence
from datetime import datetime

from chainmatch.conference.day import check_day, record_day
from chainmatch.conference.placing import Placing
from chainmatch.conference.publishing import publish
from chainmatch.conference.view import load_whole
from graph.domain.account import Account
from graph.domain.conference.meetings import (
    Meeting,
    MeetingState,
    Version,
    VersionKind,
    make_meeting,
)
from graph.domain.conference.phases import Phase
from graph.errors import BadInput, Conflict, NotFound
from graph.messages import message
from graph.store import Store
from graph.store.conference import timetables

Meetings = tuple[Meeting, ...]


def place(
    store: Store, *, actor: Account, code: str, pair: str, slot: str, table: str, now: datetime
) -> int:
    """Put a pair into a slot at a table and publish it; return how many parties were told.

    Raises Conflict with what stands in the way; NotFound, BadInput.
    """
    if check_day(store, code) != Phase.PUBLISHED:
        raise Conflict("会议已经举行，时间表不能再改。")
    whole = load_whole(store, code)
    a, _, b = pair.partition("~")
    if a not in whole.party or b not in whole.party or a >= b:
        raise NotFound("没有这家参会企业，可能已被移除。")
    if slot not in whole.slot or table not in whole.table:
        raise BadInput("没有这个时段或桌子。")

    def change(before: Meetings) -> Sequence[Meeting]:
        if any(each.id == pair and each.state != MeetingState.NO_SHOW for each in before):
            raise Conflict("这两家已经有会谈，请刷新后再试。")
        others = tuple(each for each in before if each.id != pair)
        if words := Placing(whole, (a, b), others).why_not(slot, table):
            raise Conflict(words.template, **words.values)
        return [*others, make_meeting(a, b, slot, table)]

    note = message(
        "现场安排 %(a)s 与 %(b)s 在 %(time)s",
        a=whole.party[a].name,
        b=whole.party[b].name,
        time=whole.time(slot),
    )
    version = Version(0, VersionKind.EDIT, note, actor.email, "")
    made = timetables.change_timetable(store, code, change, version, at=now)
    record_day(store, actor, code, now, {"version": made.number, "note": str(note)})
    return publish(store, actor=actor, code=code, number=made.number, now=now)
