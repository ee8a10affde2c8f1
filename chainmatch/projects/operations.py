"""What can be done with signed projects."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from chainmatch import attachments, audit, files
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import date_text, instant_text
from graph.domain.file import StoredFile
from graph.domain.followup.stages import PROJECT_STAGES
from graph.domain.projects.project import (
    Arrival,
    Change,
    Milestone,
    Problem,
    Project,
    Report,
    ReportState,
    Signing,
)
from graph.domain.projects.rights import can_keep, can_report
from graph.errors import BadInput, Forbidden
from graph.store import Store, project_records, projects
from graph.store.files import save_file
from graph.store.project_records import new_id, record_values
from graph.store.projects import NewProject, Ties


@dataclass(frozen=True)
class Act:
    """Who does something to which project, when; ``version`` is the one that was looked at."""

    actor: Account
    code: str
    version: int
    now: datetime
    today: date


def check_keeper(actor: Account) -> None:
    """Let only those pass who keep the ledger. Raises Forbidden."""
    if not can_keep(actor):
        raise Forbidden("只有会务和管理员可以修改项目台账。")


def create_project(
    store: Store, act: Act, *, card: Project, ties: Ties, stage: str, day: str, signing: Signing
) -> None:
    """Enter a project in the ledger at a stage; it was signed if that is 签约 or later.

    Raises Forbidden, Conflict (code taken), NotFound (a tie), BadInput.
    """
    check_keeper(act.actor)
    _check_day(day, act.today)
    PROJECT_STAGES.move([], stage)
    first = Milestone(
        new_id(), 1, Change.STAGE, stage, day, day, by=act.actor.email, at=instant_text(act.now)
    )
    is_signed = PROJECT_STAGES.rank(stage) >= PROJECT_STAGES.rank("signed")
    records = {
        "milestones": [record_values(first)],
        "signings": [record_values(signing)] if is_signed else [],
    }
    projects.create_projects(store, [NewProject(card, ties, records)])
    _record(store, act, Verb.PROJECT_ADDED, {"name": card.name, "stage": stage})


def save_card(store: Store, act: Act, *, card: Project, ties: Ties) -> None:
    """Replace a project's card. Raises Forbidden, NotFound, Conflict."""
    check_keeper(act.actor)
    before = projects.find_project(store, act.code)
    projects.save_card(store, card, ties, at=act.now)
    old, new = projects.card_values(before), projects.card_values(card)
    changed = [name for name in new if new[name] != old[name]]
    _record(
        store,
        act,
        Verb.PROJECT_CHANGED,
        {name: new[name] for name in changed},
        {name: old[name] for name in changed},
    )


def change_stage(store: Store, act: Act, *, stage: str, day: str, reason: str) -> None:
    """Move a project to a stage or out. Raises Forbidden, NotFound, Conflict, BadInput."""
    check_keeper(act.actor)
    _check_day(day, act.today)
    past = [
        each
        for each in project_records.list_milestones(store, act.code)
        if each.change == Change.STAGE
    ]
    if past and day < past[-1].date:
        raise BadInput("日期早于上一次阶段变化（%(date)s），请核对。", date=past[-1].date)
    history = [each.stage for each in past]
    move = PROJECT_STAGES.move(history, stage, reason)
    before = history[-1] if history else ""
    skipped = tuple(each.key for each in move.skipped)
    _add_milestone(store, act, Change.STAGE, stage, day, day, before, reason, skipped)
    _record(store, act, Verb.PROJECT_STAGE, {"stage": stage}, {"stage": before})


def plan_stage(store: Store, act: Act, *, stage: str, day: str, reason: str) -> None:
    """Plan a stage for a day, from today on; an empty day withdraws the plan.

    Raises Forbidden, NotFound, Conflict, BadInput where an earlier plan changes without a reason.
    """
    check_keeper(act.actor)
    PROJECT_STAGES.find(stage)
    changes = project_records.list_milestones(store, act.code)
    before = next(
        (
            each.date
            for each in reversed(changes)
            if each.change == Change.PLAN and each.stage == stage
        ),
        "",
    )
    if before == day:
        raise BadInput("计划日期没有变化。")
    if before and not reason:
        raise BadInput("调整计划日期需要写明原因。")
    known = date_text(act.today)
    _add_milestone(store, act, Change.PLAN, stage, day, known, before, reason, ())
    _record(store, act, Verb.PROJECT_STAGE, {"stage": stage, "planned": day}, {"planned": before})


def _add_milestone(store: Store, act: Act, change: Change, *told: Any) -> None:
    stage, day, effective, before, reason, skipped = told

    def make(number: int) -> Milestone:
        return Milestone(
            new_id(),
            number,
            change,
            stage,
            day,
            effective,
            before,
            reason,
            skipped,
            act.actor.email,
            instant_text(act.now),
        )

    project_records.add_record(store, act.code, make, version=act.version, at=act.now)


def add_arrival(store: Store, act: Act, *, day: str, amount: int, note: str) -> None:
    """Write down funds that arrived; a correction is negative and says why.

    Raises Forbidden, NotFound, Conflict, BadInput.
    """
    check_keeper(act.actor)
    _check_day(day, act.today)
    if amount < 0 and not note:
        raise BadInput("冲减到位资金需要写明原因。")
    arrival = Arrival(new_id(), day, amount, note, act.actor.email, instant_text(act.now))
    project_records.add_record(
        store, act.code, lambda _number: arrival, version=act.version, at=act.now
    )
    _record(store, act, Verb.PROJECT_FUNDS, {"date": day, "amount": amount})


def add_signing(store: Store, act: Act, *, signing: Signing) -> None:
    """Write down an upgrade or an increase. Raises Forbidden, NotFound, Conflict, BadInput."""
    check_keeper(act.actor)
    _check_day(signing.date, act.today)
    project_records.add_record(
        store, act.code, lambda _number: signing, version=act.version, at=act.now
    )
    after = {"kind": signing.kind.value, "date": signing.date, "amount": signing.amount}
    _record(store, act, Verb.PROJECT_FUNDS, after)


def add_problem(store: Store, act: Act, *, text: str, unit: str, due: str) -> None:
    """Write a problem down. Raises Forbidden, NotFound, Conflict."""
    check_keeper(act.actor)
    opened = date_text(act.today)
    problem = Problem(new_id(), text, opened, unit, due, by=act.actor.email)
    project_records.add_record(
        store, act.code, lambda _number: problem, version=act.version, at=act.now
    )
    _record(store, act, Verb.PROJECT_PROBLEM, {"text": text})


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
    _record(store, act, Verb.PROJECT_PROBLEM, {"solution": solution})


def report(store: Store, act: Act, *, day: str, text: str, progress: int | None) -> None:
    """Tell news of a project; what its keepers do not tell themselves waits for their review.

    Raises Forbidden, NotFound, BadInput.
    """
    _check_reporter(store, act)
    _check_day(day, act.today)
    state = ReportState.ACCEPTED if can_keep(act.actor) else ReportState.PENDING
    by, at = act.actor.email, instant_text(act.now)
    told = Report(new_id(), day, text, progress, by, at, state)
    project_records.add_record(store, act.code, lambda _number: told, version=None, at=act.now)
    _record(store, act, Verb.PROJECT_REPORT, {"progress": progress, "text": text})


def review(store: Store, act: Act, *, report_id: str, state: ReportState, reason: str) -> None:
    """Accept a report or send it back. Raises Forbidden, NotFound, Conflict, BadInput."""
    check_keeper(act.actor)
    if state == ReportState.REFUSED and not reason:
        raise BadInput("退回需要写明原因。")
    project_records.review_report(
        store, act.code, report_id, state=state, reason=reason, by=act.actor.email, at=act.now
    )
    _record(store, act, Verb.PROJECT_REPORT, {"state": state.value, "reason": reason})


def add_evidence(
    store: Store, act: Act, folder: Path, *, stage: str, kind: str, name: str, stream: IO[bytes]
) -> None:
    """Keep a file as evidence of a stage. Raises Forbidden, NotFound, BadInput (TooLarge)."""
    _check_reporter(store, act)
    PROJECT_STAGES.find(stage)
    shown = files.shown_name(name)
    attachments.check(shown, stream)
    sha256, size = files.keep(folder, stream)
    file = StoredFile(sha256, shown, size, act.actor.email, instant_text(act.now))
    save_file(store, file)
    project_records.add_evidence(
        store, act.code, file, stage=stage, kind=kind, by=act.actor.email, at=act.now
    )
    _record(store, act, Verb.PROJECT_EVIDENCE, {"stage": stage, "kind": kind, "file": shown})


def _check_reporter(store: Store, act: Act) -> None:
    project = projects.find_project(store, act.code)
    if not can_report(act.actor, [party.code for party in project.parties]):
        raise Forbidden("只有签约企业、会务和管理员可以上报这个项目。")


def _check_day(day: str, today: date) -> None:
    if day > date_text(today):
        raise BadInput("日期不能晚于今天；将来的日期请填为计划。")


def _record(
    store: Store,
    act: Act,
    verb: Verb,
    after: Mapping[str, Any],
    before: Mapping[str, Any] = audit.NOTHING,
) -> None:
    audit.record(
        store,
        actor=act.actor,
        verb=verb,
        subject=act.code,
        before=before,
        after=after,
        at=act.now,
    )
