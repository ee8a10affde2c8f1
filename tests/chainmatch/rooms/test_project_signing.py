"""A project that enters the ledger before it is signed: agreement and amount come with 签约."""

from dataclasses import replace

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_ledger import new_project, save_places, save_project
from werkzeug.test import TestResponse

from chainmatch.formats import today
from graph.domain.account import Role
from graph.domain.projects.indicators import Indicator
from graph.ledger import table
from graph.ledger.figures import figures
from graph.store import Store
from graph.store.followup import project_creation, project_records, projects

DAY = today().isoformat()
EVENT = "秋季对接会"


@pytest.fixture
def organizer(doorman: Doorman, store: Store) -> FlaskClient:
    save_places(store)
    talks = new_project("p:1", ("2026-02-01", "talks"))
    records = {**talks.records, "signings": [], "arrivals": []}
    project_creation.create_projects(store, [replace(talks, records=records)])
    return doorman.client(Role.ORGANIZER)


def move(client: FlaskClient, **told: str) -> TestResponse:
    data = {"stage-stage": "signed", "stage-day": DAY, "stage-version": "1"}
    return client.post("/projects/stage/p:1", data=data | told)


def contracted(store: Store) -> tuple[int, int]:
    found = figures(table.find_day(store, today()))
    return found[Indicator.START].denominator, found[Indicator.FUNDS].denominator


def test_signing_asks_for_the_agreement(organizer: FlaskClient, store: Store) -> None:
    page = organizer.get("/projects/p:1").text
    assert 'name="stage-agreement"' in page
    refused = move(organizer, **{"stage-amount": "3000"})
    assert (refused.status_code, "请选择协议类型" in refused.text) == (422, True)
    assert 'value="3000"' in refused.text
    assert len(project_records.list_milestones(store, "p:1")) == 1


def test_signing_counts_its_amount(organizer: FlaskClient, store: Store) -> None:
    told = {"stage-agreement": "contract", "stage-amount": "3000", "stage-event": EVENT}
    assert move(organizer, **told).status_code == 302
    (signing,) = project_records.list_signings(store, "p:1")
    assert (signing.date, signing.amount, signing.event) == (DAY, 30_000_000, EVENT)
    assert contracted(store) == (1, 30_000_000)
    page = organizer.get("/projects/p:1").text
    assert 'name="stage-agreement"' not in page


def test_the_signing_event_fills_an_empty_card(organizer: FlaskClient, store: Store) -> None:
    store.write("MATCH (p:Project) SET p.event = ''")
    move(organizer, **{"stage-agreement": "framework", "stage-event": EVENT})
    assert projects.find_project(store, "p:1").event == EVENT
    page = organizer.get(f"/projects?event={EVENT}").text
    assert page.count('data-label="项目"') == 1


def test_no_amount_before_the_signing(organizer: FlaskClient, store: Store) -> None:
    data = {"name": "新项目", "code": "n-1", "stage": "talks", "day": DAY, "version": "0"}
    told = {**data, "agreement": "contract", "amount": "500"}
    refused = organizer.post("/projects/new", data=told)
    assert (refused.status_code, "还没有签约的项目不计签约金额" in refused.text) == (422, True)
    assert organizer.post("/projects/new", data={**told, "amount": ""}).status_code == 302
    assert projects.count_projects(store) == 2


def test_an_increase_follows_a_signing(organizer: FlaskClient) -> None:
    told = {"kind": "increase", "agreement": "contract", "day": DAY, "amount": "5", "version": "1"}
    data = {f"signing-{key}": value for key, value in told.items()}
    refused = organizer.post("/projects/signings/p:1", data=data)
    assert (refused.status_code, "这个项目还没有签约" in refused.text) == (422, True)


def test_several_enterprises_of_a_role_are_kept(doorman: Doorman, store: Store) -> None:
    """The card had room for one of each role, and saving it dropped the others."""
    save_project(store)
    store.write(
        "MATCH (p:Project {code: 'p:1'}) MATCH (e:Enterprise {code: 'name:甲'})"
        " CREATE (p)-[:SIGNED_BY {role: 'investor', source: 'test'}]->(e)"
    )
    organizer = doorman.client(Role.ORGANIZER)
    page = organizer.get("/projects/edit/p:1").text
    assert [f'name="investor-{place}"' in page for place in range(4)] == [True, True, True, False]
    told = {"name": "改名", "version": "1", "host-0": "甲 [name:甲]", "investor-2": ""}
    told |= {"investor-0": "乙 [name:乙]", "investor-1": "甲 [name:甲]"}
    assert organizer.post("/projects/edit/p:1", data=told).status_code == 302
    found = projects.find_project(store, "p:1").parties
    assert [(party.role, party.code) for party in found] == [
        ("host", "name:甲"),
        ("investor", "name:乙"),
        ("investor", "name:甲"),
    ]
    page = organizer.get("/projects/p:1").text
    assert page.count("<dt>投资方</dt>") == 2
