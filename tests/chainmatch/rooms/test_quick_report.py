"""News told in a minute from a phone: one short form, with a photo where there is one."""

import io

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_ledger import save_project

from chainmatch.formats import today
from graph.domain.account import Role
from graph.domain.projects.project import ReportState
from graph.store import Store
from graph.store.followup import project_records

ADDRESS = "/projects/report/p:1"
DAY = today().isoformat()
PNG = b"\x89PNG\r\n\x1a\n" + b"photo of the site"


@pytest.fixture
def enterprise(doorman: Doorman, store: Store) -> FlaskClient:
    save_project(store)
    return doorman.client(Role.ENTERPRISE, enterprise="name:乙")


def test_the_form_is_mostly_filled_in(enterprise: FlaskClient) -> None:
    page = enterprise.get(ADDRESS).text
    assert (f'value="{DAY}"' in page, '<option selected value="signed">' in page) == (True, True)
    assert 'href="/projects/report/p:1"' in enterprise.get("/projects/p:1").text


def test_words_are_enough(enterprise: FlaskClient, store: Store) -> None:
    told = {"words": "桩基完成", "day": DAY, "version": "0", "stage": "signed", "kind": "other"}
    answer = enterprise.post(ADDRESS, data=told)
    assert (answer.status_code, answer.location) == (302, "/projects/p:1#reports")
    (report,) = project_records.list_reports(store, "p:1")
    assert (report.text, report.date, report.progress) == ("桩基完成", DAY, None)
    assert report.state == ReportState.PENDING
    assert project_records.list_evidence(store, "p:1") == []


def test_a_photo_comes_with_it_or_nothing(enterprise: FlaskClient, store: Store) -> None:
    told = {"words": "已开挖", "progress": "5", "day": DAY, "version": "0", "stage": "started"}
    told["kind"] = "site_photo"
    wrong = enterprise.post(ADDRESS, data={**told, "file": (io.BytesIO(b"MZ"), "a.exe")})
    assert (wrong.status_code, "已开挖" in wrong.text) == (422, True)
    assert project_records.list_reports(store, "p:1") == []
    right = enterprise.post(ADDRESS, data={**told, "file": (io.BytesIO(PNG), "现场.png")})
    assert right.status_code == 302
    (file,) = project_records.list_evidence(store, "p:1")
    assert (file.stage, file.kind, file.name) == ("started", "site_photo", "现场.png")
    assert [each.progress for each in project_records.list_reports(store, "p:1")] == [5]


def test_who_may_not_report_gets_no_form(enterprise: FlaskClient, doorman: Doorman) -> None:
    assert doorman.client(Role.ANALYST).get(ADDRESS).status_code == 403
    assert doorman.client(Role.UNIT, unit="别处").get(ADDRESS).status_code == 404
    assert enterprise.post(ADDRESS, data={"words": "", "day": ""}).status_code == 422


def test_the_small_forms_know_what_is_likeliest(enterprise: FlaskClient, doorman: Doorman) -> None:
    page = doorman.client(Role.ORGANIZER).get("/projects/p:1").text
    assert page.count('<option selected value="fulfilled">') == 2
    assert page.count('<option selected value="signed">') == 1
    assert page.count(f'type="date" value="{DAY}"') == 4


def test_funds_come_with_their_receipt(doorman: Doorman, store: Store) -> None:
    save_project(store)
    organizer = doorman.client(Role.ORGANIZER)
    told = {"arrival-day": DAY, "arrival-amount": "5", "arrival-version": "1"}
    wrong = {**told, "arrival-file": (io.BytesIO(b"MZ"), "a.exe")}
    assert organizer.post("/projects/arrivals/p:1", data=wrong).status_code == 422
    assert len(project_records.list_arrivals(store, "p:1")) == 1
    right = {**told, "arrival-file": (io.BytesIO(b"%PDF-1.7 receipt"), "回单.pdf")}
    assert organizer.post("/projects/arrivals/p:1", data=right).status_code == 302
    assert [each.amount for each in project_records.list_arrivals(store, "p:1")][1:] == [50_000]
    (file,) = project_records.list_evidence(store, "p:1")
    assert (file.stage, file.kind, file.name) == ("fulfilled", "receipt", "回单.pdf")
