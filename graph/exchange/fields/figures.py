"""Numbers, shares, years and dates."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime

from graph.domain.clock import date_text
from graph.exchange.cells import CellValue
from graph.exchange.fields.texts import EXACT_INTEGER, plain, written
from graph.messages import Message, message

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?\Z", re.I)
_DATE = re.compile(
    r"(\d{4})"
    r"(?:-(\d{1,2})-|/(\d{1,2})/|\.(\d{1,2})\.|年(\d{1,2})月)"
    r"(\d{1,2})日?"
    r"(?:[ T]0?0:00(?::00)?)?\Z"
)
EARLIEST_YEAR, LATEST_YEAR = 1000, 2999


def parse_number(value: CellValue) -> float | Message:
    """Read a finite number; thousands may be separated by commas."""
    text = written(value)
    if isinstance(text, Message):
        return text
    text = plain(text).replace(",", "")
    number = float(text) if _NUMBER.match(text) else math.nan
    return number if math.isfinite(number) else message("不是数字")


def parse_share(value: CellValue) -> float | Message:
    """Read a part of one: ``0.35`` or ``35%``."""
    text = plain(value) if isinstance(value, str) else ""
    number = parse_number(text.removesuffix("%") if text else value)
    if isinstance(number, Message):
        return number
    share = float(f"{number / 100:.12g}") if text.endswith("%") else number
    return share if 0 <= share <= 1 else message("应在 0 到 1 之间，也可写成百分数，例如 35%")


def parse_weight(value: CellValue) -> float | Message:
    """Read a number that is not negative."""
    number = parse_number(value)
    return number if isinstance(number, Message) or number >= 0 else message("不能是负数")


def parse_whole(value: CellValue) -> int | Message:
    """Read a whole number that is not negative."""
    number = parse_number(value)
    if isinstance(number, Message):
        return number
    if 0 <= number < EXACT_INTEGER and number % 1 == 0:
        return int(number)
    return message("应是不小于 0 的整数")


def parse_year(value: CellValue) -> int | Message:
    """Read a year of four digits; ``2008年`` will do."""
    year = parse_whole(plain(value).removesuffix("年") if isinstance(value, str) else value)
    if isinstance(year, Message) or EARLIEST_YEAR <= year <= LATEST_YEAR:
        return year
    return message("应是四位的年份，例如 2008")


def parse_date(value: CellValue) -> str | Message:
    """Read a date as people and Excel write it; returns ``2026-06-30``."""
    if isinstance(value, date):
        return date_text(value.date() if isinstance(value, datetime) else value)
    text = written(value)
    if isinstance(text, Message):
        return text
    found = _DATE.match(plain(text))
    if found is None:
        return message("不是日期：请写成 2026-06-30、2026/6/30 或 2026年6月30日")
    year, *months, day = found.groups()
    month = next(filter(None, months))
    try:
        return date_text(date(int(year), int(month), int(day)))
    except ValueError:
        return message("没有这一天")


def degrees_parser(most: int) -> Callable[[CellValue], float | Message]:
    """Make the parser of decimal degrees from ``-most`` to ``most``."""

    def parse(value: CellValue) -> float | Message:
        if isinstance(value, str) and any(sign in value for sign in "°′″'度分秒"):
            return message("请写成十进制的度数，例如 112.93854，不要用度分秒")
        number = parse_number(value)
        if isinstance(number, Message) or -most <= number <= most:
            return number
        return message("应在 -%(most)s 到 %(most)s 之间", most=most)

    return parse
