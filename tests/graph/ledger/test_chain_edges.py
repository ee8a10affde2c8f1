"""Projects as edges of the chain map."""

from datetime import date

import pytest
from small_ledger import new_project, save_places

from graph.domain.clock import now
from graph.domain.projects.project import Change, Milestone
from graph.ledger.chain_edges import list_planned, make_real
from graph.store import Store
from graph.store.desk import feedback
from graph.store.followup import project_creation, project_records
from graph.store.followup.project_chain import list_met

PRODUCED = ("p:2", ("2026-01-05", "signed"), ("2026-03-10", "producing"))
LIST_MAKES = """
MATCH (e:Enterprise)-[m:MAKES]->(n:ChainNode)
RETURN e.code AS maker, n.code AS node, m.source AS source, m.valid_from AS since,
       m.valid_to AS until ORDER BY since
"""
MEET = """
MATCH (a:Enterprise {code: 'name:甲'}) MATCH (b:Enterprise {code: 'name:丙'})
CREATE (r:MeetingRequest {id: 'r', accepted_pair: 'x'})
CREATE (r)-[:ASKED_BY]->(a) CREATE (r)-[:ASKED_OF]->(b)
"""


@pytest.fixture
def ledger(store: Store) -> Store:
    save_places(store)
    return store


def planned(store: Store, day: str) -> list[tuple[str, str, str]]:
    found = list_planned(store, ["test:泵"], at=date.fromisoformat(day))
    return [(each.project.code, each.maker.code, each.stage.key) for each in found if each.maker]


def real(store: Store, day: str, nodes: list[str] | None = None) -> int:
    return make_real(store, nodes, at=date.fromisoformat(day), now=now())


def made(store: Store) -> list[tuple[str, ...]]:
    return [tuple(row.values()) for row in store.read(LIST_MAKES)]


def move(store: Store, stage: str, day: str) -> None:
    def make(number: int) -> Milestone:
        return Milestone(f"m{number}", number, Change.STAGE, stage, day, day)

    project_records.add_record(store, "p:2", make, version=None, at=now())


def test_a_signed_project_is_a_planned_edge_until_it_produces(ledger: Store) -> None:
    project_creation.create_projects(ledger, [new_project("p:1"), new_project(*PRODUCED)])
    assert planned(ledger, "2026-01-04") == []
    both = [("p:1", "name:甲", "signed"), ("p:2", "name:甲", "signed")]
    assert planned(ledger, "2026-02-01") == both
    assert planned(ledger, "2026-03-10") == both[:1]


def test_an_abandoned_project_is_no_edge(ledger: Store) -> None:
    moves = ("p:1", ("2026-01-05", "signed"), ("2026-02-01", "ended"))
    project_creation.create_projects(ledger, [new_project(*moves)])
    assert planned(ledger, "2026-02-02") == []


def test_production_makes_the_edge_real_from_its_day_on(ledger: Store) -> None:
    project_creation.create_projects(ledger, [new_project("p:1"), new_project(*PRODUCED)])
    assert [real(ledger, "2026-04-01"), real(ledger, "2026-04-02")] == [1, 0]
    assert made(ledger) == [("name:甲", "test:泵", "project", "2026-03-10", "9999-12-31")]
    landed = [(each.asker, each.partner, each.kind) for each in feedback.list_records(ledger)]
    assert sorted(landed) == [("name:乙", "name:甲", "landed"), ("name:甲", "name:乙", "landed")]


def test_a_step_back_ends_it_and_production_begins_anew(ledger: Store) -> None:
    project_creation.create_projects(ledger, [new_project(*PRODUCED)])
    real(ledger, "2026-04-01")
    move(ledger, "building", "2026-05-01")
    assert real(ledger, "2026-05-01", ["test:泵"]) == 1
    assert [row[3:] for row in made(ledger)] == [("2026-03-10", "2026-05-01")]
    assert planned(ledger, "2026-05-01") == [("p:2", "name:甲", "building")]


def test_another_node_is_left_alone(ledger: Store) -> None:
    project_creation.create_projects(ledger, [new_project(*PRODUCED)])
    assert real(ledger, "2026-04-01", ["test:别的"]) == 0
    assert made(ledger) == []


def test_those_whom_the_parties_met_are_known(ledger: Store) -> None:
    project_creation.create_projects(ledger, [new_project("p:1")])
    ledger.write("CREATE (:Enterprise {code: 'name:丙', name: '丙', source: 'test'})")
    assert list_met(ledger, "p:1") == set()
    ledger.write(MEET)
    assert list_met(ledger, "p:1") == {"name:丙"}
