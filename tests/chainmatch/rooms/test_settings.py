import re

import pytest
from conftest import PASSWORD, Doorman
from flask import Flask
from flask.testing import FlaskClient

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.worker import Worker
from chainmatch.demo.loading import DEMO_PASSWORD, is_demo_wanted, load_demo_with_accounts
from chainmatch.people.identity import add_account
from chainmatch.rooms.settings.labels import VERBS
from chainmatch.wording.city import City, find_city
from graph.domain.account import Account, Role
from graph.domain.audit import Verb
from graph.domain.clock import now
from graph.domain.job import JobState
from graph.errors import Cancelled, Conflict
from graph.messages import Message
from graph.store import Store, audit
from graph.store.bulk.maps import save_enterprises
from graph.store.people import accounts
from graph.store.people.accounts import find_account
from graph.store.work import jobs

ADMINISTRATOR = "administrator@test.example"
PASSWORD_SHOWN = re.compile(r'<output class="settings-password">([^<]+)</output>')


@pytest.fixture
def administrator(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ADMINISTRATOR)


def add(store: Store, email: str, role: Role = Role.ANALYST, source: str = "") -> Account:
    account = Account(email, "某人", role, source=source)
    add_account(store, account=account, password=PASSWORD, now=now())
    return account


def acts(store: Store) -> list[tuple[str, str, str]]:
    entries = audit.list_entries(store, skip=0, limit=10)
    return [(entry.actor, entry.verb, entry.subject) for entry in entries]


def can_sign_in(app: Flask, email: str, password: str) -> bool:
    answer = app.test_client().post("/sign-in", data={"email": email, "password": password})
    return answer.status_code == 302


SEEN = re.compile(r'name="seen" type="hidden" value="([0-9a-f]+)"')


def shown_password(page: str) -> str:
    found = PASSWORD_SHOWN.search(page)
    assert found
    return found.group(1)


def test_the_names_of_city_and_platform_change(administrator: FlaskClient, store: Store) -> None:
    (seen,) = SEEN.findall(administrator.get("/settings").text)
    names = {
        "name": "株洲市",
        "name_en": "Zhuzhou",
        "platform": "对接台",
        "platform_en": "Match",
        "seen": seen,
    }
    answer = administrator.post("/settings", data=names)
    assert (answer.status_code, answer.location) == (302, "/settings")
    assert find_city(store) == City("株洲市", "Zhuzhou", "对接台", "Match")
    assert acts(store) == [(ADMINISTRATOR, "setting.changed", "株洲市")]
    assert administrator.post("/settings", data={**names, "name": " "}).status_code == 422
    page = administrator.get("/settings/audit").text
    assert page.count("名称：长沙市 → 株洲市") == 1
    assert administrator.post("/settings", data=names).status_code == 302
    late = administrator.post("/settings", data={**names, "name": "湘潭市"})
    assert (late.status_code, find_city(store).name) == (422, "株洲市")
    assert late.text.count("株洲市 · Zhuzhou · 对接台 · Match") == 1
    again = {**names, "name": "湘潭市", "seen": SEEN.findall(late.text)[0]}
    administrator.post("/settings", data=again)
    assert find_city(store).name == "湘潭市"


@pytest.mark.parametrize("count", [1, 3])
def test_accounts_are_listed(administrator: FlaskClient, store: Store, count: int) -> None:
    for number in range(count - 1):
        add(store, f"a{number}@test.example")
    page = administrator.get("/settings/accounts").text
    assert page.count("@test.example</span>") == count


def test_a_new_account_gets_a_password_that_works_once_shown(
    administrator: FlaskClient, app: Flask, store: Store
) -> None:
    data = {"email": "New@Test.example", "name": "新人", "role": "organizer", "locale": "zh"}
    page = administrator.post("/settings/accounts/new", data=data)
    password = shown_password(page.text)
    assert can_sign_in(app, "new@test.example", password)
    assert acts(store) == [(ADMINISTRATOR, "account.added", "new@test.example")]
    again = administrator.post("/settings/accounts/new", data=data)
    assert (again.status_code, again.text.count("邮箱 new@test.example 已有账号。")) == (422, 1)


def test_an_account_is_tied_to_an_enterprise_by_its_bare_code(
    administrator: FlaskClient, store: Store
) -> None:
    save_enterprises(store, [{"code": "stock:600031", "name": "三一重工", "source": "test"}])
    data = {"email": "a@test.example", "name": "新人", "role": "enterprise", "locale": "zh"}
    administrator.post("/settings/accounts/new", data={**data, "enterprise": "600031"})
    made = find_account(store, "a@test.example")
    assert made is not None
    assert made.enterprise == "stock:600031"
    unknown = administrator.post(
        "/settings/accounts/new",
        data={**data, "email": "b@test.example", "enterprise": "600032"},
    )
    assert (unknown.status_code, unknown.text.count("没有编码或名称为“600032”的企业。")) == (422, 1)


def test_a_role_that_there_is_not_is_refused_in_the_readers_language(
    administrator: FlaskClient,
) -> None:
    data = {"email": "a@test.example", "name": "新人", "role": "king", "locale": "zh"}
    page = administrator.post("/settings/accounts/new", data=data)
    assert (page.status_code, page.text.count("请从列表中选择。")) == (422, 1)


def test_an_account_is_closed_and_opened(
    administrator: FlaskClient, app: Flask, store: Store
) -> None:
    add(store, "a@test.example")
    administrator.post("/settings/accounts/deactivate", data={"email": "a@test.example"})
    assert not can_sign_in(app, "a@test.example", PASSWORD)
    administrator.post("/settings/accounts/activate", data={"email": "a@test.example"})
    assert can_sign_in(app, "a@test.example", PASSWORD)
    verbs = [verb for _, verb, _ in acts(store)]
    assert verbs == ["account.activated", "account.deactivated"]


def test_a_reset_password_is_shown_once(
    administrator: FlaskClient, app: Flask, store: Store
) -> None:
    add(store, "a@test.example")
    page = administrator.post("/settings/accounts/password", data={"email": "a@test.example"})
    assert can_sign_in(app, "a@test.example", shown_password(page.text))
    assert not can_sign_in(app, "a@test.example", PASSWORD)
    assert "no-store" in page.headers["Cache-Control"]


def test_an_unknown_account_is_not_found(administrator: FlaskClient) -> None:
    for action in ("activate", "deactivate", "password"):
        answer = administrator.post(f"/settings/accounts/{action}", data={"email": "x@y.example"})
        assert answer.status_code == 404


def test_nobody_closes_the_own_account(administrator: FlaskClient, store: Store) -> None:
    add(store, "other@test.example", Role.ADMINISTRATOR)
    answer = administrator.post("/settings/accounts/deactivate", data={"email": ADMINISTRATOR})
    assert (answer.status_code, answer.text.count("不能停用自己的账号")) == (409, 1)


def test_the_last_administrator_stays(store: Store) -> None:
    add(store, "a@test.example", Role.ADMINISTRATOR)
    add(store, "b@test.example", Role.ADMINISTRATOR)
    accounts.deactivate_account(store, "b@test.example")
    with pytest.raises(Conflict, match="最后一位可登录的管理员"):
        accounts.deactivate_account(store, "a@test.example")
    assert accounts.count_administrators(store) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_audit_log_lists_acts(administrator: FlaskClient, store: Store, count: int) -> None:
    for number in range(count):
        add(store, f"a{number}@test.example")
        data = {"email": f"a{number}@test.example"}
        administrator.post("/settings/accounts/deactivate", data=data)
    page = administrator.get("/settings/audit").text
    assert page.count("<td>\n                  停用账号") == count


def test_every_act_and_what_it_changed_is_said_in_words(
    administrator: FlaskClient, store: Store
) -> None:
    assert set(Verb) - set(VERBS) == set()
    audit.record(
        store,
        actor="organizer@test.example",
        verb=Verb.CONFERENCE_WISH,
        subject="c",
        before={},
        after={"kind": "must", "acted_for": True},
        at=now(),
    )
    page = administrator.get("/settings/audit").text
    assert re.findall(r"<div>(.+?：.+?)</div>", page) == ["类型：必见", "代为办理：是"]


def test_health_shows_the_graph_and_that_no_worker_runs(administrator: FlaskClient) -> None:
    page = administrator.get("/settings/health").text
    assert page.count("没有处理进程在运行") == 1
    assert page.count("ArcadeDB") + page.count("Neo4j") >= 1


@pytest.fixture
def demo_administrator(app: Flask, store: Store) -> FlaskClient:
    """A client signed in with the demo's own administrator, and one demo enterprise."""
    store.write("CREATE (:Enterprise {code: 'demo:E1', name: '甲公司', source: 'demo'})")
    account = Account("admin@demo.example", "管理员", Role.ADMINISTRATOR, source="demo")
    add_account(store, account=account, password=DEMO_PASSWORD, now=now())
    client = app.test_client()
    client.post("/sign-in", data={"email": account.email, "password": DEMO_PASSWORD})
    return client


def test_the_demo_goes_only_when_somebody_else_can_administer(
    demo_administrator: FlaskClient, app: Flask, store: Store
) -> None:
    page = demo_administrator.get("/settings/demo").text
    assert page.count("第一步：新增一位管理员") == 1
    refused = demo_administrator.post("/settings/demo")
    assert (refused.status_code, jobs.count_jobs(store, ["remove-demo"])) == (409, 0)

    wrong = demo_administrator.post(
        "/settings/demo/administrator", data={"email": "nobody", "name": "李"}
    )
    assert (wrong.status_code, wrong.text.count("不是有效的邮箱地址")) == (422, 1)
    made = demo_administrator.post(
        "/settings/demo/administrator", data={"email": "li@test.example", "name": "李"}
    )
    password = shown_password(made.text)
    assert demo_administrator.post("/settings/demo").status_code == 302
    assert demo_administrator.post("/settings/demo").status_code == 302
    assert jobs.count_jobs(store, ["remove-demo"]) == 1
    assert demo_administrator.get("/settings/demo").text.count('hx-trigger="every 1s"') == 1

    worker = Worker(store, app.extensions["config"], KINDS)
    assert worker.run_one()
    (job,) = jobs.list_jobs(store, ["remove-demo"], skip=0, limit=2)
    assert (job.state, job.note.template) == (JobState.DONE, "演示数据已移除，共 %(count)s 条。")
    assert [account.email for account in accounts.list_accounts(store)] == ["li@test.example"]
    assert demo_administrator.get("/settings").status_code == 302
    assert can_sign_in(app, "li@test.example", password)
    assert not is_demo_wanted(store)


def test_an_interrupted_load_is_finished_at_the_next_start(store: Store) -> None:
    def interrupt(done: int, total: int, note: Message) -> None:
        if done > total / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        load_demo_with_accounts(store, now=now(), progress=interrupt)
    assert accounts.list_accounts(store) == []
    assert is_demo_wanted(store)
    load_demo_with_accounts(store, now=now())
    assert accounts.count_accounts(store) == 6
    assert not is_demo_wanted(store)


def test_a_fresh_graph_wants_the_demo(store: Store) -> None:
    assert is_demo_wanted(store)
    store.write("CREATE (:Enterprise {code: 'a', name: '甲公司', source: 'office'})")
    assert not is_demo_wanted(store)
