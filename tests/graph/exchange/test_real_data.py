"""A slice of each public data set, where these are at hand: figures that change only on purpose."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from graph.exchange.importing import ImportReport
from graph.exchange.public_sets import import_public_set
from graph.store import Store
from graph.store.bulk.saving import Saved

ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("CHAINMATCH_DATA") or ROOT.parent / "shared" / "data")
LINES = 1000

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(
        not DATA.is_dir(), reason=f"the public data sets are not at {DATA} (CHAINMATCH_DATA)"
    ),
]


def slice_lines(source: Path, target: Path) -> None:
    """Keep the first line and then one in so many, from the whole length of the file."""
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    target.write_text("".join(lines[:: 1 + len(lines) // LINES]), encoding="utf-8")


def rejects(report: ImportReport) -> Counter[tuple[str, str]]:
    return Counter((reject.file, reject.reason.template) for reject in report.rejects)


def created(report: ImportReport) -> dict[str, int]:
    assert report.total == Saved(created=report.total.created)
    return {name: saved.created for name, saved in report.saved.items()}


def test_ckg(store: Store, tmp_path: Path) -> None:
    for file in sorted((DATA / "ckg").glob("*.json")):
        slice_lines(file, tmp_path / file.name)
    report = import_public_set(store, "ckg", tmp_path)
    assert created(report) == {
        "ChainNode": 4144,
        "Enterprise": 2226,
        "KIND_OF": 1014,
        "SUPPLIES": 5633,
        "MAKES": 961,
        "BELONGS_TO": 886,
    }
    assert rejects(report) == {
        ("company.json", "证券代码已在第 %(row)s 行，那里的全称是“%(name)s”"): 3,
        ("industry_up.json", "行业表里没有这个名称"): 39,
        ("product.json", "会计平衡行，不是产品"): 1,
        ("company_product.json", "会计平衡行，不是产品"): 35,
        ("company_product.json", "与第 %(row)s 行重复"): 1,
        ("product_product.json", "产品与自己的关系"): 2,
    }


def test_tpex(store: Store, tmp_path: Path) -> None:
    whole = json.loads((DATA / "tpex" / "chains.json").read_text(encoding="utf-8"))
    whole["industries"] = [
        chain for chain in whole["industries"] if chain["name"] in {"水泥", "半導體", "自動化"}
    ]
    file = tmp_path / "chains.json"
    file.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    report = import_public_set(store, "tpex", file)
    assert created(report) == {
        "Chain": 3,
        "ChainNode": 53,
        "Enterprise": 478,
        "IN_CHAIN": 53,
        "KIND_OF": 18,
        "SUPPLIES": 3 * 3 + 3 * 2 + 3 * 5 + 5 * 7 + 4 * 8,
        "MAKES": 855,
    }
    assert rejects(report) == {
        ("chains.json", "前面已经列过"): 2,
        ("chains.json", "环节名称没有含义，改用层名"): 2,
    }


def test_gdes(store: Store, tmp_path: Path) -> None:
    slice_lines(DATA / "gdes" / "trades.tsv", tmp_path / "trades.tsv")
    report = import_public_set(store, "gdes", tmp_path)
    assert created(report) == {"Enterprise": 1840, "TRADES_WITH": 997}
    assert rejects(report) == {}
