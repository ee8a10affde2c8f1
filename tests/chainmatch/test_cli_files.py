"""``chainmatch export``, ``template`` and ``import csv|xlsx`` as a person runs them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import networkx
import openpyxl
import pytest
from click.testing import CliRunner, Result
from hostile_map import save_hostile_map
from small_chain import save_chain, save_makers, save_place

from chainmatch.cli import main
from graph.store import Store


@pytest.fixture(autouse=True)
def at_home(store: Store, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAINMATCH_HOME", str(home))
    monkeypatch.setenv("CHAINMATCH_LANGUAGE", "zh")


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_map_is_exported_once_and_again_by_force(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    path = tmp_path / "map.graphml"
    first = run("export", "graphml", path)
    assert first.output.splitlines()[-1] == f"已导出到 {path}：32 个节点，17 条关系。"
    again = run("export", "graphml", path)
    assert again.exit_code == 2
    assert again.output.splitlines()[-1] == f"{path} 已经存在，没有覆盖。要覆盖请加 --force。"
    forced = run("export", "graphml", path, "--force", "--json")
    assert json.loads(forced.stdout) == {
        "path": str(path),
        "nodes": 32,
        "links": 17,
        "merged_since": 0,
    }
    assert networkx.read_graphml(path).number_of_edges() == 17


def test_a_chain_alone_is_exported(store: Store, tmp_path: Path) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙")
    save_place(store, "甲", "R1", "东区")
    save_makers(store, "test:茶", "丁")
    path = tmp_path / "chain.json"
    whole = run("export", "json", path, "--chain", "test:gc", "--json")
    assert json.loads(whole.stdout) == {
        "path": str(path),
        "nodes": 7,
        "links": 8,
        "merged_since": 0,
    }
    local = run("export", "json", path, "--chain", "test:gc", "--region", "R1", "--force")
    assert local.output.splitlines()[-1] == f"已导出到 {path}：6 个节点，7 条关系。"
    for asked, said in {
        ("--chain", "none"): "没有编码为“none”的产业链，没有导出。",
        ("--region", "R1"): "--region 要与 --chain 同用。",
        ("--chain", "test:gc", "--region", "none"): "图谱里没有编码 none。",
    }.items():
        refused = run("export", "json", tmp_path / "none.json", *asked)
        assert (refused.exit_code, refused.output.splitlines()[-1]) == (2, said)
    assert not (tmp_path / "none.json").exists()


def test_an_exported_folder_is_imported(store: Store, tmp_path: Path) -> None:
    save_hostile_map(store)
    assert run("export", "csv", tmp_path / "map").exit_code == 0
    store.write("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    report = json.loads(run("import", "csv", tmp_path / "map", "--json").stdout)
    assert (report["created"], report["rejects"]) == (48, 0)


def test_the_filled_in_template_is_imported(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    assert run("template", "xlsx", path).output == f"空白模板已写到 {path}。\n"
    empty = run("import", "xlsx", path)
    assert empty.exit_code == 2
    assert empty.output.splitlines()[-1] == (
        "文件只有表头，没有数据，没有导入任何内容。请填好后再导入。"
    )
    book = openpyxl.load_workbook(path)
    book["产业链"].append(["GCJX", "工程机械"])
    book.save(path)
    report = json.loads(run("import", "xlsx", path, "--json").stdout)
    assert (report["created"], report["rejects"]) == (1, 0)


def test_empty_csv_files_are_written(tmp_path: Path) -> None:
    folder = tmp_path / "模板"
    assert run("template", "csv", folder).output == f"空白模板已写到 {folder}。\n"
    assert run("template", "csv", folder).exit_code == 2
    assert run("template", "csv", folder, "--force").exit_code == 0


def without_json(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from (f"{name} {inner}" for inner in without_json(command, context))
        elif not any("--json" in each.opts for each in command.params):
            yield name


def test_every_command_that_ends_can_print_json() -> None:
    assert list(without_json(main, click.Context(main))) == ["serve", "worker"]


def test_the_templates_are_told_in_json(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    result = CliRunner().invoke(main, ["template", "csv", str(folder), "--json"])
    assert json.loads(result.stdout) == {"path": str(folder)}
