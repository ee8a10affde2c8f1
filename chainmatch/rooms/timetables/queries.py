"""What the pages of the timetables room show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chainmatch.conference.publishing import list_stale
from chainmatch.conference.view import Whole, load_whole
from chainmatch.formats import local_date
from chainmatch.rooms.timetables.instances import build_cases
from chainmatch.rooms.timetables.running import NAME
from chainmatch.scheduling.checks import Finding, check_instance
from chainmatch.scheduling.repair import Kind
from chainmatch.web import Page
from graph.domain.conference.meetings import Difference, Meeting, Version, compare
from graph.domain.job import Job, remaining_seconds
from graph.domain.message_json import message_from_json
from graph.messages import Message
from graph.store import Store
from graph.store.conference import parties, timetables
from graph.store.conference.party_ties import find_ties
from graph.store.work import jobs

ROWS = 50
VERSIONS = 20
RECENT_JOBS = 50


@dataclass(frozen=True)
class LeftOut:
    """A wish that is not scheduled: whose, why, and what would mend it."""

    a: str
    b: str
    weight: float
    words: Message
    mend: Message


@dataclass(frozen=True)
class Run:
    """A run of a conference with what can only be told at this moment."""

    job: Job
    remaining: int | None

    @property
    def offers(self) -> dict[Kind, dict[str, Any]]:
        """The offers that were worked out."""
        found = self.job.result.get("offers", {})
        return {kind: found[kind.value] for kind in Kind if kind.value in found}


@dataclass(frozen=True)
class TimetablePage:
    """How a timetable stands: its latest version, what is in its way, its history."""

    whole: Whole
    latest: Version
    left_out: list[LeftOut]
    page: Page
    findings: list[Finding]
    wishes: int
    unpublished: Difference
    stale: list[Meeting]
    versions: list[Version]
    run: Run | None


def show_timetable(store: Store, code: str, *, number: int, now: datetime) -> TimetablePage:
    """Show the working timetable. Raises NotFound."""
    whole = load_whole(store, code)
    wishes = parties.list_wishes(store, code)
    meetings = timetables.list_meetings(store, code)
    latest = timetables.find_version(store, code, whole.conference.latest)
    published = timetables.find_version(store, code, whole.conference.published)
    ties = find_ties(store, code, at=local_date(now))
    findings = [
        finding
        for case in build_cases(whole, wishes, meetings, ties, gap_weight=0.0)
        for finding in check_instance(case.instance)
    ]
    left_out = read_left_out(latest)
    page = Page(number, ROWS, len(left_out))
    return TimetablePage(
        whole=whole,
        latest=latest,
        left_out=left_out[page.offset : page.offset + ROWS],
        page=page,
        findings=findings,
        wishes=len(wishes),
        unpublished=compare(published.meetings, meetings),
        stale=list_stale(whole, meetings),
        versions=timetables.list_versions(store, code, skip=0, limit=VERSIONS),
        run=find_last_run(store, code, now),
    )


def find_last_run(store: Store, code: str, now: datetime) -> Run | None:
    """Return the last run of a conference, or None."""
    recent = jobs.list_jobs(store, [NAME], skip=0, limit=RECENT_JOBS)
    job = next((each for each in recent if each.params["conference"] == code), None)
    return Run(job, remaining_seconds(job, now)) if job else None


def read_left_out(version: Version) -> list[LeftOut]:
    """Return what a version left out, the heaviest first."""
    found = [
        LeftOut(
            each["a"],
            each["b"],
            each["weight"],
            message_from_json(each["words"]),
            message_from_json(each["mend"]),
        )
        for each in version.left_out
    ]
    return sorted(found, key=lambda each: -each.weight)


def compare_versions(store: Store, code: str, older: int, newer: int) -> Difference:
    """Return what changed from one version to another. Raises NotFound."""
    versions = [timetables.find_version(store, code, number) for number in (older, newer)]
    return compare(*(each.meetings for each in versions))


def sorted_meetings(whole: Whole, meetings: Sequence[Meeting]) -> list[Meeting]:
    """Order meetings as a day goes."""
    order = {slot.id: place for place, slot in enumerate(whole.slots)}
    return sorted(meetings, key=lambda each: (order.get(each.slot, 0), whole.label(each.table)))
