import pytest
from conftest import Doorman
from flask import Flask
from flask.testing import FlaskClient
from registering import CODE, Mail, credit_code, form, sign_in

from chainmatch.config import Config
from graph.domain.account import Membership, Role
from graph.domain.claim import ClaimState
from graph.store import Store, audit
from graph.store.bulk import maps
from graph.store.map import enterprises
from graph.store.people import accounts, claims, members

CLAIM = "0" * 32


@pytest.fixture
def mail(store: Store, config: Config) -> Mail:
    return Mail(store, config)


@pytest.fixture
def organizer(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ORGANIZER)


def register(client: FlaskClient, mail: Mail, **changes: str) -> None:
    """Register and confirm the address."""
    assert client.post("/register", data=form(**changes)).status_code == 302
    (link,) = [path for path in mail.links() if path.startswith("/verify/")]
    assert client.post(link).status_code == 302


def save(store: Store, code: str, name: str) -> None:
    maps.save_enterprises(store, [{"code": code, "name": name, "source": "test"}])


@pytest.mark.parametrize("count", [1, 3])
def test_confirmed_claims_are_listed(
    client: FlaskClient, organizer: FlaskClient, mail: Mail, count: int
) -> None:
    for number in range(count):
        register(client, mail, id=f"{number:032d}", email=f"p{number}@test.example")
    client.post("/register", data=form(id="9" * 32, email="unconfirmed@test.example"))
    page = organizer.get("/claims").text
    assert page.count("@test.example</span>") == count


def test_whoever_decides_is_told_once_the_address_is_confirmed(
    client: FlaskClient, doorman: Doorman, store: Store, mail: Mail
) -> None:
    save(store, "name:甲", "甲机械有限公司")
    for role in (Role.ORGANIZER, Role.ADMINISTRATOR, Role.ANALYST):
        doorman.client(role)
    doorman.client(Role.ENTERPRISE, enterprise="name:甲")
    client.post("/register", data=form())
    assert store.read("MATCH (n:Notice) RETURN count(n) AS total") == [{"total": 0}]
    (link,) = mail.links()
    client.post(link)
    told = store.read("MATCH (n:Notice) RETURN n.reader AS reader, n.path AS path ORDER BY reader")
    readers = ["administrator", "enterprise", "organizer"]
    assert told == [
        {"reader": f"{name}@test.example", "path": f"/claims/{CLAIM}"} for name in readers
    ]


def test_an_unconfirmed_claim_is_closed_to_those_who_decide(
    client: FlaskClient, organizer: FlaskClient
) -> None:
    client.post("/register", data=form())
    assert organizer.get(f"/claims/{CLAIM}").status_code == 404
    assert organizer.post(f"/claims/{CLAIM}/approve", data={"record": "new"}).status_code == 404


def test_a_new_record_is_made_and_its_first_person_owns_it(
    client: FlaskClient, organizer: FlaskClient, app: Flask, store: Store, mail: Mail
) -> None:
    register(client, mail)
    applicant = sign_in(app)
    assert organizer.get(f"/claims/{CLAIM}").text.count(f"uscc:{CODE}") == 1
    approved = organizer.post(f"/claims/{CLAIM}/approve", data={"record": "new"})
    assert (approved.status_code, approved.location) == (302, "/claims")
    assert mail.arrived() == [("li@test.example", "/")]
    account = accounts.find_account(store, "li@test.example")
    assert account is not None
    assert (account.role, account.enterprise) == (Role.ENTERPRISE, f"uscc:{CODE}")
    assert account.membership == Membership.OWNER
    made = enterprises.find_enterprise(store, f"uscc:{CODE}")
    assert made is not None
    assert (made.name, made.source) == ("甲机械有限公司", "self")
    assert applicant.get(f"/enterprises/uscc:{CODE}").status_code == 200
    assert applicant.get("/claim").location == "/"
    assert audit.list_entries(store, skip=0, limit=1)[0].verb == "claim.approved"


def test_an_existing_record_is_claimed_and_keeps_the_credit_code(
    client: FlaskClient, organizer: FlaskClient, app: Flask, store: Store, mail: Mail
) -> None:
    save(store, "name:甲", "甲机械有限公司")
    register(client, mail)
    organizer.post(f"/claims/{CLAIM}/approve", data={"record": "name:甲"})
    assert claims.list_codes_by_credit_code(store, CODE) == ["name:甲"]
    assert sign_in(app).get("/people").text.count("李工") >= 1
    register(client, mail, id="1" * 32, email="wang@test.example", name="另一种写法")
    joining = claims.find_claim(store, "1" * 32)
    assert (joining.enterprise, joining.owners) == ("name:甲", 1)


def test_a_different_credit_code_is_refused_and_nothing_changes(
    client: FlaskClient, organizer: FlaskClient, store: Store, mail: Mail
) -> None:
    save(store, f"uscc:{credit_code(9)}", "甲机械有限公司")
    register(client, mail)
    wrong = {"record": f"uscc:{credit_code(9)}"}
    page = organizer.post(f"/claims/{CLAIM}/approve", data=wrong)
    assert (page.status_code, page.text.count("与申请不同")) == (409, 1)
    assert claims.find_claim(store, CLAIM).state == ClaimState.WAITING
    account = accounts.find_account(store, "li@test.example")
    assert account is not None
    assert account.role == Role.APPLICANT
    assert mail.links() == []


def test_a_choice_is_needed(client: FlaskClient, organizer: FlaskClient, mail: Mail) -> None:
    register(client, mail)
    page = organizer.post(f"/claims/{CLAIM}/approve", data={})
    assert (page.status_code, page.text.count("请先选择申请人代表的是哪一家企业")) == (409, 1)


def test_a_refusal_says_why_by_mail_and_on_the_page_and_another_try_is_open(
    client: FlaskClient, organizer: FlaskClient, app: Flask, store: Store, mail: Mail
) -> None:
    register(client, mail)
    silent = organizer.post(f"/claims/{CLAIM}/refuse", data={"reason": " "})
    assert (silent.status_code, silent.text.count("请写明原因")) == (422, 1)
    organizer.post(f"/claims/{CLAIM}/refuse", data={"reason": "执照与名称不符"})
    assert mail.arrived() == [("li@test.example", "/claim")]
    applicant = sign_in(app)
    assert applicant.get("/claim").text.count("执照与名称不符") == 1
    again = {"id": "1" * 32, "credit_code": CODE, "name": "甲机械有限公司"}
    assert applicant.post("/claim", data=again).status_code == 302
    assert claims.find_claim(store, "1" * 32).state == ClaimState.WAITING


def test_what_is_decided_is_not_decided_again(
    client: FlaskClient, organizer: FlaskClient, store: Store, mail: Mail
) -> None:
    register(client, mail)
    organizer.post(f"/claims/{CLAIM}/approve", data={"record": "new"})
    late = organizer.post(f"/claims/{CLAIM}/refuse", data={"reason": "晚了"})
    assert (late.status_code, late.text.count("已被撤回或处理")) == (409, 1)
    twice = organizer.post(f"/claims/{CLAIM}/approve", data={"record": "new"})
    assert twice.status_code == 409
    assert len(members.list_members(store, f"uscc:{CODE}")) == 1


def test_an_owner_lets_people_join_the_own_enterprise_only(
    client: FlaskClient, doorman: Doorman, app: Flask, store: Store, mail: Mail
) -> None:
    save(store, "name:甲", "甲机械有限公司")
    save(store, "name:乙", "乙厂")
    owner = doorman.client(Role.ENTERPRISE, enterprise="name:甲")
    stranger = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    register(client, mail)
    assert sign_in(app).get("/claim").text.count("这家企业已有负责人") == 1
    assert stranger.get(f"/claims/{CLAIM}").status_code == 404
    refused = stranger.post(f"/claims/{CLAIM}/approve", data={"record": "name:乙"})
    assert refused.status_code == 404
    assert owner.get("/people").text.count("等待您处理的加入申请") == 1
    assert owner.get(f"/claims/{CLAIM}").status_code == 200
    joined = owner.post(f"/claims/{CLAIM}/approve", data={"record": "name:乙"})
    assert joined.location == "/people"
    account = accounts.find_account(store, "li@test.example")
    assert account is not None
    assert (account.enterprise, account.membership) == ("name:甲", Membership.MEMBER)
