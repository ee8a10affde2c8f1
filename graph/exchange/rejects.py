"""What an import left out, and why, for the person who has to mend the file."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

from graph.exchange.cells import neutralise, without_controls
from graph.messages import Message, message

ENCODING = "utf-8-sig"
"""Excel takes a CSV file for UTF-8 only with its mark."""
HEADER = (
    message("文件"),
    message("行"),
    message("字段"),
    message("内容"),
    message("原因"),
)

Translate = Callable[[Message], str]


@dataclass(frozen=True)
class Reject:
    """A row, or one value of it, that was left out.

    ``row`` is the line or spreadsheet row, or the place in words where a file has no lines;
    ``field`` is the file's own name of the column, ``value`` what stands there.
    """

    file: str
    row: int | str
    field: str
    value: str
    reason: Message


def write_rejects(file: TextIO, rejects: Iterable[Reject], translate: Translate) -> None:
    """Write rejects as CSV in the reader's language; no cell of it can run as a formula."""
    writer = csv.writer(file)
    writer.writerow(translate(title) for title in HEADER)
    for reject in rejects:
        cells = (
            reject.file,
            str(reject.row),
            reject.field,
            reject.value,
            translate(reject.reason),
        )
        writer.writerow(neutralise(without_controls(cell)) for cell in cells)
