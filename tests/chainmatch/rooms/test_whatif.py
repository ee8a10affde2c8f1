import time

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import HOSTILE, save_chain, save_makers, save_place, save_trade

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.worker import Worker
from chainmatch.config import Config
from chainmatch.rooms.whatif.operations import RANKING
from graph.analysis.warming import LARGE
from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.audit import Verb
from graph.domain.job import JobState
from graph.store import Store, audit
from graph.store.settings import save_setting
from graph.store.work import jobs

AT = "2026-06-30"


@pytest.fixture
def analyst(doorman: Doorman, store: Store) -> FlaskClient:
    """Steel by 甲 and 丙, pumps by 乙 who buys steel from both; 甲 and 乙 stand in 长沙市."""
    save_chain(store)
    save_makers(store, "test:钢", "甲", "丙")
    save_makers(store, HOSTILE, "乙")
    save_place(store, "甲", "430100", "长沙市")
    save_place(store, "乙", "430100", "长沙市")
    for seller in ("甲", "丙"):
        save_trade(store, seller, "乙")
    refresh(store)
    return doorman.client(Role.ANALYST)


def read(client: FlaskClient, path: str = "/what-if", **query: str | list[str]) -> str:
    answer = client.get(path, query_string={"at": AT, **query})
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def rows(page: str) -> list[str]:
    """Return for each row of the two tables what is left: nodes, then enterprises."""
    return [part.split("<")[0] for part in page.split('</meter> <span class="number">')[1:]]


def test_without_an_enterprise_half_is_left_all_the_way_down(analyst: FlaskClient) -> None:
    page = read(analyst, enterprise="name:甲")
    assert rows(page) == ["50%", "50%", "50%", "50%"]  # steel, pump, digger; and 乙
    assert page.count("2 步") == 1


def test_without_a_node_all_of_it_is_gone(analyst: FlaskClient) -> None:
    page = read(analyst, node=HOSTILE)
    assert (rows(page), page.count("其中 2 个完全断供")) == (["0%", "0%"], 1)


def test_without_a_region_its_enterprises_are_gone(analyst: FlaskClient) -> None:
    """Of steel a half is left, of pumps and so of diggers nothing."""
    page = read(analyst, region="430100")
    assert rows(page) == ["0%", "0%", "50%"]
    assert page.count("<strong>2</strong><small>含所选地区的企业") == 1


def test_without_a_link_only_its_end_is_hit(analyst: FlaskClient) -> None:
    assert rows(read(analyst, supply=f"{HOSTILE} → test:挖掘机")) == ["0%"]
    page = read(analyst, trade="name:甲 → name:乙")  # 丙 and 甲 still make all the steel
    assert (rows(page), page.count("没有企业的已知供应变少。")) == ([], 1)
    page = read(analyst, trade="name:甲 → name:乙", enterprise="name:丙")
    assert rows(page) == ["50%", "50%", "50%", "50%"]
    assert page.count('data-label="只靠已知供应商" class="number">0%') == 1


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        ("trade", "name:乙 → name:甲", "没有这条供应关系：乙 → 甲。"),
        ("supply", f"test:挖掘机 → {HOSTILE}", "没有这条供应关系：挖掘机 → "),
        ("enterprise", "name:戊", "没有“戊”的产品和往来"),
        ("region", "430200", "“株洲市”没有一家有产品或往来的企业"),
    ],
)
def test_of_what_is_not_on_the_map_nothing_is_said(
    analyst: FlaskClient, store: Store, kind: str, code: str, words: str
) -> None:
    """No loss found would be read as an all-clear."""
    save_idle(store)
    page = read(analyst, **{kind: code})
    told = page.count(words), page.count("没有可以推演的内容"), page.count("没有节点缺货")
    assert (told, page.count("没有企业的已知供应变少")) == ((1, 1, 0), 0)
    page = read(analyst, **{kind: code, "node": HOSTILE})
    told = page.count(words), page.count("没有可以推演的内容"), page.count("只计其余各项")
    assert (told, rows(page)) == ((1, 0, 1), ["0%", "0%"])


def test_of_who_only_buys_the_suppliers_are_told(analyst: FlaskClient, store: Store) -> None:
    """It loses nobody's supply, which is not the same as nothing happening."""
    save_idle(store)
    save_trade(store, "甲", "戊")
    save_trade(store, "丙", "戊")
    for kind, code, words in (
        ("enterprise", "name:戊", "“戊”只有采购记录。没有它，别家的供应不会变少，但有 2 家供应方"),
        ("region", "430200", "“株洲市”的企业只有采购记录。没有它们，别家的供应不会变少，但有 2 家"),
    ):
        page = read(analyst, **{kind: code})
        told = [page.count(each) for each in (words, "不计客户流失", "没有节点缺货")]
        assert told == [1, 1, 0]
        page = read(analyst, **{kind: code, "node": HOSTILE})
        assert ([page.count(words)], rows(page)) == ([1], ["0%", "0%"])
    assert read(analyst, enterprise="name:乙").count("只有采购记录") == 0


def save_idle(store: Store) -> None:
    """Add an enterprise of which only the place is known."""
    store.write("CREATE (:Enterprise {code: 'name:戊', name: '戊', source: 'test'})")
    save_place(store, "戊", "430200", "株洲市")


def test_a_large_map_is_read_beside_the_requests(analyst: FlaskClient, store: Store) -> None:
    save_setting(store, "figures.links", str(LARGE + 1))
    assert read(analyst).count("图谱较大") == 0  # nothing is asked yet, the reading has begun
    page = read(analyst, enterprise="name:甲")
    deadline = time.monotonic() + 60
    while "图谱较大" in page and time.monotonic() < deadline:
        time.sleep(0.05)
        answer = analyst.get(
            "/what-if",
            query_string={"at": AT, "enterprise": "name:甲"},
            headers={"HX-Request": "true"},
        )
        page = " ".join(answer.text.split())
        assert page.count("<html") == 0
    assert rows(page) == ["50%", "50%", "50%", "50%"]


def test_one_more_is_taken_away_by_name(analyst: FlaskClient) -> None:
    answer = analyst.get(
        "/what-if/add",
        query_string={"kind": "node", "name": "钢", "enterprise": "name:乙", "at": AT},
    )
    assert answer.location == "/what-if?enterprise=name:%E4%B9%99&node=test:%E9%92%A2&at=2026-06-30"
    link = {"kind": "trade", "name": "甲", "other": "乙", "at": AT}
    answer = analyst.get("/what-if/add", query_string=link)
    assert analyst.get(answer.location).text.count("放回 甲 → 乙") == 1
    region = {"kind": "region", "name": "长沙市", "at": AT}
    assert analyst.get("/what-if/add", query_string=region).location == (
        "/what-if?region=430100&at=2026-06-30"
    )


def test_a_name_that_means_several_asks_which(analyst: FlaskClient, store: Store) -> None:
    store.write("CREATE (:ChainNode {code: 'test:钢2', name: '钢', kind: 'product', source: 'x'})")
    save_makers(store, "test:钢2", "丁")
    refresh(store)
    page = read(analyst, "/what-if/add", kind="node", name="钢")
    assert (page.count("您指的是哪一个："), page.count("[test:")) == (1, 0)
    assert page.count("<small>test:钢2</small>") == 1


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ({"kind": "node", "name": "没有的东西"}, 422, "图谱里没有“没有的东西”，请换一个名称。"),
        ({"kind": "enterprise", "name": ""}, 422, "请填写要移除的名称。"),
        ({"kind": "trade", "name": "甲", "other": ""}, 422, "请填写要移除的名称。"),
    ],
)
def test_what_is_not_there_is_told(
    analyst: FlaskClient, query: dict[str, str], status: int, words: str
) -> None:
    answer = analyst.get("/what-if/add", query_string=query)
    assert (answer.status_code, answer.text.count(words)) == (status, 1)


def test_a_broken_address_is_refused(analyst: FlaskClient) -> None:
    statuses = [
        analyst.get("/what-if", query_string=query).status_code
        for query in (
            {"supply": "a"},
            {"node": "test:nothing"},
            {"region": "999999"},
            {"node": [f"n{number}" for number in range(51)]},
        )
    ]
    assert statuses == [422, 404, 404, 422]
    assert analyst.get("/what-if/add", query_string={"kind": "x"}).status_code == 302


def test_the_map_is_ranked_in_the_background(
    analyst: FlaskClient, store: Store, config: Config
) -> None:
    page = analyst.post("/what-if/rankings").location
    assert analyst.post("/what-if/rankings").location == page
    assert analyst.get(page).text.count("every 1s") == 1
    assert Worker(store, config, KINDS).run_one()
    (job,) = jobs.list_jobs(store, [RANKING], skip=0, limit=9)
    assert [(row["name"], row["impact"]) for row in job.result["enterprises"]] == [
        ("丙", 2.0),  # half of three nodes, half of what 乙 buys
        ("乙", 2.0),  # pumps and diggers gone
        ("甲", 2.0),
    ]
    assert [(row["name"], row["impact"]) for row in job.result["nodes"]] == [
        ("钢", 3.0),  # two nodes gone, and all that 乙 buys
        (HOSTILE.partition(":")[2], 1.0),
    ]
    assert (job.result["products"]["vertices"], job.result["trades"]["vertices"]) == (3, 3)
    done = " ".join(analyst.get(page).text.split())
    assert (done.count("every 1s"), done.count("最关键的企业 <small>3</small>")) == (0, 1)
    (entry,) = audit.list_entries(store, skip=0, limit=9)
    assert entry.verb == Verb.RANKING_ASKED


def test_only_who_asked_or_an_administrator_cancels(
    analyst: FlaskClient, doorman: Doorman, store: Store
) -> None:
    page = analyst.post("/what-if/rankings").location
    assert doorman.client(Role.ORGANIZER).post(f"{page}/cancel").status_code == 403
    assert analyst.post(f"{page}/cancel").location == page
    (job,) = jobs.list_jobs(store, [RANKING], skip=0, limit=9)
    assert job.state == JobState.CANCELLED
    assert analyst.post(f"{page}/cancel").status_code == 409
    assert analyst.get("/what-if").text.count("已取消") == 1
