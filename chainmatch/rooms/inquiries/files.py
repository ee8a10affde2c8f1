"""An answer as a file: CSV for programs, XLSX for the office. No cell is run as a formula."""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook

from chainmatch.rooms.inquiries.queries import cell
from graph.domain.inquiry import Answer
from graph.exchange.cells import neutralise, without_controls

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def write(answer: Answer, form: str) -> bytes:
    """Write all rows of an answer; ``form`` is one of TYPES."""
    return _csv(answer) if form == "csv" else _xlsx(answer)


def _rows(answer: Answer) -> list[list[Any]]:
    return [[_safe(name) for name in answer.columns]] + [
        [_safe(cell(value)) for value in row] for row in answer.rows
    ]


def _safe(value: str | int | float) -> str | int | float:
    return neutralise(without_controls(value)) if isinstance(value, str) else value


def _csv(answer: Answer) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(_rows(answer))
    return text.getvalue().encode("utf-8-sig")


def _xlsx(answer: Answer) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("data")
    for row in _rows(answer):
        sheet.append(row)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "data.xlsx"
        book.save(path)
        return path.read_bytes()
