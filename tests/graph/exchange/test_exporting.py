"""A part of the map in every form: what is in it, and nothing else."""

import csv
from pathlib import Path

import networkx
import openpyxl
import pytest
from small_chain import HOSTILE, save_chain, save_makers, save_place, save_trade

from graph.exchange.exporting import Exported, export_map
from graph.exchange.writers.forms import FORMS
from graph.store import Store

ONLY = {
    "Region": frozenset({"R1"}),
    "ChainNode": frozenset({"test:钢"}),
    "Enterprise": frozenset({"name:甲", "name:丙"}),
}


@pytest.fixture
def part(store: Store) -> Store:
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙")
    save_makers(store, HOSTILE, "丙")
    save_trade(store, "甲", "丙")
    save_trade(store, "乙", "丙")
    save_place(store, "甲", "R1", "东区")
    save_place(store, "乙", "R2", "西区")
    return store


@pytest.mark.parametrize("form", list(FORMS))
def test_every_form_holds_the_part_alone(part: Store, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"part{FORMS[form].suffix}"
    assert export_map(part, path, form=form, only=ONLY) == Exported(4, 3)
    assert path.stat().st_size > 0


def test_links_have_both_ends_in_the_part(part: Store, tmp_path: Path) -> None:
    path = tmp_path / "part.graphml"
    export_map(part, path, form="graphml", only=ONLY)
    found = networkx.read_graphml(path, force_multigraph=True)
    assert set(found.nodes) == {
        "Region/R1",
        "ChainNode/test:钢",
        "Enterprise/name:甲",
        "Enterprise/name:丙",
    }
    assert sorted((start, end, data["type"]) for start, end, data in found.edges(data=True)) == [
        ("Enterprise/name:甲", "ChainNode/test:钢", "MAKES"),
        ("Enterprise/name:甲", "Enterprise/name:丙", "TRADES_WITH"),
        ("Enterprise/name:甲", "Region/R1", "LOCATED_IN"),
    ]


def test_tables_hold_the_part_alone(part: Store, tmp_path: Path) -> None:
    export_map(part, tmp_path / "part", form="csv", only=ONLY)
    rows = {}
    for path in (tmp_path / "part").iterdir():
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows[path.stem] = sum(1 for _ in csv.reader(file)) - 1
    held = {name: number for name, number in rows.items() if number}
    assert held == {
        "all_enterprises": 2,
        "chain_nodes": 1,
        "located_in": 1,
        "makes": 1,
        "regions": 1,
        "trades": 1,
    }
    export_map(part, tmp_path / "part.xlsx", form="xlsx", only=ONLY)
    book = openpyxl.load_workbook(tmp_path / "part.xlsx", read_only=True)
    assert len(book.sheetnames) == len(rows)
    book.close()


def test_an_empty_part_is_an_empty_file(part: Store, tmp_path: Path) -> None:
    assert export_map(part, tmp_path / "x.json", form="json", only={}) == Exported(0, 0)
