"""``chainmatch import``, ``graph stats`` and ``demo`` as a person runs them."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chainmatch.cli import main
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.store import Store
from graph.store.map.sources import has_source
from graph.store.people import accounts

HEADER = "supplier\tcustomer\tfirst_seen\tlast_seen\tsnapshots\n"
TRADES = HEADER + "F1\tF2\t2018-12-31\t2022-06-30\t6\nF1\tF1\t2018-12-31\t2022-06-30\t1\n"


@pytest.fixture(autouse=True)
def at_home(store: Store, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAINMATCH_HOME", str(home))
    monkeypatch.setenv("CHAINMATCH_LANGUAGE", "zh")


@pytest.fixture
def trades(tmp_path: Path) -> Path:
    file = tmp_path / "trades.tsv"
    file.write_text(TRADES, encoding="utf-8")
    return file


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def printed(*arguments: Any) -> Any:
    return json.loads(run(*arguments, "--json").stdout)


def test_an_import_tells_what_it_did(trades: Path, tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.csv"
    told = printed("import", "gdes", trades, "--rejects", rejects)
    assert told.pop("seconds") >= 0
    assert told == {
        "source": "gdes",
        "created": 3,
        "changed": 0,
        "unchanged": 0,
        "rejects": 1,
        "rejects_file": str(rejects),
        "kinds": {
            "Enterprise": {"created": 2, "changed": 0, "unchanged": 0},
            "TRADES_WITH": {"created": 1, "changed": 0, "unchanged": 0},
        },
    }
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["文件", "行", "字段", "内容", "原因"],
            ["trades.tsv", "3", "customer", "F1", "供应方和采购方不能是同一家企业"],
        ]


def test_the_same_import_in_words(trades: Path, tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.csv"
    run("import", "gdes", trades)
    lines = run("import", "gdes", trades, "--rejects", rejects).stdout.splitlines()
    assert lines[:3] == [
        "企业\t新增 0，更新 0，未变 2",
        "供应关系\t新增 0，更新 0，未变 1",
        "合计\t新增 0，更新 0，未变 3",
    ]
    assert lines[4] == f"有 1 处没有导入，行号和原因见 {rejects}。"


def test_rejects_have_a_place_of_their_own(trades: Path, home: Path) -> None:
    told = printed("import", "gdes", trades)
    assert Path(told["rejects_file"]).parent == home / "rejects"


def test_a_refused_file_writes_nothing(trades: Path, store: Store) -> None:
    trades.write_text("a\tb\n", encoding="utf-8")
    result = run("import", "gdes", trades)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.strip().startswith(f"文件 {trades} 的第一行应是 supplier")
    assert not has_source(store, "gdes")


def test_an_office_file_is_dated_today_or_as_told(tmp_path: Path) -> None:
    file = tmp_path / "chains.csv"
    file.write_text("编码,名称\nGCJX,工程机械\n", encoding="utf-8")
    assert printed("import", "csv", file, "--as-of", "2026-01-31")["created"] == 1
    assert printed("import", "csv", file)["unchanged"] == 1


def test_an_office_file_may_be_as_large_as_the_site_allows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "chains.csv"
    file.write_text("编码,名称\nGCJX,工程机械\n" + "#\n" * 700_000, encoding="utf-8")
    monkeypatch.setenv("CHAINMATCH_UPLOAD_MB", "1")
    refused = run("import", "csv", file)
    assert (refused.exit_code, refused.stderr.strip().partition("，")[0]) == (2, "文件有 1.3 MB")
    monkeypatch.setenv("CHAINMATCH_UPLOAD_MB", "2")
    assert printed("import", "csv", file)["created"] == 1


def test_stats(trades: Path) -> None:
    run("import", "gdes", trades)
    counted = printed("graph", "stats")
    assert counted["nodes"]["Enterprise"] == {"gdes": 2}
    assert counted["links"]["TRADES_WITH"] == {"gdes": 1}
    lines = run("graph", "stats").stdout.splitlines()
    assert lines[lines.index("企业\t2") + 1] == "  gdes\t2"


def test_the_demo_goes_and_says_how_to_get_in_again(store: Store) -> None:
    assert printed("demo", "load")["password"] == "chainmatch-demo"
    own = Account("own@city.example", "own", Role.ADMINISTRATOR)
    assert run("demo", "remove").stdout.splitlines()[1].startswith("现在没有管理员可以登录")
    accounts.create_account(store, own, password_hash="", at=now())
    assert len(run("demo", "remove").stdout.splitlines()) == 1
    assert printed("demo", "remove") == {"removed": 0, "administrators": 1}
