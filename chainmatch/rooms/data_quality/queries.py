"""What the data-quality room shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from chainmatch.background.map_survey import find_home, find_surveys, show_report
from chainmatch.choosing.source_choice import check_source
from chainmatch.web import Page
from graph.data_quality import rows
from graph.data_quality.rows import FOUND, MONTHS, MOST_MONTHS, Asked, Part
from graph.data_quality.surveying import read_report
from graph.domain.data_quality import SEVERITIES, Report, Rule, Scope, Severity
from graph.domain.job import Job, remaining_seconds
from graph.errors import BadInput, NotFound
from graph.store import Store
from graph.store.map.choices import list_chain_choices
from graph.store.map.search import find_mark

ROWS = 50


@dataclass(frozen=True)
class Overview:
    """The latest report, what is being computed, and whether the map has changed since."""

    report: Report | None
    done: Job | None
    live: Job | None
    remaining: int | None
    is_outdated: bool


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


def check_scope(store: Store, source: str, chain: str) -> None:
    """Refuse what the map lacks: its figures would be zeros that mean nothing. Raises NotFound."""
    check_source(store, source)
    known = list_chain_choices(store, only_published=False) if chain else []
    if chain and chain not in {each.code for each in known}:
        raise NotFound("没有编码为 %(code)s 的产业链。", code=chain)


def show_rows(store: Store, asked: Asked, *, today: date, number: int) -> Rows:
    """Read one page of the rows behind a figure."""
    if asked.kind == FOUND:
        found = list(iterate(store, asked, today=today))
        page = Page(number, ROWS, len(found))
        return Rows(found[page.offset : page.offset + ROWS], page)
    told = {"today": today, "home": find_home(store)}
    page = Page(number, ROWS, rows.count(store, asked, show_report(store), **told))
    part = Part(skip=page.offset, limit=ROWS)
    return Rows(list(rows.iterate(store, asked, **told, part=part)), page)


def iterate(store: Store, asked: Asked, *, today: date) -> Iterator[dict[str, Any]]:
    """Yield all rows behind a figure, one after the other."""
    yield from rows.iterate(store, asked, today=today, home=find_home(store))


def read_months(text: str) -> int:
    """Read the age from which something counts as old. Raises BadInput."""
    if not text:
        return MONTHS
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= MOST_MONTHS:
        raise BadInput("月数应是 1 到 %(most)s 之间的整数。", most=MOST_MONTHS)
    return int(text)
