"""Workbooks as offices have them: one sheet per template, or a single sheet known by its header."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl

from graph.errors import BadInput
from graph.exchange import reading
from graph.exchange.cells import CellValue, Fault, Formula
from graph.exchange.packages import MergedRows, broken, check_package, find_merged_rows
from graph.exchange.tables import (
    RawRow,
    Table,
    choose_template,
    find_mistake,
    no_data,
    read_header,
    understand,
    wrong_header,
)
from graph.exchange.templates import TEMPLATES, Template
from graph.messages import Message, message

NOTES_TITLES = frozenset({"说明", "Notes"})
LAST_ROW = 1_048_576
LAST_COLUMN = 256
COLUMNS_BESIDE = 8
"""How far beside the table a stray cell is still noticed."""
ROWS_AT_ONCE = 1000


@dataclass(frozen=True)
class Skipped:
    """A sheet that is not imported, and why."""

    title: str
    reason: Message


@dataclass(frozen=True)
class Workbook:
    """The tables of a workbook in the order of the templates, and the sheets left out."""

    tables: tuple[Table, ...]
    skipped: tuple[Skipped, ...]


@contextmanager
def open_workbook(
    path: Path,
    *,
    limit_mb: int = reading.DEFAULT_LIMIT_MB,
    templates: Sequence[Template] = TEMPLATES,
) -> Iterator[Workbook]:
    """Understand a workbook before anything of it is used; its rows are read as needed.

    Raises BadInput (TooLarge) where it as a whole cannot be read: size, format, password, bomb,
    no template among its sheets, a wrong header, no rows.
    """
    reading.check_size(path, limit_mb)
    reading.check_xlsx(path)
    check_package(path)
    with _opened(path) as book:
        yield _understand_sheets(book, templates)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    # The file is opened here, because openpyxl leaves it open where it fails.
    with path.open("rb") as file:
        with _reading_foreign_file():
            book = openpyxl.load_workbook(file, read_only=True, keep_links=False)
        try:
            yield book
        finally:
            book.close()


@contextmanager
def _reading_foreign_file() -> Iterator[None]:
    """Turn whatever openpyxl and the parsers under it raise on a broken file into one sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except BadInput:
        raise
    except Exception as error:
        raise broken() from error


def _understand_sheets(book: Any, templates: Sequence[Template]) -> Workbook:
    tables: list[Table] = []
    skipped: list[Skipped] = []
    sheets = [
        each for each in book.worksheets if each.title not in NOTES_TITLES and _has_rows(each)
    ]
    visible = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        reason = _why_skipped(sheet, templates, alone=visible == [sheet])
        if reason is None:
            tables.append(_understand_sheet(sheet, templates))
        else:
            skipped.append(Skipped(sheet.title, reason))
    _refuse_nothing(tables, skipped)
    tables.sort(key=lambda table: templates.index(table.template))
    return Workbook(tuple(tables), tuple(skipped))


def _refuse_nothing(tables: list[Table], skipped: list[Skipped]) -> None:
    if not tables and skipped:
        raise BadInput(
            "工作簿里没有可以导入的工作表（%(titles)s），没有导入任何内容。"
            "请下载模板，把数据填到模板里再导入。",
            titles="、".join(sheet.title for sheet in skipped)[:200],
        )
    if not any(table.total for table in tables):
        raise no_data()


def _why_skipped(sheet: Any, templates: Sequence[Template], *, alone: bool) -> Message | None:
    """Return why a sheet is left out; a lone sheet is read whatever its name."""
    if sheet.sheet_state != "visible":
        return message("工作表是隐藏的，没有导入")
    titled = _template_titled(sheet.title, templates)
    if alone or titled or _template_headed(_headers(sheet), templates):
        return None
    return message("不是模板中的工作表，没有导入")


def _understand_sheet(sheet: Any, templates: Sequence[Template]) -> Table:
    headers = _headers(sheet)
    template = _template_titled(sheet.title, templates) or choose_template(headers, templates)
    if find_mistake(template, headers) is not None:
        raise wrong_header(template, headers, sheet.title)
    with _reading_foreign_file():
        merged = find_merged_rows(sheet.parent._archive, sheet._worksheet_path)
    rows = partial(_rows, sheet, merged, width=len(headers) + COLUMNS_BESIDE)
    return understand(template, headers, rows, sheet.title)


def _headers(sheet: Any) -> tuple[str, ...]:
    first = next(_cells(sheet, width=LAST_COLUMN, last_row=1), None)
    return read_header(first.cells) if first else ()


def _template_titled(title: str, templates: Sequence[Template]) -> Template | None:
    wanted = title.strip().casefold()
    return next(
        (each for each in templates if wanted in {each.title, each.english.casefold()}), None
    )


def _template_headed(headers: tuple[str, ...], templates: Sequence[Template]) -> Template | None:
    return next((each for each in templates if find_mistake(each, headers) is None), None)


def _has_rows(sheet: Any) -> bool:
    return any(not row.is_empty for row in _cells(sheet, width=LAST_COLUMN))


def _rows(sheet: Any, merged: MergedRows, width: int) -> Iterator[RawRow]:
    """Yield the rows below the header; one with merged cells has a fault."""
    for row in islice(_cells(sheet, width=width), 1, None):
        if row.number in merged and not row.is_empty:
            yield RawRow(row.number, row.cells, message("有合并的单元格：请取消合并，逐行填写"))
        else:
            yield row


def _cells(sheet: Any, *, width: int, last_row: int = LAST_ROW) -> Iterator[RawRow]:
    # The size a file states for a sheet is often wrong, and then rows would be missing.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=last_row, max_col=width)
    number = 0
    while True:
        with _reading_foreign_file():
            some = [[_value(cell) for cell in row] for row in islice(rows, ROWS_AT_ONCE)]
        if not some:
            return
        for cells in some:
            number += 1
            yield RawRow(number, cells)


def _value(cell: Any) -> CellValue:
    if cell.data_type == "f":
        return Formula(str(cell.value))
    if cell.data_type == "e":
        return Fault(str(cell.value))
    return cell.value
