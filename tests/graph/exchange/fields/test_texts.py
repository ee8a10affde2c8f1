from datetime import date, time

import pytest

from graph.domain.enterprise import SIZE_NAMES
from graph.exchange.cells import (
    CellValue,
    Fault,
    Formula,
    join_list,
    neutralise,
    restore,
    split_list,
    without_controls,
)
from graph.exchange.fields.texts import (
    choice_parser,
    parse_list,
    parse_name,
    parse_text,
    parse_website,
    parse_yes,
)

AS_DATE = "Excel 把内容转成了日期或时间：请把这一列设为“文本”，重新填写"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (" 三一重工 ", "三一重工"),
        ("ＡＢ（长沙）", "ＡＢ（长沙）"),
        ("'=1+1", "=1+1"),
        ("两\r\n行\r三", "两\n行\n三"),
        ("👩‍👩‍👧 “引号”, '单'", "👩‍👩‍👧 “引号”, '单'"),
        (430100.0, "430100"),
        (12.50, "12.5"),
        (7, "7"),
        (True, "TRUE"),
        ("a" * 5000, "a" * 5000),
        ("\x00", "含有不可见的控制字符 U+0000，请删除"),
        ("甲\x7f", "含有不可见的控制字符 U+007F，请删除"),
        ("甲\ufffe", "含有不可见的控制字符 U+FFFE，请删除"),
        ("汉" * 2667, "内容太长：最多 8,000 字节（约 2,600 个汉字）"),
        (Formula("=A1"), "公式单元格：请复制后“选择性粘贴”为数值"),
        (Fault("#REF!"), "单元格显示为错误值 #REF!"),
        (date(2026, 3, 5), AS_DATE),
        (time(3, 5), AS_DATE),
    ],
)
def test_names(cell: CellValue, expected: str) -> None:
    assert str(parse_name(cell)) == expected


def test_texts_may_be_as_long_as_a_cell() -> None:
    assert parse_text("汉" * 32767) == "汉" * 32767
    assert str(parse_text("汉" * 32768)) == "内容太长：最多 32,767 个字符"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("甲；乙;丙", ("甲", "乙", "丙")),
        ("；甲 ； ；", ("甲",)),
        (r"甲\；乙；丙\\", ("甲；乙", "丙\\")),
        ("ISO 9001", ("ISO 9001",)),
    ],
)
def test_lists(cell: str, expected: tuple[str, ...]) -> None:
    assert parse_list(cell) == expected


@pytest.mark.parametrize(
    "items", [(), ("甲",), ("a；b", "c;d", "e\\", "\\；"), ("=1", "两\n行", "'")]
)
def test_a_list_comes_back_from_its_cell(items: tuple[str, ...]) -> None:
    assert split_list(join_list(items)) == items


@pytest.mark.parametrize(
    "text", ["=1+1", "+8", "-", "@x", "'=1", "''=1", "'引", "＝1", "\tx", "plain", "", "'"]
)
def test_a_neutralised_text_comes_back(text: str) -> None:
    assert restore(neutralise(text)) == text
    assert not neutralise(text).startswith(("=", "+", "-", "@", "\t", "＝"))


def test_controls_are_dropped_as_the_last_guard() -> None:
    assert without_controls("a\x00b\x0bc\ud800d\ufffee\n\t") == "abcde\n\t"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("https://www.example.com/a?b=1", None),
        ("www.example.com", None),
        ("http://例子.中国:8080", None),
        ("javascript:alert(1)", "不是网址：请写成 https://www.example.com"),
        ("data:text/html,x.y", "不是网址：请写成 https://www.example.com"),
        ("http://a b.com", "不是网址：请写成 https://www.example.com"),
        ("没有网站", "不是网址：请写成 https://www.example.com"),
        ("a." * 4000, "不是网址：请写成 https://www.example.com"),
    ],
)
def test_websites(cell: str, expected: str | None) -> None:
    assert str(parse_website(cell)) == (expected or cell)


def test_choices() -> None:
    parse = choice_parser(SIZE_NAMES)
    assert [str(parse(cell)) for cell in ("大型", " 微型", "Small", "巨型", 1.0)] == [
        "large",
        "micro",
        "small",
        "只能填：大型、中型、小型、微型",
        "只能填：大型、中型、小型、微型",
    ]


def test_yes_and_no() -> None:
    assert [parse_yes(cell) for cell in ("是", "否", True, 0, "ＴＲＵＥ")] == [
        True,
        False,
        True,
        False,
        True,
    ]
    assert str(parse_yes("也许")) == "只能填：是、否"
