"""Rows as a file to take away: CSV streamed, XLSX by a draft on disk. No cell runs as a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from tempfile import TemporaryFile

from flask import Response, send_file, stream_with_context
from openpyxl import Workbook

from graph.errors import NotFound
from graph.exchange.cells import neutralise, without_controls

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_XLSX = 1_048_576
"""Rows that a sheet of Excel can hold, with its header."""
AT_ONCE = 500

Cell = str | int | float | None


def send_rows(rows: Iterable[Sequence[Cell]], name: str, form: str) -> Response:
    """Send rows, the header first; ``form`` is csv or xlsx. Raises NotFound for another."""
    if form == "csv":
        lines = stream_with_context(_lines(rows))
        response = Response(lines, content_type=CSV)
        response.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
        return response
    if form != "xlsx":
        raise NotFound("没有这种格式，可选 csv 或 xlsx。")
    draft = TemporaryFile()  # noqa: SIM115 - closed when it is sent
    book = Workbook(write_only=True)
    sheet = book.create_sheet("data")
    for row in islice(rows, MOST_XLSX):
        sheet.append([_safe(cell) for cell in row])
    book.save(draft)
    draft.seek(0)
    sent = send_file(draft, mimetype=XLSX, as_attachment=True, download_name=f"{name}.xlsx")
    sent.call_on_close(draft.close)
    return sent


def _lines(rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    remaining = iter(rows)
    encoding = "utf-8-sig"
    while part := list(islice(remaining, AT_ONCE)):
        text = io.StringIO(newline="")
        csv.writer(text).writerows([_safe(cell) for cell in row] for row in part)
        yield text.getvalue().encode(encoding)
        encoding = "utf-8"


def _safe(cell: Cell) -> Cell:
    return neutralise(without_controls(cell)) if isinstance(cell, str) else cell
