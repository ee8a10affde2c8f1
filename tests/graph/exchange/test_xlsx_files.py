"""Workbooks, well-meant and hostile: what is read, and the exact sentence where nothing is."""

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import openpyxl
import pytest

from graph.errors import BadInput, TooLarge
from graph.exchange import packages
from graph.exchange.rows import BadCell, Row, Seen, read_rows
from graph.exchange.xlsx_files import open_workbook

CHAINS = ("编码", "名称", "链长")
MAKES = ("企业编码", "节点编码", "占比", "产能", "数据日期", "置信度")
BROKEN = "文件已经损坏，无法读取，没有导入任何内容。请在 Excel 中打开，另存后再导入。"
BOMB = (
    "文件解压后太大（上限 400 MB），没有导入任何内容。"
    "请把数据复制到新的工作簿，或拆成几个文件分别导入。"
)


def saved(folder: Path, sheets: dict[str, list[tuple]], change: Callable | None = None) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    if change:
        change(book)
    path = folder / "book.xlsx"
    book.save(path)
    return path


def rewritten(path: Path, changes: dict[str, Callable[[bytes], bytes]]) -> Path:
    with ZipFile(path) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    for name, change in changes.items():
        entries[name] = change(entries.get(name, b""))
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return path


def read(path: Path) -> dict[str, list[Any]]:
    """Map sheets to their rows as (number, values that are not defaults) or bad cells."""
    found: dict[str, list[Any]] = {}
    seen = Seen()
    with open_workbook(path) as book:
        for table in book.tables:
            found[table.title] = [
                (row.number, given(row)) if isinstance(row, Row) else [told(each) for each in row]
                for row in read_rows(table, seen)
            ]
    return found


def given(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.values.items() if value not in ("", None, True, ())}


def told(bad: BadCell) -> tuple[int, str, str, str]:
    return (bad.number, bad.header, bad.value, str(bad.reason))


def refusal(path: Path, **limits: int) -> str:
    with pytest.raises(BadInput) as error, open_workbook(path, **limits):
        pass
    return str(error.value)


def test_sheets_are_known_by_title_or_header_and_read_in_order(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        {
            "说明": [("怎么填",)],
            "我的产品": [MAKES, ("name:甲", "YYB", 0.35)],
            "Chains": [("Code*", "Name*"), ("A", "甲")],
            "Sheet3": [],
            "随手记": [("电话", "张三")],
        },
    )
    with open_workbook(path) as book:
        assert [(each.title, each.template.name, each.total) for each in book.tables] == [
            ("Chains", "chains", 1),
            ("我的产品", "makes", 1),
        ]
        assert [(each.title, str(each.reason)) for each in book.skipped] == [
            ("随手记", "不是模板中的工作表，没有导入")
        ]


def test_numbers_and_dates_are_what_the_clerk_sees(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        {
            "企业产品": [
                MAKES,
                ("stock:600031", 430100.0, "35%", 12.5, date(2026, 6, 30), 1),
                ("stock:600031", 430101, 0.35, 6, datetime(2026, 6, 30, 8, 0), "90％"),
                ("stock:600031", "４３０１０２", "", None, "2026年6月3日", None),
            ]
        },
    )
    same = {"enterprise": "stock:600031", "confidence": 1.0}
    assert read(path) == {
        "企业产品": [
            (
                2,
                {
                    "enterprise": "stock:600031",
                    "node": "office:430100",
                    "share": 0.35,
                    "capacity": "12.5",
                    "as_of": "2026-06-30",
                },
            ),
            (
                3,
                {
                    "enterprise": "stock:600031",
                    "node": "office:430101",
                    "share": 0.35,
                    "capacity": "6",
                    "as_of": "2026-06-30",
                    "confidence": 0.9,
                },
            ),
            (4, {"enterprise": "stock:600031", "node": "office:430102", "as_of": "2026-06-03"}),
        ]
    }
    assert same


def test_a_formula_or_an_error_spoils_its_row_alone(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["产业链"]["B5"].data_type = "s"

    path = saved(
        tmp_path,
        {"产业链": [CHAINS, ("A", "=1+1"), ("B", "#N/A"), ("C", "丙"), ("D", "=2")]},
        change,
    )
    assert read(path) == {
        "产业链": [
            [(2, "名称", "=1+1", "公式单元格：请复制后“选择性粘贴”为数值")],
            [(3, "名称", "#N/A", "单元格显示为错误值 #N/A")],
            (4, {"code": "office:C", "name": "丙"}),
            (5, {"code": "office:D", "name": "=2"}),
        ]
    }


def test_a_code_that_excel_rounded_is_rejected(tmp_path: Path) -> None:
    path = saved(
        tmp_path, {"产业链": [CHAINS, (9.1430100123456e17, "甲"), (date(2026, 3, 5), "乙")]}
    )
    assert read(path)["产业链"] == [
        [
            (
                2,
                "编码",
                "9.1430100123456e+17",
                "编码被 Excel 存成了数字，后几位已经丢失：请把这一列设为“文本”，重新填写",
            )
        ],
        [
            (
                3,
                "编码",
                "2026-03-05 00:00:00",
                "Excel 把内容转成了日期或时间：请把这一列设为“文本”，重新填写",
            )
        ],
    ]


def test_merged_rows_are_rejected_and_the_others_kept(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        {"产业链": [CHAINS, ("A", "甲", "x"), ("B", "乙", None), ("C", "丙"), ("D", "丁")]},
        lambda book: (
            book["产业链"].merge_cells("C2:C3"),
            book["产业链"].merge_cells("A5:B5"),
        ),
    )
    reason = "有合并的单元格：请取消合并，逐行填写"
    assert read(path)["产业链"] == [
        [(2, "", "", reason)],
        [(3, "", "", reason)],
        (4, {"code": "office:C", "name": "丙"}),
        [(5, "", "", reason)],
    ]


def test_hidden_sheets_are_left_out_and_told(tmp_path: Path) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book["产业链"].sheet_state = "hidden"

    sheets = {"产业链": [CHAINS, ("A", "甲")], "地区": [("代码", "名称"), (430100, "长沙市")]}
    with open_workbook(saved(tmp_path, sheets, hide)) as book:
        assert [table.title for table in book.tables] == ["地区"]
        assert [(each.title, str(each.reason)) for each in book.skipped] == [
            ("产业链", "工作表是隐藏的，没有导入")
        ]
    del sheets["地区"]
    sheets["空表"] = []
    assert refusal(saved(tmp_path, sheets, hide)) == (
        "工作簿里没有可以导入的工作表（产业链），没有导入任何内容。"
        "请下载模板，把数据填到模板里再导入。"
    )


def test_blank_rows_and_a_lying_size_do_not_hide_rows(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["产业链"]
        sheet["A900"], sheet["B900"] = "Z", "末"
        sheet["A1000"] = " "
        sheet["C20000"].font = openpyxl.styles.Font(bold=True)

    path = saved(tmp_path, {"产业链": [CHAINS, ("A", "甲")]}, change)
    part = "xl/worksheets/sheet1.xml"
    rewritten(path, {part: lambda xml: xml.replace(b'ref="A1:C20000"', b'ref="A1:A1"')})
    assert read(path)["产业链"] == [
        (2, {"code": "office:A", "name": "甲"}),
        (900, {"code": "office:Z", "name": "末"}),
    ]


def test_a_stray_cell_beside_the_table_is_told(tmp_path: Path) -> None:
    path = saved(tmp_path, {"产业链": [CHAINS, ("A", "甲", "", "", "合计")]})
    assert read(path)["产业链"] == [[(2, "", "合计", "第 5 列没有表头，却有内容")]]


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        (
            {"企业": [("编码", "名称", "类型"), ("A", "甲", "企业")]},
            "工作表“企业”的表头不对：缺少列 地区代码。",
        ),
        (
            {"产业链": [("编码", "名称", "备注"), ("A", "甲", "x")]},
            "工作表“产业链”的表头不对：多出不认识的列 备注。",
        ),
        (
            {"Sheet1": [("编码", "名称", "备注"), ("A", "甲", "x")]},
            "表头不对，看起来像“产业链”表：多出不认识的列 备注。请对照模板改好第一行再导入。",
        ),
        (
            {"Sheet1": [("甲", "乙"), (1, 2)]},
            "第一行不是模板的表头：甲、乙。请下载模板，把数据填到模板里再导入。",
        ),
        (
            {"Sheet1": [("甲", "乙"), (1, 2)], "Sheet2": [("丙",)]},
            "工作簿里没有可以导入的工作表（Sheet1、Sheet2），没有导入任何内容。"
            "请下载模板，把数据填到模板里再导入。",
        ),
        (
            {"产业链": [CHAINS], "地区": [("代码", "名称")]},
            "文件只有表头，没有数据，没有导入任何内容。请填好后再导入。",
        ),
        (
            {"Sheet1": []},
            "文件只有表头，没有数据，没有导入任何内容。请填好后再导入。",
        ),
    ],
)
def test_a_workbook_that_cannot_be_used_is_refused_as_a_whole(
    tmp_path: Path, sheets: dict[str, list[tuple]], words: str
) -> None:
    assert refusal(saved(tmp_path, sheets)) == words


def good(folder: Path) -> Path:
    return saved(folder, {"产业链": [CHAINS, ("A", "甲")]})


def test_a_workbook_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(2 * 1024 * 1024))
    with pytest.raises(TooLarge), open_workbook(path, limit_mb=1):
        pass


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = good(tmp_path)
    with ZipFile(path, "a", ZIP_DEFLATED) as package, package.open("xl/bomb.xml", "w") as entry:
        for _ in range(410):
            entry.write(bytes(1024 * 1024))
    assert path.stat().st_size < 1024 * 1024
    assert refusal(path) == BOMB


def test_a_small_entry_that_grows_too_much_is_refused(tmp_path: Path) -> None:
    path = good(tmp_path)
    rewritten(path, {"xl/worksheets/sheet1.xml": lambda xml: xml + b" " * 11 * 1024 * 1024})
    assert refusal(path) == BOMB


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    path = good(tmp_path)
    with ZipFile(path, "a", ZIP_STORED) as package:
        for number in range(packages.MOST_ENTRIES):
            package.writestr(f"xl/{number}", b"")
    assert refusal(path) == BOMB


LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""
FAR_ROW = b"""<?xml version="1.0"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>
<row r="999999999999"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>
</sheetData></worksheet>"""


@pytest.mark.parametrize(
    "sheet",
    [
        LAUGHS,
        b"",
        b"<worksheet",
        b"\xff\xfe\xfd",
        FAR_ROW.replace(b'r="999999999999"', b'r="x"'),
        FAR_ROW.replace(b't="inlineStr"', b't="s"').replace(b"<is><t>x</t></is>", b"<v>99999</v>"),
    ],
)
def test_hostile_xml_is_refused(tmp_path: Path, sheet: bytes) -> None:
    path = rewritten(good(tmp_path), {"xl/worksheets/sheet1.xml": lambda _: sheet})
    assert refusal(path) == BROKEN


def test_a_row_number_beyond_excel_does_not_keep_us_busy(tmp_path: Path) -> None:
    path = rewritten(good(tmp_path), {"xl/worksheets/sheet1.xml": lambda _: FAR_ROW})
    assert refusal(path) == "工作表“产业链”的表头不对：缺少列 编码、名称，多出不认识的列 x。"


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    path = good(tmp_path)
    whole = path.read_bytes()
    for size in range(100, len(whole) - 1, len(whole) // 40):
        path.write_bytes(whole[:size])
        assert refusal(path) == BROKEN


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        (("readme.txt",), "这是一个压缩包，里面没有 Excel 工作簿。请解压后导入其中的文件。"),
        (
            ("[Content_Types].xml", "word/document.xml"),
            "这是一个压缩包，里面没有 Excel 工作簿。请解压后导入其中的文件。",
        ),
        (("mimetype", "content.xml"), "这是 OpenDocument 表格（ODS）。请另存为 XLSX 后再导入。"),
        (
            ("[Content_Types].xml", "xl/workbook.bin"),
            "这是二进制工作簿（XLSB）。请在 Excel 中打开，另存为 XLSX 后再导入。",
        ),
        (("[Content_Types].xml", "xl/workbook.xml"), BROKEN),
    ],
)
def test_another_package_is_named(tmp_path: Path, entries: tuple[str, ...], words: str) -> None:
    content = io.BytesIO()
    with ZipFile(content, "w") as package:
        for name in entries:
            package.writestr(name, b"x")
    path = tmp_path / "book.xlsx"
    path.write_bytes(content.getvalue())
    assert refusal(path) == words


def test_an_encrypted_package_is_named(tmp_path: Path) -> None:
    path = good(tmp_path)
    content = bytearray(path.read_bytes())
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        content[place + 8] |= 1
        place = content.find(b"PK\x01\x02", place + 4)
    path.write_bytes(content)
    assert refusal(path) == "压缩包有密码，无法读取。请在 Excel 中打开，另存为 XLSX 后再导入。"
