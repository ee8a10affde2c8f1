"""From raw rows to values: each row is either right in every cell, or says what is wrong."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.exchange.cells import CellValue, Fault, Formula, is_blank
from graph.exchange.tables import RawRow, Table
from graph.exchange.templates import Column
from graph.messages import Message, message

SHOWN_CHARACTERS = 200
_MISSING = message("必填，不能空着")


@dataclass(frozen=True)
class Row:
    """A row that can be imported: a value for each column of its template, defaults filled in."""

    number: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class BadCell:
    """Why a row cannot be imported: the column's header, what the cell holds, the reason."""

    number: int
    header: str
    value: str
    reason: Message


Place = tuple[str, int]
"""A sheet's title and a row's number."""


@dataclass
class Seen:
    """The keys that a file has used so far, and where each stood first."""

    _places: dict[bytes, Place] = field(default_factory=dict)

    def find(self, key: tuple[Any, ...]) -> Place | None:
        """Return where the key stood first, or None."""
        return self._places.get(_digest(key))

    def claim(self, key: tuple[Any, ...], place: Place) -> Place | None:
        """Return where the key stood first; where it never stood, it stands here from now on."""
        first = self._places.setdefault(_digest(key), place)
        return None if first == place else first


def _digest(key: tuple[Any, ...]) -> bytes:
    return hashlib.blake2b(repr(key).encode("utf-8", "replace"), digest_size=16).digest()


def read_rows(table: Table, seen: Seen) -> Iterator[Row | list[BadCell]]:
    """Yield every row that holds something, in order: its values, or all that is wrong with it."""
    for raw in table.rows():
        if raw.is_empty:
            continue
        bad = _find_unplaced(table, raw)
        if bad is not None:
            yield [bad]
            continue
        yield _read_row(table, raw, seen)


def _find_unplaced(table: Table, raw: RawRow) -> BadCell | None:
    """Find what belongs to no column: then the other cells may stand in the wrong places too."""
    if raw.fault is not None:
        return BadCell(raw.number, "", "", raw.fault)
    for place, cell in enumerate(raw.cells):
        outside = place >= len(table.columns)
        if is_blank(cell) or not (outside or table.columns[place] is None):
            continue
        if not outside and table.template.passes_by(table.headers[place]):
            continue
        reason = message("第 %(column)s 列没有表头，却有内容", column=place + 1)
        return BadCell(raw.number, "", shown(cell), reason)
    return None


def _read_row(table: Table, raw: RawRow, seen: Seen) -> Row | list[BadCell]:
    cells = {
        column.name: cell
        for column, cell in zip(table.columns, raw.cells, strict=False)
        if column is not None
    }
    values: dict[str, Any] = {}
    bad: list[BadCell] = []
    for column in table.template.columns:
        cell = cells.get(column.name)
        value = _read_cell(column, cell)
        values[column.name] = value
        if isinstance(value, Message):
            bad.append(BadCell(raw.number, table.header_of(column), shown(cell), value))
    if bad:
        return bad
    wrong = table.template.check(values) or _find_repeated(table, raw.number, values, seen)
    if wrong is None:
        return Row(raw.number, values)
    column = table.template.named(wrong[0])
    return [BadCell(raw.number, table.header_of(column), shown(cells.get(column.name)), wrong[1])]


def _read_cell(column: Column, cell: CellValue) -> Any:
    if is_blank(cell):
        return _MISSING if column.required else column.default
    return column.parse(cell)


def _find_repeated(
    table: Table, number: int, values: Mapping[str, Any], seen: Seen
) -> tuple[str, Message] | None:
    """Find what this row repeats or contradicts of a row before it; the former row holds."""
    template = table.template
    here = (table.title, number)
    first = seen.claim((template.name, *(values[name] for name in template.key)), here)
    if first is not None:
        return template.key[0], _pointing(
            message("与第 %(row)s 行重复", row=first[1]), table.title, first
        )
    if not template.agree:
        return None
    subject = (template.name, "agree", *(values[name] for name in template.agree[:1]))
    stated = (*subject, *(values[name] for name in template.agree))
    first = seen.claim(subject, here)
    if first is None:
        seen.claim(stated, here)
    elif seen.find(stated) is None:
        return template.agree[1], _pointing(
            message("与第 %(row)s 行不一致", row=first[1]), table.title, first
        )
    return None


def _pointing(reason: Message, title: str, first: Place) -> Message:
    if first[0] == title:
        return reason
    return message("%(reason)s（工作表“%(title)s”）", reason=reason, title=first[0])


def shown(cell: CellValue) -> str:
    """Write a cell for a list of rejects."""
    text = cell.text if isinstance(cell, Formula | Fault) else cell
    return "" if text is None else str(text)[:SHOWN_CHARACTERS]
