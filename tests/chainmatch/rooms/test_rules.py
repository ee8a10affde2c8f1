import io
from datetime import date, timedelta

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_ledger import new_project, save_places

from chainmatch.formats import today
from chainmatch.rooms.rules.forms import Typed
from graph.domain.account import Role
from graph.domain.followup.rulebook import DEFAULT
from graph.domain.followup.rules import SEVERITY, Colour
from graph.ledger import table
from graph.store import Store
from graph.store.followup import project_creation, project_records
from graph.store.followup.rulebooks import list_rulebooks

TODAY = today()
PAST = TODAY - timedelta(days=1)
TALKS = (TODAY - timedelta(days=40)).isoformat()


@pytest.fixture
def administrator(doorman: Doorman, store: Store) -> FlaskClient:
    """A project in talks, silent for forty days, judged green by the default rules."""
    save_places(store)
    project_creation.create_projects(store, [new_project("p:1", (TALKS, "talks"))])
    return doorman.client(Role.ADMINISTRATOR)


def typed(**changed: str) -> dict[str, object]:
    form = Typed.of(DEFAULT, TODAY)
    evidence = {f"evidence-{key}": list(kinds) for key, kinds in form.evidence.items()}
    values = {name: value for name, value in form.values.items() if value}
    return {**values, **evidence, **changed}


STRICT = {"silent-yellow": "0", "silent-red": "1", "silent-off": "6"}


def light(store: Store, day: date) -> Colour:
    table.forget(store)
    return SEVERITY[table.find_day(store, day).colours.tolist()[0]]


def test_what_would_change_is_shown_and_nothing_is_kept(
    administrator: FlaskClient, store: Store
) -> None:
    page = administrator.post("/rules", data=typed(**STRICT, act="preview")).text
    assert "1 个项目的灯色会变：" in page
    assert "项目 p:1" in page
    assert [book.version for book in list_rulebooks(store)] == [1]
    assert "没有项目的灯色会变。" in administrator.post("/rules", data=typed()).text


def test_a_new_version_judges_from_its_day_on(administrator: FlaskClient, store: Store) -> None:
    assert [light(store, day) for day in (PAST, TODAY)] == [Colour.GREEN, Colour.GREEN]
    answer = administrator.post("/rules", data=typed(**STRICT, act="save", note="从严"))
    assert answer.status_code == 302
    assert [light(store, day) for day in (PAST, TODAY)] == [Colour.GREEN, Colour.RED]
    page = administrator.get("/projects/p:1").text
    assert f"按规则第 2 版判断（{TODAY.isoformat()} 起执行）" in page
    assert "已 1 个月" in page
    past = administrator.get(f"/projects/p:1?at={PAST.isoformat()}").text
    assert "按默认规则判断" in past
    assert "从严" in administrator.get("/rules").text


def test_a_rule_can_be_switched_off_and_evidence_changed(
    administrator: FlaskClient, store: Store
) -> None:
    told = typed(act="save")
    del told["silent"]
    told["evidence-signed"] = ["receipt", "other"]
    assert administrator.post("/rules", data=told).status_code == 302
    book = list_rulebooks(store)[-1]
    assert "silent" not in [rule.name for rule in book.rules]
    assert [kind.value for kind in book.evidence["signed"]] == ["receipt", "other"]
    assert "资金到位凭证 或 其他材料" in administrator.get("/projects/p:1").text


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [
        ({"silent-yellow": "9"}, 422, "规则“谋划、洽谈没有新进展”：越严重的灯，数字应越大"),
        ({"silent-yellow": "二"}, 422, "请在每条启用的规则里填写整数。"),
        ({"since": "2026-02-30"}, 422, "请填写开始执行的日期。"),
        ({**STRICT, "since": PAST.isoformat()}, 422, "新规则不能从过去的日期开始执行"),
        ({**STRICT, "version": "7"}, 409, "规则已被别人修改"),
        ({}, 422, "规则没有变化。"),
    ],
)
def test_errors_are_clear_and_keep_what_was_typed(
    administrator: FlaskClient, changed: dict[str, str], status: int, words: str
) -> None:
    answer = administrator.post("/rules", data=typed(**{**changed, "act": "save", "note": "备注"}))
    assert (answer.status_code, words in answer.text, "备注" in answer.text) == (status, True, True)


def test_only_administrators_change_them(doorman: Doorman) -> None:
    organizer = doorman.client(Role.ORGANIZER)
    assert organizer.get("/rules").status_code == 200
    assert "保存为新的一版" not in organizer.get("/rules").text
    assert organizer.post("/rules", data=typed(act="save")).status_code == 403


def test_deadlines_follow_the_rules(administrator: FlaskClient, store: Store) -> None:
    told = typed(**STRICT, act="save", order_days="3")
    administrator.post("/rules", data=told)
    page = administrator.post("/orders/update", follow_redirects=True).text
    assert f"限 {(TODAY + timedelta(days=3)).isoformat()} 前答复" in page


def move(client: FlaskClient, stage: str, version: int) -> tuple[int, str]:
    data = {"stage-stage": stage, "stage-day": TODAY.isoformat(), "stage-version": str(version)}
    answer = client.post("/projects/stage/p:1", data={**data, "stage-agreement": "contract"})
    return answer.status_code, answer.text


def test_stages_follow_the_version_in_force(administrator: FlaskClient, store: Store) -> None:
    told = typed(**{"act": "save", "name-started": "动工", "name_en-started": "Broke ground"})
    told |= {"strict-started": "on", "note": "改称动工"}
    del told["used-fulfilled"]
    assert administrator.post("/rules", data=told).status_code == 302
    page = administrator.get("/projects/p:1").text
    assert ("动工" in page, "开工</strong>" in page, "履约</strong>" in page) == (
        True,
        False,
        False,
    )
    past = administrator.get(f"/projects/p:1?at={PAST.isoformat()}").text
    assert ("开工</strong>" in past, "动工</strong>" in past) == (True, False)
    assert move(administrator, "signed", 1)[0] == 302
    status, words = move(administrator, "started", 2)
    assert (status, "进入“动工”要先有材料" in words) == (422, True)
    proof = {"evidence-stage": "started", "evidence-kind": "permit", "evidence-version": "2"}
    proof["evidence-file"] = (io.BytesIO(b"%PDF-1.7 permit"), "许可证.pdf")
    assert administrator.post("/projects/evidence/p:1", data=proof).status_code == 302
    assert move(administrator, "started", 3)[0] == 302
    assert project_records.list_milestones(store, "p:1")[-1].skipped == ()
    assert move(administrator, "fulfilled", 4)[0] == 422
    for address in ("/projects", "/projects/dashboard", "/projects/ledger.xlsx"):
        assert administrator.get(address).status_code == 200


def test_a_needed_stage_stays_in_use(administrator: FlaskClient, store: Store) -> None:
    told = typed(**{"act": "save", "name-signed": "签订"})
    del told["used-signed"]
    assert administrator.post("/rules", data=told).status_code == 302
    assert list_rulebooks(store)[-1].stages.find("signed").used
    told = typed(**{"act": "save", "version": "2", "name-talks": "签约"})
    answer = administrator.post("/rules", data=told)
    assert (answer.status_code, "两个阶段不能同名" in answer.text) == (422, True)
