"""Moving, pinning and removing meetings by hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from chainmatch import audit
from chainmatch.conference.placing import Placing
from chainmatch.conference.view import Whole, load_whole
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.conference.meetings import (
    Meeting,
    MeetingState,
    Version,
    VersionKind,
    make_meeting,
)
from graph.domain.conference.phases import TAKES_TIMETABLES
from graph.errors import BadInput, Conflict, NotFound
from graph.messages import Message, message
from graph.store import Store
from graph.store.conference import timetables

Meetings = tuple[Meeting, ...]
PINNED = message("固定 %(a)s 与 %(b)s 的会谈")
UNPINNED = message("取消固定 %(a)s 与 %(b)s 的会谈")


def move(
    store: Store,
    *,
    actor: Account,
    code: str,
    pair: str,
    seen: tuple[str, str] | None,
    slot: str,
    table: str,
    now: datetime,
) -> None:
    """Put a pair's meeting into a slot at a table (empty: any that is free).

    ``seen``: where the person saw it, None for nowhere. Raises Conflict with what stands in the
    way, or where somebody moved it meanwhile; NotFound, BadInput.
    """
    whole = _open(store, code)
    a, b = _parties(whole, pair)
    if slot not in whole.slot or (table and table not in whole.table):
        raise BadInput("没有这个时段或桌子。")

    def change(before: Meetings) -> Sequence[Meeting]:
        present = _find(before, pair)
        if (present.place if present else None) != seen:
            raise Conflict("您打开之后，这场会谈已被别人移动，请刷新后再试。")
        _check_planned(present)
        others = tuple(each for each in before if each.id != pair)
        placing = Placing(whole, (a, b), others)
        wished = present.table if present else ""
        chosen = table or placing.choose_table(slot, wished)
        if chosen is None:
            raise Conflict("这个时段没有空桌子。")
        if words := placing.why_not(slot, chosen):
            raise Conflict(words.template, **words.values)
        made = make_meeting(a, b, slot, chosen, is_pinned=bool(present and present.is_pinned))
        return [*others, made]

    note = message(
        "%(a)s 与 %(b)s 移到 %(time)s",
        a=whole.party[a].name,
        b=whole.party[b].name,
        time=whole.time(slot),
    )
    _change(store, actor, code, change, note, now)


def pin(
    store: Store, *, actor: Account, code: str, pair: str, is_pinned: bool, now: datetime
) -> None:
    """Keep a meeting in its slot whatever is scheduled anew, or let it go. Raises NotFound."""
    whole = _open(store, code)

    def change(before: Meetings) -> Sequence[Meeting]:
        present = _present(before, pair)
        return [*(e for e in before if e.id != pair), replace(present, is_pinned=is_pinned)]

    a, b = _parties(whole, pair)
    words = PINNED if is_pinned else UNPINNED
    note = replace(words, values={"a": whole.party[a].name, "b": whole.party[b].name})
    _change(store, actor, code, change, note, now)


def remove(store: Store, *, actor: Account, code: str, pair: str, now: datetime) -> None:
    """Take a meeting off the timetable. Raises NotFound, Conflict: it was held."""
    whole = _open(store, code)

    def change(before: Meetings) -> Sequence[Meeting]:
        _check_planned(_present(before, pair))
        return [each for each in before if each.id != pair]

    a, b = _parties(whole, pair)
    note = message("移除 %(a)s 与 %(b)s 的会谈", a=whole.party[a].name, b=whole.party[b].name)
    _change(store, actor, code, change, note, now)


def _change(
    store: Store,
    actor: Account,
    code: str,
    change: Callable[[Meetings], Sequence[Meeting]],
    note: Message,
    now: datetime,
) -> None:
    version = Version(0, VersionKind.EDIT, note, actor.email, "")
    made = timetables.change_timetable(store, code, change, version, at=now)
    after = {"version": made.number, "note": str(note)}
    audit.record(
        store, actor=actor, verb=Verb.CONFERENCE_MEETING, subject=code, after=after, at=now
    )


def _open(store: Store, code: str) -> Whole:
    whole = load_whole(store, code)
    if whole.conference.phase not in TAKES_TIMETABLES:
        raise Conflict("现在不能改动时间表：意愿还没有截止，或会议已经举行。")
    return whole


def _parties(whole: Whole, pair: str) -> tuple[str, str]:
    a, _, b = pair.partition("~")
    if a not in whole.party or b not in whole.party or a >= b:
        raise NotFound("没有这家参会企业，可能已被移除。")
    return a, b


def _find(meetings: Meetings, pair: str) -> Meeting | None:
    return next((each for each in meetings if each.id == pair), None)


def _present(meetings: Meetings, pair: str) -> Meeting:
    found = _find(meetings, pair)
    if found is None:
        raise NotFound("没有这场会谈，可能已被移走。")
    return found


def _check_planned(meeting: Meeting | None) -> None:
    if meeting is not None and meeting.state != MeetingState.PLANNED:
        raise Conflict("这场会谈已经举行，不能再移动。")
