"""Reading the Taipei Exchange's chains: stages, segments, companies, and the order of layers."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import BadInput
from graph.exchange.records import MapRecords
from graph.exchange.rejects import Reject
from graph.exchange.tpex import read_tpex
from graph.messages import Message


def company(name: str, code: str = "", **more: str) -> dict[str, str]:
    return {"n": name, "c": code, **more} if code else {"n": name, **more}


def segment(name: str, *companies: Any, **subs: list[Any]) -> dict[str, Any]:
    named = [{"name": sub, "companies": listed} for sub, listed in subs.items()]
    return {"name": name, "subs": [{"name": None, "companies": list(companies)}, *named]}


def layer(name: str, *segments: Any) -> dict[str, Any]:
    return {"name": name, "segments": list(segments)}


def chain(*layers: Any, number: str = "1000", name: str = "水泥") -> dict[str, Any]:
    return {"ic": number, "name": name, "layers": list(layers)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "chains.json"


def read(file: Path, *chains: Any, updated: str = "2026-07-20 02:38 UTC") -> MapRecords:
    whole = {"updated": updated, "industries": list(chains)}
    file.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return read_tpex(file)


def links(records: MapRecords, name: str, *columns: str) -> list[tuple[Any, ...]]:
    names = ("start", "end", *columns)
    found = records.links.get(name, [])
    return [tuple(row.values.get(each) for each in names) for row in found]


def reject(place: str, field: str, value: str, reason: str) -> Reject:
    return Reject("chains.json", place, field, value, Message(reason))


def test_layers_segments_and_subs(file: Path) -> None:
    stone = segment("黏土", company("台泥", "1101", m="上市", d=""), 研磨=[company("幸福", "1108")])
    building = segment("營建業", company("中國建材", d="cnbmltd.com"))
    records = read(file, chain(layer("上游 · 石灰石", stone), layer("下游 · 營建業", building)))
    assert [row.values for row in records.chains] == [
        {"code": "tpex:1000", "name": "水泥", "published": True, "source": "tpex"}
    ]
    assert [row.values for row in records.nodes] == [
        {"code": f"tpex:1000/{code}", "name": name, "kind": "position", "source": "tpex"}
        for code, name in (("黏土", "黏土"), ("黏土/研磨", "研磨"), ("營建業", "營建業"))
    ]
    sure = ("tpex", "2026-07-20", 1.0)
    evidence = ("source", "as_of", "confidence")
    assert links(records, "IN_CHAIN", "stage", "position", *evidence) == [
        ("tpex:1000/黏土", "tpex:1000", "upstream", 1, *sure),
        ("tpex:1000/黏土/研磨", "tpex:1000", "upstream", 2, *sure),
        ("tpex:1000/營建業", "tpex:1000", "downstream", 1, *sure),
    ]
    assert links(records, "KIND_OF", *evidence) == [
        ("tpex:1000/黏土/研磨", "tpex:1000/黏土", *sure)
    ]
    assert links(records, "MAKES", *evidence) == [
        ("tpex:1101", "tpex:1000/黏土", "tpex", "2026-07-20", 0.8),
        ("tpex:1108", "tpex:1000/黏土/研磨", "tpex", "2026-07-20", 0.8),
        ("name:中國建材", "tpex:1000/營建業", "tpex", "2026-07-20", 0.8),
    ]
    assert [tuple(row.values.values()) for row in records.enterprises] == [
        ("tpex:1101", "台泥", "company", "上市", "", "tpex"),
        ("tpex:1108", "幸福", "company", "", "", "tpex"),
        ("name:中國建材", "中國建材", "company", "", "https://cnbmltd.com", "tpex"),
    ]
    assert records.rejects == []


def test_a_stage_feeds_the_next_one_that_the_chain_has(file: Path) -> None:
    above = layer("上游 · 硬體", segment("甲"), segment("乙", 丙=[]))
    records = read(file, chain(above, layer("下游 · 機器人", segment("丁"))))
    assert links(records, "SUPPLIES", "source", "confidence") == [
        ("tpex:1000/甲", "tpex:1000/丁", "tpex-order", 0.3),
        ("tpex:1000/乙", "tpex:1000/丁", "tpex-order", 0.3),
    ]


def test_a_chain_of_one_layer_feeds_nothing(file: Path) -> None:
    records = read(file, chain(layer("下游 · 食品", segment("乳製品"))))
    assert links(records, "SUPPLIES") == []


def test_boards_of_the_exchange_are_no_products(file: Path) -> None:
    listed = segment("光罩", company("甲", "1"), 創櫃公司=[company("乙", "2")])
    records = read(file, chain(layer("上游 · 光罩", listed)))
    assert [row.values["code"] for row in records.nodes] == ["tpex:1000/光罩"]
    assert links(records, "MAKES") == [("tpex:1", "tpex:1000/光罩"), ("tpex:2", "tpex:1000/光罩")]


def test_a_name_at_two_stages_makes_two_nodes(file: Path) -> None:
    layers = layer("上游 · 甲", segment("太陽能")), layer("中游 · 乙", segment("太陽能"))
    records = read(file, chain(*layers))
    codes = ["tpex:1000/太陽能", "tpex:1000/太陽能·midstream"]
    assert [row.values["code"] for row in records.nodes] == codes
    assert links(records, "SUPPLIES") == [tuple(codes)]


def test_a_segment_without_a_real_name_takes_its_layers(file: Path) -> None:
    records = read(file, chain(layer("下游 · IC封裝測試", segment("及"), segment("/晶片、"))))
    assert [row.values["name"] for row in records.nodes] == ["IC封裝測試", "晶片"]
    assert records.rejects == [
        reject("水泥/下游 · IC封裝測試", "name", "及", "环节名称没有含义，改用层名")
    ]


def test_a_company_in_many_segments_is_one(file: Path) -> None:
    twice = company("甲", "1", m="上櫃")
    first = segment("光罩", company("甲", "1", m="興櫃"), twice, twice)
    second = segment("基板", twice, company("乙"), company("甲"))
    records = read(file, chain(layer("上游 · 材料", first, second)))
    assert [(row.values["code"], row.values["market"]) for row in records.enterprises] == [
        ("tpex:1", "上櫃"),
        ("name:乙", ""),
        ("name:甲", ""),
    ]
    place, made = "水泥/上游 · 材料/光罩/甲", "tpex:1 → tpex:1000/光罩"
    assert records.rejects == [reject(place, "", made, "前面已经列过")] * 2


def test_a_name_is_read_as_a_page_shows_it(file: Path) -> None:
    records = read(file, chain(layer("上游", segment("钢", company("&#34;Lian&amp;zhong")))))
    assert [row.values["name"] for row in records.enterprises] == ['"Lian&zhong']


def test_what_is_broken_is_told_with_its_place(file: Path) -> None:
    layers = [
        layer("側面 · 甲", segment("乙")),
        layer("上游 · 丙", {"name": "丁", "subs": "無"}, "戊", segment("", company("己"))),
        layer("下游 · 庚", segment("辛", {"c": "1"})),
    ]
    records = read(file, chain(*layers), {"name": "無號"}, 7)
    assert records.rejects == [
        reject("水泥", "name", "側面 · 甲", "层名应以上游、中游或下游开头"),
        reject("水泥/上游 · 丙/丁", "subs", "無", "这里应是一组记录"),
        reject("水泥/上游 · 丙", "segments", "戊", "这里应是一条记录"),
        reject("水泥/上游 · 丙", "name", "", "缺少这一项，或者不是文字"),
        reject("水泥/下游 · 庚/辛", "n", "", "缺少这一项，或者不是文字"),
        reject("", "ic", "", "缺少这一项，或者不是文字"),
        reject("", "industries", "7", "这里应是一条记录"),
    ]
    assert len(records.chains) == 1


@pytest.mark.parametrize("content", ["", "{", "[]", '{"industries": 3}', '{"industries": []}'])
def test_another_file_is_refused(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match="不是完整的产业链 JSON"):
        read_tpex(file, "2026-01-31")


def test_without_an_update_one_has_to_be_stated(file: Path) -> None:
    with pytest.raises(BadInput, match="没有写明更新日期"):
        read(file, chain(), updated="昨天")
    assert len(read_tpex(file, "2026-01-31").chains) == 1


def test_a_folder_without_the_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="没有找到文件"):
        read_tpex(tmp_path)
