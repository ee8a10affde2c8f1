"""Parquet: pyarrow reads back what the graph holds, types and all."""

from pathlib import Path
from zipfile import ZipFile

import pyarrow.parquet
import pytest
from hostile_map import save_hostile_map

from graph import schema
from graph.exchange.exporting import Exported, export_map
from graph.exchange.writers import parquet
from graph.store import Store
from graph.store.bulk import exports

NAMES = sorted(f"{kind.name}.parquet" for kind in (*schema.MAP_LABELS, *schema.MAP_LINKS))


@pytest.mark.parametrize("group", [parquet.ROWS_A_GROUP, 3])
def test_pyarrow_reads_back_every_row(
    store: Store, tmp_path: Path, group: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROWS_A_GROUP", group)
    save_hostile_map(store)
    folder = tmp_path / "map"
    assert export_map(store, folder, form="parquet") == Exported(32, 17)
    for label in schema.MAP_LABELS:
        read = pyarrow.parquet.read_table(folder / f"{label.name}.parquet").to_pylist()
        assert read == list(exports.stream_nodes(store, label))
    for link in schema.MAP_LINKS:
        read = pyarrow.parquet.read_table(folder / f"{link.name}.parquet").to_pylist()
        assert read == list(exports.stream_links(store, link))


def test_an_empty_map_has_all_tables_with_their_types(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "map.zip"
    export_map(store, path, form="parquet")
    with ZipFile(path) as package:
        assert package.namelist() == NAMES
        package.extract("MAKES.parquet", tmp_path)
    types = pyarrow.parquet.read_schema(tmp_path / "MAKES.parquet")
    assert (str(types.field("share").type), str(types.field("capacity").type)) == (
        "double",
        "string",
    )
