"""The projects room: who sees what, each form, the page that is not the newest."""

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from openpyxl import load_workbook
from small_chain import save_makers
from small_ledger import new_project, save_places, save_project

from chainmatch.formats import today
from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.projects.project import ReportState
from graph.domain.projects.track import stand
from graph.domain.recommendation import Place
from graph.exchange.office import import_xlsx
from graph.ledger import table
from graph.store import Store
from graph.store.followup import project_creation, project_records, projects
from graph.store.followup.project_creation import NewProject
from graph.store.work import jobs

DAY = today().isoformat()
PDF = b"%PDF-1.7 proof"


@pytest.fixture
def organizer(doorman: Doorman, store: Store) -> FlaskClient:
    save_project(store)
    return doorman.client(Role.ORGANIZER)


def post(client: FlaskClient, act: str, version: int = 1, **told: object):
    """Post one of the small forms of the project's page."""
    name = act.rstrip("s")
    data = {f"{name}-{key}": value for key, value in told.items()}
    return client.post(f"/projects/{act}/p:1", data={**data, f"{name}-version": str(version)})


def stages(store: Store) -> list[tuple[str, str]]:
    return [(each.stage, each.date) for each in project_records.list_milestones(store, "p:1")]


@pytest.mark.parametrize("count", [1, 3])
def test_the_ledger_lists_projects(doorman: Doorman, store: Store, count: int) -> None:
    save_places(store)
    project_creation.create_projects(store, [new_project(f"p:{number}") for number in range(count)])
    page = doorman.client(Role.ANALYST).get("/projects").text
    assert page.count('data-label="项目"') == count
    assert f"共 {count} 个项目" in page
    assert "登记项目" not in page


def test_an_empty_ledger_says_what_to_do(doorman: Doorman) -> None:
    page = doorman.client(Role.ORGANIZER).get("/projects").text
    assert "登记一个项目，或导入单位现有的台账" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("q=P:1", 1),
        ("q=没有", 0),
        ("stage=signed", 2),
        ("stage=started", 1),
        ("light=green", 3),
        ("light=red", 0),
        ("region=430104", 3),
        ("unit=市工信局", 3),
        ("unit=别处", 0),
        ("event=春季对接会&agreement=contract", 3),
        ("agreement=framework", 0),
        ("figure=start", 1),
        ("figure=start&part=among", 3),
        ("reached=started", 1),
        ("reached=signed", 3),
        ("reached=paused", 3),
        ("chain=-", 3),
        ("region=-", 0),
        ("at=2026-01-04", 0),
        ("at=2026-02-28&stage=signed", 3),
        ("figure=odd&stage=&order=odd&page=x", 3),
    ],
)
def test_filters(doorman: Doorman, store: Store, query: str, count: int) -> None:
    save_places(store)
    started = new_project("p:3", ("2026-01-05", "signed"), ("2026-03-01", "started"))
    project_creation.create_projects(store, [new_project("p:1"), new_project("p:2"), started])
    page = doorman.client(Role.ANALYST).get(f"/projects?{query}").text
    assert page.count('data-label="项目"') == count


def test_an_enterprise_sees_its_own_projects_alone(doorman: Doorman, store: Store) -> None:
    save_project(store)
    other = new_project("p:2")
    project_creation.create_projects(store, [replace(other, ties=replace(other.ties, parties=()))])
    client = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    page = client.get("/projects").text
    assert (page.count('data-label="项目"'), "市工信局" in page) == (1, True)
    assert client.get("/projects/p:1").status_code == 200
    assert client.get("/projects/p:2").status_code == 404
    assert post(client, "stage", stage="fulfilled", day=DAY).status_code == 403
    assert client.get("/projects/dashboard").status_code == 403
    told = {"report-day": DAY, "report-words": "偷看", "report-version": "1"}
    assert client.post("/projects/reports/p:2", data=told).status_code == 403


def test_an_enterprise_reports_on_its_own(doorman: Doorman, store: Store) -> None:
    save_project(store)
    client = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    answer = post(client, "reports", day=DAY, progress="35", words="桩基完成")
    assert (answer.status_code, answer.location) == (302, "/projects/p:1#reports")
    (report,) = project_records.list_reports(store, "p:1")
    assert (report.date, report.progress, report.text) == (DAY, 35, "桩基完成")


def test_a_report_counts_once_the_organizer_accepts_it(doorman: Doorman, store: Store) -> None:
    save_project(store)
    enterprise = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    post(enterprise, "reports", day=DAY, progress="35", words="桩基完成")
    (report,) = project_records.list_reports(store, "p:1")
    assert (report.state, find_reports(store)) == (ReportState.PENDING, ())
    organizer = doorman.client(Role.ORGANIZER)
    assert "1 条上报待审核" in organizer.get("/projects").text
    assert "桩基完成" in organizer.get("/projects/reports").text
    address = f"/projects/reports/{report.id}/review/p:1"
    told = {"review-state": "accepted", "review-version": "2"}
    assert enterprise.post(address, data=told).status_code == 403
    refused = organizer.post(address, data={**told, "review-state": "refused"})
    assert (refused.status_code, "退回需要写明原因" in refused.text) == (422, True)
    assert organizer.post(address, data=told).status_code == 302
    assert organizer.post(address, data=told).status_code == 409
    assert find_reports(store) == ((DAY, 35),)
    assert "没有待审核的上报" in organizer.get("/projects/reports").text


def test_the_organizers_own_report_counts_at_once(organizer: FlaskClient, store: Store) -> None:
    post(organizer, "reports", day=DAY, progress="35", words="桩基完成")
    assert find_reports(store) == ((DAY, 35),)


def find_reports(store: Store) -> tuple:
    track = table.find_track(store, "p:1")
    assert track is not None
    return track.reports


def test_a_stage_is_changed_once_and_on_record(organizer: FlaskClient, store: Store) -> None:
    assert post(organizer, "stage", stage="fulfilled", day="2026-03-01").status_code == 302
    assert stages(store) == [("signed", "2026-01-05"), ("fulfilled", "2026-03-01")]
    stale = post(organizer, "stage", stage="started", day="2026-04-01")
    assert stale.status_code == 409
    assert "已被别人修改" in stale.text
    assert len(stages(store)) == 2


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"stage": "started", "day": "2026-03-01"}, "跳过了 履约，请写明原因。"),
        ({"stage": "ended", "day": "2026-03-01"}, "转为“终止”需要写明原因。"),
        ({"stage": "planning", "day": "2026-03-01"}, "退回“谋划”需要写明原因。"),
        ({"stage": "fulfilled", "day": "2026-01-04"}, "日期早于上一次阶段变化（2026-01-05）"),
        ({"stage": "fulfilled", "day": "2999-01-01"}, "日期不能晚于今天"),
        ({"stage": "fulfilled", "day": ""}, "请填写。"),
    ],
)
def test_a_move_that_is_not_explained_is_refused(
    organizer: FlaskClient, store: Store, told: dict[str, str], sentence: str
) -> None:
    answer = post(organizer, "stage", **told)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert stages(store) == [("signed", "2026-01-05")]


def test_a_skipped_stage_keeps_its_reason(organizer: FlaskClient, store: Store) -> None:
    told = {"stage": "started", "day": "2026-03-01", "reason": "合同与开工同日"}
    assert post(organizer, "stage", **told).status_code == 302
    last = project_records.list_milestones(store, "p:1")[-1]
    assert (last.before, last.skipped, last.reason) == ("signed", ("fulfilled",), told["reason"])
    assert last.by == "organizer@test.example"


def test_a_plan_is_moved_with_a_reason(organizer: FlaskClient, store: Store) -> None:
    assert post(organizer, "plan", stage="started", day="2027-03-01").status_code == 302
    again = post(organizer, "plan", 2, stage="started", day="2027-06-01")
    assert (again.status_code, "需要写明原因" in again.text) == (422, True)
    assert (
        post(organizer, "plan", 2, stage="started", day="2027-06-01", reason="雨季").status_code
        == 302
    )
    last = project_records.list_milestones(store, "p:1")[-1]
    assert (last.date, last.before, last.effective) == ("2027-06-01", "2027-03-01", DAY)


def test_funds_are_written_down_in_ten_thousands(organizer: FlaskClient, store: Store) -> None:
    told = {"arrival-day": DAY, "arrival-amount": "1,234.5", "arrival-version": "1"}
    assert organizer.post("/projects/arrivals/p:1", data=told).status_code == 302
    told = {"arrival-day": DAY, "arrival-amount": "-34.5", "arrival-version": "2"}
    assert organizer.post("/projects/arrivals/p:1", data=told).status_code == 422
    told["arrival-note"] = "重复登记"
    assert organizer.post("/projects/arrivals/p:1", data=told).status_code == 302
    amounts = [each.amount for each in project_records.list_arrivals(store, "p:1")]
    assert sorted(amounts) == [-345_000, 12_345_000, 100_000_000]


def test_an_upgrade_adds_no_amount(organizer: FlaskClient, store: Store) -> None:
    store.write("MATCH (s:Signing) SET s.agreement = 'framework'")
    told = {"kind": "upgrade", "agreement": "contract", "day": DAY, "amount": "900"}
    assert post(organizer, "signings", **told).status_code == 302
    assert [each.amount for each in project_records.list_signings(store, "p:1")] == [500_000_000, 0]


def test_a_problem_is_struck_off(organizer: FlaskClient, store: Store) -> None:
    assert post(organizer, "problems", words="缺电", due="2027-01-01").status_code == 302
    (problem,) = project_records.list_problems(store, "p:1")
    address = f"/projects/problems/{problem.id}/closed/p:1"
    told = {"solution-solution": "已增容", "solution-version": "2"}
    assert organizer.post(address, data=told).status_code == 302
    (problem,) = project_records.list_problems(store, "p:1")
    assert (problem.closed, problem.solution) == (DAY, "已增容")


def test_evidence_is_checked_kept_and_sent(organizer: FlaskClient, store: Store) -> None:
    def upload(name: str, content: bytes):
        told = {"stage": "signed", "kind": "agreement", "file": (io.BytesIO(content), name)}
        return post(organizer, "evidence", **told)

    assert "缺材料" in organizer.get("/projects/p:1").text
    wrong = upload("协议.pdf", b"MZ not a pdf")
    assert (wrong.status_code, "内容与它的扩展名不符" in wrong.text) == (422, True)
    assert upload("../协议.pdf", PDF).status_code == 302
    (file,) = project_records.list_evidence(store, "p:1")
    assert (file.name, file.size, file.stage) == ("协议.pdf", len(PDF), "signed")
    with organizer.get(f"/projects/evidence/{file.id}/p:1") as sent:
        assert (sent.data, "attachment" in sent.headers["Content-Disposition"]) == (PDF, True)
    assert "缺材料" not in organizer.get("/projects/p:1").text
    assert organizer.get("/projects/evidence/nothing/p:1").status_code == 404


def test_a_project_enters_the_ledger(doorman: Doorman, store: Store) -> None:
    save_places(store)
    client = doorman.client(Role.ORGANIZER)
    assert client.get("/projects/new").status_code == 200
    told = {
        "code": "2026-015",
        "name": "泵项目",
        "agreement": "framework",
        "stage": "signed",
        "day": "2026-05-01",
        "amount": "30000",
        "node": "test:泵",
        "host-0": "name:甲",
        "required_by": "",
    }
    answer = client.post("/projects/new", data={**told, "host-0": "name:丙"})
    assert (answer.status_code, "没有编码为 name:丙 的企业" in answer.text) == (422, True)
    answer = client.post("/projects/new", data=told)
    assert (answer.status_code, answer.location) == (302, "/projects/office:2026-015")
    assert client.post("/projects/new", data=told).status_code == 422
    page = client.get("/projects/office:2026-015").text
    assert ("3.00 亿元" in page, "框架协议" in page) == (True, True)


def test_a_card_is_edited(organizer: FlaskClient, store: Store) -> None:
    page = organizer.get("/projects/edit/p:1").text
    assert 'value="甲 [name:甲]"' in page
    told = {"version": "1", "name": "新名称", "total": "60000", "host-0": "甲 [name:甲]"}
    assert organizer.post("/projects/edit/p:1", data=told).status_code == 302
    found = projects.find_project(store, "p:1")
    assert (found.name, found.total, len(found.parties)) == ("新名称", 600_000_000, 1)
    assert organizer.post("/projects/edit/p:1", data=told).status_code == 422
    assert projects.find_project(store, "p:1").version == 2


def test_names_are_offered_and_read(organizer: FlaskClient, store: Store) -> None:
    refresh(store)
    offered = organizer.get("/projects/names/enterprises?host=甲").text
    assert offered.count("<option") == 1
    assert 'value="甲 [name:甲]"' in offered
    assert 'value="泵 [test:泵]"' in organizer.get("/projects/names/nodes?node=泵").text
    assert organizer.get("/projects/names/people?x=1").status_code == 404
    told = {"version": "1", "name": "项目", "host-0": "甲", "node": "泵"}
    assert organizer.post("/projects/edit/p:1", data=told).status_code == 302
    found = projects.find_project(store, "p:1")
    assert ([party.code for party in found.parties], found.node) == (
        ["name:甲"],
        Place("test:泵", "泵"),
    )
    answer = organizer.post("/projects/edit/p:1", data={**told, "version": "2", "host-0": "丁"})
    assert (answer.status_code, "图谱里没有“丁”" in answer.text) == (422, True)


def test_a_past_day_is_shown_and_not_changed(organizer: FlaskClient, store: Store) -> None:
    post(organizer, "stage", stage="fulfilled", day="2026-03-01")
    page = organizer.get("/projects/p:1?at=2026-02-01").text
    assert "这是 2026-02-01 的阶段、灯色和资金。" in page
    assert '<form method="post" action="/projects/stage' not in page
    assert organizer.get("/projects/p:1?at=2026-01-04").status_code == 404
    assert organizer.get("/projects/p:1?at=yesterday").status_code == 422


def test_a_red_light_says_why(organizer: FlaskClient, store: Store) -> None:
    late = new_project("p:2", required=900_000_000, required_by="2026-02-01")
    project_creation.create_projects(store, [late])
    page = organizer.get("/projects?light=red").text
    assert page.count('data-label="项目"') == 1
    assert "按约定应到位 900,000,000 元，实际到位 100,000,000 元" in page
    screen = organizer.get("/projects/dashboard").text
    assert "按约定应到位 900,000,000 元，实际到位 100,000,000 元" in screen


def test_a_red_project_shows_who_could_take_its_place(doorman: Doorman, store: Store) -> None:
    save_project(store, required=900_000_000, required_by="2026-02-01")
    analyst = doorman.client(Role.ANALYST)
    assert "“泵”重新成为缺口：除签约方外没有企业生产。" in analyst.get("/projects/p:1").text
    save_makers(store, "test:泵", "甲", "丙")
    page = analyst.get("/projects/p:1").text
    assert "除签约方外，还有 1 家企业生产“泵”，可以接上：" in page
    assert page.count("/enterprises/name:") == 2 + 1
    enterprise = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    assert "除签约方外" not in enterprise.get("/projects/p:1").text


@pytest.mark.parametrize("by", ["region", "chain", "event", "unit", "agreement", "odd"])
def test_the_screen_groups(organizer: FlaskClient, by: str) -> None:
    page = organizer.get(f"/projects/dashboard?by={by}").text
    assert page.count('<th scope="row">') == 8 + 2 + 9
    empty = organizer.get("/projects/dashboard?at=2000-01-01").text
    assert "这一天还没有项目" in empty


def test_those_whom_the_parties_met_come_first(doorman: Doorman, store: Store) -> None:
    save_project(store, required=900_000_000, required_by="2026-02-01")
    save_makers(store, "test:泵", "丙", "丁")
    store.write(
        "MATCH (a:Enterprise {code: 'name:甲'}) MATCH (b:Enterprise {code: 'name:丁'})"
        " CREATE (r:MeetingRequest {id: 'r', accepted_pair: 'x'})"
        " CREATE (r)-[:ASKED_BY]->(a) CREATE (r)-[:ASKED_OF]->(b)"
    )
    page = doorman.client(Role.ANALYST).get("/projects/p:1").text
    assert page.index(f"/enterprises/name:{quote('丁')}") < page.index(quote("丙"))
    assert page.count("已对接过") == 1


def test_production_makes_the_link_real(doorman: Doorman, store: Store) -> None:
    save_project(store)
    organizer = doorman.client(Role.ORGANIZER)
    node = organizer.get("/nodes/test:泵").text
    assert "1 个签约项目将在这里投产" in node
    enterprise = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    assert "签约项目将在这里投产" not in enterprise.get("/nodes/test:泵").text
    post(organizer, "stage", stage="producing", day=DAY, reason="一步到位")
    node = organizer.get("/nodes/test:泵").text
    assert "签约项目将在这里投产" not in node
    assert "1 家企业" in node
    assert [job.kind for job in jobs.list_jobs(store, ["map-refresh"], skip=0, limit=5)] == [
        "map-refresh"
    ]


@pytest.mark.parametrize(
    ("shading", "words"),
    [("amount", "岳麓区：5.00 亿元"), ("projects", "岳麓区：1"), ("arrived", "岳麓区：1.00 亿元")],
)
def test_the_screen_draws_the_districts(organizer: FlaskClient, shading: str, words: str) -> None:
    page = organizer.get(f"/projects/dashboard?map={shading}").text
    assert page.count("<polygon") == 9
    assert f'aria-label="{words}"' in page


def test_the_list_is_exported_and_runs_no_formula(organizer: FlaskClient, store: Store) -> None:
    project_creation.create_projects(store, [new_project("p:2", name="=1+1")])
    sent = organizer.get("/projects/ledger.xlsx?order=code")
    header, *rows = load_workbook(io.BytesIO(sent.data)).active.iter_rows(values_only=True)
    told = [dict(zip(header, row, strict=True)) for row in rows]
    assert [row["项目名称"] for row in told] == ["项目 p:1", "'=1+1"]
    shown = (
        "项目编号",
        "地区代码",
        "签约金额（万元）",
        "到位资金（万元）",
        "签约日期",
        "引资方编码",
    )
    assert [told[0][name] for name in shown] == [
        *("p:1", "430104", 50000, 10000, "2026-01-05", "name:甲"),
    ]
    assert told[0]["灯色（仅供查看）"] == "绿灯"


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_export_comes_back_through_the_import(
    doorman: Doorman, store: Store, tmp_path: Path, locale: str
) -> None:
    save_places(store)
    moved = (("2026-01-05", "signed"), ("2026-02-05", "fulfilled"), ("2026-03-01", "started"))
    back = (*moved, ("2026-04-01", "fulfilled"), ("2026-05-01", "started"))
    out = (*moved, ("2026-04-01", "ended"))
    made = [
        new_project("p:1", required=900_000_000, required_by="2026-02-01", contact="李明"),
        new_project("p:2", *back, total=123_456_700, name="=1+1", name_en="Two"),
        new_project("p:3", *out),
        unsigned(new_project("p:4", ("2026-02-01", "talks"))),
    ]
    project_creation.create_projects(store, made)
    sent = doorman.client(Role.ANALYST, locale=locale).get("/projects/ledger.xlsx")
    path = tmp_path / "ledger.xlsx"
    path.write_bytes(sent.data)
    again = import_xlsx(store, path, as_of=DAY)
    assert [str(each.reason) for each in again.rejects] == []
    assert (again.total.created, again.total.unchanged) == (0, 4)
    before = {code: standing_of(store, code) for code in ("p:1", "p:2", "p:3", "p:4")}
    projects.remove_source(store, "test")
    fresh = import_xlsx(store, path, as_of=DAY)
    assert [str(each.reason) for each in fresh.rejects] == []
    assert fresh.total.created == 4
    assert {code: standing_of(store, code) for code in before} == before


def unsigned(project: NewProject) -> NewProject:
    return replace(project, records={**project.records, "signings": []})


def standing_of(store: Store, code: str) -> tuple[object, ...]:
    track = table.find_track(store, code)
    assert track is not None
    standing = stand(track, DAY)
    assert standing is not None
    card = projects.find_project(store, code)
    parties = sorted((party.role, party.code) for party in card.parties)
    return (
        *(card.name, card.name_en, card.contact, card.total, card.required, card.required_by),
        *(standing.stage, standing.since, standing.signed, standing.contracted, standing.arrived),
        *(track.node, track.region, parties),
    )


def test_everything_is_said_in_english(doorman: Doorman, store: Store) -> None:
    save_project(store)
    client = doorman.client(Role.ORGANIZER, locale="en")
    for address in ("/projects", "/projects/dashboard", "/projects/p:1", "/projects/new"):
        assert client.get(address).status_code == 200
    assert "1 project as of" in client.get("/projects").text


def test_a_later_day_may_be_asked_for(organizer: FlaskClient) -> None:
    later = (today() + timedelta(days=400)).isoformat()
    assert organizer.get(f"/projects?at={later}").status_code == 200
