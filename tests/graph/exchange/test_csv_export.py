"""CSV: export → import into an empty graph → export is the same, byte for byte."""

import csv
from pathlib import Path
from zipfile import ZipFile

import pytest
from hostile_map import save_hostile_map

from graph import schema
from graph.errors import BadInput, Conflict
from graph.exchange import demo_map
from graph.exchange.exporting import Exported, export_csv
from graph.exchange.office import import_csv
from graph.store import Store
from graph.store.bulk import exports
from graph.store.bulk.saving import Saved

FILES = [
    "all_credits.csv",
    "all_enterprises.csv",
    "belongs_to.csv",
    "chain_nodes.csv",
    "chains.csv",
    "controlled_by.csv",
    "has_credit.csv",
    "in_chain.csv",
    "in_group.csv",
    "kind_of.csv",
    "links.csv",
    "located_in.csv",
    "makes.csv",
    "owners.csv",
    "regions.csv",
    "trades.csv",
    "within.csv",
]
CLEAR = "MATCH (n) WHERE NOT n:Migration DETACH DELETE n"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def dump(store: Store) -> list[list[dict]]:
    nodes = [list(exports.stream_nodes(store, label)) for label in schema.MAP_LABELS]
    return nodes + [list(exports.stream_links(store, link)) for link in schema.MAP_LINKS]


@pytest.mark.parametrize("name", ["map", "map.zip"])
def test_an_export_comes_back_as_it_was(store: Store, tmp_path: Path, name: str) -> None:
    save_hostile_map(store)
    before = dump(store)
    assert export_csv(store, tmp_path / name) == Exported(32, 17)
    first = tmp_path / "first"
    export_csv(store, first)
    store.write(CLEAR)
    report = import_csv(store, tmp_path / name, as_of="2030-01-01", source="other")
    assert report.rejects == ()
    assert dump(store) == before
    export_csv(store, tmp_path / "second")
    assert contents(tmp_path / "second") == contents(first)
    again = import_csv(store, first, as_of="2030-01-01", source="third")
    assert again.total == Saved(unchanged=49)


def test_the_demo_map_comes_back_as_it_was(store: Store, tmp_path: Path) -> None:
    demo_map.load_demo(store)
    before = dump(store)
    exported = export_csv(store, tmp_path / "map")
    labels = len(schema.MAP_LABELS)
    store.write(CLEAR)
    assert import_csv(store, tmp_path / "map", as_of="2030-01-01").rejects == ()
    assert dump(store) == before
    assert exported == Exported(sum(map(len, before[:labels])), sum(map(len, before[labels:])))


def test_no_cell_can_run_as_a_formula(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    export_csv(store, tmp_path / "map")
    for path in (tmp_path / "map").iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝"))] == []


def test_there_is_a_file_for_each_label_and_link_type(store: Store, tmp_path: Path) -> None:
    export_csv(store, tmp_path / "map")
    export_csv(store, tmp_path / "map.ZIP")
    assert sorted(contents(tmp_path / "map")) == FILES
    with ZipFile(tmp_path / "map.ZIP") as package:
        assert sorted(package.namelist()) == FILES


def test_a_folder_with_something_in_it_is_not_overwritten(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Conflict) as error:
        export_csv(store, folder)
    assert str(error.value) == f"{folder} 已经存在，没有覆盖。要覆盖请加 --force。"
    assert sorted(contents(folder)) == ["mine.txt"]
    export_csv(store, folder, force=True)
    assert sorted(contents(folder)) == sorted([*FILES, "mine.txt"])
    with pytest.raises(BadInput) as bad:
        export_csv(store, folder / "mine.txt", force=True)
    assert str(bad.value) == f"{folder / 'mine.txt'} 是文件；请写一个文件夹，或以 .zip 结尾。"


def test_an_interrupted_export_leaves_nothing(store: Store, tmp_path: Path) -> None:
    def stop(done: int, total: int, note: object) -> None:
        if done == 5:
            raise KeyboardInterrupt

    for name in ("map", "map.zip"):
        with pytest.raises(KeyboardInterrupt):
            export_csv(store, tmp_path / name, progress=stop)
    assert list(tmp_path.iterdir()) == []
