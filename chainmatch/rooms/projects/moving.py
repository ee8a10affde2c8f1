"""What moves a project along: its stages and the days planned for them."""

from typing import Any

from chainmatch.background.map_refresh import ask_for_refresh
from chainmatch.rooms.projects.operations import Act, check_day, check_keeper, is_signed, record
from graph.domain.audit import Verb
from graph.domain.clock import date_text, instant_text
from graph.domain.followup.stages import PROJECT_STAGES, Stage
from graph.domain.projects.project import (
    Change,
    Milestone,
    Signing,
)
from graph.domain.projects.signing_rules import first_signing
from graph.errors import BadInput
from graph.ledger import table
from graph.ledger.chain_edges import make_real
from graph.store import Store
from graph.store.followup import project_records, projects
from graph.store.followup.project_records import new_id


def change_stage(
    store: Store, act: Act, *, stage: str, day: str, reason: str, signing: Signing | None = None
) -> None:
    """Move a project to a stage or out; ``signing`` is told where it is signed for the first time.

    Raises Forbidden, NotFound, Conflict, BadInput.
    """
    check_keeper(act.actor)
    check_day(day, act.today)
    past = [
        each
        for each in project_records.list_milestones(store, act.code)
        if each.change == Change.STAGE
    ]
    if past and day < past[-1].date:
        raise BadInput("日期早于上一次阶段变化（%(date)s），请核对。", date=past[-1].date)
    history = [each.stage for each in past]
    move = table.find_book(store, act.today).stages.move(history, stage, reason)
    check_evidence(store, act.code, move.target)
    before = history[-1] if history else ""
    skipped = tuple(each.key for each in move.skipped)
    first = first_signing(
        project_records.list_signings(store, act.code), signing, is_signed=is_signed(stage)
    )
    _add_milestone(store, act, Change.STAGE, stage, day, day, before, reason, skipped, first)
    _follow_on_map(store, act)
    record(store, act, Verb.PROJECT_STAGE, {"stage": stage}, {"stage": before})


def check_evidence(store: Store, code: str, target: Stage) -> None:
    """Refuse a stage that is entered with evidence only, where there is none. Raises BadInput."""
    if not target.strict:
        return
    wanted = {kind.value for kind in target.evidence}
    found = project_records.list_evidence(store, code)
    if not any(each.stage == target.key and each.kind in wanted for each in found):
        raise BadInput(
            "进入“%(stage)s”要先有材料：请在“上传材料”里为这一阶段上传，再变更阶段。",
            stage=target.place,
        )


def _follow_on_map(store: Store, act: Act) -> None:
    """Make the project's edge real once it produces, and take it back where it does no more."""
    node = projects.find_project(store, act.code).node
    if node is not None and make_real(store, [node.code], at=act.today, now=act.now):
        ask_for_refresh(store, created_by=act.actor.email, at=act.now)


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
    _add_milestone(store, act, Change.PLAN, stage, day, known, before, reason, (), None)
    record(store, act, Verb.PROJECT_STAGE, {"stage": stage, "planned": day}, {"planned": before})


def _add_milestone(store: Store, act: Act, change: Change, *told: Any) -> None:
    stage, day, effective, before, reason, skipped, signing = told

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

    project_records.add_record(
        store, act.code, make, version=act.version, at=act.now, signing=signing
    )
