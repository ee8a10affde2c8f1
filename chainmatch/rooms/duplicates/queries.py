"""What the duplicates room shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chainmatch.background.map_survey import find_surveys
from chainmatch.choosing.region_choice import shown_region
from chainmatch.rooms.duplicates.operations import find_work
from chainmatch.web import Page
from graph.data_quality.surveying import read_found
from graph.domain.duplicates import Verdict, pair_of
from graph.domain.job import Job, remaining_seconds
from graph.domain.merging.fields import FIELDS, Field, Side, differs, preset, told
from graph.duplicates.judged import Pair, pairs_by_view
from graph.errors import NotFound
from graph.recommend.spelling import find_enterprise
from graph.store import Store, merging
from graph.store.merging import duplicates as records

ROWS = 20


@dataclass(frozen=True)
class Listed:
    """One page of candidates of a view; ``survey`` is what they come from, ``counts`` by view."""

    view: str
    pairs: list[Pair]
    merges: list[merging.Merge]
    page: Page
    counts: Mapping[str, int]
    survey: Job | None
    compared: int


@dataclass(frozen=True)
class Choice:
    """One field on which two records differ or only one says something."""

    field: Field
    stays: tuple[Any, ...]
    goes: tuple[Any, ...]
    side: Side
    differs: bool


@dataclass(frozen=True)
class Working:
    """A merge being done or undone."""

    job: Job
    remaining: int | None


def list_candidates(store: Store, view: str, *, number: int) -> Listed:
    """List candidates of a view, the likeliest first; merged ones the latest first."""
    _, survey = find_surveys(store)
    found = read_found(survey.result) if survey else None
    by_view = pairs_by_view(store, found.candidates if found else ())
    merged = merging.count_merges(store)
    counts = {name: len(pairs) for name, pairs in by_view.items()} | {"merged": merged}
    page = Page(number, ROWS, counts[view])
    merges = merging.list_merges(store, skip=page.offset, limit=ROWS) if view == "merged" else []
    pairs = by_view.get(view, [])[page.offset : page.offset + ROWS]
    return Listed(view, pairs, merges, page, counts, survey, found.compared if found else 0)


def find_pair(store: Store, one: str, other: str) -> tuple[str, str]:
    """Return the codes that two texts mean. Raises NotFound, BadInput."""
    return find_enterprise(store, one), find_enterprise(store, other)


def find_done(store: Store, *codes: str) -> merging.Merge | None:
    """Return the latest standing merge by which one of these records went."""
    found = (merging.find_standing_merge(store, code) for code in codes)
    return max(filter(None, found), key=lambda each: each.number, default=None)


def find_verdict(store: Store, one: str, other: str) -> Verdict | None:
    """Return what was said of a pair."""
    return records.read_present_verdicts(store).get(pair_of(one, other))


def list_choices(seen: merging.Preview, sides: Mapping[str, Side]) -> list[Choice]:
    """List the fields of which the records do not say the same."""
    stays, goes = seen.stays.node, seen.goes.node
    return [
        Choice(
            field,
            told(stays, field),
            told(goes, field),
            sides.get(field.name, preset(stays, goes, field)),
            differs(stays, goes, field),
        )
        for field in FIELDS
        if told(stays, field) != told(goes, field)
    ]


def name_regions(store: Store, seen: merging.Preview) -> dict[str, str]:
    """Name the regions of both records; what is no region's code stands for itself."""
    codes = {half.node.get("region") or "" for half in (seen.stays, seen.goes)}
    return {code: shown_region(store, code) for code in codes if code}


def show_work(store: Store, job_id: str, *, now: datetime) -> Working:
    """Return a merge being done. Raises NotFound."""
    job = find_work(store, job_id)
    return Working(job, remaining_seconds(job, now))


def list_people(seen: merging.Preview) -> list[str]:
    """List the accounts that come to the record that stays besides its own."""
    return [tie.other for tie in seen.goes.ties if tie.type == "ACTS_FOR"]


def check_view(view: str, views: Mapping[str, str]) -> str:
    """Return a view that there is. Raises NotFound."""
    if view not in views:
        raise NotFound("没有这张清单。")
    return view
