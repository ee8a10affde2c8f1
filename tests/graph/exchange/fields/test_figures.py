from datetime import date, datetime, timedelta

import pytest

from graph.exchange.cells import CellValue, Formula
from graph.exchange.fields.figures import (
    parse_date,
    parse_number,
    parse_share,
    parse_weight,
    parse_whole,
    parse_year,
)
from graph.messages import Message

FORMULA = "公式单元格：请复制后“选择性粘贴”为数值"
NO_NUMBER = "不是数字"
NO_SHARE = "应在 0 到 1 之间，也可写成百分数，例如 35%"
NO_WHOLE = "应是不小于 0 的整数"
NO_YEAR = "应是四位的年份，例如 2008"
NO_DATE = "不是日期：请写成 2026-06-30、2026/6/30 或 2026年6月30日"


def told(found: object) -> object:
    return str(found) if isinstance(found, Message) else found


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("0.35", 0.35),
        ("1,234.5", 1234.5),
        ("－１．５", -1.5),
        ("1e3", 1000.0),
        (3, 3.0),
        ("nan", NO_NUMBER),
        ("inf", NO_NUMBER),
        ("1e999", NO_NUMBER),
        ("1_000", NO_NUMBER),
        ("多", NO_NUMBER),
        (True, NO_NUMBER),
        (Formula("=1"), FORMULA),
    ],
)
def test_numbers(cell: CellValue, expected: object) -> None:
    assert told(parse_number(cell)) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("35%", 0.35),
        ("３５％", 0.35),
        ("7.3%", 0.073),
        (0.35, 0.35),
        ("1", 1.0),
        (0, 0.0),
        ("35", NO_SHARE),
        ("-1%", NO_SHARE),
        ("101%", NO_SHARE),
        ("三成", NO_NUMBER),
    ],
)
def test_shares(cell: CellValue, expected: object) -> None:
    assert told(parse_share(cell)) == expected


def test_weights() -> None:
    assert [told(parse_weight(cell)) for cell in (4, "0.70", "-0.1")] == [4.0, 0.7, "不能是负数"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12", 12),
        (12.0, 12),
        ("1,200", 1200),
        ("12.5", NO_WHOLE),
        (-1, NO_WHOLE),
        (10**400, NO_NUMBER),
        ("十二", NO_NUMBER),
    ],
)
def test_whole_numbers(cell: CellValue, expected: object) -> None:
    assert told(parse_whole(cell)) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("2008", 2008), ("２００８年", 2008), (2008.0, 2008), ("08", NO_YEAR), (20080, NO_YEAR)],
)
def test_years(cell: CellValue, expected: object) -> None:
    assert told(parse_year(cell)) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-06-30", "2026-06-30"),
        ("2026-6-3", "2026-06-03"),
        ("2026/6/30", "2026-06-30"),
        ("2026.6.30", "2026-06-30"),
        ("2026年6月30日", "2026-06-30"),
        ("２０２６年６月３０日", "2026-06-30"),
        ("2026/6/30 0:00", "2026-06-30"),
        ("2026-06-30 00:00:00", "2026-06-30"),
        ("9999-12-31", "9999-12-31"),
        (date(2026, 6, 30), "2026-06-30"),
        (datetime(2026, 6, 30, 12), "2026-06-30"),
        ("2026-02-30", "没有这一天"),
        ("2026-13-01", "没有这一天"),
        ("2026-06", NO_DATE),
        ("2026-06/30", NO_DATE),
        ("30.6.2026", NO_DATE),
        (46203, NO_DATE),
        (timedelta(1), "Excel 把内容转成了日期或时间：请把这一列设为“文本”，重新填写"),
        (Formula("=TODAY()"), FORMULA),
    ],
)
def test_dates(cell: CellValue, expected: object) -> None:
    assert told(parse_date(cell)) == expected
