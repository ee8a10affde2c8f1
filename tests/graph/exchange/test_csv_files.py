"""CSV files, well-meant and hostile: what is read, and the exact sentence where nothing is."""

import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from graph.errors import BadInput
from graph.exchange.csv_files import read_csv
from graph.exchange.rows import BadCell, Row, Seen, read_rows

HEADER = "编码,名称,英文名,链长,简介,英文简介"
NOTHING = {"name_en": "", "steward": "", "summary": "", "summary_en": ""}
DEFAULTS = {**NOTHING, "published": True, "source": ""}


def saved(folder: Path, content: str | bytes) -> Path:
    path = folder / "chains.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path) -> tuple[list[Row], list[BadCell]]:
    rows: list[Row] = []
    bad: list[BadCell] = []
    for found in read_rows(read_csv(path), Seen()):
        rows.append(found) if isinstance(found, Row) else bad.extend(found)
    return rows, bad


def chain(number: int, code: str, name: str, **others: Any) -> Row:
    return Row(number, {**DEFAULTS, "code": code, "name": name, **others})


def refusal(path: Path) -> str:
    with pytest.raises(BadInput) as error:
        read_csv(path)
    return str(error.value)


def told(bad: list[BadCell]) -> list[tuple[int, str, str, str]]:
    return [(each.number, each.header, each.value, str(each.reason)) for each in bad]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_every_encoding_of_excel_is_read(tmp_path: Path, encoding: str) -> None:
    content = f"{HEADER}\r\noffice:A,工程机械,,,“小巨人”,\r\n".encode(encoding)
    assert read(saved(tmp_path, content)) == (
        [chain(2, "office:A", "工程机械", summary="“小巨人”")],
        [],
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "，", "|"])
def test_every_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    text = delimiter.join(("编码", "名称")) + "\n" + delimiter.join(("office:A", "工程机械")) + "\n"
    assert read(saved(tmp_path, text)) == ([chain(2, "office:A", "工程机械")], [])


def test_headers_may_be_english_marked_and_spaced(tmp_path: Path) -> None:
    text = " code *, NAME＊ ,Steward,,\nA,Machines,x,,\n"
    assert read(saved(tmp_path, text)) == ([chain(2, "office:A", "Machines", steward="x")], [])


def test_rows_are_numbered_as_excel_shows_them(tmp_path: Path) -> None:
    text = f'{HEADER}\r\n\r\nA,"两行\r\n名称"\r\n# 示例 B,示例\r\n ,,\r\nC,丙\r\n\r\n\r\n'
    assert read(saved(tmp_path, text)) == (
        [chain(3, "office:A", "两行\n名称"), chain(6, "office:C", "丙")],
        [],
    )


def test_old_line_ends_are_read(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "编码,名称\rA,甲\rB,乙\r")) == (
        [chain(2, "office:A", "甲"), chain(3, "office:B", "乙")],
        [],
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "文件是空的，没有导入任何内容。请确认选对了文件，填好后再导入。"),
        ("\r\n \r\n,,\r\n", "文件是空的，没有导入任何内容。请确认选对了文件，填好后再导入。"),
        (
            "甲,乙\r\n1,2\r\n",
            "第一行不是模板的表头：甲、乙。请下载模板，把数据填到模板里再导入。",
        ),
        (
            "\r\n甲,乙\r\n1,2\r\n",
            "第一行是空的，应是模板的表头。请下载模板，把数据填到模板里再导入。",
        ),
        (
            "编码,简称,资质,规模\r\n1,2,3,4\r\n",
            "表头不对，看起来像“企业”表：缺少列 名称、类型、地区代码。请对照模板改好第一行再导入。",
        ),
        (
            "编码,名称,链长,备注\r\n1,2,3,4\r\n",
            "表头不对，看起来像“产业链”表：多出不认识的列 备注。请对照模板改好第一行再导入。",
        ),
        (
            "供应方编码,产品,电话\r\n1,2,3\r\n",
            "表头不对，看起来像“供应关系”表：缺少列 采购方编码，多出不认识的列 电话。"
            "请对照模板改好第一行再导入。",
        ),
        (
            "编码,名称,名称\r\n1,2,3\r\n",
            "表头不对，看起来像“产业链”表：列 名称 出现了两次。请对照模板改好第一行再导入。",
        ),
        (
            "长沙市产业链一览,,\r\n,,\r\n编码,名称,链长\r\nA,甲,乙\r\n",
            "表头应在第 1 行，这个文件的表头在第 3 行。请删除它上面的行再导入。",
        ),
        (
            f'{HEADER}\r\nA,甲\r\nB,"乙\r\nC,丙\r\n',
            "第 3 行有一个引号没有闭合，后面的内容都连成了一格，没有导入任何内容。"
            "请补上引号再导入。",
        ),
        (
            f'{HEADER}\r\nA,"{"甲" * 131_073}"\r\n',
            "第 2 行有一个超过 131,072 个字符的单元格，多半是少了一个引号，没有导入任何内容。"
            "请改好再导入。",
        ),
        (
            "編碼,名稱\r\nA,甲\r\n".encode("big5"),
            "看不懂文件的文字编码，没有导入任何内容。"
            "请在 Excel 中打开，另存为“CSV UTF-8（逗号分隔）”后再导入。",
        ),
        (
            "코드,이름\r\nA,이름\r\n".encode("euc-kr"),
            "第一行不是模板的表头：内靛、捞抚。请下载模板，把数据填到模板里再导入。"
            "如果上面是乱码，请在 Excel 中打开原文件，另存为“CSV UTF-8（逗号分隔）”后再导入。",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_as_a_whole(
    tmp_path: Path, content: str | bytes, words: str
) -> None:
    assert refusal(saved(tmp_path, content)) == words


@pytest.mark.parametrize("rows", ["", "# 示例 A,示例\r\n\r\n"])
def test_a_file_of_headers_and_remarks_has_no_rows(tmp_path: Path, rows: str) -> None:
    assert read_csv(saved(tmp_path, f"{HEADER}\r\n{rows}")).total == 0


def test_an_open_quote_far_down_is_found_before_the_first_row_is_used(tmp_path: Path) -> None:
    good = "".join(f"A{number},甲\r\n" for number in range(5000))
    assert refusal(saved(tmp_path, f'{HEADER}\r\n{good}B,"乙\r\n')).startswith("第 5002 行")


def test_ragged_rows_and_stray_quotes_spoil_only_themselves(tmp_path: Path) -> None:
    text = f'{HEADER}\r\nA,甲\r\nB,乙,,,一,二,三\r\nC,"丙"丙,x\r\nD,"“丁”""丁"""\r\nE,戊,,,,,\r\n'
    rows, bad = read(saved(tmp_path, text))
    assert rows == [
        chain(2, "office:A", "甲"),
        chain(5, "office:D", '“丁”"丁"'),
        chain(6, "office:E", "戊"),
    ]
    assert told(bad) == [
        (3, "", "三", "第 7 列没有表头，却有内容"),
        (4, "", "", '引号用得不对，分不清各列：内容里的引号要写两遍（""）'),
    ]


def test_every_bad_cell_is_told_in_the_files_own_words(tmp_path: Path) -> None:
    text = "Code,Name,Summary\nA,\nB,=1+1,#REF!\nC,\x07铃,#N/A\n#N/A,丁\nA,甲\n"
    rows, bad = read(saved(tmp_path, text))
    assert rows == [chain(6, "office:A", "甲")]
    assert told(bad) == [
        (2, "Name", "", "必填，不能空着"),
        (3, "Name", "=1+1", "公式单元格：请复制后“选择性粘贴”为数值"),
        (3, "Summary", "#REF!", "单元格显示为错误值 #REF!"),
        (4, "Name", "\x07铃", "含有不可见的控制字符 U+0007，请删除"),
        (4, "Summary", "#N/A", "单元格显示为错误值 #N/A"),
        (5, "Code", "#N/A", "单元格显示为错误值 #N/A"),
    ]


def test_the_later_of_two_equal_keys_is_rejected(tmp_path: Path) -> None:
    text = "编码,名称\nA,甲\nB,乙\noffice:A,又甲\nＢ,又乙\n"
    rows, bad = read(saved(tmp_path, text))
    assert [row.number for row in rows] == [2, 3]
    assert told(bad) == [
        (4, "编码", "office:A", "与第 2 行重复"),
        (5, "编码", "Ｂ", "与第 3 行重复"),
    ]


def test_the_quote_of_our_own_export_is_taken_off(tmp_path: Path) -> None:
    text = "编码,名称,链长\nA,'=1+1,''=2\nB,'+86,'单引号\nC,@x,-1\n"
    rows, bad = read(saved(tmp_path, text))
    assert bad == []
    assert rows == [
        chain(2, "office:A", "=1+1", steward="'=2"),
        chain(3, "office:B", "+86", steward="'单引号"),
        chain(4, "office:C", "@x", steward="-1"),
    ]


def test_a_large_file_is_read_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "trades.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("供应方编码,采购方编码,产品\n")
        file.writelines(f"gdes:F{i:07},gdes:F{i + 1:07},液压泵\n" for i in range(60_000))
    tracemalloc.start()
    good = sum(isinstance(row, Row) for row in read_rows(read_csv(path), Seen()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert good == 60_000
    assert peak < 20 * 1024 * 1024
