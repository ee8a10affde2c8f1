"""Publishing a timetable: shown to those who take part, told to those whose agenda changed."""

from collections.abc import Iterable
from datetime import datetime

from chainmatch import audit
from chainmatch.conference.view import Whole, load_whole
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.conference.meetings import Meeting, MeetingState, compare
from graph.domain.conference.phases import Phase
from graph.domain.notice import Notice, NoticeKind
from graph.errors import BadInput, Conflict
from graph.messages import Message, message
from graph.store import Store
from graph.store.conference import conferences, timetables
from graph.store.post.notices import notify_enterprise


def publish(store: Store, *, actor: Account, code: str, number: int, now: datetime) -> int:
    """Show the timetable to those who take part; tell only whose agenda changed. Return how many.

    Raises Conflict where it is not the latest or not the time.
    """
    conference = conferences.find_conference(store, code)
    if conference.phase not in {Phase.REVIEW, Phase.PUBLISHED}:
        raise Conflict("进入“复核”阶段后才能公布。")
    if number == 0:
        raise BadInput("还没有时间表可以公布。")
    stale = list_stale(load_whole(store, code), timetables.list_meetings(store, code))
    if stale:
        raise Conflict(
            "有 %(count)s 场会谈的一方已不参会，请先算出改法或移除，再公布。", count=len(stale)
        )
    before = timetables.find_version(store, code, conference.published)
    after = timetables.find_version(store, code, number)
    timetables.publish(store, code, number, Phase.PUBLISHED, at=now)
    affected = compare(before.meetings, after.meetings).affected
    words = (
        message("“%(name)s”的会谈安排有变化，请查看您的议程。", name=conference.name)
        if conference.published
        else message("“%(name)s”的会谈安排已公布，请查看您的议程。", name=conference.name)
    )
    _tell(store, code, affected, words, now)
    audit.record(
        store,
        actor=actor,
        verb=Verb.CONFERENCE_PUBLISHED,
        subject=code,
        after={"version": number, "told": len(affected)},
        at=now,
    )
    return len(affected)


def list_stale(whole: Whole, meetings: Iterable[Meeting]) -> list[Meeting]:
    """List meetings still planned with somebody who does not come any more."""
    coming = {each.id for each in whole.parties if each.is_coming}
    return [
        each
        for each in meetings
        if each.state == MeetingState.PLANNED and not {each.a, each.b} <= coming
    ]


def ask_outcomes(store: Store, code: str, *, is_later: bool, now: datetime) -> int:
    """Ask all who were to meet what came of it; half a year later once more. Return how many."""
    whole = load_whole(store, code)
    published = timetables.find_version(store, code, whole.conference.published)
    met = frozenset(party for each in published.meetings for party in (each.a, each.b))
    words = (
        message("“%(name)s”过去一段时间了，请登记各场会谈的新进展。", name=whole.conference.name)
        if is_later
        else message("“%(name)s”已举行，请登记各场会谈的结果。", name=whole.conference.name)
    )
    _tell(store, code, met, words, now)
    return len(met)


def _tell(
    store: Store, code: str, party_ids: frozenset[str], words: Message, now: datetime
) -> None:
    whole = load_whole(store, code)
    for party_id in sorted(party_ids & whole.party.keys()):
        party = whole.party[party_id]
        notice = Notice(
            NoticeKind.CONFERENCE, words, f"/parties/{party.id}/agenda", f"agenda:{code}"
        )
        notify_enterprise(store, party.enterprise, notice, at=now)
