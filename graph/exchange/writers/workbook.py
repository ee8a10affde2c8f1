"""One XLSX workbook with a sheet per label and link type, the tables of our CSV files."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from graph.exchange import csv_export
from graph.exchange.templates import Column, Template
from graph.exchange.writers import Form, Rows, Writer
from graph.exchange.writers.csv_folder import LABELS, LINKS
from graph.schema import Label, Link

ROWS_A_SHEET = 1_048_575
"""What Excel holds below a header; more rows go on in a further sheet, ``供应关系 2``."""


EXCEL_DIGITS = 15


class WorkbookWriter:
    """Writes one sheet after the other; openpyxl keeps finished rows on disk."""

    def __init__(self, book: Workbook) -> None:
        self._book = book

    def nodes(self, label: Label, rows: Rows) -> Iterator[None]:
        """Write the sheet of a label."""
        return self._write(LABELS[label.name], label, rows)

    def links(self, link: Link, rows: Rows) -> Iterator[None]:
        """Write the sheet of a link type."""
        return self._write(LINKS[link.name], link, rows)

    def _write(self, table: Template, kind: Label | Link, rows: Rows) -> Iterator[None]:
        columns = csv_export.properties(table, kind)
        number, waiting = 1, iter(rows)
        first = next(waiting, None)
        while number == 1 or first is not None:
            sheet: Any = self._book.create_sheet(_title(table, number))
            sheet.freeze_panes = "A2"
            sheet.append([column.header for column in columns.values()])
            here = chain([first] if first is not None else [], waiting)
            for row in islice(here, ROWS_A_SHEET):
                sheet.append(_cells(columns, row))
                yield
            sheet.close()
            number, first = number + 1, next(waiting, None)


def _title(table: Template, number: int) -> str:
    return table.title if number == 1 else f"{table.title} {number}"


def _cells(columns: dict[str, Column], row: Any) -> list[Any]:
    return [_cell(column, row[name]) for name, column in columns.items()]


def _cell(column: Column, value: Any) -> Any:
    """Keep a number that Excel can hold; write the rest as text that Excel does not compute."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value if float(f"{value:.{EXCEL_DIGITS}g}") == value else repr(value)
    return csv_export.cell(column, value) or None


@contextmanager
def open_workbook(path: Path) -> Iterator[Writer]:
    """Open the file of this form."""
    book = Workbook(write_only=True)
    yield WorkbookWriter(book)
    book.save(path)


FORM = Form("xlsx", ".xlsx", open_workbook)
