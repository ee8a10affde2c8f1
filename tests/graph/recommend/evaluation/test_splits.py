import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from graph.recommend.evaluation.splits import (
    Split,
    Trade,
    ask_materials,
    split_trades,
)

DATE = "2022-06-30"
PAST = [
    Trade("泵厂", "主机厂", "2020-06-30", "2021-12-31", 3),
    Trade("铸造厂", "泵厂", "2021-06-30", "2022-12-31", 4),
]
ASKED = [
    Trade("铸造厂", "主机厂", DATE, DATE, 1),
    Trade("主机厂", "泵厂", DATE, DATE, 1),
    Trade("新厂", "泵厂", DATE, DATE, 1),
]


def pairs(split: Split) -> list[tuple[str, str]]:
    names = split.training.names
    return [(names[a], names[b]) for a, b in zip(split.queries, split.answers, strict=True)]


def test_asked_are_new_pairs_of_known_firms_that_turn_none_round() -> None:
    assert pairs(split_trades(PAST + ASKED, DATE)) == [("主机厂", "铸造厂")]


def test_a_trade_after_the_date_changes_nothing() -> None:
    later = [
        Trade("铸造厂", "精铸", "2022-12-31", "2022-12-31", 1),
        Trade("泵厂", "铸造厂", "2022-12-31", "2022-12-31", 1),
    ]
    first, again = (split_trades(rows, DATE) for rows in (PAST + ASKED, PAST + ASKED + later))
    assert pairs(first) == pairs(again)
    assert first.training.names == again.training.names
    assert (first.training.links != again.training.links).nnz == 0


def test_what_follows_in_a_row_is_taken_back() -> None:
    dated = split_trades(PAST + ASKED, DATE).training.dated
    assert dated is not None
    assert dated.last.tolist() == [2021 * 2 + 1, 2021 * 2 + 1]
    assert dated.times.tolist() == [3, 2]


def test_a_trade_of_every_half_year_looks_alike_whether_it_goes_on_or_not() -> None:
    ended = replace(PAST[1], last_seen="2021-12-31", times=2)
    first, again = (split_trades([PAST[0], row, *ASKED], DATE) for row in (PAST[1], ended))
    assert first.training.dated is not None and again.training.dated is not None
    assert np.array_equal(first.training.dated.last, again.training.dated.last)
    assert np.array_equal(first.training.dated.times, again.training.dated.times)


def write_products(folder: Path, *links: tuple[str, str, str]) -> None:
    rows = [{"from_entity": a, "rel": rel, "to_entity": b} for a, rel, b in links]
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "product_product.json").write_text(text, encoding="utf-8")
    (folder / "product.json").write_text('{"name": "螺栓"}\n', encoding="utf-8")


def test_links_of_other_types_between_an_asked_pair_are_left_out(tmp_path: Path) -> None:
    write_products(
        tmp_path,
        ("电缆", "上游材料", "铜线"),
        ("铜杆", "产品小类", "铜线"),
        ("铜线", "产品小类", "电机"),
        ("铜线", "下游产品", "电机"),
        ("铜线", "上游材料", "铜线"),
    )
    split = ask_materials(tmp_path, [("电机", "铜线"), ("电缆", "铜杆")])
    names = split.training.names
    kinds, uses = split.training.hints["产品小类"], split.training.hints["下游产品"]
    assert [(names[a], names[b]) for a, b in zip(*kinds, strict=True)] == [("铜杆", "铜线")]
    assert [len(uses[0]), len(uses[1])] == [0, 0]
    assert [names[place] for place in split.training.candidates] == ["铜杆", "铜线"]
    assert split.is_warm.tolist() == [False, False]


def test_with_every_name_all_are_candidates(tmp_path: Path) -> None:
    write_products(tmp_path, ("电缆", "上游材料", "铜线"))
    split = ask_materials(tmp_path, [("电缆", "无名")], every_name=True)
    assert [split.training.names[place] for place in split.training.candidates] == [
        "电缆",
        "螺栓",
        "铜线",
    ]
    assert split.is_known.tolist() == [False]
