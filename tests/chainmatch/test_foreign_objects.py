"""What belongs to one enterprise or person is closed to the others, whatever they ask for."""

from datetime import UTC, datetime

import pytest
from conftest import Doorman
from flask import Flask
from flask.testing import FlaskClient
from registering import CODE
from small_ledger import save_project
from small_listing import NEED, post, save_map
from small_request import send

from chainmatch.access import standing
from graph.domain.account import Account, Membership, Role
from graph.domain.claim import Claim
from graph.domain.clock import instant_text, now
from graph.domain.contact import Contact
from graph.domain.notice import Notice, NoticeKind
from graph.domain.one_time_link import LinkKind
from graph.domain.session import Session
from graph.messages import message
from graph.store import Store
from graph.store.people import accounts, claims, contacts, members, one_time_links, sessions
from graph.store.post import notices

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WANG = "wang@test.example"
OWN = "name:甲"
VERSION = {"version": "1"}
NAMED = {"enterprise": OWN}
LISTING, REQUEST = f"/listings/{NEED.id}", "/requests/" + "1" * 32
REQUEST_STEPS = ("accept", "decline", "counter", "withdraw", "outcome")
CLOSED: list[tuple[str, str, dict[str, str]]] = [
    ("GET", LISTING, {}),
    ("GET", f"{LISTING}/change", {}),
    ("POST", f"{LISTING}/change", {"title": "改了", **VERSION}),
    ("POST", f"{LISTING}/close", VERSION),
    ("POST", f"{LISTING}/renew", VERSION),
    ("GET", f"{LISTING}/files/{'0' * 64}", {}),
    ("GET", REQUEST, {}),
    ("GET", f"{REQUEST}/change", {}),
    *(("POST", f"{REQUEST}/{step}", VERSION) for step in REQUEST_STEPS),
    ("GET", "/projects/p:1", {}),
    ("POST", "/projects/reports/p:1", {}),
    ("GET", "/projects/report/p:1", {}),
    ("POST", "/projects/report/p:1", {"words": "桩基完成"}),
    ("POST", "/projects/evidence/p:1", {}),
    ("GET", "/projects/evidence/e1/p:1", {}),
    ("GET", f"/profile?enterprise={OWN}", {}),
    ("GET", f"/profile/basics?enterprise={OWN}", {}),
    ("POST", f"/profile/basics?enterprise={OWN}", {"name": "改了"}),
    ("GET", f"/profile/history?enterprise={OWN}", {}),
    ("GET", f"/profile/contact?enterprise={OWN}&id=c1", {}),
    ("GET", "/profile/contact?id=c1", {}),
    ("POST", f"/profile/contact/remove?enterprise={OWN}", {"id": "c1"}),
    ("POST", f"/profile/product/remove?enterprise={OWN}", {"node": "test:钢"}),
    ("POST", f"/profile/proposal?enterprise={OWN}", {"name": "新节点"}),
    ("GET", f"/people/of/{OWN}", {}),
    ("POST", "/people/invite", {**NAMED, "email": "x@test.example", "membership": "owner"}),
    ("POST", "/people/revoke", {**NAMED, "id": "i1"}),
    ("POST", "/people/revoke", {"id": "i1"}),
    ("POST", "/people/remove", {**NAMED, "email": WANG}),
    ("POST", "/people/remove", {"email": WANG}),
    ("POST", "/people/membership", {**NAMED, "email": WANG, "membership": "member"}),
    ("POST", "/people/membership", {"email": WANG, "membership": "owner"}),
    ("GET", "/claims/c1", {}),
    ("POST", "/claims/c1/approve", {"record": "name:丙"}),
    ("POST", "/claims/c1/refuse", {"reason": "不行"}),
    ("POST", "/account/sessions/end", {"id": "s1"}),
    ("POST", "/notices/{notice}/open", {}),
]
IGNORED = "/notices/{notice}/read"
"""Answers as for one's own notice that is gone already, and changes nothing."""
SHARED = {
    "chains.node",
    "conferences.page",
    "enterprises.neighbourhood",
    "enterprises.page",
    "recommendations.page",
}
"""Pages about the map, which whoever is signed in may read about any enterprise."""
ROOMS_OWN = {
    "api",
    "agendas",
    "attendance",
    "explorer",
    "orders",
    "record",
    "saved_searches",
    "timetables",
    "wishes",
}
"""Rooms whose own tests show that others' objects are closed."""


@pytest.fixture
def objects(store: Store) -> None:
    """One of each that 王 and the enterprise 甲 have."""
    save_map(store)
    save_project(store)
    account = Account(WANG, "王工", Role.ENTERPRISE, enterprise=OWN)
    accounts.create_account(store, account, password_hash="x", at=NOON)
    post(store, publish=False)
    send(store)
    contacts.add_contact(store, OWN, Contact("c1", "王工"), at=NOON)
    link = one_time_links.new_link(
        LinkKind.INVITATION,
        "i1",
        "li@test.example",
        created_by=WANG,
        at=now(),
        enterprise=OWN,
        membership=Membership.MEMBER,
    )
    members.invite(store, link, None, at=NOON)
    save_claim(store)
    at = instant_text(now())
    sessions.open_session(store, WANG, Session("s1", "", "", at, at), at=now())
    notice = Notice(NoticeKind.SYSTEM, message("您好"), "/", "n1")
    notices.notify(store, [WANG], notice, at=NOON)


def save_claim(store: Store) -> None:
    """File a claim that waits to join 甲."""
    applicant = Account("zhao@test.example", "赵工", Role.APPLICANT)
    accounts.create_account(store, applicant, password_hash="x", at=NOON)
    claim = Claim("c1", applicant.email, "赵工", CODE, "甲", enterprise=OWN)
    claims.file_claim(store, claim, at=NOON)
    store.write("MATCH (c:Claim) SET c.state = 'waiting'")


def kept(store: Store) -> list[object]:
    """Return what belongs to 王 and 甲, to see that nothing changed."""
    return store.read(
        "MATCH (n) WHERE n:Listing OR n:MeetingRequest OR n:Project OR n:Contact OR n:OneTimeLink"
        " OR n:Claim OR n:Notice OR n.id = 's1' OR n.email = $wang OR n.code = $own"
        " RETURN properties(n) AS all, labels(n) AS labels ORDER BY labels[0], n.id, n.code",
        wang=WANG,
        own=OWN,
    )


@pytest.mark.parametrize("membership", Membership)
def test_what_belongs_to_others_is_closed(
    doorman: Doorman, objects: None, store: Store, membership: Membership
) -> None:
    stranger = doorman.client(Role.ENTERPRISE, enterprise="name:丙")
    if membership == Membership.MEMBER:
        stranger = doorman.client(Role.ENTERPRISE, enterprise="name:丙")
    (notice,) = store.read("MATCH (n:Notice {key: 'n1'}) RETURN n.id AS id")
    before = kept(store)
    answers = {
        (method, path, str(data)): ask(stranger, method, path.format(notice=notice["id"]), data)
        for method, path, data in CLOSED
    }
    assert {call: code for call, code in answers.items() if code not in {403, 404}} == {}
    assert ask(stranger, "POST", IGNORED.format(notice=notice["id"]), {}) == 302
    assert kept(store) == before


def ask(client: FlaskClient, method: str, path: str, data: dict[str, str]) -> int:
    return client.open(path, method=method, data=data or None).status_code


def test_every_address_of_an_object_is_looked_at(app: Flask, doorman: Doorman) -> None:
    """A new address that names an object belongs into CLOSED, SHARED or ROOMS_OWN."""
    owner = Account("o", "o", Role.ENTERPRISE, enterprise=OWN, membership=Membership.OWNER)
    with_object = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.arguments
        and (allowed := getattr(app.view_functions[rule.endpoint], "rule", None))
        and standing(owner) & allowed
    }
    adapter = app.url_map.bind("localhost")
    paths = [*CLOSED, ("POST", IGNORED, {})]
    tried = {adapter.match(path.partition("?")[0], method=method)[0] for method, path, _ in paths}
    others = {name for name in with_object if name.partition(".")[0] in ROOMS_OWN}
    assert with_object - tried - others - SHARED == set()
