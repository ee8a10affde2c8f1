"""Orders follow the lights from day to day."""

from datetime import date

import pytest
from small_ledger import BY, new_project, save_places

from graph.domain.clock import now
from graph.domain.followup.escalation import Level
from graph.domain.projects.project import Arrival
from graph.errors import Conflict
from graph.ledger.supervision import Supervised, supervise
from graph.store import Store
from graph.store.followup import orders, project_creation, project_records, projects

RED = {"required": 900_000_000, "required_by": "2026-12-20"}


def run(store: Store, day: str) -> Supervised:
    return supervise(store, at=date.fromisoformat(day), by=BY, now=now())


@pytest.fixture
def ledger(store: Store) -> Store:
    save_places(store)
    project_creation.create_projects(store, [new_project("p:1", **RED), new_project("p:2")])
    return store


def test_red_issues_one_order_with_its_reason(ledger: Store) -> None:
    assert run(ledger, "2026-12-20") == Supervised()
    assert run(ledger, "2026-12-25") == Supervised(issued=1)
    assert run(ledger, "2026-12-25") == Supervised()
    (order,) = orders.list_open(ledger)
    assert (order.number, order.project, order.level, order.issued, order.due) == (
        "2026-001",
        "p:1",
        Level.ORDER,
        "2026-12-25",
        "2027-01-04",
    )
    assert [str(reason) for reason in order.reasons] == [
        "按约定应到位 900,000,000 元，实际到位 100,000,000 元"
    ]


def test_silence_climbs_after_the_deadline(ledger: Store) -> None:
    run(ledger, "2026-12-25")
    assert run(ledger, "2027-01-04") == Supervised()
    assert run(ledger, "2027-01-05") == Supervised(climbed=1)
    assert run(ledger, "2027-02-05") == Supervised()
    (order,) = orders.list_open(ledger)
    assert (order.level, order.climbed, order.due) == (Level.TALK, "2027-01-05", "2027-01-10")


def test_an_answer_keeps_it_from_climbing(ledger: Store) -> None:
    run(ledger, "2026-12-25")
    (order,) = orders.list_open(ledger)
    told = {"text": "月底前到位", "day": "2026-12-30", "by": BY, "at": now()}
    orders.answer(ledger, order.id, **told)
    assert run(ledger, "2027-01-05") == Supervised()
    with pytest.raises(Conflict, match="已经答复"):
        orders.answer(ledger, order.id, **told)
    found = orders.find_order(ledger, order.id)
    assert (found.answer, found.answered, found.answered_by) == ("月底前到位", "2026-12-30", BY)


def test_a_better_light_closes_it_and_a_new_red_issues_another(ledger: Store) -> None:
    run(ledger, "2026-12-25")
    arrival = Arrival("a2", "2026-12-28", 800_000_000)
    project_records.add_record(ledger, "p:1", lambda _number: arrival, version=None, at=now())
    assert run(ledger, "2026-12-28") == Supervised(closed=1)
    assert orders.list_open(ledger) == []
    taken_back = Arrival("a3", "2026-12-29", -1, "更正")
    project_records.add_record(ledger, "p:1", lambda _number: taken_back, version=None, at=now())
    assert run(ledger, "2027-01-01") == Supervised(issued=1)
    assert [each.number for each in orders.list_open(ledger)] == ["2027-001"]
    assert [each.number for each in orders.list_of(ledger, "p:1")] == ["2027-001", "2026-001"]
    assert [each.closed_by for each in orders.list_closed(ledger, limit=5)] == [BY]


def test_the_database_refuses_a_second_open_order(ledger: Store) -> None:
    run(ledger, "2026-12-25")
    (order,) = orders.list_open(ledger)
    again = orders.SupervisionOrder(
        "other", "2026-002", "p:1", Level.ORDER, "2026-12-26", "2027-01-05"
    )
    with pytest.raises(Conflict):
        orders.create_orders(ledger, [again], at=now())
    assert [each.id for each in orders.list_open(ledger)] == [order.id]


def test_orders_go_with_their_project(ledger: Store) -> None:
    run(ledger, "2026-12-25")
    assert projects.remove_source(ledger, "test") == 2
    assert orders.list_open(ledger) == []
    assert run(ledger, "2026-12-26") == Supervised()
