"""Data quality, likely duplicates and merges for programs: the same as the pages show."""

import pytest
from api_reader import Program, give_token
from flask import Flask
from merged_pair import GOES, STAYS, save_map_links, save_pair
from surveyed_map import survey_map

from chainmatch.config import Config
from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.clock import now
from graph.domain.duplicates import Decision
from graph.store import Store, merging
from graph.store.merging import duplicates

pytestmark = pytest.mark.both_servers
ROWS = "/data-quality/rows"


@pytest.fixture
def staff(app: Flask, store: Store) -> Program:
    save_pair(store)
    save_map_links(store)
    refresh(store)
    return Program(app, give_token(store, Role.ANALYST))


def test_figures_are_those_of_the_latest_survey(
    staff: Program, store: Store, config: Config
) -> None:
    answer = staff.get("/data-quality")
    assert (answer.status_code, "还没有统计过" in answer.json["detail"]) == (404, True)
    survey_map(store, config)
    rows = staff.read_all("/data-quality", limit=7)
    assert rows == staff.read("/data-quality")["data"]
    found = {row["figure"]: (row["told"], row["among"], row["severity"]) for row in rows}
    assert found["coverage.region"] == (2, 4, None)
    assert found["old.MAKES"] == (0, 3, None)
    assert found["rule.times"] == (0, None, "high")
    assert {row["is_current"] for row in rows} == {True}
    refresh(store)
    assert len({row["as_of"] for row in rows}) == 1
    of_b = {row["figure"]: row for row in staff.read("/data-quality", source="b")["data"]}
    assert (of_b["coverage.region"]["told"], of_b["coverage.region"]["among"]) == (1, 1)
    for asked in ({"source": "nope"}, {"chain": "nope"}):
        assert staff.get("/data-quality", **asked).status_code == 404


def test_rows_stand_behind_each_figure(staff: Program, store: Store, config: Config) -> None:
    survey_map(store, config)
    for row in staff.read("/data-quality", months=1)["data"]:
        asked = {"figure": row["figure"], "told": "true", "months": 1}
        rows = staff.read_all(ROWS, **asked, limit=1)
        assert len(rows) == row["told"], row
        assert rows == staff.read_all(ROWS, **asked)
    lacking = staff.read_all(ROWS, figure="coverage.products", limit=1)
    assert [row["code"] for row in lacking] == ["name:伙伴", "name:同行"]
    old = staff.read_all(ROWS, figure="old.LOCATED_IN", months=1, limit=1)
    ends = [(each["code"], each["other"], each["sources"]) for each in old]
    assert ends == [(GOES, "430200", ["b"]), (STAYS, "430100", ["test"])]
    table = staff.get(ROWS, figure="coverage.products", format="csv").data.decode("utf-8-sig")
    assert [line.split(",")[0] for line in table.splitlines()] == ["code", "name:伙伴", "name:同行"]


def test_duplicates_and_merges_are_listed(staff: Program, store: Store, config: Config) -> None:
    assert staff.read_all("/duplicates") == []
    survey_map(store, config)
    (pair,) = staff.read_all("/duplicates")
    assert ({pair["one"], pair["other"]}, pair["score"]) == ({STAYS, GOES}, 76)
    assert pair["agreeing"] == ["same_core", "shared_products"]
    others = ("name:伙伴", "name:同行")
    duplicates.judge(store, *others, Decision.LATER, by="a@b.c", at=now())
    (later,) = staff.read_all("/duplicates", state="later")
    assert (later["score"], later["by"]) == (0, "a@b.c")
    for stays, goes in ((STAYS, GOES), others):
        mark = merging.preview(store, stays, goes, {}).mark
        merging.merge(store, stays=stays, goes=goes, sides={}, mark=mark, by="a@b.c", at=now())
    assert staff.read_all("/duplicates") == []
    found = staff.read_all("/merges", limit=1)
    assert [(each["stays"], each["goes"], each["is_undone"]) for each in found] == [
        (*others, False),
        (STAYS, GOES, False),
    ]
    merging.undo(store, found[0]["id"], by="a@b.c", at=now())
    assert staff.read("/merges")["data"][0]["is_undone"] is True


def test_only_the_staff_reads_of_quality(app: Flask, store: Store, staff: Program) -> None:
    firm = Program(app, give_token(store, Role.ENTERPRISE, enterprise=STAYS))
    paths = ("/data-quality", "/duplicates", "/merges")
    assert [firm.get(path).status_code for path in paths] == [403, 403, 403]
    assert staff.get(ROWS, figure="coverage.nope").status_code == 400
