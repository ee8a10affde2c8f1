"""The responsible unit: sees its projects alone, reports, answers orders, is told."""

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_ledger import new_project, save_places

from chainmatch.formats import today
from chainmatch.rooms.accounts import operations as accounts
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.domain.projects.project import ReportState
from graph.errors import BadInput
from graph.ledger.supervision import supervise
from graph.ledger.telling import tell_lights
from graph.store import Store
from graph.store.followup import orders, project_creation, project_records
from graph.store.post import notices

UNIT, READER = "市工信局", "unit@test.example"
DAY = today().isoformat()
RED = {"required": 900_000_000, "required_by": "2026-02-01"}


@pytest.fixture
def unit(doorman: Doorman, store: Store) -> FlaskClient:
    save_places(store)
    made = [
        new_project("p:1", unit=UNIT, **RED),
        new_project("p:2", unit="市商务局", **RED),
        new_project("p:3", unit="", **RED),
    ]
    project_creation.create_projects(store, made)
    return doorman.client(Role.UNIT, unit=UNIT)


def heard(store: Store, reader: str) -> list[tuple[str, str]]:
    found = notices.list_notices(store, reader, skip=0, limit=20)
    return sorted((str(each.notice.message), each.notice.path) for each in found)


def test_an_account_names_its_unit(store: Store) -> None:
    nameless = Account("u@test.example", "某人", Role.UNIT)
    with pytest.raises(BadInput, match="责任单位账号要指明所代表的单位"):
        accounts.add_account(store, account=nameless, password="long enough 1", now=now())


def test_it_sees_its_own_projects_alone(unit: FlaskClient) -> None:
    for query in ("", "?unit=市商务局", "?figure=start&part=among"):
        page = unit.get(f"/projects{query}").text
        assert (page.count('data-label="项目"'), "项目 p:1" in page) == (1, True)
    codes = ("p:1", "p:2", "p:3")
    assert [unit.get(f"/projects/{code}").status_code for code in codes] == [200, 404, 404]
    assert unit.get("/projects/dashboard").status_code == 403


def test_it_reports_and_the_organizer_reviews(
    unit: FlaskClient, doorman: Doorman, store: Store
) -> None:
    organizer = doorman.client(Role.ORGANIZER)
    data = {"report-day": DAY, "report-words": "桩基完成", "report-version": "1"}
    assert unit.post("/projects/reports/p:2", data=data).status_code == 403
    assert unit.post("/projects/reports/p:1", data=data).status_code == 302
    (report,) = project_records.list_reports(store, "p:1")
    assert (report.state, report.by) == (ReportState.PENDING, READER)
    assert heard(store, "organizer@test.example") == [
        ("项目“项目 p:1”有新的进展上报，请审核", "/projects/reports")
    ]
    told = {"review-state": "refused", "review-reason": "请附照片", "review-version": "2"}
    address = f"/projects/reports/{report.id}/review/p:1"
    assert organizer.post(address, data=told).status_code == 302
    assert heard(store, READER) == [("您对项目“项目 p:1”的上报已退回：请附照片", "/projects/p:1")]


def test_it_is_told_of_its_lights_and_orders_and_answers(unit: FlaskClient, store: Store) -> None:
    tell_lights(store, at=today(), now=now())
    supervise(store, at=today(), by="o@test.example", now=now())
    order = next(each for each in orders.list_open(store) if each.project == "p:1")
    assert [path for _words, path in heard(store, READER)] == [
        "/projects/p:1",
        f"/orders/{order.id}",
    ]
    page = unit.get("/orders").text
    assert (page.count('data-label="编号"'), "按今天的灯色更新" in page) == (1, False)
    answer = unit.post(f"/orders/{order.id}", data={"answer": "月底前到位"})
    assert answer.status_code == 302
    assert orders.find_order(store, order.id).answered_by == READER
    other = next(each for each in orders.list_open(store) if each.project == "p:2")
    assert unit.get(f"/orders/{other.id}").status_code == 404


def test_an_administrator_makes_such_an_account(
    unit: FlaskClient, doorman: Doorman, store: Store
) -> None:
    admin = doorman.client(Role.ADMINISTRATOR)
    page = admin.get("/settings/accounts/new").text
    assert '<option value="市工信局"></option>' in page
    told = {"email": "b@test.example", "name": "丁", "role": "unit", "locale": "zh", "unit": ""}
    refused = admin.post("/settings/accounts/new", data=told)
    assert (refused.status_code, "责任单位账号要指明所代表的单位" in refused.text) == (422, True)
    assert admin.post("/settings/accounts/new", data=told | {"unit": UNIT}).status_code == 200
    assert "市工信局" in admin.get("/settings/accounts").text


def test_an_enterprise_may_follow_a_figure(unit: FlaskClient, doorman: Doorman) -> None:
    """The link behind a figure used to lead an enterprise to all its projects."""
    enterprise = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    page = enterprise.get("/projects?figure=start").text
    assert page.count('data-label="项目"') == 0
