"""Names, longer texts, lists and closed choices."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum

from graph.exchange.cells import CellValue, Fault, Formula, find_control, restore, split_list
from graph.messages import Message, message

NAME_BYTES = 8000
"""Names and codes are indexed, and Neo4j indexes no value over 8 kB."""
TEXT_CHARACTERS = 32767
"""What one cell of Excel holds."""
WEBSITE_CHARACTERS = 500
EXACT_INTEGER = 10**15
"""Excel keeps 15 digits of a number."""

_WEBSITE = re.compile(
    r"(https?://)?[^\s/:@<>\"']+\.[^\s/:@<>\"'.]+(:\d+)?([/?#][^\s<>\"']*)?\Z", re.I
)


def plain(text: str) -> str:
    """Tolerate full-width letters, digits and signs in codes, figures and dates (not in names)."""
    return unicodedata.normalize("NFKC", text).strip()


def written(value: CellValue) -> str | Message:
    """Return a cell's content as the clerk sees it, or why it has none."""
    if isinstance(value, str):
        return restore(value.strip()).replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _digits(value)
    return _why_unreadable(value)


def _digits(number: float) -> str:
    if isinstance(number, float) and number.is_integer() and abs(number) < EXACT_INTEGER:
        return str(int(number))
    return repr(number)


def _why_unreadable(value: CellValue) -> Message:
    if isinstance(value, Formula):
        return message("公式单元格：请复制后“选择性粘贴”为数值")
    if isinstance(value, Fault):
        return message("单元格显示为错误值 %(text)s", text=value.text)
    return message("Excel 把内容转成了日期或时间：请把这一列设为“文本”，重新填写")


def parse_text(value: CellValue) -> str | Message:
    """Read a text of any length up to what one cell of Excel holds."""
    text = written(value)
    if isinstance(text, Message):
        return text
    if len(text) > TEXT_CHARACTERS:
        return message("内容太长：最多 %(limit)s 个字符", limit=f"{TEXT_CHARACTERS:,}")
    control = find_control(text)
    return message("含有不可见的控制字符 %(code)s，请删除", code=control) if control else text


def parse_name(value: CellValue) -> str | Message:
    """Read a name, or another text that is looked up."""
    text = parse_text(value)
    if isinstance(text, str) and len(text.encode()) > NAME_BYTES:
        return message("内容太长：最多 %(limit)s 字节（约 2,600 个汉字）", limit=f"{NAME_BYTES:,}")
    return text


def parse_list(value: CellValue) -> tuple[str, ...] | Message:
    """Read several texts between ``；``."""
    text = parse_text(value)
    return split_list(text) if isinstance(text, str) else text


def parse_website(value: CellValue) -> str | Message:
    """Read a web address; nothing that a browser would run."""
    text = parse_name(value)
    if isinstance(text, Message):
        return text
    if len(text) <= WEBSITE_CHARACTERS and _WEBSITE.match(text):
        return text
    return message("不是网址：请写成 https://www.example.com")


def choice_parser(choices: Mapping[str, StrEnum]) -> Callable[[CellValue], str | Message]:
    """Make the parser of a closed list: the Chinese words, or the stored values themselves."""
    known = {word: choice.value for word, choice in choices.items()}
    known |= {choice.value: choice.value for choice in choices.values()}

    def parse(value: CellValue) -> str | Message:
        text = written(value)
        if isinstance(text, Message):
            return text
        found = known.get(plain(text).lower())
        return found or message("只能填：%(choices)s", choices="、".join(choices))

    return parse


YES = {"是": True, "true": True, "1": True, "否": False, "false": False, "0": False}


def parse_yes(value: CellValue) -> bool | Message:
    """Read 是 or 否."""
    text = written(value)
    if isinstance(text, Message):
        return text
    return YES.get(plain(text).lower(), message("只能填：%(choices)s", choices="是、否"))
