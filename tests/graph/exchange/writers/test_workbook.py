"""XLSX: openpyxl and our own import read back what the graph holds."""

from pathlib import Path

import pytest
from hostile_map import save_hostile_map
from openpyxl import load_workbook

from graph import schema
from graph.exchange.exporting import Exported, export_map
from graph.exchange.office import import_xlsx
from graph.exchange.templates import LABEL_TABLES, LINK_TABLES
from graph.exchange.writers import workbook
from graph.store import Store
from graph.store.bulk import exports

CLEAR = "MATCH (n) WHERE NOT n:Migration DETACH DELETE n"
TITLES = [table.title for _, table in (*LABEL_TABLES, *LINK_TABLES)]


def dump(store: Store) -> list[object]:
    nodes = [list(exports.stream_nodes(store, label)) for label in schema.MAP_LABELS]
    return nodes + [list(exports.stream_links(store, link)) for link in schema.MAP_LINKS]


def test_a_workbook_comes_back_as_it_was(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    before = dump(store)
    path = tmp_path / "map.xlsx"
    assert export_map(store, path, form="xlsx") == Exported(32, 17)
    store.write(CLEAR)
    assert import_xlsx(store, path, as_of="2030-01-01", source="other").rejects == ()
    assert dump(store) == before


def test_no_cell_is_a_formula_and_numbers_are_numbers(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    path = tmp_path / "map.xlsx"
    export_map(store, path, form="xlsx")
    book = load_workbook(path)
    assert book.sheetnames == TITLES
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}
    (shares,) = (
        [each.value for each in column[1:]]
        for column in book["企业产品"].columns
        if column[0].value == "占比"
    )
    wanted = [row["share"] for row in exports.stream_links(store, schema.MAKES)]
    assert [float(share) if share else share for share in shares] == wanted
    assert {type(share) for share in shares} == {float, str, type(None)}


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_hostile_map(store)
    monkeypatch.setattr(workbook, "ROWS_A_SHEET", 6)
    path = tmp_path / "map.xlsx"
    assert export_map(store, path, form="xlsx") == Exported(32, 17)
    book = load_workbook(path)
    sheets = [book[title] for title in book.sheetnames if title.startswith("全部企业")]
    codes = [row[0] for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True)]
    wanted = [row["code"] for row in exports.stream_nodes(store, schema.ENTERPRISE)]
    assert [sheet.max_row - 1 for sheet in sheets][:-1] == [6] * (len(sheets) - 1)
    assert len(sheets) > 1
    assert codes == wanted
