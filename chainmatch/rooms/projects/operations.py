"""What can be done with signed projects."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chainmatch import audit
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import date_text, instant_text
from graph.domain.followup.stages import PROJECT_STAGES, SIGNED
from graph.domain.projects.project import (
    Change,
    Milestone,
    Project,
    Signing,
)
from graph.domain.projects.rights import can_keep
from graph.domain.projects.signing_rules import check_unsigned
from graph.errors import BadInput, Forbidden
from graph.ledger import table
from graph.store import Store
from graph.store.followup import project_creation, projects
from graph.store.followup.project_creation import NewProject
from graph.store.followup.project_records import new_id, record_values
from graph.store.followup.project_ties import Ties


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


def is_signed(stage: str) -> bool:
    """Tell whether a project at this stage has been signed."""
    return PROJECT_STAGES.rank(stage) >= PROJECT_STAGES.rank(SIGNED)


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
