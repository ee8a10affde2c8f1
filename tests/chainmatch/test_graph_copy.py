"""``chainmatch graph copy`` as a person runs it, also when it is killed in the middle."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from copied_graphs import CLEAR, another_graph, everything, save_everything

from chainmatch.cli import main
from chainmatch.config import ROOT
from graph.embedded import Endpoint
from graph.store import Store
from graph.store.bulk import copies

MANY = 20_000
SAVE_MANY = "UNWIND $rows AS row CREATE (:Enterprise {code: row[0], name: 'Many'})"
LINK_MANY = """
UNWIND $rows AS row
MATCH (a:Enterprise {code: row[0]}) MATCH (b:Enterprise {code: row[1]})
CREATE (a)-[:TRADES_WITH {product: '', source: 'office', times: row[2]}]->(b)
"""
WAIT_SECONDS = 60


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(scope="module")
def second(elsewhere: Path) -> Iterator[Store]:
    with another_graph(elsewhere) as store:
        yield store


@pytest.fixture(autouse=True)
def at_home(store: Store, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAINMATCH_HOME", str(home))
    monkeypatch.setenv("CHAINMATCH_LANGUAGE", "zh")


@pytest.fixture
def target(second: Store) -> Store:
    second.write(CLEAR)
    return second


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(main, ["graph", "copy", *(str(each) for each in arguments)])


def test_a_graph_goes_to_another_folder(store: Store, target: Store, elsewhere: Path) -> None:
    save_everything(store)
    told = run("--to", elsewhere)
    assert told.exit_code == 0
    assert told.stdout.startswith("已复制并核对一致：90 个节点，22 条关系，用时 ")
    assert everything(target) == everything(store)
    again = run("--to", elsewhere)
    assert (again.exit_code, "完成的一份副本" in again.output) == (2, True)


def test_a_graph_comes_from_another_folder(store: Store, target: Store, elsewhere: Path) -> None:
    save_everything(target)
    report = json.loads(run("--from", elsewhere, "--json").stdout)
    assert (report["nodes"], report["links"], report["resumed"]) == (90, 22, 0)
    assert set(report["parts"]["User-ACTS_FOR-Enterprise"]) == {"rows", "checksum"}
    assert everything(store) == everything(target)


def test_a_graph_goes_to_an_address(
    store: Store, target: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_everything(store)
    endpoint = target.endpoint
    (tmp_path / "password").write_text(f"{endpoint.password}\n", encoding="utf-8")
    monkeypatch.setenv("CHAINMATCH_COPY_TO", endpoint.url)
    monkeypatch.setenv("CHAINMATCH_COPY_USER", endpoint.user)
    monkeypatch.setenv("CHAINMATCH_COPY_DATABASE", endpoint.database)
    told = run("--password-file", tmp_path / "password")
    assert (told.exit_code, endpoint.password in told.output) == (0, False)
    assert everything(target) == everything(store)


@pytest.mark.parametrize(("user", "database"), [("nobody", "chainmatch"), ("root", "nowhere")])
def test_a_closed_door_is_told(
    target: Store, monkeypatch: pytest.MonkeyPatch, user: str, database: str
) -> None:
    url = target.endpoint.url
    monkeypatch.setenv("CHAINMATCH_COPY_PASSWORD", target.endpoint.password)
    told = run("--to", url, "--user", user, "--database", database)
    assert (told.exit_code, told.output.strip()) == (
        2,
        f"连接不上 {url}，请核对地址、用户名、密码和数据库名。",
    )


def test_a_database_that_neo4j_does_not_have_is_told(neo4j_endpoint: Endpoint) -> None:
    told = run("--to", neo4j_endpoint.url, "--database", "nowhere")
    assert (told.exit_code, f"连接不上 {neo4j_endpoint.url}" in told.output) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "请用 --to 指定复制到哪里"),
        (("--to", "bolt://a", "--from", "bolt://b"), "请用 --to 指定复制到哪里"),
        (("--to", "http://example.com"), "图数据库的地址应像"),
        (("--to", "bolt://u:secret@127.0.0.1:1"), "不带用户名和密码"),
        (("--to", "bolt://127.0.0.1:1"), "连接不上 bolt://127.0.0.1:1"),
        (("--from", "nowhere"), "里没有图谱。"),
    ],
)
def test_a_wrong_place_is_told(arguments: tuple[str, ...], why: str) -> None:
    told = run(*arguments)
    assert (told.exit_code, why in told.output, "secret" in told.output) == (2, True, False)


def test_a_copy_of_itself_is_refused(home: Path) -> None:
    assert "就是当前图谱的数据目录" in run("--to", home).output


def test_a_killed_copy_goes_on(store: Store, target: Store, elsewhere: Path) -> None:
    save_everything(store)
    codes = [f"many:{number}" for number in range(MANY + 1)]
    rows = [[codes[number], codes[number + 1], number] for number in range(MANY)]
    store.write(SAVE_MANY, rows=rows)
    store.write(LINK_MANY, rows=rows[:-1])
    command = [sys.executable, "-m", "chainmatch.cli", "graph", "copy", "--to", str(elsewhere)]
    for rows in (3000, MANY + 5000):
        process = subprocess.Popen(
            command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.DEVNULL
        )
        wait_for_rows(target, rows)
        process.send_signal(signal.SIGKILL)
        process.wait()
    report = json.loads(run("--to", elsewhere, "--json").stdout)
    assert report["resumed"] > MANY
    assert (report["nodes"], report["links"]) == (90 + MANY, 22 + MANY - 1)
    assert everything(target) == everything(store)


def wait_for_rows(target: Store, rows: int) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while (mark := copies.find_copy(target)) is None or mark.rows < rows:
        assert time.monotonic() < deadline
        time.sleep(0.05)
