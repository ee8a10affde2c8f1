"""neo4j-admin's CSV: what its rules read back is what the graph holds."""

import re
from pathlib import Path

from admin_csv import read_back, stored
from hostile_map import save_hostile_map

from graph import schema
from graph.exchange.exporting import Exported, export_map
from graph.store import Store
from graph.store.bulk import exports


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
