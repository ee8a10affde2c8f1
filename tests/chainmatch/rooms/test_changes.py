"""The page of changes: who changed what, narrowed, linked, and taken away."""

import csv
import io

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from openpyxl import load_workbook
from small_chain import HOSTILE, save_chain, save_makers

from graph.domain.account import Role
from graph.domain.history.change import COMMAND, ChangeKind
from graph.store import Store
from graph.store.bulk import maps
from graph.store.history import changes, hand

FIRM = {"code": "name:甲", "name": "甲", "kind": "company", "source": "test"}


@pytest.fixture
def analyst(store: Store, doorman: Doorman) -> FlaskClient:
    save_chain(store)
    save_makers(store, HOSTILE, "甲")
    store.write("MATCH (m:MapChange) DELETE m")
    with (
        hand.signed(COMMAND, about="=企业.xlsx"),
        changes.telling_run(store, ChangeKind.IMPORTED, "test") as counts,
    ):
        maps.save_enterprises(store, [{**FIRM, "size": "large", "region": "430100"}])
        counts["Enterprise"] = [0, 1, 0]
    return doorman.client(Role.ANALYST)


def read_csv(client: FlaskClient, address: str) -> list[list[str]]:
    text = client.get(address).get_data().decode("utf-8-sig")
    return [row[1:] for row in csv.reader(io.StringIO(text))]


def test_a_change_is_told_in_words(analyst: FlaskClient) -> None:
    page = analyst.get("/map/changes").get_data(as_text=True)
    assert "<del>小型</del> → <ins>大型</ins>" in page
    assert 'href="/enterprises/name:%E7%94%B2"' in page
    assert "新增 0，更新 1，未变 0" in page
    assert page.count("命令行") == 3  # in the filter, and on both lines


def test_filters_narrow_the_list_and_the_file(analyst: FlaskClient) -> None:
    row = ["命令行", "'=企业.xlsx", "test", "修改", "企业", "name:甲", "甲", "", ""]
    header = read_csv(analyst, "/map/changes/changes.csv?kind=changed")[0]
    assert header == [
        *("谁", "文件", "来源", "变更", "对象", "编码", "名称", "对方编码", "对方名称"),
        *("字段", "变更前", "变更后"),
    ]
    for asked in ("kind=changed", "q=甲&object=Enterprise", "code=name:甲", "chain=test:gc"):
        assert read_csv(analyst, f"/map/changes/changes.csv?{asked}")[1:] == [
            [*row, "所在地区", "–", "430100"],
            [*row, "规模", "小型", "大型"],
        ]
    assert read_csv(analyst, "/map/changes/changes.csv?until=2020-01-01")[1:] == []


def test_a_workbook_holds_the_same_rows(analyst: FlaskClient) -> None:
    with analyst.get("/map/changes/changes.xlsx?kind=changed") as answer:
        book = load_workbook(io.BytesIO(answer.get_data()))
    assert [row[-3:] for row in book.active.values] == [
        ("字段", "变更前", "变更后"),
        ("所在地区", "–", "430100"),
        ("规模", "小型", "大型"),
    ]
    book.close()


def test_an_odd_date_or_form_is_refused(analyst: FlaskClient) -> None:
    assert analyst.get("/map/changes?since=yesterday").status_code == 422
    assert analyst.get("/map/changes/changes.pdf").status_code == 404


@pytest.mark.parametrize("asked", ["kind=zz", "object=zz"])
def test_a_kind_or_object_there_is_not_is_said(analyst: FlaskClient, asked: str) -> None:
    for address in ("/map/changes", "/map/changes/changes.csv"):
        answer = analyst.get(f"{address}?{asked}")
        assert (answer.status_code, answer.text.count(f"“{asked}”不在可选范围内")) == (404, 1)
    assert analyst.get("/map/changes?kind=&object=").status_code == 200


def test_records_lead_to_their_own_history(analyst: FlaskClient) -> None:
    page = analyst.get("/enterprises/name:甲").get_data(as_text=True)
    assert 'href="/map/changes?code=name:%E7%94%B2"' in page
    page = analyst.get("/map/changes?code=name:甲").get_data(as_text=True)
    assert "只列 name:甲 的变更" in page


def test_who_changes_a_profile_signs_the_change(store: Store, doorman: Doorman) -> None:
    save_chain(store)
    save_makers(store, HOSTILE, "甲")
    client = doorman.client(Role.ENTERPRISE, enterprise="name:甲")
    form = {"version": "0", "short_name": "甲甲", "size": "small", "kind": "company"}
    assert client.post("/profile/basics", data=form).status_code == 302
    (line,) = changes.list_changes(store, changes.Wanted(kind="changed"), skip=0, limit=9)
    assert (line.by, line.source, line.after["short_name"]) == (
        "enterprise@test.example",
        "self",
        "甲甲",
    )


def test_a_record_made_in_bulk_names_its_run(
    analyst: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.store.history.bulk.MOST_SINGLE", 0)
    with (
        hand.signed(COMMAND, about="全部.xlsx"),
        changes.telling_run(store, ChangeKind.IMPORTED, "office"),
    ):
        maps.save_enterprises(store, [{**FIRM, "code": "name:新", "name": "新"}])
    (line,) = changes.list_changes(store, changes.Wanted(words="全部"), skip=0, limit=9)
    page = analyst.get("/map/changes?code=name:新").get_data(as_text=True)
    assert "由命令行整批导入的，来源 本单位导入。" in page
    assert f'href="/map/changes?run={line.id}">全部.xlsx</a>' in page


def test_days_the_wrong_way_round_are_turned(analyst: FlaskClient) -> None:
    right, turned = (
        read_csv(analyst, f"/map/changes/changes.csv?since={since}&until={until}")
        for since, until in (("2020-01-01", "2900-01-01"), ("2900-01-01", "2020-01-01"))
    )
    assert (len(right) > 1, turned) == (True, right)
