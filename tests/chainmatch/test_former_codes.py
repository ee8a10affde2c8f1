import pytest
from api_reader import Program, give_token
from conftest import Doorman
from flask import Flask
from flask.testing import FlaskClient
from registering import form
from small_chain import save_chain, save_makers, save_trade
from werkzeug.urls import iri_to_uri

from chainmatch import former_codes
from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.clock import now
from graph.store import Store, merging
from graph.store.people import claims

OLD, NEW = "name:乙", "name:甲"


@pytest.fixture
def merged(store: Store) -> Store:
    """乙 became part of 甲, which makes steel and sells it to 丙."""
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙")
    save_makers(store, "test:挖掘机", "丙")
    save_trade(store, "甲", "丙")
    seen = merging.preview(store, NEW, OLD, {})
    told = {"stays": NEW, "goes": OLD, "sides": {}, "mark": seen.mark}
    merging.merge(store, **told, by="o@test.example", at=now())
    refresh(store)
    return store


@pytest.fixture
def analyst(merged: Store, doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ANALYST)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (f"/what-if?enterprise={OLD}", "放回 甲"),
        (f"/what-if?trade={OLD} → name:丙", "放回 甲 → 丙"),
        (f"/map?centre={OLD}", "<h1>甲</h1>"),
        (f"/map?open=enterprise:{OLD}", '<h2 tabindex="-1">甲</h2>'),
        (f"/search?q={OLD}", f'href="/enterprises/{iri_to_uri(NEW)}"'),
        (f"/search/map?q={OLD}", "共 1 家"),
        (f"/search/options?q={OLD}", f'href="/enterprises/{iri_to_uri(NEW)}"'),
        (f"/map/nodes?centre={OLD}", f'value="甲 [{NEW}]"'),
    ],
)
def test_a_former_code_in_a_parameter_means_the_record_that_stayed(
    analyst: FlaskClient, path: str, words: str
) -> None:
    answer = analyst.get(path)
    assert (answer.status_code, words in answer.text) == (200, True)


def test_a_former_code_in_the_path_leads_on(analyst: FlaskClient) -> None:
    answer = analyst.get(f"/recommendations/{OLD}?role=customer")
    assert (answer.status_code, answer.location) == (
        302,
        f"/recommendations/{iri_to_uri(NEW)}?role=customer",
    )


def test_a_page_is_led_on_with_the_day_it_is_read_for(analyst: FlaskClient) -> None:
    for path in ("enterprises", "neighbourhood"):
        answer = analyst.get(f"/{path}/{OLD}?at=2024-06-30")
        moved = (answer.status_code, answer.location)
        assert moved == (302, f"/{path}/{iri_to_uri(NEW)}?at=2024-06-30")


@pytest.mark.parametrize("typed", [OLD, f"乙 [{OLD}]"])
def test_a_former_code_typed_into_the_what_if_means_the_record_that_stayed(
    analyst: FlaskClient, typed: str
) -> None:
    asked = {"kind": "trade", "name": typed, "other": "name:丙"}
    answer = analyst.get("/what-if/add", query_string=asked)
    assert (answer.status_code, iri_to_uri(NEW) in answer.location) == (302, True)


def test_posted_forms_name_the_record_that_stayed(merged: Store, doorman: Doorman) -> None:
    """A page that was open while the merge was made goes on working."""
    asker = doorman.client(Role.ENTERPRISE, enterprise="name:丙")
    for act, words in (("favour", "已加入收藏。"), ("dismiss", "不再推荐这家企业")):
        data = {"partner": OLD, "reason": "other"}
        answer = asker.post(f"/shortlist/{act}", data=data, follow_redirects=True)
        told = answer.text.count(words), answer.text.count(f'value="{NEW}"') > 0
        assert (answer.status_code, told) == (200, (1, True))
    assert asker.get(f"/shortlist/compare?code={OLD}&code=name:丙").status_code == 200


def test_an_office_may_write_a_former_code(merged: Store, doorman: Doorman) -> None:
    organizer = doorman.client(Role.ORGANIZER)
    told = {"name": "项目", "code": "1", "stage": "signed", "day": "2026-05-01", "amount": "300"}
    told |= {"agreement": "framework", "node": "test:钢", "investor-0": f"乙 [{OLD}]"}
    answer = organizer.post("/projects/new", data=told)
    assert (answer.status_code, answer.location) == (302, "/projects/office:1")
    assert organizer.get(answer.location).text.count(f'href="/enterprises/{iri_to_uri(NEW)}"') == 1


def test_who_registers_for_a_merged_enterprise_claims_the_one_that_stayed(
    merged: Store, app: Flask
) -> None:
    data = form(name=f"乙 [{OLD}]")
    assert app.test_client().post("/register", data=data).status_code == 302
    claim = claims.find_latest(merged, data["email"])
    assert claim is not None
    assert (claim.enterprise, claim.name) == (NEW, "甲")


def test_what_is_about_former_codes_keeps_them(analyst: FlaskClient, store: Store) -> None:
    page = analyst.get(f"/map/changes?code={OLD}")
    assert (page.status_code, page.text.count(f'value="{OLD}"')) == (200, 1)
    program = Program(analyst.application, give_token(store, Role.ANALYST))
    lines = program.read("/changes", code=OLD, kind="merged")["data"]
    assert [(each["start"], each["end"]) for each in lines] == [(OLD, NEW)]


def test_a_request_is_addressed_to_the_record_that_stayed(merged: Store, doorman: Doorman) -> None:
    asker = doorman.client(Role.ENTERPRISE, enterprise="name:丙")
    answer = asker.get(f"/requests/new?to={OLD}")
    assert (answer.status_code, answer.text.count(f'value="{NEW}"')) == (200, 1)


def test_programs_are_led_on_too(merged: Store, app: Flask) -> None:
    program = Program(app, give_token(merged, Role.ANALYST))
    assert program.read(f"/recommendations/{OLD}") == program.read(f"/recommendations/{NEW}")
    old, new = (program.read("/links", type="MAKES", start=code)["data"] for code in (OLD, NEW))
    assert ([each["end"] for each in old], old) == (["test:钢"], new)
    assert program.read(f"/enterprises/{OLD}")["code"] == NEW
    assert [each["code"] for each in program.read("/search", q=OLD)["data"]] == [NEW]


def test_a_stranger_is_told_nothing(merged: Store, app: Flask) -> None:
    answer = app.test_client().get(f"/recommendations/{OLD}")
    assert (answer.status_code, answer.location.startswith("/sign-in")) == (302, True)


def test_every_page_named_exists_and_has_a_code_in_its_path(app: Flask) -> None:
    arguments = {rule.endpoint: rule.arguments for rule in app.url_map.iter_rules()}
    assert {each for each in former_codes.PLACES if arguments[each] != {"code"}} == set()
    assert former_codes.KEPT - arguments.keys() - app.blueprints.keys() == set()
