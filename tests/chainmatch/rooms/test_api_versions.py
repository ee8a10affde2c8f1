"""Versions of the map for programs: changes, records as of a day, differences of two days."""

import pytest
from api_reader import Program, give_token
from flask import Flask
from small_chain import HOSTILE, save_chain, save_makers, save_trade

from graph.domain.account import Role
from graph.store import Store
from graph.store.bulk import maps
from graph.store.history import hand

FIRM = {"code": "name:甲", "name": "甲", "kind": "company", "source": "test"}
DAYS = {"one": "2022-06-30", "two": "2020-06-30"}


@pytest.fixture
def staff(app: Flask, store: Store) -> Program:
    save_chain(store)
    save_makers(store, HOSTILE, "甲", "乙")
    save_trade(store, "甲", "乙")
    with hand.signed("a@b.c", about="企业.xlsx"):
        maps.save_enterprises(store, [{**FIRM, "size": "large", "certifications": ("A",)}])
    return Program(app, give_token(store, Role.ANALYST))


def test_changes_are_read_to_the_end_and_narrowed(staff: Program) -> None:
    every = staff.read_all("/changes", limit=3)
    assert [row["id"] for row in every] == sorted((row["id"] for row in every), reverse=True)
    assert len(every) == 15
    (change,) = staff.read_all("/changes", kind="changed", code="name:甲", by="a@b.c")
    assert (change["object"], change["file"], change["chains"]) == (
        "Enterprise",
        "企业.xlsx",
        ["test:gc"],
    )
    assert change["fields"] == [
        {"field": "size", "before": "small", "after": "large"},
        {"field": "certifications", "before": None, "after": ["A"]},
    ]
    assert staff.read_all("/changes", until="9999-12-31", object="TRADES_WITH") != []
    assert staff.read_all("/changes", since="9999-12-31") == []


def test_a_record_is_read_as_it_was(staff: Program, store: Store) -> None:
    assert staff.read("/enterprises/name:甲")["size"] == "large"
    assert staff.read("/enterprises/name:甲", at="2024-06-30")["size"] == "small"
    maps.save_nodes(store, [{"code": "test:钢", "name": "钢材", "source": "test"}])
    assert staff.read("/nodes/test:钢")["name"] == "钢材"
    assert staff.read("/nodes/test:钢", at="2024-06-30")["name"] == "钢"


def test_differences_are_counted_and_listed(staff: Program) -> None:
    counted = staff.read_all("/differences", **DAYS, limit=2)
    assert {row["kind"]: row["came"] for row in counted} == {
        "ChainNode": 3,
        "Enterprise": 2,
        "IN_CHAIN": 3,
        "MAKES": 2,
        "SUPPLIES": 2,
        "TRADES_WITH": 1,
    }
    assert all(row["went"] == row["changed"] == 0 for row in counted)
    made = staff.read_all("/differences/rows", **DAYS, kind="MAKES", limit=1, chain="test:gc")
    assert [(row["start"], row["end"], row["way"]) for row in made] == [
        ("name:乙", HOSTILE, "came"),
        ("name:甲", HOSTILE, "came"),
    ]
    assert {"field": "share", "before": None, "after": 0.4} in made[0]["fields"]
    assert staff.read_all("/differences", **DAYS, region="430100") == []


def test_only_the_staff_reads_versions(app: Flask, store: Store, staff: Program) -> None:
    firm = Program(app, give_token(store, Role.ENTERPRISE, enterprise="name:甲"))
    assert firm.get("/changes").status_code == 403
    assert firm.get("/differences", one="2020-01-01").status_code == 403
    assert staff.get("/differences").status_code == 400
    assert staff.get("/differences/rows", one="2020-01-01", kind="Region").status_code == 400
    assert staff.get("/differences", one="2020-01-01", chain="none").status_code == 404


def test_the_last_day_is_one_before_all_links_end(staff: Program) -> None:
    last, before = (
        staff.read("/differences", one=one, two="2026-01-01")
        for one in ("9999-12-31", "9998-12-31")
    )
    assert last == before


@pytest.mark.parametrize("path", ["/enterprises", "/search", "/recommendations/name:甲"])
def test_a_region_that_is_not_there_is_not_found(staff: Program, path: str) -> None:
    answer = staff.get(path, region="nope")
    assert (answer.status_code, answer.json["detail"]) == (404, "图谱里没有编码 nope。")


def test_days_of_changes_the_wrong_way_round_are_turned(staff: Program) -> None:
    days = ("2020-01-01", "2900-01-01")
    right, turned = (
        staff.read("/changes", since=since, until=until) for since, until in (days, days[::-1])
    )
    assert (len(right["data"]), turned) == (15, right)
