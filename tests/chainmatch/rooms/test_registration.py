from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import Doorman
from flask import Flask
from flask.testing import FlaskClient
from registering import CODE, Mail, credit_code, form, sign_in

from chainmatch.config import Config
from graph.domain.account import Role
from graph.domain.claim import ClaimState
from graph.store import Store
from graph.store.bulk import maps
from graph.store.people import accounts, claims
from graph.store.post import letters


@pytest.fixture
def mail(store: Store, config: Config) -> Mail:
    return Mail(store, config)


def state(store: Store, email: str = "li@test.example") -> ClaimState | None:
    found = claims.find_latest(store, email)
    return found.state if found else None


def nothing_is_there(store: Store) -> bool:
    counted = store.read(
        "MATCH (n) WHERE n:User OR n:Claim OR n:OneTimeLink OR n:Letter RETURN count(n) AS total"
    )
    return counted == [{"total": 0}]


def test_registering_waits_for_the_address_and_then_for_the_organizer(
    client: FlaskClient, app: Flask, store: Store, mail: Mail
) -> None:
    answer = client.post("/register", data=form())
    assert (answer.status_code, answer.location) == (302, "/register/sent")
    assert client.get("/register/sent").text.count("li@test.example") == 1
    applicant = sign_in(app)
    assert applicant.get("/claim").text.count("等待确认邮箱") == 1
    assert claims.count_claims(store, ClaimState.WAITING) == 0
    (link,) = mail.links()
    assert client.get(link).status_code == 200
    assert state(store) == ClaimState.UNVERIFIED
    assert client.post(link).location == "/claim"
    assert state(store) == ClaimState.WAITING
    assert applicant.get("/claim").text.count("会务正在核对") == 1


def test_a_link_opens_once_and_an_unknown_one_never(
    client: FlaskClient, store: Store, mail: Mail
) -> None:
    client.post("/register", data=form())
    (link,) = mail.links()
    client.post(link)
    again = client.post(link)
    assert (again.status_code, again.text.count("这个链接已经用过")) == (410, 1)
    assert client.get(link).status_code == 410
    unknown = client.get("/verify/nonsense")
    assert (unknown.status_code, unknown.text.count("没有这个链接")) == (410, 1)


def test_the_applicant_sees_public_and_own_pages_only(
    client: FlaskClient, app: Flask, store: Store
) -> None:
    client.post("/register", data=form())
    applicant = sign_in(app)
    for path in ("/", "/chains", "/account", "/claim"):
        assert applicant.get(path).status_code == 200
    for path in ("/search", "/listings", "/people", "/projects", "/recommendations"):
        refused = applicant.get(path)
        assert (refused.status_code, refused.text.count("还没有通过审核")) == (403, 1)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"credit_code": CODE[:-1] + ("A" if CODE[-1] != "A" else "B")}, "校验位不对"),
        ({"credit_code": CODE[:-1]}, "统一社会信用代码是 18 位"),
        ({"credit_code": ""}, "请填写统一社会信用代码。"),
        ({"email": "li"}, "这不是有效的邮箱地址。"),
        ({"email": "a@test.example,b@test.example"}, "这不是有效的邮箱地址。"),
        ({"password": "short", "again": "short"}, "新密码至少要有 10 个字符。"),
        ({"again": "something else"}, "两次输入的新密码不一致。"),
        ({"person": " "}, "请填写姓名。"),
        ({"name": ""}, "请填写企业名称。"),
        ({"name": "乙 [name:乙]"}, "图谱里没有“乙 [name:乙]”"),
        ({"id": "x"}, None),
    ],
)
def test_wrong_input_is_named_and_leaves_nothing(
    client: FlaskClient, store: Store, wrong: dict[str, str], words: str | None
) -> None:
    page = client.post("/register", data=form(**wrong))
    assert page.status_code == 422
    if words:
        assert page.text.count(words) == 1
    assert nothing_is_there(store)


def test_the_code_may_be_typed_as_people_do(client: FlaskClient, store: Store) -> None:
    typed = " ".join((CODE[:8], CODE[8:].lower()))
    assert client.post("/register", data=form(credit_code=typed)).status_code == 302
    found = claims.find_latest(store, "li@test.example")
    assert found is not None
    assert found.credit_code == CODE


def test_a_taken_address_is_refused_and_leaves_nothing_half_done(
    client: FlaskClient, store: Store, doorman: Doorman
) -> None:
    doorman.client(Role.ANALYST)
    page = client.post("/register", data=form(email="Analyst@test.example"))
    assert (page.status_code, page.text.count("邮箱 analyst@test.example 已有账号。")) == (422, 1)
    assert letters.list_letters(store) == []
    assert claims.find_latest(store, "analyst@test.example") is None


def test_a_double_click_registers_once(app: Flask, store: Store) -> None:
    with ThreadPoolExecutor(2) as pool:
        sent = list(
            pool.map(lambda _: app.test_client().post("/register", data=form()).location, range(2))
        )
    assert sent == ["/register/sent"] * 2
    assert len(letters.list_letters(store)) == 1
    assert accounts.count_accounts(store) == 1


def test_the_record_is_found_by_credit_code_choice_or_name(
    client: FlaskClient, store: Store
) -> None:
    rows = [
        {"code": f"uscc:{credit_code(7)}", "name": "丙厂", "source": "test"},
        {"code": "name:乙厂", "name": "乙厂", "source": "test"},
        {"code": "name:双1", "name": "双厂", "source": "test"},
        {"code": "name:双2", "name": "双厂", "source": "test"},
    ]
    maps.save_enterprises(store, rows)
    wanted = [
        ({"credit_code": credit_code(7), "name": "写错的名字"}, f"uscc:{credit_code(7)}"),
        ({"name": "乙厂"}, "name:乙厂"),
        ({"name": "双厂"}, ""),
        ({"name": "双厂 [name:双2]"}, "name:双2"),
        ({"name": "没有这家"}, ""),
    ]
    for number, (said, code) in enumerate(wanted):
        email = f"p{number}@test.example"
        sent = form(**{"id": f"{number:032d}", "email": email, **said})
        assert client.post("/register", data=sent).status_code == 302
        found = claims.find_latest(store, email)
        assert found is not None
        assert found.enterprise == code


def test_a_code_of_another_record_is_not_taken(client: FlaskClient, store: Store) -> None:
    rows = [
        {"code": f"uscc:{CODE}", "name": "丙厂", "source": "test"},
        {"code": "name:乙厂", "name": "乙厂", "source": "test"},
    ]
    maps.save_enterprises(store, rows)
    page = client.post("/register", data=form(name="乙厂 [name:乙厂]"))
    assert (page.status_code, page.text.count("已登记在另一家企业名下")) == (422, 1)
    assert nothing_is_there(store)


def test_names_are_offered_while_typing(client: FlaskClient, store: Store) -> None:
    maps.save_enterprises(store, [{"code": "name:甲", "name": "甲机械厂", "source": "test"}])
    assert client.get("/register/enterprises?name=甲机").text.count("甲机械厂 [name:甲]") == 1
    assert client.get("/register/enterprises?name=甲").text == ""


def test_a_claim_is_withdrawn_and_filed_anew(
    client: FlaskClient, app: Flask, store: Store, mail: Mail
) -> None:
    client.post("/register", data=form())
    applicant = sign_in(app)
    second = {"id": "1" * 32, "credit_code": credit_code(2), "name": "乙厂"}
    twice = applicant.post("/claim", data=second)
    assert (twice.status_code, twice.text.count("您已有一份认领申请在处理")) == (422, 1)
    assert applicant.post("/claim/withdraw", data={"id": "0" * 32}).status_code == 302
    assert state(store) == ClaimState.WITHDRAWN
    assert applicant.post("/claim/withdraw", data={"id": "0" * 32}).status_code == 409
    assert applicant.post("/claim", data=second).status_code == 302
    assert state(store) == ClaimState.UNVERIFIED
    (link,) = mail.links()
    client.post(link)
    assert state(store) == ClaimState.WAITING


def test_the_confirmation_is_sent_again_but_not_for_ever(
    client: FlaskClient, app: Flask, store: Store, mail: Mail
) -> None:
    client.post("/register", data=form())
    (first,) = mail.links()
    applicant = sign_in(app)
    for _ in range(3):
        assert applicant.post("/claim/confirm-again").status_code == 302
    refused = applicant.post("/claim/confirm-again")
    assert (refused.status_code, refused.text.count("最多发送 3 次")) == (422, 1)
    replaced = client.get(first)
    assert (replaced.status_code, replaced.text.count("更新的链接代替")) == (410, 1)
    latest = [link for link in mail.links() if client.get(link).status_code == 200]
    assert len(latest) == 1
