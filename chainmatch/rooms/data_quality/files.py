"""Rows behind a figure as a file, written row by row: a long list needs no more memory."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook

from chainmatch.i18n import gettext, mark
from chainmatch.rooms.data_quality.labels import source_name
from graph.exchange.cells import neutralise, without_controls

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
COLUMNS = {
    "code": mark("编码"),
    "name": mark("名称"),
    "name_en": mark("英文名称"),
    "other": mark("另一方编码"),
    "other_name": mark("另一方名称"),
    "start": mark("编码"),
    "start_name": mark("名称"),
    "end": mark("另一方编码"),
    "end_name": mark("另一方名称"),
    "detail": mark("内容"),
    "source": mark("来源"),
    "sources": mark("来源"),
    "as_of": mark("数据日期"),
}
Row = dict[str, Any]


def write_csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield a CSV file for the office in pieces."""
    yield b"\xef\xbb\xbf"
    for cells in _cells(rows):
        text = io.StringIO(newline="")
        csv.writer(text).writerow(cells)
        yield text.getvalue().encode()


def write_xlsx(rows: Iterable[Row]) -> bytes:
    """Write a workbook."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("data")
    for cells in _cells(rows):
        sheet.append(cells)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.xlsx"
        book.save(path)
        return path.read_bytes()


def _cells(rows: Iterable[Row]) -> Iterator[list[str]]:
    """Yield a header, then the rows; no cell can run as a formula."""
    columns: list[str] = []
    for row in rows:
        if not columns:
            columns = [name for name in COLUMNS if name in row]
            yield [gettext(COLUMNS[name]) for name in columns]
        yield [_text(row[name]) for name in columns]
    if not columns:
        yield [gettext(COLUMNS["code"]), gettext(COLUMNS["name"])]


def _text(value: Any) -> str:
    told = [source_name(each) for each in value] if isinstance(value, list) else [value or ""]
    return neutralise(without_controls("、".join(map(str, told))))
