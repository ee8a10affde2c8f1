"""A folder of CSV files for ``neo4j-admin database import full`` (Neo4j 5), with its command.

Ids are the codes, in a space per label; an empty cell is no property.
"""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.exchange.graphml import TYPES
from graph.exchange.writers import Form, Rows, Writer
from graph.exchange.writers.parquet import LISTS
from graph.schema import MAP_LABELS, MAP_LINKS, Label, Link

LIST_MARK = "\x1f"
"""Stands between the texts of a list: no text of the map holds a control character."""
SCRIPT = "import.sh"


class Neo4jAdminWriter:
    """Writes one file after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def nodes(self, label: Label, rows: Rows) -> Iterator[None]:
        """Write the file of a label."""
        properties = [name for name in label.columns if name != "code"]
        header = [f"code:ID({label.name})", *map(_typed, properties)]
        return self._write(label.name, header, ("code", *properties), rows)

    def links(self, link: Link, rows: Rows) -> Iterator[None]:
        """Write the file of a link type."""
        ends = [f":START_ID({link.start})", f":END_ID({link.end})"]
        header = [*ends, *map(_typed, link.columns)]
        return self._write(link.name, header, ("start", "end", *link.columns), rows)

    def _write(
        self, name: str, header: list[str], columns: tuple[str, ...], rows: Rows
    ) -> Iterator[None]:
        path = self._folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            for row in rows:
                writer.writerow([_cell(row, column) for column in columns])
                yield


def _typed(name: str) -> str:
    if name in LISTS:
        return f"{name}:string[]"
    return f"{name}:{TYPES[name]}" if name in TYPES else name


def _cell(row: Mapping[str, Any], column: str) -> str:
    value = row[column]
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return LIST_MARK.join(value)
    return repr(value) if isinstance(value, float) else str(value)


def _script() -> str:
    lines = [
        "#!/bin/sh",
        "# Run in this folder, with the database stopped: sh import.sh neo4j",
        "neo4j-admin database import full \\",
        "  --multiline-fields=true --array-delimiter=U+001F \\",
    ]
    lines += [f"  --nodes={label.name}={label.name}.csv \\" for label in MAP_LABELS]
    lines += [f"  --relationships={link.name}={link.name}.csv \\" for link in MAP_LINKS]
    return "\n".join([*lines, '  "${1:-neo4j}"', ""])


@contextmanager
def open_neo4j_admin(folder: Path) -> Iterator[Writer]:
    """Open the folder of this form."""
    (folder / SCRIPT).write_text(_script(), encoding="utf-8")
    yield Neo4jAdminWriter(folder)


FORM = Form("neo4j-admin", ".zip", open_neo4j_admin, is_folder=True)
