import io
import json
from zipfile import ZipFile

import pytest
from conftest import Doorman
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook
from werkzeug.test import TestResponse

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.worker import Worker
from chainmatch.rooms.imports.operations import IMPORT
from graph.domain.account import Role
from graph.domain.clock import now
from graph.domain.job import Job, JobState
from graph.store import Store, audit
from graph.store.work import jobs, leases

CHAINS = "编码,名称\nC1,工程机械\n"
BAD_CHAINS = "编码,名称\nC1,工程机械\nC2,\n"


@pytest.fixture
def analyst(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ANALYST)


@pytest.fixture
def worker(app: Flask, store: Store) -> Worker:
    return Worker(store, app.extensions["config"], KINDS)


def upload(client: FlaskClient, name: str, content: str | bytes, **fields: str) -> TestResponse:
    data = content.encode() if isinstance(content, str) else content
    return client.post("/imports/new", data={"file": (io.BytesIO(data), name), **fields})


def the_job(store: Store) -> Job:
    (job,) = jobs.list_jobs(store, [IMPORT], skip=0, limit=10)
    return job


def chain_names(store: Store) -> list[str]:
    return [row["name"] for row in store.read("MATCH (c:Chain) RETURN c.name AS name")]


def test_a_csv_file_comes_into_the_map(analyst: FlaskClient, store: Store, worker: Worker) -> None:
    answer = upload(analyst, "链.csv", CHAINS, as_of="2026-06-30")
    job = the_job(store)
    assert (answer.status_code, answer.location) == (302, f"/imports/{job.id}")
    assert job.params["tables"] == [["产业链", 1]]
    assert job.params["as_of"] == "2026-06-30"
    waiting = analyst.get(answer.location).text
    assert (waiting.count("等待处理"), waiting.count('hx-trigger="every 1s"')) == (1, 1)

    assert worker.run_one()
    assert chain_names(store) == ["工程机械"]
    done = analyst.get(answer.location).text
    assert (done.count("已完成"), done.count('hx-trigger="every 1s"')) == (1, 0)
    assert the_job(store).result == {
        "created": 1,
        "changed": 0,
        "unchanged": 0,
        "rejected": 0,
        "rejects": "",
        "saved": {"Chain": [1, 0, 0]},
    }
    assert analyst.get(f"{answer.location}/rejects.csv").status_code == 404


def test_a_double_click_makes_one_job(analyst: FlaskClient, store: Store, worker: Worker) -> None:
    first = upload(analyst, "链.csv", CHAINS).location
    assert upload(analyst, "链.csv", CHAINS).location == first
    worker.run_one()
    assert upload(analyst, "链.csv", CHAINS).location != first
    while worker.run_one():
        pass
    newest = jobs.list_jobs(store, [IMPORT], skip=0, limit=1)[0]
    assert (newest.result["created"], newest.result["unchanged"]) == (0, 1)
    entries = audit.list_entries(store, skip=0, limit=10)
    assert [(entry.verb, entry.subject) for entry in entries] == [("import.asked", "链.csv")] * 2


@pytest.mark.parametrize(
    ("locale", "header", "row"),
    [
        ("zh", "文件,行,字段,内容,原因", "链.csv,3,名称,"),
        ("en", "File,Row,Field,Content,Reason", "链.csv,3,名称,"),
    ],
)
def test_bad_rows_are_listed_in_the_language_of_who_asked(
    doorman: Doorman, store: Store, worker: Worker, locale: str, header: str, row: str
) -> None:
    client = doorman.client(Role.ORGANIZER, locale=locale)
    address = upload(client, "链.csv", BAD_CHAINS).location
    worker.run_one()
    assert chain_names(store) == ["工程机械"]
    assert the_job(store).result["rejected"] == 1
    answer = client.get(f"{address}/rejects.csv", buffered=True)
    lines = answer.data.decode("utf-8-sig").splitlines()
    assert (lines[0], len(lines), lines[1].startswith(row)) == (header, 2, True)
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.csv", "", "文件是空的"),
        ("链.csv", "甲,乙\n1,2\n", "第一行不是模板的表头"),
        ("图.png", b"\x89PNG\r\n\x1a\n", "看不出文件“图.png”是哪一类数据"),
        (
            "旧.xls",
            b"\xd0\xcf\x11\xe0",
            "“旧.xls”是旧版表格文件：请在 Excel 或 WPS 里另存为 .xlsx 再导入。",
        ),
        ("坏.xlsx", b"PK\x03\x04 broken", "文件已经损坏"),
        ("链.xlsx", CHAINS, "内容是文本（CSV）"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_on_the_form(
    analyst: FlaskClient, store: Store, name: str, content: str | bytes, words: str
) -> None:
    answer = upload(analyst, name, content)
    assert (answer.status_code, answer.text.count(words)) == (422, 1)
    assert jobs.count_jobs(store, [IMPORT]) == 0


def test_a_file_is_needed_and_its_date_lies_in_the_past(analyst: FlaskClient) -> None:
    missing = analyst.post("/imports/new", data={})
    assert (missing.status_code, missing.text.count("请选择要导入的文件。")) == (422, 1)
    future = upload(analyst, "链.csv", CHAINS, as_of="2999-01-01")
    assert (future.status_code, future.text.count("数据日期应在")) == (422, 1)


def test_a_workbook_and_a_package_are_recognised(analyst: FlaskClient, store: Store) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "产业链"
    for line in CHAINS.splitlines():
        sheet.append(line.split(","))
    file = io.BytesIO()
    book.save(file)
    upload(analyst, "模板.XLSX", file.getvalue())
    assert the_job(store).params["kind"] == "xlsx"
    package = io.BytesIO()
    with ZipFile(package, "w") as zipped:
        zipped.writestr("链.csv", CHAINS)
    upload(analyst, "数据.zip", package.getvalue())
    newest = jobs.list_jobs(store, [IMPORT], skip=0, limit=1)[0]
    assert (newest.params["kind"], newest.params["tables"]) == ("csv", [["产业链", 1]])


def test_a_data_set_that_is_none_fails_with_its_sentence(
    analyst: FlaskClient, store: Store, worker: Worker
) -> None:
    address = upload(analyst, "chains.json", json.dumps({"nothing": 1})).location
    worker.run_one()
    job = the_job(store)
    assert (job.state, chain_names(store)) == (JobState.FAILED, [])
    page = analyst.get(address).text
    assert page.count("未完成") == 1
    assert page.count(f'action="{address}/retry"') == 1
    assert str(job.note) in page


def test_a_ckg_package_without_its_files_is_refused_by_the_job(
    analyst: FlaskClient, store: Store, worker: Worker
) -> None:
    package = io.BytesIO()
    with ZipFile(package, "w") as zipped:
        zipped.writestr("ckg/company.json", "{}")
    upload(analyst, "ckg.zip", package.getvalue())
    assert the_job(store).params["kind"] == "ckg"
    worker.run_one()
    job = the_job(store)
    assert (job.state, "industry.json" in str(job.note)) == (JobState.FAILED, True)


def test_a_waiting_import_is_cancelled_and_run_again(
    analyst: FlaskClient, store: Store, worker: Worker
) -> None:
    address = upload(analyst, "链.csv", CHAINS).location
    analyst.post(f"{address}/cancel")
    assert the_job(store).state == JobState.CANCELLED
    assert not worker.run_one()
    assert analyst.post(f"{address}/cancel").status_code == 409
    assert analyst.post(f"{address}/retry").status_code == 302
    worker.run_one()
    assert the_job(store).state == JobState.DONE
    assert analyst.post(f"{address}/retry").status_code == 409
    verbs = [entry.verb for entry in audit.list_entries(store, skip=0, limit=10)]
    assert verbs == ["import.retried", "import.cancelled", "import.asked"]


def test_only_who_asked_or_an_administrator_cancels(doorman: Doorman, store: Store) -> None:
    address = upload(doorman.client(Role.ANALYST), "链.csv", CHAINS).location
    stranger = doorman.client(Role.ORGANIZER)
    assert stranger.get(address).text.count("取消导入") == 0
    assert stranger.post(f"{address}/cancel").status_code == 403
    assert doorman.client(Role.ADMINISTRATOR).post(f"{address}/cancel").status_code == 302
    assert the_job(store).state == JobState.CANCELLED


def test_a_running_import_shows_how_far_it_is(analyst: FlaskClient, store: Store) -> None:
    address = upload(analyst, "链.csv", CHAINS).location
    job = leases.claim(store, worker="w1", at=now())
    assert job is not None
    leases.beat(store, job, done=3, total=8, note=job.note, at=now())
    fragment = analyst.get(address, headers={"HX-Request": "true"}).text
    assert (fragment.count("37.5%"), fragment.count("<html")) == (1, 0)
    assert fragment.count('value="3" max="8"') == 1
    assert analyst.get("/imports").text.count('hx-trigger="every 2s"') == 1
    assert analyst.get(f"{address}/row", headers={"HX-Request": "true"}).text.count("<tr") == 1


@pytest.mark.parametrize("count", [1, 3])
def test_imports_are_listed(analyst: FlaskClient, count: int) -> None:
    for number in range(count):
        upload(analyst, f"链{number}.csv", f"{CHAINS}C{number + 2},链条\n")
    assert analyst.get("/imports").text.count('class="import-file"') == count


def test_an_empty_list_says_what_to_do(analyst: FlaskClient) -> None:
    assert analyst.get("/imports").text.count("还没有导入过数据") == 1


def test_templates_are_downloaded(analyst: FlaskClient) -> None:
    book = load_workbook(io.BytesIO(analyst.get("/imports/template.xlsx").data))
    assert book.sheetnames[1:] == [
        "地区",
        "产业链",
        "链节点",
        "节点供应",
        "企业",
        "企业产品",
        "供应关系",
        "信用记录",
        "签约项目",
    ]
    package = ZipFile(io.BytesIO(analyst.get("/imports/templates.zip").data))
    assert len(package.namelist()) == 9
    one = analyst.get("/imports/templates/chains.csv")
    assert one.data.decode("utf-8-sig").startswith("编码,名称")
    assert analyst.get("/imports/templates/nothing.csv").status_code == 404


def test_an_upload_over_the_limit_gets_one_clear_sentence(
    analyst: FlaskClient, app: Flask, store: Store
) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 1000
    answer = upload(analyst, "大.csv", "x" * 2000)
    assert (answer.status_code, answer.text.count("没有保存任何内容")) == (413, 1)
    assert jobs.count_jobs(store, [IMPORT]) == 0
