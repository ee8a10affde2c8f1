"""Changed lights and orders are told to those who have to act."""

from datetime import date

import pytest
from small_ledger import new_project, save_places

from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.domain.projects.project import Arrival
from graph.ledger.supervision import supervise
from graph.ledger.telling import tell_lights
from graph.store import Store
from graph.store.followup import project_creation, project_records
from graph.store.people import accounts
from graph.store.post import notices

RED = {"required": 900_000_000, "required_by": "2026-02-01", "contact": "王敏 contact@test.example"}
PARTY, KEEPER, CONTACT = "party@test.example", "keeper@test.example", "contact@test.example"


@pytest.fixture
def ledger(store: Store) -> Store:
    save_places(store)
    project_creation.create_projects(store, [new_project("p:1", **RED), new_project("p:2")])
    for email, role, enterprise in (
        (PARTY, Role.ENTERPRISE, "name:乙"),
        (KEEPER, Role.ORGANIZER, ""),
        (CONTACT, Role.ANALYST, ""),
    ):
        account = Account(email, email, role, "zh", enterprise)
        accounts.create_account(store, account, password_hash="x", at=now())
    return store


def heard(store: Store, reader: str) -> list[tuple[str, str, int]]:
    found = notices.list_notices(store, reader, skip=0, limit=20)
    return sorted((str(each.notice.message), each.notice.path, each.count) for each in found)


def tell(store: Store, day: str) -> int:
    return tell_lights(store, at=date.fromisoformat(day), now=now())


def test_a_changed_light_is_told_to_those_concerned(ledger: Store) -> None:
    words = "项目“项目 p:1”亮红灯：按约定应到位 900,000,000 元，实际到位 100,000,000 元"
    assert tell(ledger, "2026-02-10") == 1
    assert heard(ledger, PARTY) == heard(ledger, CONTACT) == [(words, "/projects/p:1", 1)]
    assert heard(ledger, KEEPER) == [
        ("1 个项目的灯色有变化：红灯 1 个，黄灯 0 个，转好 0 个", "/projects?order=light", 1)
    ]


def test_an_unchanged_light_is_not_told_again(ledger: Store) -> None:
    assert [tell(ledger, day) for day in ("2026-02-01", "2026-02-10", "2026-02-11")] == [0, 1, 0]
    assert [count for _words, _path, count in heard(ledger, PARTY)] == [1]


def test_a_better_light_renews_the_unread_notice(ledger: Store) -> None:
    tell(ledger, "2026-02-10")
    arrival = Arrival("a2", "2026-02-12", 800_000_000)
    project_records.add_record(ledger, "p:1", lambda _number: arrival, version=None, at=now())
    assert tell(ledger, "2026-02-12") == 1
    assert heard(ledger, PARTY) == [("项目“项目 p:1”转为绿灯", "/projects/p:1", 2)]


def test_orders_are_told_when_issued_and_when_they_climb(ledger: Store) -> None:
    for day in ("2026-02-10", "2026-02-21"):
        supervise(ledger, at=date.fromisoformat(day), by="", now=now())
    assert [words for words, _path, _count in heard(ledger, PARTY)] == [
        "项目“项目 p:1”收到督办单 2026-001，请在 2026-02-20 前答复",
        "项目“项目 p:1”的督办单 2026-001 未按期答复，升级为约谈，限 2026-02-26 前答复",
    ]
    assert [(words, count) for words, _path, count in heard(ledger, KEEPER)] == [
        ("新发督办单 0 份，升级约谈 1 份", 2)
    ]
