"""The analyst's notebook: try, keep, run with other values, share, take away."""

import io
from datetime import UTC, datetime
from urllib.parse import unquote

import openpyxl
import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_map import save_enterprises, save_makes

from chainmatch.rooms.inquiries.labels import EXAMPLES
from chainmatch.rooms.inquiries.values import read_value, read_values, write_values
from graph.domain.account import Role
from graph.domain.audit import Verb
from graph.domain.inquiry import Chart, SavedQuery
from graph.inquiry import check
from graph.store import Store, audit
from graph.store.analyst import saved_queries

TEXT = (
    "MATCH (e:Enterprise)-[m:MAKES]->(n) WHERE n.name = $node"
    " RETURN e.name AS maker, m.share AS share"
)
OWNER = "analyst@test.example"


@pytest.fixture
def analyst(doorman: Doorman, store: Store) -> FlaskClient:
    client = doorman.client(Role.ANALYST)
    save_enterprises(store, "泵厂", "=阀厂")
    save_makes(store, ("泵厂", "液压泵", 0.5), ("=阀厂", "液压泵", 0.25), ("=阀厂", "阀", 1))
    return client


def fill(**changes: str) -> dict[str, str]:
    filled = {"name": "谁做", "text": TEXT, "defaults": "node = 液压泵", "chart": "bar"}
    return {**filled, "version": "0", **changes}


def keep(client: FlaskClient, **changes: str) -> str:
    answer = client.post("/queries/new", data=fill(**changes))
    assert answer.status_code == 302
    return answer.location.rpartition("/")[2]


def test_try_without_keeping(analyst: FlaskClient, store: Store) -> None:
    page = analyst.post("/queries/new", data={**fill(name=""), "try": "1"})
    assert page.status_code == 200
    assert "查到 2 行" in page.text
    assert '"kind": "bar"' in page.text
    assert saved_queries.list_queries(store, OWNER) == []


def test_keep_run_change_delete(analyst: FlaskClient, store: Store) -> None:
    code = keep(analyst)
    assert "查到" not in analyst.get(f"/queries/{code}").text
    assert "查到 2 行" in analyst.get(f"/queries/{code}?run=1").text
    assert "查到 1 行" in analyst.get(f"/queries/{code}?run=1&p.node=阀").text
    changed = analyst.post(
        f"/queries/{code}/edit", data=fill(defaults="node = 阀", version="1", is_shared="y")
    )
    assert changed.location == f"/queries/{code}"
    (kept,) = saved_queries.list_queries(store, OWNER)
    assert kept == SavedQuery(
        code, "谁做", TEXT, "", {"node": "阀"}, Chart.BAR, True, OWNER, 2, kept.changed_at
    )
    analyst.post(f"/queries/{code}/delete")
    assert analyst.get(f"/queries/{code}").status_code == 404
    verbs = [entry.verb for entry in audit.list_entries(store, skip=0, limit=9)]
    assert verbs[:3] == [Verb.QUERY_DELETED, Verb.QUERY_SAVED, Verb.QUERY_SAVED]


def test_two_windows_never_overwrite_each_other(analyst: FlaskClient, store: Store) -> None:
    code = keep(analyst)
    analyst.post(f"/queries/{code}/edit", data=fill(version="1", note="先"))
    late = analyst.post(f"/queries/{code}/edit", data=fill(version="1", note="后"))
    assert "这条查询在您打开后改过了，没有保存。" in late.text
    assert "后</textarea>" in late.text
    assert saved_queries.find_query(store, code, reader=OWNER).note == "先"


def test_only_the_owner_changes_what_is_shared(
    analyst: FlaskClient, doorman: Doorman, store: Store
) -> None:
    own, shared = keep(analyst), keep(analyst, name="共享的", is_shared="y")
    other = doorman.client(Role.ANALYST)
    assert other.get(f"/queries/{own}").status_code == 404
    assert "查到 2 行" in other.get(f"/queries/{shared}?run=1").text
    for action in ("edit", "delete"):
        assert other.post(f"/queries/{shared}/{action}", data=fill()).status_code == 403
    chief = doorman.client(Role.ADMINISTRATOR)
    assert chief.post(f"/queries/{shared}/delete").status_code == 302
    assert [query.id for query in saved_queries.list_queries(store, OWNER)] == [own]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "请给这条查询起个名称。"),
        ({"text": ""}, "请填写查询语句。"),
        ({"text": "MATCH (e:Enterprise) DETACH DELETE e"}, "这里只能读取"),
        ({"text": "MATCH (u:User) RETURN u"}, "不能查 User。"),
        ({"defaults": "液压泵"}, "第 1 行请写成“名称 = 值”，例如 node = 液压泵。"),
        ({"defaults": "x=" + "9" * 500}, "参数 $x 的数太大"),
        ({"chart": "pie"}, "请从列表中选择。"),
    ],
)
def test_bad_input_keeps_what_was_typed(
    analyst: FlaskClient, store: Store, changes: dict[str, str], words: str
) -> None:
    answer = analyst.post("/queries/new", data=fill(**changes))
    assert (answer.status_code, words in answer.text) == (422, True)
    assert saved_queries.list_queries(store, OWNER) == []


def test_a_name_is_used_once(analyst: FlaskClient) -> None:
    keep(analyst)
    assert "您已有一条叫“谁做”的查询" in analyst.post("/queries/new", data=fill()).text


def test_what_goes_wrong_in_a_run_is_told_on_the_page(analyst: FlaskClient) -> None:
    code = keep(analyst, defaults="")
    assert "请给参数 $node 填一个值。" in analyst.get(f"/queries/{code}?run=1").text
    page = analyst.post("/queries/new", data={**fill(text="RETURN nobody.name AS x"), "try": "1"})
    assert (page.status_code, "数据库没有看懂这条语句" in page.text) == (422, True)


def test_a_kept_query_that_is_refused_by_now_says_so(analyst: FlaskClient, store: Store) -> None:
    refused = "MATCH (a:Enterprise), (b:Enterprise) RETURN count(*) AS n"
    query = SavedQuery("", "旧的", refused, owner=OWNER)
    code = saved_queries.create_query(store, query, at=datetime.now(UTC))
    for path in (f"/queries/{code}", f"/queries/{code}?run=1"):
        page = analyst.get(path)
        assert (page.status_code, "没有连在一起" in page.text) == (200, True)


@pytest.mark.parametrize("number", ["9" * 500, str(2**63), "-" + "9" * 20, "1e999"])
def test_a_number_that_the_database_cannot_hold_is_refused(
    analyst: FlaskClient, number: str
) -> None:
    filled = fill(text="RETURN $x AS x", defaults=f"x={number}")
    page = analyst.post("/queries/new", data={**filled, "try": "1"})
    assert (page.status_code, "参数 $x 的数太大" in page.text) == (422, True)
    code = keep(analyst, text="RETURN $x AS x", defaults="x=1")
    page = analyst.get(f"/queries/{code}?run=1&p.x={number}")
    assert (page.status_code, "参数 $x 的数太大" in page.text) == (200, True)
    assert analyst.get(f"/queries/{code}/table.csv?p.x={number}").status_code == 422


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_is_named_like_its_query(analyst: FlaskClient, form: str) -> None:
    code = keep(analyst, name="钢材😀")
    told = analyst.get(f"/queries/{code}/table.{form}").headers["Content-Disposition"]
    told.encode("latin-1")  # no server sends other headers
    assert unquote(told.rpartition("filename*=UTF-8''")[2]) == f"钢材😀.{form}"


def test_all_rows_leave_as_files_without_formulas(analyst: FlaskClient) -> None:
    code = keep(analyst)
    answer = analyst.get(f"/queries/{code}/table.csv")
    text = answer.data.decode("utf-8-sig")
    assert sorted(text.splitlines()) == ["'=阀厂,0.25", "maker,share", "泵厂,0.5"]
    book = openpyxl.load_workbook(io.BytesIO(analyst.get(f"/queries/{code}/table.xlsx").data))
    rows = list(book["data"].iter_rows(values_only=True))
    assert sorted(rows, key=str) == [("'=阀厂", 0.25), ("maker", "share"), ("泵厂", 0.5)]
    assert analyst.get(f"/queries/{code}/table.pdf").status_code == 404


def test_examples_fill_the_form(analyst: FlaskClient) -> None:
    assert "企业最多的节点" in analyst.get("/queries/new?from=crowded").text
    assert analyst.get("/queries/new?from=nothing").status_code == 200
    for example in EXAMPLES.values():
        assert set(check(example.text).parameters) == set(example.defaults)


def test_nodes_and_links_are_drawn(analyst: FlaskClient) -> None:
    text = "MATCH (e:Enterprise)-[m:MAKES]->(n) RETURN e, m, n"
    page = analyst.post("/queries/new", data={**fill(text=text, chart="graph"), "try": "1"})
    assert '"kind": "graph"' in page.text
    assert page.text.count('"source":') == 3


def test_values_are_read_as_they_are_written() -> None:
    values = {"a": 1, "b": 0.5, "c": "12", "d": "液压 泵", "e": "x = y", "f": True}
    assert read_values(write_values(values)) == values
    assert read_values("$day = 2026-06-30\n\n n=[1]") == {"day": "2026-06-30", "n": "[1]"}
    assert read_value(' "12" ') == "12"
    assert (read_value("NaN"), read_value("-Infinity")) == ("NaN", "-Infinity")
    with pytest.raises(ValueError, match="第 2 行"):
        read_values("a = 1\n= 2")
