"""Reads who takes part in a conference from an office's CSV file or workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.exchange.csv_files import read_csv
from graph.exchange.packages import is_workbook, list_entries
from graph.exchange.reading import check_size, is_package
from graph.exchange.rejects import Reject
from graph.exchange.rows import Row, Seen, read_rows
from graph.exchange.tables import Table
from graph.exchange.templates.parties import PARTIES
from graph.exchange.xlsx_files import open_workbook


@dataclass(frozen=True)
class PartyRows:
    """Rows by their number in the file, and what was left out."""

    rows: tuple[tuple[int, Mapping[str, Any]], ...]
    rejects: tuple[Reject, ...]


def read_parties(path: Path, name: str, *, limit_mb: int) -> PartyRows:
    """Read all rows; ``name`` is the file's own. Raises BadInput where it cannot be used."""
    check_size(path, limit_mb)
    if is_package(path) and is_workbook(list_entries(path)):
        with open_workbook(path, limit_mb=limit_mb, templates=(PARTIES,)) as book:
            return _read(book.tables, name)
    return _read([read_csv(path, limit_mb=limit_mb, templates=(PARTIES,))], name)


def _read(tables: Sequence[Table], name: str) -> PartyRows:
    rows: list[tuple[int, Mapping[str, Any]]] = []
    rejects: list[Reject] = []
    seen = Seen()
    for table in tables:
        for row in read_rows(table, seen):
            if isinstance(row, Row):
                rows.append((row.number, row.values))
            else:
                rejects += [
                    Reject(name, bad.number, bad.header, bad.value, bad.reason) for bad in row
                ]
    return PartyRows(tuple(rows), tuple(rejects))
