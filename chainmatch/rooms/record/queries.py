"""What the pages of the record room show."""

from dataclasses import dataclass
from pathlib import Path

from flask import url_for

from chainmatch.config import Config
from chainmatch.filing.own_data_files import place_of
from chainmatch.i18n import gettext
from chainmatch.rooms.record import labels
from chainmatch.rooms.record.running import NAME
from chainmatch.web import Page
from chainmatch.wording.project_names import stage_word
from graph.domain.enterprise import Enterprise
from graph.domain.job import Job
from graph.domain.timeline import Event, EventKind, Period
from graph.errors import NotFound
from graph.store import Store
from graph.store.desk import timelines
from graph.store.map import enterprises
from graph.store.work import jobs

ROWS = 20
MOST_JOBS = 200


@dataclass(frozen=True)
class Shown:
    """An event with its words and the address of what it is about."""

    event: Event
    words: str
    address: str


@dataclass(frozen=True)
class Record:
    """A page of what an enterprise did."""

    enterprise: Enterprise
    events: list[Shown]
    page: Page


def show_record(store: Store, code: str, period: Period, *, number: int) -> Record:
    """Read a page of events, the latest first. Raises NotFound."""
    page = Page(number, ROWS, timelines.count_events(store, code, period))
    found = timelines.list_events(store, code, period, skip=page.offset, limit=ROWS)
    events = [Shown(each, _words(each), _address(each)) for each in found]
    return Record(the_enterprise(store, code), events, page)


def the_enterprise(store: Store, code: str) -> Enterprise:
    """Return the enterprise. Raises NotFound."""
    found = enterprises.find_enterprise(store, code)
    if found is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    return found


def last_export(store: Store, code: str) -> Job | None:
    """Return the latest work on an enterprise's data, or None."""
    found = jobs.list_jobs(store, [NAME], skip=0, limit=MOST_JOBS)
    return next((job for job in found if job.params.get("enterprise") == code), None)


def find_package(config: Config, code: str) -> Path | None:
    """Return the ZIP that stands ready for an enterprise, or None."""
    path = place_of(config, code)
    return path if path.is_file() else None


def _words(event: Event) -> str:
    if event.kind == EventKind.REQUEST:
        step = gettext(labels.STEPS.get(event.what, event.what))  # type: ignore[call-overload]
        outcome = labels.OUTCOMES.get(event.detail)  # type: ignore[call-overload]
        words = f"{step}：{gettext(outcome)}" if outcome else step
        return words if event.by_us else gettext("对方%(words)s", words=words)
    if event.kind == EventKind.MEETING:
        return gettext(labels.MEETINGS.get(event.what, event.what))  # type: ignore[call-overload]
    if event.kind == EventKind.LISTING:
        return gettext("发布%(kind)s", kind=gettext(labels.LISTINGS[event.what]))  # type: ignore[index]
    return stage_word(event.what)


def _address(event: Event) -> str:
    if event.kind == EventKind.REQUEST:
        return url_for("requests.page", request_id=event.id)
    if event.kind == EventKind.LISTING:
        return url_for("listings.page", listing_id=event.id)
    if event.kind == EventKind.PROJECT:
        return url_for("projects.page", code=event.id)
    return url_for("enterprises.page", code=event.other)
