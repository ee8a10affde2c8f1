"""What can be done with a timetable."""

from datetime import datetime

from chainmatch import audit
from chainmatch.rooms.timetables.running import NAME
from chainmatch.scheduling.repair import Kind
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.conference.conference import Conference
from graph.domain.conference.meetings import (
    Meeting,
    MeetingState,
    Version,
    VersionKind,
    keep_done,
)
from graph.domain.conference.phases import ORDER, TAKES_TIMETABLES, Phase
from graph.domain.job import Job, JobState
from graph.errors import BadInput, Conflict, NotFound
from graph.messages import message
from graph.store import Store
from graph.store.conference import conferences, timetables
from graph.store.work import jobs

LONGEST_SECONDS = 120
GAP_WEIGHT = 5.0
"""Meeting a scarce node at all is worth as much as a must."""


def start(
    store: Store,
    *,
    actor: Account,
    code: str,
    seconds: int,
    offers: bool,
    is_gap_aware: bool,
    now: datetime,
) -> Job:
    """Queue a run, or the working out of three offers. Raises Conflict: not the time."""
    conference = check_time(store, code)
    if not 1 <= seconds <= LONGEST_SECONDS:
        raise BadInput("请选择排期用多少秒。")
    if conference.phase == Phase.CLOSED:
        conferences.set_phase(store, conference, Phase.DRAFT, at=now)
    job = jobs.enqueue(
        store,
        kind=NAME,
        params={
            "conference": code,
            "seconds": seconds,
            "offers": offers,
            "gap_weight": GAP_WEIGHT if is_gap_aware else 0.0,
        },
        created_by=actor.email,
        at=now,
        key=f"{NAME}:{code}",
        lane=f"{NAME}:{code}",
    )
    _record(store, actor, code, now, {"run": job.id, "offers": offers})
    return job


def cancel(store: Store, *, job_id: str, code: str, now: datetime) -> None:
    """Stop a run; what it has found so far is kept. Raises NotFound, Conflict."""
    find_run(store, code, job_id)
    if not jobs.cancel(store, job_id, at=now):
        raise Conflict("这次排期已经结束。")


def find_run(store: Store, code: str, job_id: str) -> Job:
    """Return a run of this conference. Raises NotFound."""
    job = jobs.find_job(store, job_id)
    if job.kind != NAME or job.params["conference"] != code:
        raise NotFound("没有这次排期。")
    return job


def take_offer(
    store: Store, *, actor: Account, code: str, job_id: str, kind: Kind, now: datetime
) -> Version:
    """Make one of the offers the working timetable. Raises NotFound, Conflict: changed since."""
    check_time(store, code)
    job = find_run(store, code, job_id)
    if job.state != JobState.DONE or kind.value not in job.result.get("offers", {}):
        raise NotFound("没有这个改法，请重新计算。")
    offer = job.result["offers"][kind.value]
    meetings = [
        Meeting(**{**each, "state": MeetingState(each["state"])}) for each in offer["meetings"]
    ]
    version = Version(
        0,
        VersionKind.RUN,
        message("采用改法，移动 %(moved)s 场", moved=offer["moved"]),
        actor.email,
        "",
        figures=offer["figures"],
        left_out=tuple(offer["left_out"]),
    )
    made = timetables.change_timetable(
        store,
        code,
        lambda before: keep_done(meetings, before),
        version,
        at=now,
        based_on=job.result["based_on"],
    )
    _record(store, actor, code, now, {"offer": kind.value, "version": made.number})
    return made


def roll_back(
    store: Store, *, actor: Account, code: str, number: int, based_on: int, now: datetime
) -> Version:
    """Make an older version the working timetable, as a new version. Raises NotFound, Conflict."""
    check_time(store, code)
    older = timetables.find_version(store, code, number)
    is_undo = number == based_on - 1
    version = Version(
        0,
        VersionKind.UNDO if is_undo else VersionKind.ROLLBACK,
        message("恢复到第 %(number)s 版", number=number),
        actor.email,
        "",
        figures=older.figures,
        left_out=older.left_out,
    )
    made = timetables.change_timetable(
        store,
        code,
        lambda before: keep_done(older.meetings, before),
        version,
        at=now,
        based_on=based_on,
    )
    _record(store, actor, code, now, {"back_to": number, "version": made.number})
    return made


def check_time(store: Store, code: str) -> Conference:
    """Return the conference where timetables may be made now. Raises Conflict."""
    conference = conferences.find_conference(store, code)
    if conference.phase not in TAKES_TIMETABLES:
        if ORDER.index(conference.phase) < ORDER.index(Phase.CLOSED):
            raise Conflict("意愿还没有截止，截止后才能排期。")
        raise Conflict("会议已经举行，时间表不能再改。")
    return conference


def _record(store: Store, actor: Account, code: str, now: datetime, after: dict) -> None:
    audit.record(
        store, actor=actor, verb=Verb.CONFERENCE_TIMETABLE, subject=code, after=after, at=now
    )
