"""neo4j-admin's CSV, read by the rules of its manual: header types, empty cells, lists."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hostile_map import save_hostile_map

from graph import schema
from graph.exchange.exporting import Exported, export_map
from graph.store import Store
from graph.store.bulk import exports

READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "double": float,
    "int": int,
    "boolean": lambda text: text == "true",
    "string[]": lambda text: text.split("\x1f"),
}


def read_back(path: Path) -> list[dict[str, Any]]:
    csv.field_size_limit(10**7)
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
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


def stored(rows: Any) -> list[dict[str, Any]]:
    """An empty list is a property that is not told."""
    return [
        {name: value or None if value in ("", []) else value for name, value in row.items()}
        for row in rows
    ]


def test_every_row_reads_back(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    folder = tmp_path / "map"
    assert export_map(store, folder, form="neo4j-admin") == Exported(32, 17)
    for label in schema.MAP_LABELS:
        wanted = stored(exports.stream_nodes(store, label))
        assert read_back(folder / f"{label.name}.csv") == wanted
    for link in schema.MAP_LINKS:
        wanted = stored(exports.stream_links(store, link))
        assert read_back(folder / f"{link.name}.csv") == wanted


def test_the_command_names_every_file(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    export_map(store, folder, form="neo4j-admin")
    script = (folder / "import.sh").read_text(encoding="utf-8")
    named = re.findall(r"=(\w+\.csv)", script)
    assert sorted(named) == sorted(path.name for path in folder.glob("*.csv"))
    ids = (folder / "MAKES.csv").read_text(encoding="utf-8").splitlines()[0]
    assert ids.startswith(":START_ID(Enterprise),:END_ID(ChainNode),")
