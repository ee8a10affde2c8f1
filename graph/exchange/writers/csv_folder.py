"""A folder of CSV files that our own import reads back: one per label and link type."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.exchange import csv_export
from graph.exchange.templates import LABEL_TABLES, LINK_TABLES, Template
from graph.exchange.writers import Form, Rows, Writer
from graph.schema import Label, Link

LABELS = {label.name: table for label, table in LABEL_TABLES}
LINKS = {link.name: table for link, table in LINK_TABLES}


class CsvWriter:
    """Writes one file after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def nodes(self, label: Label, rows: Rows) -> Iterator[None]:
        """Write the table of a label."""
        return self._write(LABELS[label.name], label, rows)

    def links(self, link: Link, rows: Rows) -> Iterator[None]:
        """Write the table of a link type."""
        return self._write(LINKS[link.name], link, rows)

    def _write(self, table: Template, kind: Label | Link, rows: Rows) -> Iterator[None]:
        path = self._folder / csv_export.file_name(table)
        with path.open("w", encoding=csv_export.ENCODING, newline="") as file:
            yield from csv_export.write_table(file, csv_export.properties(table, kind), rows)


@contextmanager
def open_csv(folder: Path) -> Iterator[Writer]:
    """Open the folder of this form."""
    yield CsvWriter(folder)


FORM = Form("csv", ".zip", open_csv, is_folder=True)
