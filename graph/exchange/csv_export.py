"""The map as CSV tables that our own import reads back: one per label and link type."""

import csv
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from graph.exchange.cells import join_list, neutralise, without_controls
from graph.exchange.templates import Column, Template
from graph.schema import Label, Link

ENCODING = "utf-8-sig"
"""With the mark by which Excel knows UTF-8."""
YES, NO = "是", "否"


def file_name(table: Template) -> str:
    """Name the table's file."""
    return f"{table.name}.csv"


def properties(table: Template, kind: Label | Link) -> dict[str, Column]:
    """Map what a row of the graph holds to the columns of its table, in the table's order."""
    if isinstance(kind, Label):
        return {each.name: each for each in table.columns if each.name in kind.columns}
    start, end, *others = table.columns
    named = {each.name: each for each in others if each.name in kind.columns}
    return {"start": start, "end": end, **named}


def write_table(
    file: TextIO, columns: Mapping[str, Column], rows: Iterator[Mapping[str, Any]]
) -> Iterator[None]:
    """Write the header and each row; yields after each row."""
    writer = csv.writer(file)
    writer.writerow(column.header for column in columns.values())
    for row in rows:
        writer.writerow(cell(column, row[name]) for name, column in columns.items())
        yield


def cell(column: Column, value: Any) -> str:
    """Write a value as our import reads it back; nothing that a spreadsheet would run."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | float):
        return repr(value)
    text = join_list(value) if isinstance(value, list | tuple) else str(value)
    return neutralise(without_controls(_word(column, text)))


def _word(column: Column, value: str) -> str:
    return next((word for word, stored in column.choices.items() if stored == value), value)
