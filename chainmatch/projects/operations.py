"""What can be done with signed projects."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chainmatch import audit
from chainmatch.map_refresh import ask_for_refresh
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import date_text, instant_text
from graph.domain.followup.stages import PROJECT_STAGES, SIGNED, Stage
from graph.domain.projects.project import (
    Change,
    Milestone,
    Project,
    Signing,
)
from graph.domain.projects.rights import can_keep
from graph.domain.projects.signing_rules import check_unsigned, first_signing
from graph.errors import BadInput, Forbidden
from graph.ledger import table
from graph.ledger.chain_edges import make_real
from graph.store import Store, project_creation, project_records, projects
from graph.store.project_creation import NewProject
from graph.store.project_records import new_id, record_values
from graph.store.project_ties import Ties


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
    check_day(day, act.today)
    table.find_book(store, act.today).stages.move([], stage)
    first = Milestone(
        new_id(), 1, Change.STAGE, stage, day, day, by=act.actor.email, at=instant_text(act.now)
    )
    if not is_signed(stage):
        check_unsigned(signing.amount)
    records = {
        "milestones": [record_values(first)],
        "signings": [record_values(signing)] if is_signed(stage) else [],
    }
    project_creation.create_projects(store, [NewProject(card, ties, records)])
    record(store, act, Verb.PROJECT_ADDED, {"name": card.name, "stage": stage})


def save_card(store: Store, act: Act, *, card: Project, ties: Ties) -> None:
    """Replace a project's card. Raises Forbidden, NotFound, Conflict."""
    check_keeper(act.actor)
    before = projects.find_project(store, act.code)
    projects.save_card(store, card, ties, at=act.now)
    old = projects.card_values(before) | _ties_of(before)
    new = projects.card_values(card) | _told(ties)
    changed = [name for name in new if new[name] != old[name]]
    record(
        store,
        act,
        Verb.PROJECT_CHANGED,
        {name: new[name] for name in changed},
        {name: old[name] for name in changed},
    )


def _ties_of(project: Project) -> dict[str, Any]:
    """Return what a project is tied to, as the record of changes writes it."""
    return {
        "node": project.node.code if project.node else "",
        "region": project.region.code if project.region else "",
        "parties": sorted(f"{each.role}:{each.code}" for each in project.parties),
    }


def _told(ties: Ties) -> dict[str, Any]:
    parties = sorted(f"{role}:{code}" for code, role in ties.parties)
    return {"node": ties.node, "region": ties.region, "parties": parties}


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


def is_signed(stage: str) -> bool:
    """Tell whether a project at this stage has been signed."""
    return PROJECT_STAGES.rank(stage) >= PROJECT_STAGES.rank(SIGNED)


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


def check_day(day: str, today: date) -> None:
    """Refuse days to come. Raises BadInput."""
    if day > date_text(today):
        raise BadInput("日期不能晚于今天；将来的日期请填为计划。")


def record(
    store: Store,
    act: Act,
    verb: Verb,
    after: Mapping[str, Any],
    before: Mapping[str, Any] = audit.NOTHING,
) -> None:
    """Write down who did what to a project."""
    audit.record(
        store,
        actor=act.actor,
        verb=verb,
        subject=act.code,
        before=before,
        after=after,
        at=act.now,
    )
