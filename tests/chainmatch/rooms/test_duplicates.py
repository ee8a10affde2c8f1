import csv
import io
from collections.abc import Mapping

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from merged_pair import GOES, STAYS, save_map_links, save_pair

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.map_refresh import NAME as REFRESH
from chainmatch.background.map_survey import NAME
from chainmatch.background.worker import Worker
from chainmatch.config import Config
from chainmatch.rooms.duplicates.labels import FATES
from chainmatch.rooms.duplicates.operations import WORK
from graph.domain.account import Role
from graph.domain.audit import Verb
from graph.domain.clock import now
from graph.store import Store, audit, merging
from graph.store.bulk import maps
from graph.store.work import jobs

PAIR = {"one": GOES, "other": STAYS}


@pytest.fixture
def organizer(doorman: Doorman, store: Store) -> FlaskClient:
    save_pair(store)
    save_map_links(store)
    return doorman.client(Role.ORGANIZER)


def work(store: Store, config: Config) -> None:
    """Let a worker do all that waits."""
    worker = Worker(store, config, {name: KINDS[name] for name in (WORK, NAME, REFRESH)})
    while worker.run_one():
        pass


def text(client: FlaskClient, address: str, **query: str) -> str:
    answer = client.get(address, query_string=query)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def decided(store: Store, **sides: str) -> Mapping[str, str]:
    """Return what the form of a pair sends."""
    return {
        "stays": STAYS,
        "goes": GOES,
        "mark": merging.preview(store, STAYS, GOES, {}).mark,
        **sides,
    }


def survey(client: FlaskClient, store: Store, config: Config) -> None:
    client.post("/data-quality/surveys")
    work(store, config)


def test_candidates_come_with_reasons(organizer: FlaskClient, store: Store, config: Config) -> None:
    assert text(organizer, "/duplicates").count("还没有统计过") == 1
    survey(organizer, store, config)
    page = text(organizer, "/duplicates")
    assert (
        page.count("<strong>76</strong>") == 1
    )  # 94 for the name, 4 for pumps, -12 for trading, -10 for place
    assert [
        page.count(words)
        for words in ("除公司形式外名称相同", "有相同的产品", "两家之间有供应关系")
    ] == [1, 1, 1]


@pytest.mark.both_servers
def test_what_is_not_the_same_never_comes_back(
    organizer: FlaskClient, store: Store, config: Config
) -> None:
    survey(organizer, store, config)
    assert (
        organizer.post("/duplicates/judgements", data={**PAIR, "decision": "distinct"}).status_code
        == 302
    )
    survey(organizer, store, config)
    assert text(organizer, "/duplicates").count("没有等待判断的企业") == 1
    assert text(organizer, "/duplicates", view="distinct").count("organizer@test.example") >= 1
    assert audit.list_entries(store, skip=1, limit=1)[0].verb == Verb.DUPLICATE_JUDGED
    organizer.post("/duplicates/judgements", data={**PAIR, "decision": "back"})
    assert text(organizer, "/duplicates").count("<strong>76</strong>") == 1


@pytest.mark.both_servers
def test_merging_moves_and_undoing_restores(
    organizer: FlaskClient, store: Store, config: Config
) -> None:
    page = text(organizer, "/duplicates/pair", stays=STAYS, goes=GOES)
    assert page.count("移到保留的记录") == 1
    answer = organizer.post("/duplicates/merges", data=decided(store, name="goes"))
    work(store, config)
    assert (
        text(organizer, answer.location).count("“甲重工股份有限公司”已并入“甲重工股份有限公司”。")
        == 1
    )
    assert text(organizer, f"/enterprises/{STAYS}").count("<h1>甲重工股份有限公司</h1>") == 1
    assert audit.list_entries(store, skip=0, limit=1)[0].verb == Verb.ENTERPRISES_MERGED
    notes = [
        text(organizer, f"/enterprises/{STAYS}", at=at).count(
            "并入本企业；所示关系是两家合在一起的"
        )
        for at in ("2020-01-01", "")
    ]
    assert notes == [1, 0]
    lines = text(organizer, "/map/changes", code=STAYS)
    assert (lines.count("产品 1、"), lines.count("因并入而改")) == (1, 1)
    found = merging.list_merges(store, skip=0, limit=1)[0]
    assert text(organizer, "/duplicates", view="merged").count("撤销合并") == 1
    answer = organizer.post(f"/duplicates/merges/{found.id}/undo")
    work(store, config)
    assert text(organizer, answer.location).count("已从") == 1
    assert text(organizer, f"/enterprises/{STAYS}").count("<h1>甲重工</h1>") == 1
    assert audit.list_entries(store, skip=0, limit=1)[0].verb == Verb.MERGE_UNDONE
    assert text(organizer, "/duplicates", view="merged").count(" 已撤销") == 1


def test_a_double_click_merges_once(organizer: FlaskClient, store: Store, config: Config) -> None:
    told = decided(store)
    first, second = (organizer.post("/duplicates/merges", data=told).location for _ in range(2))
    assert first == second
    work(store, config)
    again = organizer.post("/duplicates/merges", data=told)
    back = organizer.get("/duplicates/pair", query_string={"stays": STAYS, "goes": GOES})
    for answer in (again, back):
        assert (answer.status_code, answer.text.count(f'href="/enterprises/{STAYS}"')) == (404, 1)
        assert answer.text.count("由 organizer@test.example 于 ") == 1
    assert merging.count_merges(store) == 1
    unknown = organizer.get("/duplicates/pair", query_string={"stays": STAYS, "goes": "name:无"})
    assert unknown.text.count("没有编码为 name:无 的企业。") == 1


def test_another_merge_of_the_same_record_is_told(
    doorman: Doorman, organizer: FlaskClient, store: Store
) -> None:
    organizer.post("/duplicates/merges", data=decided(store))
    other = {"stays": "name:伙伴", "goes": GOES}
    told = {**other, "mark": merging.preview(store, **other, sides={}).mark}
    admin = doorman.client(Role.ADMINISTRATOR)
    for data in (told, decided(store, name="goes")):
        answer = admin.post("/duplicates/merges", data=data)
        words = "organizer@test.example 正在把“甲重工股份有限公司”并入“甲重工”，您的操作没有进行"
        assert (answer.status_code, answer.text.count(words)) == (409, 1)
    assert jobs.count_jobs(store, [WORK]) == 1


def test_a_pair_chosen_by_hand_is_listed_with_what_was_said(organizer: FlaskClient) -> None:
    pair = {"one": "name:伙伴", "other": STAYS, "decision": "distinct"}
    organizer.post("/duplicates/judgements", data=pair)
    page = text(organizer, "/duplicates", view="distinct")
    assert (page.count("指定比较</small>"), page.count(">伙伴</a>")) == (1, 1)
    same = organizer.post("/duplicates/judgements", data={**pair, "other": pair["one"]})
    assert (same.status_code, same.text.count("请选择两条不同的企业记录。")) == (422, 1)


def test_a_change_before_the_worker_comes_is_told(
    organizer: FlaskClient, store: Store, config: Config
) -> None:
    answer = organizer.post("/duplicates/merges", data=decided(store))
    store.write("MATCH (e:Enterprise {code: $code}) SET e.website = 'x.example'", code=GOES)
    work(store, config)
    assert text(organizer, answer.location).count("又有了变化，没有合并") == 1
    assert merging.count_merges(store) == 0
    stale = {**decided(store), "mark": "old"}
    assert organizer.post("/duplicates/merges", data=stale).status_code == 409


def test_an_interrupted_merge_is_found_done(
    organizer: FlaskClient, store: Store, config: Config
) -> None:
    organizer.post("/duplicates/merges", data=decided(store))
    job = jobs.list_jobs(store, [WORK], skip=0, limit=1)[0]
    quiet = lambda *_: None  # noqa: E731 - a progress that nobody reads
    once = KINDS[WORK].run(store, config, job, quiet).result
    assert KINDS[WORK].run(store, config, job, quiet).result == once
    assert merging.count_merges(store) == 1


def test_analysts_judge_but_do_not_merge(
    doorman: Doorman, organizer: FlaskClient, store: Store
) -> None:
    analyst = doorman.client(Role.ANALYST)
    assert (
        text(analyst, "/duplicates/pair", stays=STAYS, goes=GOES).count("由会务或管理员办理") == 1
    )
    assert analyst.post("/duplicates/merges", data=decided(store)).status_code == 403
    assert (
        analyst.post("/duplicates/judgements", data={**PAIR, "decision": "later"}).status_code
        == 302
    )
    assert analyst.post("/duplicates/judgements", data={**PAIR, "decision": "x"}).status_code == 422


def test_two_names_lead_to_their_pair(organizer: FlaskClient) -> None:
    answer = organizer.get("/duplicates/find", query_string={"one": "甲重工", "other": GOES})
    assert (
        answer.status_code,
        answer.location.startswith("/duplicates/pair?stays=stock:600001"),
    ) == (302, True)
    answer = organizer.get("/duplicates/find", query_string={"one": "无", "other": GOES})
    assert (answer.status_code, answer.text.count("没有编码或名称为“无”的企业。")) == (422, 1)


def test_names_and_places_are_told_as_their_reader_reads_them(
    doorman: Doorman, organizer: FlaskClient, store: Store, config: Config
) -> None:
    city = {"code": "430100", "name": "长沙市", "name_en": "Changsha", "level": "city"}
    maps.save_regions(store, [{**city, "source": "a"}])
    firms = {STAYS: ("甲重工", "Jia Heavy"), GOES: ("甲重工股份有限公司", "Jia Heavy Co")}
    for code, (name, english) in firms.items():
        told = {"code": code, "name": name, "name_en": english, "region": "430100"}
        maps.save_enterprises(store, [{**told, "kind": "company", "source": "a"}])
    store.write("MATCH (e:Enterprise {code: $code}) SET e.region = '某地'", code=GOES)
    pair = text(organizer, "/duplicates/pair", stays=STAYS, goes=GOES)
    assert (pair.count('长沙市 <span class="text-secondary">430100<'), pair.count(">某地<")) == (
        1,
        1,
    )
    english = doorman.client(Role.ORGANIZER, locale="en")
    assert text(english, "/duplicates/pair", stays=STAYS, goes=GOES).count(">Changsha <") == 1
    done = english.post("/duplicates/merges", data=decided(store)).location
    work(store, config)
    assert text(english, done).count("“Jia Heavy Co” was merged into “Jia Heavy”.") == 1
    page = text(english, "/duplicates", view="merged")
    assert (page.count(">Jia Heavy</a>"), page.count(">Jia Heavy Co</a>")) == (1, 1)
    assert text(organizer, "/duplicates", view="merged").count(">甲重工股份有限公司</a>") == 1


def test_a_merge_is_told_link_by_link(organizer: FlaskClient, store: Store, config: Config) -> None:
    organizer.post("/duplicates/merges", data=decided(store, region="goes"))
    work(store, config)
    found = merging.list_merges(store, skip=0, limit=1)[0]
    address = f"/duplicates/merges/{found.id}"
    assert text(organizer, "/duplicates", view="merged").count(f'href="{address}"') == 1
    page = text(organizer, address)
    fates = [page.count(f">{words}</td>") for words in FATES.values()]
    assert (fates, page.count(">伙伴</a>"), page.count("（采购）")) == ([4, 2, 1], 1, 1)
    sent = organizer.get(f"{address}/links.csv").data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(sent)))[1:]
    assert [(row[0][:2], row[1], row[3]) for row in rows] == [
        ("移到", "企业所在地", "430200"),
        ("移到", "企业产品", "test:阀"),
        ("移到", "供应关系", "name:同行"),
        ("移到", "供应关系", "name:伙伴"),
        ("两边", "企业产品", "test:泵"),
        ("两边", "供应关系", STAYS),
        ("被并", "企业所在地", "430100"),
    ]
    assert organizer.get("/duplicates/merges/nope").status_code == 404
    assert organizer.get("/duplicates/merges/nope/links.csv").status_code == 404
    merging.undo(store, found.id, by="o@test.example", at=now())
    assert text(organizer, address).count("撤销，下面是当时移动的关系。") == 1
