"""What is written down about projects: nothing of it is ever overwritten but a problem's end."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, TypeVar
from uuid import uuid4

from graph.domain.clock import instant_text
from graph.domain.file import StoredFile
from graph.domain.projects.project import (
    Agreement,
    Arrival,
    Change,
    EvidenceFile,
    Milestone,
    Problem,
    Report,
    ReportState,
    Signing,
    SigningKind,
)
from graph.domain.recommendation import Place
from graph.errors import Conflict
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.followup import project_records as cypher
from graph.store.followup.projects import change_project

Record = TypeVar("Record", Arrival, Milestone, Problem, Report, Signing)
KINDS = {
    Milestone: "milestones",
    Signing: "signings",
    Arrival: "arrivals",
    Problem: "problems",
    Report: "reports",
}


def new_id() -> str:
    """Make the id of a record."""
    return uuid4().hex


def record_values(record: Record) -> dict[str, Any]:
    """Return a record as it is stored."""
    values = asdict(record)
    return {name: list(each) if isinstance(each, tuple) else each for name, each in values.items()}


def add_record(
    store: Store,
    code: str,
    make: Callable[[int], Record],
    *,
    version: int | None,
    at: datetime,
    signing: Signing | None = None,
) -> Record:
    """Write one record down; ``make`` is given the number of the change.

    A first ``signing`` is written with the move that it belongs to; its event becomes the
    project's where the card names none.

    Raises NotFound, Conflict (see ``change_project``).
    """
    made: list[Record] = []

    def work(transaction: Transaction, number: int) -> None:
        record = make(number)
        made[:] = [record]
        for each in (record, signing) if signing else (record,):
            row = {"code": code, "id": each.id, "values": record_values(each)}
            transaction.run(cypher.CREATE[KINDS[type(each)]], rows=[row])
        if signing:
            transaction.run(cypher.NAME_EVENT, code=code, event=signing.event)

    change_project(store, code, work, version=version, at=at)
    return made[0]


def close_problem(
    store: Store,
    code: str,
    problem_id: str,
    *,
    solution: str,
    by: str,
    day: str,
    version: int,
    at: datetime,
) -> None:
    """Strike a problem off. Raises NotFound, Conflict where it is closed already."""

    def work(transaction: Transaction, _number: int) -> None:
        if not transaction.run(
            cypher.CLOSE_PROBLEM, code=code, id=problem_id, closed=day, solution=solution, by=by
        ):
            raise Conflict("这个问题已经销号。")

    change_project(store, code, work, version=version, at=at)


def review_report(
    store: Store,
    code: str,
    report_id: str,
    *,
    state: ReportState,
    reason: str,
    by: str,
    at: datetime,
) -> None:
    """Accept or refuse a report. Raises NotFound, Conflict where it is decided already."""

    def work(transaction: Transaction, _number: int) -> None:
        if not transaction.run(
            cypher.REVIEW_REPORT,
            code=code,
            id=report_id,
            state=state.value,
            reason=reason,
            by=by,
        ):
            raise Conflict("这条上报已经审核过。")

    change_project(store, code, work, version=None, at=at)


def list_pending(store: Store, *, limit: int) -> list[tuple[Place, Report]]:
    """List the reports that wait for review with their projects, the longest waiting first."""
    return [
        (Place(row["code"], row["name"], row["name_en"] or ""), _report(row))
        for row in store.read(cypher.LIST_PENDING, limit=limit)
    ]


def count_pending(store: Store) -> int:
    """Count the reports that wait for review."""
    return store.read(cypher.COUNT_PENDING)[0]["total"]


def add_evidence(
    store: Store, code: str, file: StoredFile, *, stage: str, kind: str, by: str, at: datetime
) -> None:
    """Tie a kept file to a project as evidence of a stage. Raises NotFound."""

    def work(transaction: Transaction, _number: int) -> None:
        transaction.run(
            cypher.ADD_EVIDENCE,
            code=code,
            sha256=file.sha256,
            id=new_id(),
            name=file.name,
            stage=stage,
            kind=kind,
            by=by,
            at=instant_text(at),
        )

    change_project(store, code, work, version=None, at=at)


def list_milestones(store: Store, code: str) -> list[Milestone]:
    """List every change of stages and plans, in the order in which they hold."""
    return [
        _read(Milestone, row, change=Change, skipped=tuple)
        for row in store.read(cypher.LIST_MILESTONES, code=code)
    ]


def list_signings(store: Store, code: str) -> list[Signing]:
    """List the signings by day."""
    return [
        _read(Signing, row, kind=SigningKind, agreement=Agreement)
        for row in store.read(cypher.LIST_SIGNINGS, code=code)
    ]


def list_arrivals(store: Store, code: str) -> list[Arrival]:
    """List what arrived, by day."""
    return [_read(Arrival, row) for row in store.read(cypher.LIST_ARRIVALS, code=code)]


def list_problems(store: Store, code: str) -> list[Problem]:
    """List open and closed problems by the day they came up."""
    return [_read(Problem, row) for row in store.read(cypher.LIST_PROBLEMS, code=code)]


def list_reports(store: Store, code: str) -> list[Report]:
    """List the reports by day."""
    return [_report(row) for row in store.read(cypher.LIST_REPORTS, code=code)]


def list_evidence(store: Store, code: str) -> list[EvidenceFile]:
    """List the files that show what was reached."""
    return [
        EvidenceFile(sha256=row["sha256"], size=row["size"], **row["link"])
        for row in store.read(cypher.LIST_EVIDENCE, code=code)
    ]


def _report(row: Row) -> Report:
    return _read(Report, row, state=ReportState)


def _read(made: type[Record], row: Row, /, **parse: Callable[[Any], Any]) -> Record:
    stored: Mapping[str, Any] = row["record"]
    told = {
        each.name: parse.get(each.name, _same)(stored[each.name])
        for each in fields(made)
        if stored.get(each.name) is not None
    }
    return made(**told)


def _same(value: Any) -> Any:
    return value
