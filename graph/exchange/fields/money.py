"""Amounts as offices write them in their ledgers: in 万元, kept in whole yuan."""

from decimal import Decimal

from graph.exchange.cells import CellValue
from graph.exchange.fields.figures import parse_number
from graph.exchange.fields.texts import plain, written
from graph.messages import Message, message

WAN = 10_000
MOST_YUAN = 10**13


def parse_wan(value: CellValue) -> int | Message:
    """Read an amount in 万元 and return whole yuan; four decimals are exact."""
    number = parse_number(value)
    if isinstance(number, Message):
        return number
    yuan = Decimal(_digits(value)) * WAN
    if not 0 <= yuan < MOST_YUAN:
        return message("应是不小于 0 的万元数")
    return int(yuan) if yuan == int(yuan) else message("最多四位小数（精确到元）")


def write_wan(yuan: int) -> str:
    """Write whole yuan as 万元, as ``parse_wan`` reads them."""
    text = f"{Decimal(yuan) / WAN:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digits(value: CellValue) -> str:
    text = written(value)
    return plain(text).replace(",", "") if isinstance(text, str) else "NaN"
