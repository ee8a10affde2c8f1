from dataclasses import replace
from datetime import date

import pytest
from small_ledger import BY, new_project, save_places, save_project

from graph.domain.clock import now
from graph.domain.file import StoredFile
from graph.domain.projects.project import (
    Agreement,
    Arrival,
    Change,
    EvidenceFile,
    Milestone,
    Party,
    PartyRole,
    Problem,
    Report,
    Signing,
    SigningKind,
)
from graph.domain.projects.track import stand
from graph.domain.recommendation import Place
from graph.errors import Conflict, NotFound
from graph.ledger import table
from graph.store import Store, files
from graph.store.followup import project_records, project_tracks, projects
from graph.store.followup.project_creation import create_projects
from graph.store.followup.project_ties import Ties
from graph.store.map import sources

AT = date(2026, 6, 30)


def add(store: Store, record, version: int | None = None) -> None:
    project_records.add_record(store, "p:1", lambda _number: record, version=version, at=now())


def test_a_project_is_read_as_it_was_saved(store: Store) -> None:
    save_project(store, leader="张三", total=600_000_000)
    found = projects.find_project(store, "p:1")
    assert (found.name, found.unit, found.leader, found.total, found.version) == (
        "项目 p:1",
        "市工信局",
        "张三",
        600_000_000,
        1,
    )
    assert found.node == Place("test:泵", "泵")
    assert found.region == Place("430104", "岳麓区")
    assert found.parties == (
        Party("name:甲", "甲", "", PartyRole.HOST),
        Party("name:乙", "乙", "", PartyRole.INVESTOR),
    )


@pytest.mark.parametrize("tie", ["node", "region"])
def test_a_tie_that_leads_nowhere_saves_nothing(store: Store, tie: str) -> None:
    save_places(store)
    project = new_project()
    wrong = replace(project, ties=replace(project.ties, **{tie: "nowhere"}))
    with pytest.raises(NotFound, match="nowhere"):
        create_projects(store, [wrong])
    assert projects.count_projects(store) == 0


def test_a_code_is_taken_once(store: Store) -> None:
    save_project(store)
    with pytest.raises(Conflict):
        create_projects(store, [new_project()])
    assert projects.count_projects(store) == 1


def test_an_origin_can_be_walked(store: Store) -> None:
    save_places(store)
    store.write("CREATE (:Meeting {id: 'm1'}) CREATE (:Conference {code: 'c1', name: '对接会'})")
    project = new_project()
    create_projects(store, [replace(project, ties=replace(project.ties, meeting="m1"))])
    assert projects.find_project(store, "p:1").origin == Place("m1", "Meeting")
    met = new_project("p:2")
    create_projects(store, [replace(met, ties=replace(met.ties, conference="c1"))])
    assert projects.find_project(store, "p:2").origin == Place("c1", "对接会")


def test_the_card_and_its_ties_are_replaced(store: Store) -> None:
    save_project(store)
    card = replace(projects.find_project(store, "p:1"), name="新名称", unit="")
    projects.save_card(store, card, Ties(parties=(("name:乙", PartyRole.PARTNER),)), at=now())
    found = projects.find_project(store, "p:1")
    assert (found.name, found.unit, found.node, found.region, found.version) == (
        "新名称",
        "",
        None,
        None,
        2,
    )
    assert found.parties == (Party("name:乙", "乙", "", PartyRole.PARTNER),)
    track = project_tracks.list_changed(store, 0)[0]
    assert (track.name, track.parties, track.region) == ("新名称", ("name:乙",), "")


def test_who_read_an_older_version_is_told(store: Store) -> None:
    save_project(store)
    add(store, Report("r1", "2026-03-01", "好", 10), version=1)
    with pytest.raises(Conflict, match="已被别人修改"):
        add(store, Report("r2", "2026-03-02", "更好", 20), version=1)
    assert project_records.list_reports(store, "p:1") == [Report("r1", "2026-03-01", "好", 10)]


def test_an_unknown_project_takes_nothing(store: Store) -> None:
    with pytest.raises(NotFound, match="没有编号为 p:1 的项目"):
        add(store, Report("r1", "2026-03-01", "好", 10))


def test_every_record_is_read_as_it_was_written(store: Store) -> None:
    save_project(store)
    plan = Milestone(
        "m", 2, Change.PLAN, "started", "2026-09-01", "2026-03-01", "", "雨季", ("fulfilled",), BY
    )
    upgrade = Signing("s", SigningKind.UPGRADE, "2026-03-01", 0, Agreement.CONTRACT, "秋季会")
    arrival = Arrival("a", "2026-03-01", -5, "更正", BY, "2026-03-01T00:00:00Z")
    problem = Problem("b", "用电不足", "2026-03-01", "供电局", "2026-04-01", by=BY)
    for record in (plan, upgrade, arrival, problem):
        add(store, record)
    assert project_records.list_milestones(store, "p:1")[1:] == [plan]
    assert project_records.list_signings(store, "p:1")[1:] == [upgrade]
    assert project_records.list_arrivals(store, "p:1")[1:] == [arrival]
    assert project_records.list_problems(store, "p:1") == [problem]


def test_a_problem_is_struck_off_once(store: Store) -> None:
    save_project(store)
    add(store, Problem("b", "用电不足", "2026-03-01", by=BY))
    told = {"solution": "已增容", "by": BY, "day": "2026-05-01", "at": now()}
    project_records.close_problem(store, "p:1", "b", version=2, **told)
    assert project_records.list_problems(store, "p:1") == [
        Problem("b", "用电不足", "2026-03-01", "", "", "2026-05-01", "已增容", BY, BY)
    ]
    with pytest.raises(Conflict, match="这个问题已经销号"):
        project_records.close_problem(store, "p:1", "b", version=3, **told)
    assert projects.find_project(store, "p:1").version == 3


def test_evidence_is_tied_to_its_stage(store: Store) -> None:
    save_project(store)
    file = files.save_file(store, StoredFile("ab" * 32, "许可证.pdf", 12, BY, "2026-03-01"))
    told = {"stage": "started", "kind": "permit", "by": BY}
    project_records.add_evidence(store, "p:1", file, **told, at=now())
    found = project_records.list_evidence(store, "p:1")
    assert [replace(each, id="", at="") for each in found] == [
        EvidenceFile("", file.sha256, "许可证.pdf", 12, **told)
    ]


def test_a_track_follows_every_change(store: Store) -> None:
    save_project(store)
    assert table.find_day(store, AT).ledger.tracks[0].moves == (("2026-01-05", "signed"),)
    move = Milestone("m", 2, Change.STAGE, "fulfilled", "2026-03-01", "2026-03-01")
    add(store, move)
    add(store, Arrival("a", "2026-03-02", 7))
    track = table.find_track(store, "p:1")
    assert track is not None
    standing = stand(track, "2026-06-30")
    assert standing is not None
    assert (standing.stage, standing.since, standing.arrived) == (
        "fulfilled",
        "2026-03-01",
        100_000_007,
    )
    create_projects(store, [new_project("p:2")])
    assert [each.code for each in table.find_day(store, AT).ledger.tracks] == ["p:1", "p:2"]


def test_a_source_goes_with_all_its_records(store: Store) -> None:
    save_project(store)
    add(store, Report("r1", "2026-03-01", "好", 10))
    other = new_project("p:2")
    create_projects(store, [replace(other, card=replace(other.card, source="office"))])
    assert table.find_day(store, AT).ledger.tracks[0].code == "p:1"
    assert projects.remove_source(store, "test") == 1
    assert [each.code for each in table.find_day(store, AT).ledger.tracks] == ["p:2"]
    left = store.read(
        "MATCH (n) WHERE n:Milestone OR n:Signing OR n:ProgressReport OR n:FundArrival"
        " RETURN n.id AS id ORDER BY id"
    )
    assert [row["id"] for row in left] == ["p:2/0", "p:2/a", "p:2/s"]


def test_what_a_project_stands_on_outlives_its_source(store: Store) -> None:
    save_places(store)
    project = new_project()
    create_projects(store, [replace(project, card=replace(project.card, source="office"))])
    sources.remove_source(store, "test")
    found = projects.find_project(store, "p:1")
    assert (found.node, found.region) == (Place("test:泵", "泵"), Place("430104", "岳麓区"))
    assert [party.code for party in found.parties] == ["name:甲", "name:乙"]
