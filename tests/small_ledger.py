"""A small ledger of signed projects that tests share."""

from typing import Any

from graph.domain.projects.project import (
    Agreement,
    Arrival,
    Change,
    Milestone,
    PartyRole,
    Project,
    Signing,
    SigningKind,
)
from graph.store import Store
from graph.store.bulk import maps
from graph.store.followup.project_creation import NewProject, create_projects
from graph.store.followup.project_records import record_values
from graph.store.followup.project_ties import Ties

BY = "o@test.example"


def save_places(store: Store) -> None:
    """Save a node, a region and two enterprises to tie projects to."""
    maps.save_nodes(store, [{"code": "test:泵", "name": "泵", "kind": "product", "source": "test"}])
    maps.save_regions(store, [{"code": "430104", "name": "岳麓区", "source": "test"}])
    rows = [
        {"code": f"name:{name}", "name": name, "kind": "company", "source": "test"}
        for name in ("甲", "乙")
    ]
    maps.save_enterprises(store, rows)


def new_project(code: str = "p:1", *moves: tuple[str, str], **card: Any) -> NewProject:
    """Make a project, signed on 2026-01-05 unless its moves are told."""
    told = moves or (("2026-01-05", "signed"),)
    milestones = [
        Milestone(f"{code}/{number}", number, Change.STAGE, stage, day, day, by=BY)
        for number, (day, stage) in enumerate(told)
    ]
    signing = Signing(f"{code}/s", SigningKind.FIRST, "2026-01-05", 500_000_000, Agreement.CONTRACT)
    arrival = Arrival(f"{code}/a", "2026-02-01", 100_000_000, by=BY)
    values = {"name": f"项目 {code}", "unit": "市工信局", "event": "春季对接会", **card}
    return NewProject(
        Project(code, source="test", **values),
        Ties("test:泵", "430104", (("name:甲", PartyRole.HOST), ("name:乙", PartyRole.INVESTOR))),
        {
            "milestones": [record_values(each) for each in milestones],
            "signings": [record_values(signing)],
            "arrivals": [record_values(arrival)],
        },
    )


def save_project(store: Store, code: str = "p:1", *moves: tuple[str, str], **card: Any) -> None:
    """Save that project, and what it is tied to."""
    save_places(store)
    create_projects(store, [new_project(code, *moves, **card)])
