"""Making a timetable as the worker does it."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from chainmatch.background.work import JobKind, Outcome
from chainmatch.conference.view import Whole, load_whole
from chainmatch.config import Config
from chainmatch.formats import today
from chainmatch.rooms.timetables.instances import Case, build_cases
from chainmatch.scheduling.budget import Budget
from chainmatch.scheduling.changes import without_previous
from chainmatch.scheduling.repair import Kind, Offer, make_offers
from chainmatch.scheduling.solve import solve
from chainmatch.scheduling.timetable import Timetable, Unscheduled, score
from graph.domain.clock import now
from graph.domain.conference.meetings import Meeting, Version, VersionKind, keep_done
from graph.domain.job import Job
from graph.domain.message_json import message_to_json
from graph.domain.progress import Progress
from graph.errors import BadInput, Cancelled
from graph.messages import Message, message
from graph.store import Store
from graph.store.conference import conferences, parties, timetables
from graph.store.conference.party_ties import find_ties

NAME = "timetable"
PERCENT = 100


class SteppedProgress:
    """The progress of one of several sessions; an ending worker ends it, a person keeps the best.

    Raises Cancelled once; what is more than a person's wish to stop is raised again by ``check``.
    """

    def __init__(self, inner: Progress, step: int, steps: int) -> None:
        self._inner, self._step, self._steps = inner, step, steps
        self.ended: Cancelled | None = None

    def __call__(self, done: int, total: int, note: Message) -> None:
        """Report as a part of the whole."""
        try:
            whole = PERCENT * self._steps
            self._inner(self._step * PERCENT + PERCENT * done // max(total, 1), whole, note)
        except Cancelled as error:
            self.ended = error
            raise

    @property
    def is_stopped(self) -> bool:
        """Somebody wants no more. Raises what ended the worker itself."""
        if self.ended is not None and type(self.ended) is not Cancelled:
            raise self.ended
        return self.ended is not None


def run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Make a timetable, or three offers to change the present one. Stopped, keep the best so far.

    Raises BadInput where there is nothing to schedule, Conflict where somebody was faster.
    """
    code = job.params["conference"]
    based_on = conferences.find_conference(store, code).latest
    whole = load_whole(store, code)
    before = timetables.list_meetings(store, code)
    cases = build_cases(
        whole,
        parties.list_wishes(store, code),
        before,
        find_ties(store, code, at=today()),
        gap_weight=job.params.get("gap_weight", 0.0),
    )
    if not cases:
        raise BadInput("还没有可以排的会谈：请先征集意愿，或检查分组和专场。")
    if job.params.get("offers"):
        return _offer(cases, job, progress, based_on)
    return _schedule(store, whole, cases, job, progress, based_on)


def _schedule(
    store: Store, whole: Whole, cases: list[Case], job: Job, progress: Progress, based_on: int
) -> Outcome:
    seconds = job.params["seconds"] / len(cases)
    meetings: list[Meeting] = []
    left_out: list[Mapping[str, Any]] = []
    figures: list[Mapping[str, Any]] = []
    is_stopped = False
    for step, case in enumerate(cases):
        stepped = SteppedProgress(progress, step, len(cases))
        budget = Budget(seconds if not is_stopped else 0.0, seed=1, progress=stepped)
        solved = solve(without_previous(case.instance), budget)
        is_stopped = is_stopped or stepped.is_stopped
        meetings += case.meetings(solved.timetable)
        left_out += [_left_out(case, each) for each in solved.timetable.unscheduled]
        figures.append(_figures(case, solved.timetable, solved.bound))
    version = Version(
        0,
        VersionKind.RUN,
        message("自动排期，排了 %(count)s 场", count=len(meetings)),
        job.created_by,
        "",
        figures=_sum(figures),
        left_out=tuple(left_out),
    )
    made = timetables.change_timetable(
        store,
        whole.conference.code,
        lambda before: keep_done(meetings, before),
        version,
        at=now(),
        based_on=based_on,
    )
    note = message(
        "排了 %(count)s 场会谈，%(left)s 个意愿没有排上。",
        count=len(meetings),
        left=len(left_out),
    )
    return Outcome(note, {"version": made.number, "stopped": is_stopped})


def _offer(cases: list[Case], job: Job, progress: Progress, based_on: int) -> Outcome:
    seconds = job.params["seconds"] / len(cases)
    offers: list[tuple[Case, tuple[Offer, ...]]] = []
    is_stopped = False
    for step, case in enumerate(cases):
        stepped = SteppedProgress(progress, step, len(cases))
        budget = Budget(0.0 if is_stopped else seconds, seed=1, progress=stepped)
        offers.append((case, make_offers(case.instance, budget)))
        is_stopped = is_stopped or stepped.is_stopped
    found = {kind.value: _as_result(kind, offers) for kind in Kind}
    return Outcome(message("三种改法已算好，请选择。"), {"based_on": based_on, "offers": found})


def _as_result(kind: Kind, offers: list[tuple[Case, tuple[Offer, ...]]]) -> Mapping[str, Any]:
    """Put the offers of one kind, one a session, together."""
    meetings: list[Mapping[str, Any]] = []
    left_out: list[Mapping[str, Any]] = []
    figures: list[Mapping[str, Any]] = []
    moved = 0
    for case, three in offers:
        offer = next(each for each in three if each.kind == kind)
        meetings += [asdict(each) for each in case.meetings(offer.timetable)]
        left_out += [_left_out(case, each) for each in offer.timetable.unscheduled]
        figures.append(_figures(case, offer.timetable, 0.0))
        moved += offer.moved
    return {
        "moved": moved,
        "meetings": meetings,
        "left_out": left_out,
        "figures": _sum(figures),
    }


def _figures(case: Case, timetable: Timetable, bound: float) -> Mapping[str, Any]:
    found = score(case.instance, timetable.meetings)
    return {
        "weight": found.weight,
        "bound": bound,
        "parties_met": found.parties_met,
        "idle_slots": found.idle_slots,
        "table_changes": found.table_changes,
        "left_out": len(timetable.unscheduled),
        "gaps": len(case.instance.gaps),
        "gaps_met": found.gaps_met,
    }


def _sum(figures: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    return {name: sum(each[name] for each in figures) for name in figures[0]}


def _left_out(case: Case, each: Unscheduled) -> Mapping[str, Any]:
    a, b = case.pairs[each.request]
    return {
        "a": a,
        "b": b,
        "weight": case.instance.request[each.request].weight,
        "code": each.code,
        "words": message_to_json(each.words),
        "mend": message_to_json(each.mend) if each.mend else "",
    }


KIND = JobKind(NAME, run)
