"""What can be written down about signed projects: funds, problems, news, evidence."""

from dataclasses import dataclass
from pathlib import Path
from typing import IO

from chainmatch.filing import attachments, files
from chainmatch.rooms.projects.operations import Act, check_day, check_keeper, record
from graph.domain.audit import Verb
from graph.domain.clock import date_text, instant_text
from graph.domain.followup.stages import FULFILLED, PROJECT_STAGES, EvidenceKind
from graph.domain.projects.project import Arrival, Problem, Report, ReportState, Signing
from graph.domain.projects.rights import can_keep, can_report
from graph.domain.projects.signing_rules import check_further
from graph.errors import BadInput, Forbidden
from graph.ledger.telling_reports import tell_report, tell_review
from graph.store import Store
from graph.store.followup import project_records, projects
from graph.store.followup.project_records import new_id


@dataclass(frozen=True)
class Upload:
    """A file that somebody hands in."""

    name: str
    stream: IO[bytes]


def add_arrival(
    store: Store,
    act: Act,
    *,
    day: str,
    amount: int,
    note: str,
    receipt: Upload | None = None,
    folder: Path | None = None,
) -> None:
    """Write down funds that arrived; a correction is negative and says why.

    The receipt is kept in ``folder`` as evidence of 履约; one that is refused leaves all undone.

    Raises Forbidden, NotFound, Conflict, BadInput.
    """
    check_keeper(act.actor)
    check_day(day, act.today)
    if amount < 0 and not note:
        raise BadInput("冲减到位资金需要写明原因。")
    if receipt:
        attachments.check(files.shown_name(receipt.name), receipt.stream)
    arrival = Arrival(new_id(), day, amount, note, act.actor.email, instant_text(act.now))
    project_records.add_record(
        store, act.code, lambda _number: arrival, version=act.version, at=act.now
    )
    record(store, act, Verb.PROJECT_FUNDS, {"date": day, "amount": amount})
    if receipt and folder:
        kind = EvidenceKind.RECEIPT.value
        add_evidence(
            store,
            act,
            folder,
            stage=FULFILLED,
            kind=kind,
            name=receipt.name,
            stream=receipt.stream,
        )


def add_signing(store: Store, act: Act, *, signing: Signing) -> None:
    """Write down an upgrade or an increase. Raises Forbidden, NotFound, Conflict, BadInput."""
    check_keeper(act.actor)
    check_day(signing.date, act.today)
    check_further(project_records.list_signings(store, act.code), signing)
    project_records.add_record(
        store, act.code, lambda _number: signing, version=act.version, at=act.now
    )
    after = {"kind": signing.kind.value, "date": signing.date, "amount": signing.amount}
    record(store, act, Verb.PROJECT_FUNDS, after)


def add_problem(store: Store, act: Act, *, text: str, unit: str, due: str) -> None:
    """Write a problem down. Raises Forbidden, NotFound, Conflict."""
    check_keeper(act.actor)
    opened = date_text(act.today)
    problem = Problem(new_id(), text, opened, unit, due, by=act.actor.email)
    project_records.add_record(
        store, act.code, lambda _number: problem, version=act.version, at=act.now
    )
    record(store, act, Verb.PROJECT_PROBLEM, {"text": text})


def close_problem(store: Store, act: Act, *, problem_id: str, solution: str) -> None:
    """Strike a problem off with how it was solved. Raises Forbidden, NotFound, Conflict."""
    check_keeper(act.actor)
    project_records.close_problem(
        store,
        act.code,
        problem_id,
        solution=solution,
        by=act.actor.email,
        day=date_text(act.today),
        version=act.version,
        at=act.now,
    )
    record(store, act, Verb.PROJECT_PROBLEM, {"solution": solution})


def report(store: Store, act: Act, *, day: str, text: str, progress: int | None) -> None:
    """Tell news of a project; what its keepers do not tell themselves waits for their review.

    Raises Forbidden, NotFound, BadInput.
    """
    _check_reporter(store, act)
    check_day(day, act.today)
    state = ReportState.ACCEPTED if can_keep(act.actor) else ReportState.PENDING
    by, at = act.actor.email, instant_text(act.now)
    told = Report(new_id(), day, text, progress, by, at, state)
    project_records.add_record(store, act.code, lambda _number: told, version=None, at=act.now)
    record(store, act, Verb.PROJECT_REPORT, {"progress": progress, "text": text})
    if state == ReportState.PENDING:
        tell_report(store, act.code, at=act.now)


def review(store: Store, act: Act, *, report_id: str, state: ReportState, reason: str) -> None:
    """Accept a report or send it back. Raises Forbidden, NotFound, Conflict, BadInput."""
    check_keeper(act.actor)
    if state == ReportState.REFUSED and not reason:
        raise BadInput("退回需要写明原因。")
    project_records.review_report(
        store, act.code, report_id, state=state, reason=reason, by=act.actor.email, at=act.now
    )
    record(store, act, Verb.PROJECT_REPORT, {"state": state.value, "reason": reason})
    found = next(
        each for each in project_records.list_reports(store, act.code) if each.id == report_id
    )
    tell_review(store, act.code, found, at=act.now)


def add_evidence(
    store: Store, act: Act, folder: Path, *, stage: str, kind: str, name: str, stream: IO[bytes]
) -> None:
    """Keep a file as evidence of a stage. Raises Forbidden, NotFound, BadInput (TooLarge)."""
    _check_reporter(store, act)
    PROJECT_STAGES.find(stage)
    attachments.check(files.shown_name(name), stream)
    file = attachments.keep(store, folder, actor=act.actor, name=name, stream=stream, now=act.now)
    project_records.add_evidence(
        store, act.code, file, stage=stage, kind=kind, by=act.actor.email, at=act.now
    )
    record(store, act, Verb.PROJECT_EVIDENCE, {"stage": stage, "kind": kind, "file": file.name})


def _check_reporter(store: Store, act: Act) -> None:
    project = projects.find_project(store, act.code)
    if not can_report(act.actor, [party.code for party in project.parties], project.unit):
        raise Forbidden("只有签约企业、责任单位、会务和管理员可以上报这个项目。")
