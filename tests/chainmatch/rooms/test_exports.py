import csv
import os
import time
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import networkx
import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import (
    HOSTILE,
    save_chain,
    save_makers,
    save_narrower,
    save_place,
    save_trade,
)

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


def exported(client: FlaskClient, store: Store, config: Config, **asked: str) -> bytes:
    answer = client.post("/exports", data=asked)
    assert answer.status_code == 302
    work(store, config)
    with client.get(f"{answer.location}/file") as file:
        return file.data


def save_more(store: Store) -> None:
    """Save makers of the chain, and what is beside it on the map."""
    save_makers(store, "test:钢", "甲", "乙")
    save_place(store, "甲", "R1", "东区")
    save_place(store, "乙", "R2", "西区")
    save_narrower(store, "test:茶杯", "test:茶具")
    save_makers(store, "test:茶杯", "丁")
    save_trade(store, "甲", "丁")
    save_trade(store, "甲", "乙")


def test_a_chain_alone_is_exported_with_its_makers_and_nothing_else(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    save_more(store)
    data = exported(analyst, store, config, form="graphml", view="chain=test%3Agc")
    found = networkx.read_graphml(BytesIO(data), force_multigraph=True)
    nodes = [f"ChainNode/{code}" for code in ("test:挖掘机", HOSTILE, "test:钢")]
    assert set(found.nodes) == {
        "Chain/test:gc",
        *nodes,
        "Enterprise/name:甲",
        "Enterprise/name:乙",
        "Region/R1",
        "Region/R2",
    }
    kinds = Counter(kind for *_, kind in found.edges(data="type"))
    assert kinds == {"IN_CHAIN": 3, "SUPPLIES": 2, "MAKES": 2, "LOCATED_IN": 2, "TRADES_WITH": 1}
    (job,) = jobs.list_jobs(store, [EXPORT], skip=0, limit=9)
    page = analyst.get(f"/exports/{job.id}").text
    assert page.count('href="/exports?view=chain%3Dtest%253Agc">再导出一份') == 1
    (entry,) = audit.list_entries(store, skip=0, limit=9)
    assert entry.after == {"form": "graphml", "at": "", "view": "chain=test%3Agc"}


def test_the_files_of_a_view_in_a_region_hold_its_firms_alone(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    save_more(store)
    view = "chain=test%3Agc&region=R1&layer=trades&group=stage"
    data = exported(analyst, store, config, form="csv", view=view, at="2026-06-30")
    with ZipFile(BytesIO(data)) as package:
        rows = {
            name: list(csv.reader(package.read(name).decode("utf-8-sig").splitlines()))[1:]
            for name in package.namelist()
        }
    assert {name: len(found) for name, found in rows.items() if found} == {
        "all_enterprises.csv": 1,
        "chain_nodes.csv": 3,
        "chains.csv": 1,
        "in_chain.csv": 3,
        "links.csv": 2,
        "located_in.csv": 1,
        "makes.csv": 1,
        "regions.csv": 1,
    }


def test_the_page_says_which_view_is_exported_and_leads_back(
    analyst: FlaskClient, store: Store
) -> None:
    save_more(store)
    page = analyst.get("/exports", query_string={"view": "centre=test:钢&region=R1&depth=1"}).text
    assert page.count("只导出这个视图：") == 1
    assert page.count('href="/map?centre=test%3A%E9%92%A2&amp;depth=1&amp;region=R1"') == 1
    assert (page.count("上下 1 步"), page.count("东区")) == (1, 1)
    assert page.count('<a href="/exports">改为导出整张图谱</a>') == 1
    view = "centre=name:甲"
    shown = analyst.post("/exports", data={"form": "json", "view": view}, follow_redirects=True)
    assert shown.text.count("只导出这个视图：") == 1
    assert analyst.get("/exports").text.count('<span class="evidence-note">甲</span>') == 1


def test_the_map_leads_the_staff_alone_to_the_export_of_its_view(
    analyst: FlaskClient, doorman: Doorman, store: Store
) -> None:
    save_makers(store, "test:钢", "甲")
    page = analyst.get("/map?layer=trades&at=2026-06-30").text
    assert page.count('href="/exports?view=chain%3Dtest%253Agc&amp;at=2026-06-30"') == 1
    answer = analyst.get("/exports?view=chain%3Dtest%253Agc&at=2026-06-30")
    assert (answer.status_code, answer.text.count('value="2026-06-30"')) == (200, 1)
    firm = doorman.client(Role.ENTERPRISE, enterprise="name:甲").get("/map")
    assert (firm.status_code, firm.text.count("导出这个视图")) == (200, 0)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("chain=none", "没有编码为“none”的产业链，没有导出。"),
        ("centre=nothing", "“nothing”不是图谱里的一个节点或企业，没有导出。"),
        ("chain=test%3Agc&region=none", "图谱里没有编码 none。"),
        ("chain=test%3Agc&at=2026-13-01", "日期应写成 2026-06-30 的样子。"),
    ],
)
def test_an_unknown_view_is_refused_before_it_is_queued(
    analyst: FlaskClient, store: Store, view: str, said: str
) -> None:
    for answer in (
        analyst.get("/exports", query_string={"view": view}),
        analyst.post("/exports", data={"form": "csv", "view": view}),
    ):
        assert (answer.status_code, answer.text.count(said)) == (422, 1)
    assert jobs.count_jobs(store, [EXPORT]) == 0


def test_views_are_exports_of_their_own(analyst: FlaskClient) -> None:
    def ask_view(view: str) -> str:
        return analyst.post("/exports", data={"form": "json", "view": view}).location

    assert ask_view("chain=test%3Agc") == ask_view("chain=test%3Agc&layer=trades")
    assert len({ask_view(""), ask_view("chain=test%3Agc"), ask_view("chain=industries")}) == 3


def test_an_odd_day_is_refused_with_words(analyst: FlaskClient, store: Store) -> None:
    answer = analyst.post("/exports", data={"form": "csv", "at": "2026-13-01"})
    said = answer.text.count("日期应写成 2026-06-30 的样子。")
    assert (answer.status_code, said) == (422, 1)
    assert jobs.count_jobs(store, [EXPORT]) == 0
