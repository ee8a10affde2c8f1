"""The rows behind each figure of data quality, by the very predicate that was counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.data_quality.keeping import find_all
from graph.domain.data_quality import Finding, Report, Rule, Scope
from graph.store import Store
from graph.store.map.search import find_mark
from graph.store.soundness import coverage
from graph.store.soundness.coverage import Reading

MONTHS = 24
"""The age from which something counts as old, unless the reader says otherwise."""
MOST_MONTHS = 240
COVERED, OLD, FOUND = "coverage", "old", "rule"
FIGURES: dict[str, tuple[str, ...]] = {
    COVERED: coverage.MEASURES,
    OLD: (*coverage.LINKS, coverage.RECORDS),
    FOUND: tuple(rule.value for rule in Rule),
}
"""All figures there are, by kind."""


@dataclass(frozen=True)
class Asked:
    """Rows behind a figure: what of, of which scope; ``told`` False asks for those that lack it."""

    kind: str
    key: str
    scope: Scope
    told: bool
    months: int

    @property
    def is_measured(self) -> bool:
        """Tell whether there is such a figure."""
        return self.key in FIGURES.get(self.kind, ())

    def before(self, today: date) -> str:
        """Return the day before which what is told counts as old."""
        return months_before(today, self.months)


@dataclass(frozen=True)
class Part:
    """Which of the rows: so many after some, or after the key of the last one that was read."""

    skip: int = 0
    limit: int = 10**9
    after: str = ""


WHOLE = Part()


def iterate(
    store: Store, asked: Asked, *, today: date, home: str, part: Part = WHOLE
) -> Iterator[dict[str, Any]]:
    """Yield rows behind a figure in the order of their ``key``; contradictions all at once.

    ``home`` is the region that counts as local.
    """
    at, page = today.isoformat(), vars(part)
    if asked.kind == COVERED:
        reading = Reading(at, home)
        yield from coverage.list_told(
            store, asked.key, asked.scope, reading, told=asked.told, **page
        )
    elif asked.kind == OLD:
        yield from coverage.list_old(
            store, asked.key, asked.scope, at=at, before=asked.before(today), **page
        )
    else:
        yield from _found(store, asked, at)


def count(store: Store, asked: Asked, report: Report | None, *, today: date, home: str) -> int:
    """Count rows: the survey has done so, unless the map or the day is another one."""
    at = today.isoformat()
    if report and (report.at, report.mark) == (at, find_mark(store)):
        if asked.kind == OLD:
            return report.old(asked.scope, asked.key, asked.before(today)).told
        share = report.share(asked.scope, asked.key)
        return share.told if asked.told else share.among - share.told
    if asked.kind == COVERED:
        reading = Reading(at, home)
        return coverage.count_told(store, asked.key, asked.scope, reading, told=asked.told)
    before = asked.before(today)
    return coverage.count_old(store, asked.key, asked.scope, at=at, before=before)


def months_before(today: date, months: int) -> str:
    """Return the ISO date so many months before a day; the end of a shorter month stays in it."""
    place = today.year * 12 + today.month - 1 - months
    year, month = divmod(place, 12)
    return f"{year:04}-{month + 1:02}-{min(today.day, 28):02}"


def _found(store: Store, asked: Asked, at: str) -> Iterator[dict[str, Any]]:
    chain, source = asked.scope.chain, asked.scope.source
    chains = coverage.read_chains(store, Reading(at)) if chain else {}
    for each in find_all(store, Rule(asked.key), at):
        if source and source not in each.sources:
            continue
        if chain and not any(chain in chains.get(code, ()) for code in (each.code, each.other)):
            continue
        yield _as_row(each)


def _as_row(each: Finding) -> dict[str, Any]:
    names = ("code", "name", "name_en", "other", "other_name", "other_name_en", "detail")
    return {**{name: getattr(each, name) for name in names}, "sources": list(each.sources)}
