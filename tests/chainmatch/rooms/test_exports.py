import os
import time
from io import BytesIO
from zipfile import ZipFile

import networkx
import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import save_chain

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.worker import Worker
from chainmatch.config import Config
from chainmatch.rooms.exports.labels import FORMS as SHOWN
from chainmatch.rooms.exports.operations import EXPORT, written_file
from chainmatch.rooms.exports.running import DAY_SECONDS, KEPT_DAYS
from graph.domain.account import Role
from graph.domain.audit import Verb
from graph.domain.clock import now
from graph.domain.job import JobState
from graph.exchange.writers.forms import FORMS
from graph.store import Store, audit
from graph.store.work import jobs


@pytest.fixture
def analyst(doorman: Doorman, store: Store) -> FlaskClient:
    save_chain(store)
    return doorman.client(Role.ANALYST)


def work(store: Store, config: Config) -> None:
    assert Worker(store, config, KINDS).run_one()


def ask(client: FlaskClient, form: str) -> str:
    answer = client.post("/exports", data={"form": form})
    assert answer.status_code == 302
    return answer.location


def test_every_form_can_be_chosen() -> None:
    assert set(SHOWN) == set(FORMS)


def test_an_export_is_written_and_fetched(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    page = ask(analyst, "graphml")
    assert analyst.get(page).text.count("every 1s") == 1
    assert analyst.get(f"{page}/file").status_code == 404
    work(store, config)
    done = analyst.get(page).text
    assert (done.count("共 4 个节点，5 条关系。"), done.count("every 1s")) == (1, 0)
    with analyst.get(f"{page}/file") as answer:
        found = networkx.read_graphml(BytesIO(answer.data), force_multigraph=True)
    assert (found.number_of_nodes(), found.number_of_edges()) == (4, 5)
    (entry,) = audit.list_entries(store, skip=0, limit=9)
    assert (entry.verb, entry.after) == (
        Verb.EXPORT_ASKED,
        {"form": "graphml", "at": ""},
    )


def test_a_form_of_several_files_comes_as_one(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    page = ask(analyst, "csv")
    work(store, config)
    with analyst.get(f"{page}/file") as answer:
        content = answer.data
    with ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None


def test_a_second_click_asks_for_the_same_export(analyst: FlaskClient, store: Store) -> None:
    assert ask(analyst, "gexf") == ask(analyst, "gexf")
    assert ask(analyst, "json") != ask(analyst, "gexf")
    assert jobs.count_jobs(store, [EXPORT]) == 2


def test_an_unknown_form_is_refused(analyst: FlaskClient, store: Store) -> None:
    answer = analyst.post("/exports", data={"form": "exe"})
    assert (answer.status_code, answer.text.count("请选择一种形式。")) == (422, 1)
    assert jobs.count_jobs(store, [EXPORT]) == 0


def test_only_who_asked_or_an_administrator_cancels(
    analyst: FlaskClient, doorman: Doorman, store: Store
) -> None:
    page = ask(analyst, "xlsx")
    assert doorman.client(Role.ORGANIZER).post(f"{page}/cancel").status_code == 403
    assert analyst.post(f"{page}/cancel").location == page
    (job,) = jobs.list_jobs(store, [EXPORT], skip=0, limit=9)
    assert job.state == JobState.CANCELLED
    assert analyst.post(f"{page}/cancel").status_code == 409


def test_what_is_a_week_old_is_cleared_away(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    old = ask(analyst, "json")
    work(store, config)
    folder = config.exports / old.rpartition("/")[2]
    long_ago = time.time() - KEPT_DAYS * DAY_SECONDS - 60
    os.utime(folder, (long_ago, long_ago))
    ask(analyst, "gexf")
    work(store, config)
    assert not folder.exists()
    assert analyst.get(old).text.count("文件已过期清除，请重新导出。") == 1
    assert analyst.get("/exports").text.count("文件已清除") == 1


def test_another_jobs_page_is_not_an_exports(analyst: FlaskClient, store: Store) -> None:
    job = jobs.enqueue(store, kind="import", params={}, created_by="x", at=now())
    assert analyst.get(f"/exports/{job.id}").status_code == 404


def test_a_file_that_is_there_before_its_job_has_ended_is_not_offered_yet(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    address = ask(analyst, "graphml")
    job = jobs.find_job(store, address.rpartition("/")[2])
    path = written_file(config.exports, job)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"whole")
    page = analyst.get(address)
    assert (page.status_code, page.text.count(f"{address}/file")) == (200, 0)
    assert analyst.get("/exports").text.count(f"{address}/file") == 0
