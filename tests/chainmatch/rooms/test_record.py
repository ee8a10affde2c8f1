"""The enterprise's own record, and all its data in one ZIP."""

import csv
import io
import json
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_map import save_enterprises, save_makes

from chainmatch.background.worker import Worker
from chainmatch.config import Config
from chainmatch.filing import files
from chainmatch.filing.own_data_files import place_of
from chainmatch.rooms.record.running import KIND
from graph.domain.account import Role
from graph.domain.timeline import EventKind, Period
from graph.store import Store
from graph.store.desk import timelines

FIRM = "name:甲"
SAVE_REQUEST = """
MATCH (a:Enterprise {code: $asker}) MATCH (p:Enterprise {code: $partner})
CREATE (r:MeetingRequest {id: $id, asker: $asker, partner: $partner})
CREATE (r)-[:ASKED_BY]->(a)
CREATE (r)-[:ASKED_OF]->(p)
CREATE (r)-[:HAS_STEP]->(:RequestStep {id: $id + '1', at: $at, kind: 'sent', side: 'asker',
                                       choice: '', by: 'enterprise@test.example'})
CREATE (r)-[:HAS_STEP]->(:RequestStep {id: $id + '2', at: $later, kind: 'outcome',
                                       side: 'partner', choice: 'talks',
                                       by: 'stranger@other.example'})
"""
SAVE_LISTING = """
MATCH (e:Enterprise {code: $code}) MATCH (n:ChainNode {code: 'test:泵'})
CREATE (f:File {sha256: $sha256, size: 3})
CREATE (e)-[:POSTED]->(l:Listing {id: 'l1', kind: 'need', title: '=找泵', state: 'pending',
                                  created_at: '2026-03-01T00:00:00.000000Z'})
CREATE (l)-[:ABOUT]->(n)
CREATE (l)-[:HAS_FILE {name: 'a/b.pdf'}]->(f)
"""
SAVE_PROJECT = """
MATCH (e:Enterprise {code: $code})
CREATE (p:Project {code: 'p:1', name: '泵项目'})-[:SIGNED_BY {role: 'host'}]->(e)
CREATE (p)-[:HAS_MILESTONE]->(:Milestone {id: 'm1', change: 'stage', stage: 'signed',
                                          date: '2026-04-01', reason: ''})
CREATE (p)-[:HAS_MILESTONE]->(:Milestone {id: 'm2', change: 'plan', stage: 'started',
                                          date: '2026-05-01', reason: ''})
"""
SAVE_MEETING = """
MATCH (e:Enterprise {code: $code}) MATCH (o:Enterprise {code: $other})
CREATE (c:Conference {code: 'c1', name: '对接会', published: $published, latest: 1})
CREATE (a:Party {id: 'pa', token: 'secret'})-[:PARTY_OF]->(c)
CREATE (b:Party {id: 'pb'})-[:PARTY_OF]->(c)
CREATE (a)-[:STANDS_FOR]->(e)
CREATE (b)-[:STANDS_FOR]->(o)
CREATE (:Slot {id: 's1', day: '2026-05-02'})-[:SLOT_OF]->(c)
CREATE (m:Meeting {id: 'm', conference: 'c1', a: 'pa', b: 'pb', slot: 's1', table: 't',
                   state: 'planned', note_a: '我方', note_b: '对方'})
CREATE (m)-[:BETWEEN]->(a)
CREATE (m)-[:BETWEEN]->(b)
"""


@pytest.fixture
def firm(doorman: Doorman, store: Store, config: Config) -> FlaskClient:
    """A client of 甲, which asked, was asked, posted, signed and met."""
    save_enterprises(store, "甲", "乙", "丙")
    save_makes(store, ("甲", "泵", 0.5))
    for number, (asker, partner) in enumerate((("甲", "乙"), ("丙", "甲"), ("乙", "丙"))):
        day = f"2026-0{number + 1}-10T02:00:00.000000Z"
        later = f"2026-0{number + 1}-20T02:00:00.000000Z"
        ends = {"asker": f"name:{asker}", "partner": f"name:{partner}"}
        store.write(SAVE_REQUEST, id=f"r{number}", at=day, later=later, **ends)
    sha256, _ = files.keep(config.files, io.BytesIO(b"abc"))
    store.write(SAVE_LISTING, code=FIRM, sha256=sha256)
    store.write(SAVE_PROJECT, code=FIRM)
    store.write(SAVE_MEETING, code=FIRM, other="name:乙", published=1)
    return doorman.client(Role.ENTERPRISE, enterprise=FIRM)


def told(store: Store, **period: str) -> list[tuple[str, str, str, bool]]:
    found = timelines.list_events(store, FIRM, Period(**period), skip=0, limit=20)
    assert timelines.count_events(store, FIRM, Period(**period)) == len(found)
    return [(each.at[:10], each.kind.value, each.what, each.by_us) for each in found]


@pytest.mark.both_servers
def test_one_line_of_time_with_filters_and_pages(firm: FlaskClient, store: Store) -> None:
    whole = [
        ("2026-05-02", "meeting", "planned", True),
        ("2026-04-01", "project", "signed", True),
        ("2026-03-01", "listing", "need", True),
        ("2026-02-20", "request", "outcome", True),
        ("2026-02-10", "request", "sent", False),
        ("2026-01-20", "request", "outcome", False),
        ("2026-01-10", "request", "sent", True),
    ]
    assert told(store) == whole
    assert told(store, kind=EventKind.REQUEST) == whole[3:]
    assert told(store, since="2026-02-20", until="2026-04-01") == whole[1:4]
    page = timelines.list_events(store, FIRM, Period(), skip=2, limit=2)
    assert [each.kind for each in page] == [EventKind.LISTING, EventKind.REQUEST]


def test_an_unpublished_timetable_is_not_told(firm: FlaskClient, store: Store) -> None:
    store.write("MATCH (c:Conference) SET c.published = 0")
    assert told(store, kind="meeting") == []


def test_the_page_in_words(firm: FlaskClient) -> None:
    page = firm.get("/record").text
    for words in ("对方登记结果：洽谈中", "发出请求", "发布需求", "已排会谈", "签约"):
        assert words in page
    assert "这段时间没有动态" in firm.get("/record?since=2027-01-01&kind=nothing&until=x").text
    assert firm.get("/record?until=9999-12-31&page=99").status_code == 200
    english = firm.get("/record", headers={"Accept-Language": "en"})
    assert english.status_code == 200


def test_the_record_of_others_stays_closed(firm: FlaskClient, doorman: Doorman) -> None:
    assert firm.get("/record?enterprise=name:乙").status_code == 403
    assert firm.get("/record/data?enterprise=name:乙").status_code == 403
    assert firm.post("/record/data?enterprise=name:乙").status_code == 403
    assert doorman.client(Role.ORGANIZER).get(f"/record?enterprise={FIRM}").status_code == 200
    assert doorman.client(Role.ANALYST).get(f"/record?enterprise={FIRM}").status_code == 403


@pytest.mark.both_servers
def test_all_data_in_one_zip(
    firm: FlaskClient, store: Store, config: Config, doorman: Doorman
) -> None:
    assert "打包" in firm.get("/record/data").text
    firm.post("/record/data")
    firm.post("/record/data")
    assert "正在打包" in firm.get("/record/data").text
    worker = Worker(store, config, {KIND.name: KIND}, lambda: datetime.now(UTC))
    while worker.run_one():
        pass
    page = firm.get("/record/data").text
    address = page.split('href="/record/data/')[1].split('"')[0]
    package = ZipFile(io.BytesIO(firm.get(f"/record/data/{address}", buffered=True).data))
    data = json.loads(package.read("data.json"))
    assert data["enterprise"][0]["code"] == FIRM
    assert [each["other"] for each in data["requests_sent"]] == ["name:乙"]
    assert [each["other"] for each in data["requests_received"]] == ["name:丙"]
    assert [each["id"] for each in data["request_steps_sent"]] == ["r01", "r02"]
    assert [each["by"] for each in data["request_steps_sent"]] == ["enterprise@test.example", ""]
    assert "stranger" not in package.read("data.json").decode()
    assert data["meetings"][0]["note"] == "我方"
    assert "对方" not in json.dumps(data["meetings"], ensure_ascii=False)
    assert "secret" not in package.read("data.json").decode()
    assert [each["email"] for each in data["members"]] == ["enterprise@test.example"]
    rows = list(csv.DictReader(io.StringIO(package.read("csv/listings.csv").decode("utf-8-sig"))))
    assert rows[0]["title"] == "'=找泵"
    (name,) = [each for each in package.namelist() if each.startswith("files/")]
    assert (name.split("-")[1], package.read(name)) == ("a_b.pdf", b"abc")
    other = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    assert other.get(f"/record/data/{address}").status_code == 404
    place_of(config, FIRM).unlink()
    assert firm.get(f"/record/data/{address}").status_code == 404
