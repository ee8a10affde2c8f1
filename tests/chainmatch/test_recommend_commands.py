import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_map import AT, save_enterprises, save_hydraulics
from small_trades import SIZE, invent_trades, save_trades

from chainmatch.cli import main
from graph.store import Store


def run(home: Path, *arguments: str) -> Result:
    environment = {"CHAINMATCH_HOME": str(home), "CHAINMATCH_LANGUAGE": "zh"}
    return CliRunner(env=environment).invoke(main, arguments)


@pytest.mark.parametrize("spelling", ["name:泵厂", "泵厂"])
def test_recommend_draws_the_paths(home: Path, store: Store, spelling: str) -> None:
    save_hydraulics(store)
    result = run(home, "recommend", spelling, "--role", "customer", "--at", AT)
    assert result.output.splitlines()[1].strip() == (
        "泵厂 —生产→ 液压泵 —用于→ 挖掘机 —生产企业→ 主机厂"
    )


def test_recommend_prints_json(home: Path, store: Store) -> None:
    save_hydraulics(store)
    answer = json.loads(run(home, "recommend", "泵厂", "--at", AT, "--json").output)
    assert (answer["enterprise"], answer["role"], answer["version"]) == (
        "name:泵厂",
        "supplier",
        "rules-4",
    )
    assert [item["code"] for item in answer["items"]] == ["name:铸造厂", "name:精铸"]
    assert [step["method"] for step in answer["items"][1]["paths"][0]["steps"]] == [
        "",
        "",
        "kind by name",
        "",
    ]


def test_an_unknown_or_shared_name_is_told(home: Path, store: Store) -> None:
    save_enterprises(store, "甲厂")
    store.write("MATCH (e:Enterprise) CREATE (:Enterprise {code: 'demo:1', name: e.name})")
    store.write("MATCH (e:Enterprise {code: 'name:甲厂'}) SET e.code = 'demo:2'")
    unknown, shared = run(home, "recommend", "乙厂"), run(home, "recommend", "甲厂")
    assert (unknown.exit_code, shared.exit_code) == (2, 2)
    assert unknown.output == "没有编码或名称为“乙厂”的企业。\n"
    assert shared.output == "“甲厂”可以指多家企业：demo:1、demo:2。请写完整编码。\n"


def test_rank_answers_in_the_order_of_the_file(home: Path, store: Store, tmp_path: Path) -> None:
    save_hydraulics(store)
    queries, out = tmp_path / "queries.txt", tmp_path / "out.jsonl"
    queries.write_text("\ufeff无名\r\n泵厂\r\n", encoding="utf-8")
    result = run(
        home, "rank", "suppliers", "--queries", str(queries), "--top", "1", "--out", str(out)
    )
    assert result.exit_code == 0
    first, second = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert first == {"query": "无名", "ranked": []}
    assert (second["query"], [code for code, _ in second["ranked"]]) == ("泵厂", ["铸造厂"])


def test_rank_repeats_each_query_as_it_is_written(home: Path, store: Store, tmp_path: Path) -> None:
    save_hydraulics(store)
    queries, out = tmp_path / "queries.txt", tmp_path / "out.jsonl"
    asked = [" 泵厂", "name:泵厂", "一\u2028行", "泵厂 "]
    queries.write_text("\n".join([*asked, ""]), encoding="utf-8")
    options = ("--queries", str(queries), "--top", "1", "--out", str(out), "--json")
    told = json.loads(run(home, "rank", "suppliers", *options).stdout)
    answers = list(map(json.loads, out.read_text(encoding="utf-8").split("\n")[:-1]))
    assert [answer["query"] for answer in answers] == asked
    assert [len(answer["ranked"]) for answer in answers] == [1, 1, 0, 1]
    assert told == {"out": str(out), "queries": 4, "answered": 3}


def test_too_small_a_map_is_not_trained_on(home: Path, store: Store) -> None:
    save_hydraulics(store)
    result = run(home, "train", "materials")
    assert (result.exit_code, list(home.glob("models/*"))) == (2, [])
    assert result.output.endswith("产品与材料的关系不足 500 条，无法训练。\n")


def test_rank_uses_what_train_learned_from_trade(home: Path, store: Store, tmp_path: Path) -> None:
    save_trades(store, invent_trades())
    until = "2017-12-31"
    trained = run(home, "train", "suppliers", "--until", until)
    model = Path(trained.output.splitlines()[-1])
    queries, out = tmp_path / "queries.txt", tmp_path / "out.jsonl"
    queries.write_text("000\n无名\n", encoding="utf-8")
    asked = ("--queries", str(queries), "--at", until, "--top", "1", "--out", str(out))
    codes = [run(home, "rank", "suppliers", *asked, "--version", each).exit_code for each in "9-"]
    ranked = run(home, "rank", "suppliers", *asked)
    model.unlink()
    assert model.name == f"firms-3-{until}-supplier.json"
    assert (ranked.exit_code, codes) == (0, [2, 2])
    first, unknown = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert [code for code, _ in first["ranked"]] == [f"{SIZE + 5:03}"]
    assert unknown["ranked"] == []


def test_too_little_trade_teaches_nothing(home: Path, store: Store) -> None:
    save_hydraulics(store)
    result = run(home, "train", "customers", "--until", AT)
    assert (result.exit_code, list(home.glob("models/*"))) == (2, [])
    assert result.output.endswith(f"{AT} 之前的往来太少，无法学习。\n")
