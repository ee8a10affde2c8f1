"""What the duplicates room shows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chainmatch.background.map_survey import find_surveys
from chainmatch.duplicates.operations import find_work
from chainmatch.web import Page
from graph.data_quality.surveying import read_found
from graph.domain.codes import ENTERPRISE_SCHEMES, split_code
from graph.domain.duplicates import Candidate, Likeness, Verdict, pair_of
from graph.domain.job import Job, remaining_seconds
from graph.domain.merging.fields import FIELDS, Field, Side, differs, preset, told
from graph.errors import NotFound
from graph.recommend.spelling import find_enterprise
from graph.store import Store, merging
from graph.store.merging import duplicates as records
from graph.store.merging.duplicates import Shown

ROWS = 20
OTHER = len(ENTERPRISE_SCHEMES)


@dataclass(frozen=True)
class Pair:
    """A candidate with both records and what was said of it."""

    candidate: Candidate
    one: Shown
    other: Shown
    verdict: Verdict | None = None

    @property
    def stays(self) -> Shown:
        """Return which record to keep unless a person says otherwise: of the better known code."""
        return min(self.one, self.other, key=lambda each: _rank(each.code))

    @property
    def goes(self) -> Shown:
        """Return the other one."""
        return self.other if self.stays is self.one else self.one


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
    by_view = _by_view(store, found.candidates if found else ())
    merged = merging.count_merges(store)
    counts = {name: len(pairs) for name, pairs in by_view.items()} | {"merged": merged}
    page = Page(number, ROWS, counts[view])
    merges = merging.list_merges(store, skip=page.offset, limit=ROWS) if view == "merged" else []
    pairs = by_view.get(view, [])[page.offset : page.offset + ROWS]
    return Listed(view, pairs, merges, page, counts, survey, found.compared if found else 0)


def _by_view(store: Store, candidates: Sequence[Candidate]) -> dict[str, list[Pair]]:
    """Sort candidates by what was said of them; gone is one of which a record was merged."""
    verdicts = records.read_present_verdicts(store)
    candidates = [*candidates, *_chosen(verdicts, {each.pair for each in candidates})]
    codes = {code for each in candidates for code in (each.one, each.other)}
    shown = records.show(store, sorted(codes))
    by_view: dict[str, list[Pair]] = {"waiting": [], "later": [], "distinct": []}
    for each in candidates:
        if each.one not in shown or each.other not in shown:
            continue
        verdict = verdicts.get(each.pair)
        view = verdict.decision.value if verdict else "waiting"
        by_view[view].append(Pair(each, shown[each.one], shown[each.other], verdict))
    return by_view


def _chosen(verdicts: Collection[str], known: Collection[str]) -> Iterator[Candidate]:
    """Yield pairs that a person chose and judged, which no comparison of names proposed."""
    for pair in verdicts:
        one, other = pair.split("\n")
        if pair not in known and one != other:
            yield Candidate(one, other, Likeness(0, ()))


def _rank(code: str) -> tuple[int, str]:
    scheme, _ = split_code(code)
    known = ENTERPRISE_SCHEMES.index(scheme) if scheme in ENTERPRISE_SCHEMES else OTHER
    return known, code


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
