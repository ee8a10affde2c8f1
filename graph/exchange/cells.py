"""What a cell of a table can hold, and how texts stay themselves on their way through Excel."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True)
class Formula:
    """A cell that computes instead of stating a value."""

    text: str = ""


@dataclass(frozen=True)
class Fault:
    """A cell in which Excel shows an error, for example ``#N/A``."""

    text: str


CellValue = str | int | float | bool | date | datetime | time | timedelta | Formula | Fault | None
"""A cell as read: texts from CSV, typed values from XLSX; None or an empty text is no value."""

FAULTS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)
LIST_MARK = "；"

_LIKE_FORMULA = re.compile(r"'*[=+\-@\s＝＋－＠]")
_QUOTED_FORMULA = re.compile(r"'+[=+\-@\s＝＋－＠]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LIST_PARTS = re.compile(r"(?:\\.|[^；;\\]|\\$)+", re.DOTALL)


def neutralise(text: str) -> str:
    """Put a quote before a text that a spreadsheet would run as a formula (OWASP, CSV injection).

    A text that begins with quotes before such a sign gets one more, so that ``restore`` is exact.
    """
    return f"'{text}" if _LIKE_FORMULA.match(text) else text


def restore(text: str) -> str:
    """Take away the quote that ``neutralise`` put there."""
    return text[1:] if _QUOTED_FORMULA.match(text) else text


def join_list(items: tuple[str, ...] | list[str]) -> str:
    """Write a list in one cell: parts between ``；``, where a part's own ``；`` is ``\\；``."""
    return LIST_MARK.join(re.sub(r"([；;\\])", r"\\\1", item) for item in items)


def split_list(text: str) -> tuple[str, ...]:
    """Read what ``join_list`` or a clerk wrote: parts between ``；`` or ``;``, blanks left out."""
    parts = (re.sub(r"\\(.)", r"\1", part).strip() for part in _LIST_PARTS.findall(text))
    return tuple(part for part in parts if part)


def find_control(text: str) -> str:
    """Return the first character that no name may hold as ``U+0007``, or an empty text.

    Line breaks and tabs are texts; other controls, lone surrogates and non-characters cannot be
    written to XML (W3C XML 1.0, production 2) or are invisible mistakes.
    """
    found = _CONTROL.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""


def without_controls(text: str) -> str:
    """Drop what ``find_control`` finds: the last guard before a file that others must read."""
    return _CONTROL.sub("", text)


def is_blank(value: CellValue) -> bool:
    """Tell whether a cell states nothing."""
    return value is None or (isinstance(value, str) and not value.strip())
