"""The declaration of the templates: consistent, documented, and written as empty files."""

import csv
import re
from pathlib import Path

import openpyxl
import pytest

from chainmatch.config import ROOT
from chainmatch.i18n import speaking, translate
from graph import schema
from graph.errors import BadInput
from graph.exchange import csv_export
from graph.exchange.csv_files import read_csv
from graph.exchange.empty_files import example_row, save_csv_folder, save_workbook
from graph.exchange.rows import Row, Seen, read_rows
from graph.exchange.tables import choose_template
from graph.exchange.templates import (
    LABEL_TABLES,
    LINK_TABLES,
    OFFICE_TEMPLATES,
    TEMPLATES,
    Column,
    Template,
)
from graph.exchange.xlsx_files import open_workbook
from graph.messages import Message

DOCS = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
TABLE = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)


def in_chinese(template: Template) -> str:
    lines = ["| 列 | 必填 | 填什么 | 示例 |", "|---|---|---|---|"]
    for column in template.shown:
        required = "是" if column.required else ""
        lines.append(
            f"| {column.header} | {required} | {explained(column, '（', '）')} | {shown(column)} |"
        )
    return "\n".join(lines) + "\n"


def in_english(template: Template) -> str:
    lines = ["| header | in Chinese | required | what to fill in |", "|---|---|---|---|"]
    with speaking("en"):
        for column in template.shown:
            required = "yes" if column.required else ""
            hint = explained(column, " (", ")")
            lines.append(f"| {column.english} | {column.header} | {required} | {hint} |")
    return "\n".join(lines) + "\n"


def explained(column: Column, opening: str, closing: str) -> str:
    words = "、".join(column.choices)
    return translate(column.hint) + (f"{opening}{words}{closing}" if words else "")


def shown(column: Column) -> str:
    return f"`{column.example}`" if column.example else ""


def test_the_documentation_shows_every_template_as_it_is() -> None:
    expected = [in_chinese(each) for each in OFFICE_TEMPLATES]
    expected += [in_english(each) for each in OFFICE_TEMPLATES]
    assert TABLE.findall(DOCS) == expected


def test_the_documentation_names_every_sheet() -> None:
    assert re.findall(r"^### (\S+) (\S+)", DOCS, re.MULTILINE) == [
        (each.title, each.name) for each in OFFICE_TEMPLATES
    ] + [(each.name, each.title) for each in OFFICE_TEMPLATES]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.name)
def test_a_template_is_known_by_its_header(template: Template) -> None:
    chinese = tuple(column.header for column in template.columns)
    english = tuple(column.english for column in template.columns)
    assert choose_template(chinese) is template
    assert choose_template(english) is template
    assert len(set(chinese)) == len(set(english)) == len(chinese)


@pytest.mark.parametrize("template", OFFICE_TEMPLATES, ids=lambda each: each.name)
def test_the_least_header_is_enough(template: Template) -> None:
    assert choose_template(tuple(each.header for each in template.required)) is template


@pytest.mark.parametrize("template", OFFICE_TEMPLATES, ids=lambda each: each.name)
def test_the_example_can_be_imported_once_its_mark_is_gone(
    template: Template, tmp_path: Path
) -> None:
    path = tmp_path / "file.csv"
    row = [cell.removeprefix("# 示例 ") for cell in example_row(template)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[each.header for each in template.shown], row])
    (found,) = read_rows(read_csv(path), Seen())
    assert isinstance(found, Row)


def test_every_property_of_the_map_has_its_column() -> None:
    for kind, table in (*LABEL_TABLES, *LINK_TABLES):
        ends = ("start", "end") if isinstance(kind, schema.Link) else ()
        found = csv_export.properties(table, kind)
        assert sorted(found) == sorted((*ends, *kind.columns)), table.name


def test_titles_and_names_are_unique() -> None:
    words = [word for each in TEMPLATES for word in (each.title, each.english.casefold())]
    assert len(set(words)) == len(words)
    assert len({each.name for each in TEMPLATES}) == len(TEMPLATES)


def test_the_empty_workbook_is_ready_to_fill_in(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    save_workbook(path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["说明", *(each.title for each in OFFICE_TEMPLATES)]
    sheet = book["企业"]
    assert [cell.value for cell in sheet[1]] == [
        "编码*",
        "名称*",
        "简称",
        "英文名",
        "类型*",
        "地区代码*",
        "规模",
        "资质",
        "成立年份",
        "网址",
        "简介",
        "英文简介",
        "所属集团",
        "实际控制人",
        "经度",
        "纬度",
        "坐标系",
        "科研服务",
    ]
    assert sheet["A2"].value == "# 示例 91430100MA4DEM0A0U"
    assert {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation} == {
        "E2:E20000": '"企业,院所"',
        "G2:G20000": '"大型,中型,小型,微型"',
        "Q2:Q20000": '"WGS84,GCJ02"',
    }
    with pytest.raises(BadInput, match="文件只有表头，没有数据"), open_workbook(path):
        pass


def test_the_workbook_is_explained_in_the_readers_language(tmp_path: Path) -> None:
    def say(words: Message) -> str:
        with speaking("en"):
            return translate(words)

    path = tmp_path / "template.xlsx"
    save_workbook(path, say)
    notes = openpyxl.load_workbook(path)["说明"]
    assert notes["A1"].value == "ChainMatch data template"
    assert [cell.value for cell in notes[9]] == [
        "Sheet",
        "Column",
        "Required",
        "What to fill in",
        "Example",
    ]


def test_a_filled_in_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    save_workbook(path)
    book = openpyxl.load_workbook(path)
    book["产业链"].append(["GCJX", "工程机械"])
    book.save(path)
    with open_workbook(path) as found:
        tables = [(table.title, table.total) for table in found.tables]
        chains = next(table for table in found.tables if table.title == "产业链")
        (row,) = read_rows(chains, Seen())
    assert tables == [(each.title, int(each.title == "产业链")) for each in OFFICE_TEMPLATES]
    assert isinstance(row, Row)
    assert (row.number, row.values["code"], row.values["name"]) == (3, "office:GCJX", "工程机械")


def test_the_empty_csv_files_open_in_excel_and_hold_no_data(tmp_path: Path) -> None:
    folder = tmp_path / "模板"
    save_csv_folder(folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{each.name}.csv" for each in OFFICE_TEMPLATES
    )
    for path in folder.iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        assert read_csv(path).total == 0
