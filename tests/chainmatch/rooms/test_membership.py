import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from conftest import PASSWORD, Doorman
from flask import Flask
from flask.testing import FlaskClient
from registering import Mail, form, sign_in

from chainmatch.config import Config
from chainmatch.rooms.membership import operations
from graph.domain.account import Membership, Role
from graph.domain.clock import now
from graph.errors import Conflict
from graph.store import Store
from graph.store.bulk import maps
from graph.store.people import accounts, members, one_time_links
from graph.store.post import letters

SHOWN = re.compile(r'<output class="member-link">([^<]+)</output>')
JOINING = {"name": "王工", "password": PASSWORD, "again": PASSWORD}
OWNER, SECOND = "enterprise@test.example", "enterprise2@test.example"


@pytest.fixture
def mail(store: Store, config: Config) -> Mail:
    return Mail(store, config)


@pytest.fixture(autouse=True)
def factories(store: Store) -> None:
    rows = [{"code": f"name:{name}", "name": f"{name}厂", "source": "test"} for name in "甲乙"]
    maps.save_enterprises(store, rows)


@pytest.fixture
def owner(doorman: Doorman, factories: None) -> FlaskClient:
    return doorman.client(Role.ENTERPRISE, enterprise="name:甲")


@pytest.fixture
def member(doorman: Doorman, owner: FlaskClient) -> FlaskClient:
    return doorman.client(Role.ENTERPRISE, enterprise="name:甲")


def invite(
    client: FlaskClient, email: str = "wang@test.example", config: Config | None = None, **more: str
) -> str:
    page = client.post("/people/invite", data={"email": email, "membership": "member", **more})
    found = SHOWN.search(page.text)
    assert found, page.text
    return re.sub(r"^https?://[^/]+", "", found.group(1))


def standing(store: Store, code: str = "name:甲") -> list[tuple[str, Membership]]:
    return [(each.email, each.membership) for each in members.list_members(store, code)]


def test_the_first_account_owns_and_the_second_joins(store: Store, member: FlaskClient) -> None:
    assert standing(store) == [(OWNER, Membership.OWNER), (SECOND, Membership.MEMBER)]
    page = member.get("/people").text
    assert page.count('class="chip">负责人') == 1
    assert page.count("生成邀请链接") == 0


def test_a_copied_link_brings_somebody_in_once(
    owner: FlaskClient, client: FlaskClient, app: Flask, store: Store
) -> None:
    link = invite(owner)
    assert letters.list_letters(store) == []
    assert client.get(link).text.count("甲厂") >= 1
    short = client.post(link, data={**JOINING, "password": "short", "again": "short"})
    assert short.status_code == 422
    assert client.post(link, data=JOINING).location == "/sign-in"
    joined = sign_in(app, "wang@test.example")
    assert joined.get("/people").status_code == 200
    assert standing(store)[1] == ("wang@test.example", Membership.MEMBER)
    assert app.test_client().post(link, data=JOINING).status_code == 410
    assert owner.get("/people").text.count("已接受") == 1


def test_a_mailed_link_is_the_one_shown(owner: FlaskClient, mail: Mail) -> None:
    link = invite(owner, by_mail="y")
    assert mail.arrived() == [("wang@test.example", link)]


def test_two_who_open_one_link_make_one_account(
    owner: FlaskClient, app: Flask, store: Store
) -> None:
    link = invite(owner)
    with ThreadPoolExecutor(2) as pool:
        answers = list(
            pool.map(lambda _: app.test_client().post(link, data=JOINING).status_code, range(2))
        )
    assert sorted(answers)[0] == 302
    assert sorted(answers)[1] in {409, 410}
    assert accounts.count_accounts(store) == 2


def test_a_revoked_an_expired_and_a_replaced_link_each_say_so(
    owner: FlaskClient, client: FlaskClient, store: Store, config: Config, mail: Mail
) -> None:
    first = invite(owner)
    second = invite(owner)
    assert client.get(first).text.count("更新的链接代替") == 1
    (open_one,) = [
        each for each in one_time_links.list_invitations(store, "name:甲") if not each.revoked_at
    ]
    owner.post("/people/revoke", data={"id": open_one.id})
    assert client.get(second).status_code == 410
    assert owner.post("/people/revoke", data={"id": open_one.id}).status_code == 404
    account = accounts.find_account(store, OWNER)
    assert account is not None
    old = operations.invite(
        store,
        config,
        actor=account,
        enterprise="name:甲",
        email="late@test.example",
        membership=Membership.MEMBER,
        by_mail=False,
        now=now() - timedelta(days=8),
    )
    page = client.get(old.removeprefix(config.address))
    assert (page.status_code, page.text.count("这个链接已过期。")) == (410, 1)
    assert page.text.count("请联系发出邀请的同事") == 1


def test_an_applicant_accepts_with_the_own_account(
    owner: FlaskClient, client: FlaskClient, app: Flask, store: Store
) -> None:
    client.post("/register", data=form(email="wang@test.example"))
    link = invite(owner)
    assert client.get(link).text.count("您已有账号，登录后即可接受。") == 1
    applicant = sign_in(app, "wang@test.example")
    assert applicant.post(link).location == "/"
    assert applicant.get("/people").status_code == 200
    assert standing(store)[1] == ("wang@test.example", Membership.MEMBER)


def test_a_link_is_for_its_address_only(owner: FlaskClient, doorman: Doorman, store: Store) -> None:
    link = invite(owner)
    other = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    assert other.get(link).text.count("请先退出") == 1
    assert other.post(link).status_code == 403
    assert len(standing(store)) == 1


def test_whoever_acts_already_is_not_invited(owner: FlaskClient, doorman: Doorman) -> None:
    doorman.client(Role.ORGANIZER)
    data = {"email": "organizer@test.example", "membership": "member"}
    page = owner.post("/people/invite", data=data)
    assert (page.status_code, page.text.count("已代表一家企业，或是工作人员的账号")) == (409, 1)


def test_a_removed_member_sees_no_more_than_an_applicant(
    owner: FlaskClient, member: FlaskClient, store: Store
) -> None:
    assert owner.post("/people/remove", data={"email": SECOND}).status_code == 302
    assert member.get("/people").status_code == 403
    assert member.get("/claim").status_code == 200
    assert standing(store) == [(OWNER, Membership.OWNER)]
    assert owner.post("/people/remove", data={"email": SECOND}).status_code == 404


def test_ownership_is_handed_over(owner: FlaskClient, member: FlaskClient, store: Store) -> None:
    data = {"email": SECOND, "membership": "hand-over"}
    assert owner.post("/people/membership", data=data).location == "/people"
    assert standing(store) == [(SECOND, Membership.OWNER), (OWNER, Membership.MEMBER)]
    assert owner.post("/people/remove", data={"email": SECOND}).status_code == 403
    assert member.post("/people/remove", data={"email": OWNER}).status_code == 302


def test_the_last_owner_stays(owner: FlaskClient, member: FlaskClient, store: Store) -> None:
    for path, data in (
        ("/people/leave", {}),
        ("/people/remove", {"email": OWNER}),
        ("/people/membership", {"email": OWNER, "membership": "member"}),
    ):
        refused = owner.post(path, data=data)
        assert (refused.status_code, refused.text.count("最后一位负责人")) == (409, 1)
    assert member.post("/people/leave").location == "/claim"
    assert standing(store) == [(OWNER, Membership.OWNER)]


def test_two_owners_who_leave_at_once_leave_one(store: Store, member: FlaskClient) -> None:
    members.set_membership(store, "name:甲", SECOND, Membership.OWNER, at=now())

    def leave(email: str) -> bool:
        try:
            members.remove(store, "name:甲", email, at=now())
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(leave, (OWNER, SECOND))) == [False, True]
    assert len(standing(store)) == 1


def test_a_member_manages_nobody_and_an_owner_only_the_own(
    owner: FlaskClient, member: FlaskClient, doorman: Doorman, store: Store
) -> None:
    stranger = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    link_id = one_time_links_of(owner, store)
    acts = [
        ("/people/invite", {"email": "x@test.example", "membership": "member"}),
        ("/people/revoke", {"id": link_id}),
        ("/people/remove", {"email": OWNER}),
        ("/people/membership", {"email": OWNER, "membership": "member"}),
    ]
    for path, data in acts:
        said = {**data, "enterprise": "name:甲"}
        assert member.post(path, data=said).status_code == 403
        assert stranger.post(path, data=said).status_code == 403
    assert stranger.get("/people/of/name:甲").status_code == 403
    assert stranger.post("/people/revoke", data={"id": link_id}).status_code == 404


def one_time_links_of(owner: FlaskClient, store: Store) -> str:
    invite(owner)
    (link,) = one_time_links.list_invitations(store, "name:甲")
    return link.id


def test_an_administrator_manages_any_enterprise(
    owner: FlaskClient, member: FlaskClient, doorman: Doorman, store: Store
) -> None:
    administrator = doorman.client(Role.ADMINISTRATOR)
    assert administrator.get("/people/of/name:甲").text.count("生成邀请链接") == 1
    data = {"enterprise": "name:甲", "email": SECOND, "membership": "owner"}
    assert administrator.post("/people/membership", data=data).status_code == 302
    assert standing(store)[0][1] == standing(store)[1][1] == Membership.OWNER
    said = {"enterprise": "name:甲", "email": OWNER}
    assert administrator.post("/people/remove", data=said).status_code == 302
    assert standing(store) == [(SECOND, Membership.OWNER)]
    unknown = administrator.get("/people/of/name:丙")
    assert unknown.status_code == 404


def test_too_many_open_invitations_are_refused(owner: FlaskClient) -> None:
    for number in range(operations.MOST_OPEN):
        invite(owner, f"p{number}@test.example")
    data = {"email": "more@test.example", "membership": "member"}
    page = owner.post("/people/invite", data=data)
    assert (page.status_code, page.text.count("同时有效的邀请最多 20 份")) == (409, 1)


def test_the_graph_keeps_no_token(
    owner: FlaskClient, store: Store, config: Config, mail: Mail
) -> None:
    link = invite(owner, by_mail="y")
    token = link.rpartition("/")[2]
    kept = store.read("MATCH (n) RETURN properties(n) AS all")
    assert token not in str(kept)
