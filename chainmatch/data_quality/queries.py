"""What the data-quality room shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from chainmatch.background.map_survey import find_surveys
from chainmatch.web import Page
from graph.data_quality.keeping import find_all
from graph.data_quality.surveying import read_report
from graph.derive.figures import find_map_count
from graph.domain.data_quality import SEVERITIES, Finding, Report, Rule, Scope, Severity
from graph.domain.job import Job, remaining_seconds
from graph.errors import BadInput, NotFound
from graph.store import Store
from graph.store.map.choices import list_chain_choices
from graph.store.map.search import find_mark
from graph.store.soundness import coverage
from graph.store.soundness.coverage import Reading

ROWS = 50
MONTHS = 24
MOST_MONTHS = 240
COVERED, OLD, FOUND = "coverage", "old", "rule"


@dataclass(frozen=True)
class Overview:
    """The latest report, what is being computed, and whether the map has changed since."""

    report: Report | None
    done: Job | None
    live: Job | None
    remaining: int | None
    is_outdated: bool


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
        known = {
            COVERED: coverage.MEASURES,
            OLD: (*coverage.LINKS, coverage.RECORDS),
            FOUND: tuple(Rule),
        }
        return self.key in known.get(self.kind, ())

    def before(self, today: date) -> str:
        """Return the day before which what is told counts as old."""
        return months_before(today, self.months)


@dataclass(frozen=True)
class Rows:
    """One page of rows, as plain cells by name."""

    rows: list[dict[str, Any]]
    page: Page


def show_overview(store: Store, now: Any) -> Overview:
    """Read the latest survey."""
    live, done = find_surveys(store)
    report = read_report(done.result) if done else None
    return Overview(
        report,
        done,
        live,
        remaining_seconds(live, now) if live else None,
        bool(report) and report.mark != find_mark(store),
    )


def show_report(store: Store) -> Report | None:
    """Read the figures of the latest survey."""
    _, done = find_surveys(store)
    return read_report(done.result) if done else None


def order_rules(report: Report | None, scope: Scope) -> list[Rule]:
    """List the rules, those that are broken first, of these the serious ones first."""
    grades = list(Severity)
    return sorted(
        Rule,
        key=lambda rule: (
            not (report and report.count(scope, rule)),
            grades.index(SEVERITIES[rule]),
        ),
    )


def list_sources(store: Store) -> set[str]:
    """List the sources that told anything of the map."""
    counted, report = find_map_count(store), show_report(store)
    totals = (*counted.nodes.values(), *counted.links.values())
    return {*(source for of in totals for source in of), *(report.sources if report else ())}


def check_scope(store: Store, source: str, chain: str) -> None:
    """Refuse what the map lacks: its figures would be zeros that mean nothing. Raises NotFound."""
    if source and source not in list_sources(store):
        raise NotFound("图谱里没有来源“%(source)s”。", source=source)
    known = list_chain_choices(store, only_published=False) if chain else []
    if chain and chain not in {each.code for each in known}:
        raise NotFound("没有编码为 %(code)s 的产业链。", code=chain)


def show_rows(store: Store, asked: Asked, *, today: date, number: int) -> Rows:
    """Read one page of the rows behind a figure."""
    if asked.kind == FOUND:
        found = list(iterate(store, asked, today=today))
        page = Page(number, ROWS, len(found))
        return Rows(found[page.offset : page.offset + ROWS], page)
    page = Page(number, ROWS, _count(store, asked, today))
    return Rows(list(iterate(store, asked, today=today, skip=page.offset, limit=ROWS)), page)


def iterate(
    store: Store, asked: Asked, *, today: date, skip: int = 0, limit: int = 10**9
) -> Iterator[dict[str, Any]]:
    """Yield rows behind a figure, one after the other."""
    at = today.isoformat()
    page = {"skip": skip, "limit": limit}
    if asked.kind == COVERED:
        reading = Reading(at, _home(store))
        yield from coverage.list_told(
            store, asked.key, asked.scope, reading, told=asked.told, **page
        )
    elif asked.kind == OLD:
        yield from coverage.list_old(
            store, asked.key, asked.scope, at=at, before=asked.before(today), **page
        )
    else:
        yield from _found(store, asked, at)


def months_before(today: date, months: int) -> str:
    """Return the ISO date so many months before a day; the end of a shorter month stays in it."""
    place = today.year * 12 + today.month - 1 - months
    year, month = divmod(place, 12)
    return f"{year:04}-{month + 1:02}-{min(today.day, 28):02}"


def read_months(text: str) -> int:
    """Read the age from which something counts as old. Raises BadInput."""
    if not text:
        return MONTHS
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= MOST_MONTHS:
        raise BadInput("月数应是 1 到 %(most)s 之间的整数。", most=MOST_MONTHS)
    return int(text)


def _count(store: Store, asked: Asked, today: date) -> int:
    """Count rows: the survey has done so, unless the map or the day is another one."""
    at = today.isoformat()
    report = show_report(store)
    if report and (report.at, report.mark) == (at, find_mark(store)):
        if asked.kind == OLD:
            return report.old(asked.scope, asked.key, asked.before(today)).told
        share = report.share(asked.scope, asked.key)
        return share.told if asked.told else share.among - share.told
    if asked.kind == COVERED:
        reading = Reading(at, _home(store))
        return coverage.count_told(store, asked.key, asked.scope, reading, told=asked.told)
    before = asked.before(today)
    return coverage.count_old(store, asked.key, asked.scope, at=at, before=before)


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


def _home(store: Store) -> str:
    """Return what counted as local in the latest survey."""
    _, done = find_surveys(store)
    return done.params["home"] if done else ""
