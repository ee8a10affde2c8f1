"""Codes of chains, nodes, enterprises and regions."""

import re

from graph.domain.codes import make_code
from graph.domain.credit_code import ALPHABET, LENGTH, check_digit
from graph.exchange.cells import CellValue
from graph.exchange.fields.texts import EXACT_INTEGER, parse_name, plain
from graph.messages import Message, message

OFFICE_SCHEME = "office"
"""Scheme of a chain's or node's code that an office wrote without one."""

_SCHEME = re.compile(r"[a-z][a-z0-9-]*\Z")
_LOST_DIGITS = re.compile(r"\d(\.\d+)?[eE]\+\d{2}\Z")
_REGION_CODE = re.compile(r"[0-9A-Za-z:_-]+\Z")


def parse_code(value: CellValue) -> str | Message:
    """Read a chain's or node's code: ``scheme:value``, or a bare one that becomes ``office:…``."""
    text = _code_text(value)
    if isinstance(text, Message):
        return text
    scheme, colon, bare = text.partition(":")
    if not colon:
        return make_code(OFFICE_SCHEME, plain(text))
    if _SCHEME.match(scheme) and bare.strip():
        return text
    return message("编码的写法应是“方案:值”，方案为小写字母，例如 office:YYB-01")


def parse_enterprise_code(value: CellValue) -> str | Message:
    """Read an enterprise's code: a bare credit code (GB 32100-2015), or ``scheme:value``."""
    text = _code_text(value)
    if isinstance(text, Message):
        return text
    scheme, colon, bare = text.partition(":")
    if colon and scheme.lower() == "uscc":
        return _credit_code(plain(bare).upper())
    if colon:
        return parse_code(text)
    bare = plain(text).upper()
    if len(bare) == LENGTH and bare.isascii() and bare.isalnum():
        return _credit_code(bare)
    return message(
        "不是 18 位的统一社会信用代码，也不是“方案:值”；没有信用代码时可写 name:企业全称"
    )


def parse_region(value: CellValue) -> str | Message:
    """Read a region's code or name; which of the two it is, the known regions decide."""
    text = parse_name(value)
    return plain(text) if isinstance(text, str) else text


def parse_region_code(value: CellValue) -> str | Message:
    """Read a region's code (GB/T 2260: ``430104``; a park's may have letters)."""
    text = parse_region(value)
    if isinstance(text, Message) or _REGION_CODE.match(text):
        return text
    return message("地区代码只用数字和字母，例如 430104")


def _credit_code(code: str) -> str | Message:
    if len(code) != LENGTH:
        return message("统一社会信用代码应有 18 位，这里有 %(count)s 位", count=len(code))
    strange = next((char for char in code if char not in ALPHABET), "")
    if strange:
        return message("统一社会信用代码里不会出现字符 %(char)s", char=strange)
    expected = check_digit(code[:-1])
    if expected == code[-1]:
        return make_code("uscc", code)
    return message(
        "统一社会信用代码的校验位不对：末位是 %(given)s，按前 17 位应是 %(expected)s，请核对",
        given=code[-1],
        expected=expected,
    )


def _code_text(value: CellValue) -> str | Message:
    text = parse_name(value)
    if isinstance(text, Message):
        return text
    if _is_rounded(value) or _LOST_DIGITS.match(text):
        return message("编码被 Excel 存成了数字，后几位已经丢失：请把这一列设为“文本”，重新填写")
    head, colon, tail = text.partition("：")
    scheme = plain(head).lower()
    return f"{scheme}:{tail.strip()}" if colon and _SCHEME.match(scheme) else text


def _is_rounded(value: CellValue) -> bool:
    return isinstance(value, float) and abs(value) >= EXACT_INTEGER
