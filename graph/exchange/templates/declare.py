"""What a template is: columns, each with its two headers, its parser and its explanation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.exchange.fields import Parser
from graph.exchange.fields.codes import parse_code, parse_enterprise_code, parse_region
from graph.exchange.fields.figures import parse_date, parse_share
from graph.exchange.fields.texts import parse_name
from graph.messages import Message, message


@dataclass(frozen=True)
class Column:
    """One column: ``name`` is the property it fills, ``default`` what an empty cell means.

    A ``restored`` column is written by our exports and read back, but not shown in the empty
    templates. ``choices`` maps the words of a closed list to what is stored.
    """

    name: str
    header: str
    english: str
    parse: Parser
    hint: Message
    required: bool = False
    default: Any = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    example: str = ""
    restored: bool = False


Check = Callable[[Mapping[str, Any]], tuple[str, Message] | None]
"""Looks at a whole row; returns the name of the column at fault and why, or None."""


@dataclass(frozen=True)
class Template:
    """One table that can be imported: a sheet of the workbook, or a CSV file of its own.

    ``key`` names the columns that together may stand only once in a file; ``check`` looks at a
    row whose cells are right one by one. Rows with the same first column of ``agree`` must have
    the others in common. ``shown_only`` are headers of columns that our own export adds for its
    readers; an import passes them by.
    """

    name: str
    title: str
    english: str
    what: Message
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    check: Check = lambda _row: None
    agree: tuple[str, ...] = ()
    office: bool = True
    shown_only: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns of the empty template."""
        return tuple(column for column in self.columns if not column.restored)

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns that every file must have and every row must fill."""
        return tuple(column for column in self.columns if column.required)

    def column(self, header: str) -> Column | None:
        """Find a column by its Chinese or English header, however it is spaced or marked."""
        wanted = header_key(header)
        return next((each for each in self.columns if wanted in _header_keys(each)), None)

    def passes_by(self, header: str) -> bool:
        """Tell whether this is a column for readers only."""
        return header_key(header) in {header_key(each) for each in self.shown_only}

    def named(self, name: str) -> Column:
        """Return the column that fills a property."""
        return next(column for column in self.columns if column.name == name)


def header_key(header: str) -> str:
    """Reduce a header to what identifies it: no spaces, no mark of a required column, one case."""
    return "".join(header.split()).strip("*＊").casefold()


def _header_keys(column: Column) -> tuple[str, str]:
    return header_key(column.header), header_key(column.english)


def differ(first: str, second: str, reason: Message) -> Check:
    """Make a check that two columns of a row do not name the same thing."""
    return lambda row: (second, reason) if row[first] == row[second] else None


AS_OF = Column(
    "as_of",
    "数据日期",
    "As of",
    parse_date,
    message("这条数据是哪一天的；不填为导入当天"),
    example="2026-06-30",
)
CONFIDENCE = Column(
    "confidence",
    "置信度",
    "Confidence",
    parse_share,
    message("0 到 1 之间，1 为确定；不填为 1"),
    default=1.0,
    example="0.9",
)
SOURCE = Column(
    "source",
    "来源",
    "Source",
    parse_name,
    message("数据来源；不填为本次导入的来源"),
    restored=True,
)
VALID_FROM = Column(
    "valid_from",
    "生效日期",
    "Valid from",
    parse_date,
    message("从哪一天起成立；不填为数据日期"),
    restored=True,
)
VALID_TO = Column(
    "valid_to",
    "失效日期",
    "Valid to",
    parse_date,
    message("到哪一天为止（不含当天）；不填为至今有效"),
    restored=True,
)

EVIDENCE = (AS_OF, CONFIDENCE, SOURCE, VALID_FROM, VALID_TO)
VERSION = ("source", "valid_from")
"""What tells the versions of one link apart, in an export that holds the past."""


def code_column(name: str, header: str, english: str, hint: Message, example: str) -> Column:
    """Make the required column of a chain's or node's code."""
    return Column(name, header, english, parse_code, hint, required=True, example=example)


def enterprise_column(name: str, header: str, english: str, hint: Message, example: str) -> Column:
    """Make the required column of an enterprise's code."""
    return Column(
        name, header, english, parse_enterprise_code, hint, required=True, example=example
    )


def region_column(hint: Message, *, required: bool) -> Column:
    """Make the column of the region where an enterprise stands."""
    return Column(
        "region",
        "地区代码",
        "Region",
        parse_region,
        hint,
        required=required,
        example="430104",
    )
