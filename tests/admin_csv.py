"""neo4j-admin's CSV, read by the rules of its manual: header types, empty cells, lists."""

import csv
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Rows = list[dict[str, Any]]

READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "double": float,
    "int": int,
    "boolean": lambda text: text == "true",
    "string[]": lambda text: text.split("\x1f"),
}


def read_back(path: Path) -> Rows:
    """Return the rows of a file; an empty cell is None."""
    usual = csv.field_size_limit(10**7)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
    finally:
        csv.field_size_limit(usual)
    fields = [re.match(r"(\w*)(?::(.+))?$", each) for each in header]
    found = []
    for row in rows:
        record = {}
        for field, cell in zip(fields, row, strict=True):
            assert field is not None
            name, kind = field[1], field[2] or "string"
            name = name or kind.partition("_")[0].lower()
            record[name] = READ.get(kind, str)(cell) if cell else None
        found.append(record)
    return found


def stored(rows: Iterable[dict[str, Any]]) -> Rows:
    """Write rows of the graph in the same way: an empty list is a property that is not told."""
    return [
        {name: value or None if value in ("", []) else value for name, value in row.items()}
        for row in rows
    ]
