"""Reading the ChainKnowledgeGraph: its dirt is told, its facts stand the right way round."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import BadInput
from graph.exchange.ckg import FILES, read_ckg
from graph.exchange.datasets import repeats
from graph.exchange.records import MapRecords
from graph.exchange.rejects import Reject
from graph.messages import Message, message

MATERIAL, KIND, USE = "上游材料", "产品小类", "下游产品"
COMPANIES = [
    {"name": "甲股份", "fullname": "甲股份有限公司", "code": "600001.SH"}
    | {"location": "上海证券交易所", "time": "2020-01-02"},
    {"name": "乙股份", "fullname": "乙股份有限公司", "code": "300002"}
    | {"location": "2021-03-04", "time": "深圳证券交易所"},
]
CONTENTS: dict[str, list[Any]] = {
    "company.json": COMPANIES,
    "industry.json": [{"code": "1", "name": "农业"}, {"code": "11", "name": "种植"}],
    "industry_industry.json": [
        {"from_code": "11", "from_industry": "种植", "to_code": "1", "to_industry": "农业"}
    ],
    "company_industry.json": [
        {"company_code": "600001.sh", "industry_code": "11", "industry_name": "种植"}
    ],
    "industry_up.json": [{"industry": "种植", "ups": {"农业": 4}}],
    "product.json": [{"name": "泵"}, {"name": "钢"}],
    "company_product.json": [{"company_code": "600001", "product_name": "泵", "rel_weight": 0.25}],
    "product_product.json": [{"from_entity": "泵", "rel": MATERIAL, "to_entity": "钢"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rows in CONTENTS.items():
        write(tmp_path, name, *rows)
    return tmp_path


def write(folder: Path, name: str, *rows: Any) -> None:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def links(records: MapRecords, name: str, *columns: str) -> list[tuple[Any, ...]]:
    names = ("start", "end", *columns)
    return [tuple(row.values.get(each) for each in names) for row in records.links[name]]


def reject(name: str, row: int, field: str, value: Any, reason: str | Message) -> Reject:
    words = Message(reason) if isinstance(reason, str) else reason
    return Reject(name, row, field, str(value), words)


def test_each_file_becomes_its_part_of_the_map(folder: Path) -> None:
    records = read_ckg(folder)
    assert [row.values for row in records.enterprises] == [
        {
            "code": "stock:600001",
            "name": "甲股份有限公司",
            "short_name": "甲股份",
            "kind": "company",
            "market": "上海证券交易所",
            "source": "ckg",
        },
        {
            "code": "stock:300002",
            "name": "乙股份有限公司",
            "short_name": "乙股份",
            "kind": "company",
            "market": "深圳证券交易所",
            "source": "ckg",
        },
    ]
    assert [tuple(row.values.values()) for row in records.nodes] == [
        ("ckg-industry:1", "农业", "industry", "ckg-industry"),
        ("ckg-industry:11", "种植", "industry", "ckg-industry"),
        ("ckg:泵", "泵", "product", "ckg"),
        ("ckg:钢", "钢", "product", "ckg"),
    ]
    evidence = ("source", "as_of", "confidence")
    sure = ("ckg-industry", "2021-03-04", 1.0)
    assert links(records, "BELONGS_TO", *evidence) == [("stock:600001", "ckg-industry:11", *sure)]
    assert links(records, "KIND_OF", *evidence) == [("ckg-industry:11", "ckg-industry:1", *sure)]
    assert links(records, "SUPPLIES", *evidence, "weight") == [
        ("ckg-industry:1", "ckg-industry:11", "ckg-industry", "2021-03-04", 0.6, 4),
        ("ckg:钢", "ckg:泵", "ckg", "2021-03-04", 0.6, None),
    ]
    assert links(records, "MAKES", *evidence, "share") == [
        ("stock:600001", "ckg:泵", "ckg", "2021-03-04", 0.9, 0.25)
    ]
    assert records.rejects == []
    assert records.total == 11


def test_the_date_can_be_stated(folder: Path) -> None:
    records = read_ckg(folder, "2026-01-31")
    assert links(records, "MAKES", "as_of") == [("stock:600001", "ckg:泵", "2026-01-31")]


def test_links_between_products_turn_the_right_way(folder: Path) -> None:
    rows = [
        {"from_entity": "水泵", "rel": MATERIAL, "to_entity": "铸铁"},
        {"from_entity": "铸铁", "rel": USE, "to_entity": "阀体"},
        {"from_entity": "泵", "rel": KIND, "to_entity": "水泵"},
    ]
    write(folder, "product_product.json", *rows)
    records = read_ckg(folder)
    assert links(records, "SUPPLIES")[1:] == [("ckg:铸铁", "ckg:水泵"), ("ckg:铸铁", "ckg:阀体")]
    assert links(records, "KIND_OF")[1:] == [("ckg:水泵", "ckg:泵")]


def test_companies_and_industries_met_elsewhere_are_kept_with_their_names(folder: Path) -> None:
    member = {"company_code": "000003.SZ", "company_name": "丙", "industry_code": "12"}
    write(folder, "company_industry.json", {**member, "industry_name": "林业"})
    makes = {"company_code": "000004", "product_name": "锯", "rel_weight": 1}
    write(folder, "company_product.json", {**makes, "company_name": "丁"})
    records = read_ckg(folder)
    added = [(row.values["code"], row.values["name"]) for row in records.enterprises[2:]]
    assert added == [("stock:000003", "丙"), ("stock:000004", "丁")]
    assert [row.values["code"] for row in records.nodes[2:]] == [
        "ckg-industry:12",
        "ckg:泵",
        "ckg:钢",
        "ckg:锯",
    ]
    assert records.rejects == []


def test_a_code_with_two_names_keeps_the_first(folder: Path) -> None:
    old = {**COMPANIES[0], "code": "600001", "fullname": "老甲股份有限公司"}
    write(folder, "company.json", *COMPANIES, old, COMPANIES[1], {**old, "code": "SH600001"})
    records = read_ckg(folder)
    assert len(records.enterprises) == 2
    second = message(
        "证券代码已在第 %(row)s 行，那里的全称是“%(name)s”", row=1, name="甲股份有限公司"
    )
    assert records.rejects == [
        reject("company.json", 3, "fullname", "老甲股份有限公司", second),
        reject("company.json", 4, "code", "300002", repeats(2)),
        reject("company.json", 5, "code", "SH600001", "不是六位的证券代码"),
    ]


@pytest.mark.parametrize(
    ("told", "kept", "reason"),
    [
        (0.5, 0.5, ""),
        (0, 0, ""),
        (1, 1.0, ""),
        (1.16, 1.0, "占比大于 1：产品已导入，占比记为 1"),
        (-59.01, None, "占比小于 0：产品已导入，没有记占比"),
        ("0.5", None, "占比不是数字：产品已导入，没有记占比"),
        (True, None, "占比不是数字：产品已导入，没有记占比"),
    ],
)
def test_a_strange_share_does_not_cost_the_product(
    folder: Path, told: Any, kept: float | None, reason: str
) -> None:
    row = {"company_code": "600001", "product_name": "泵", "rel_weight": told}
    write(folder, "company_product.json", row)
    records = read_ckg(folder)
    assert links(records, "MAKES", "share") == [("stock:600001", "ckg:泵", kept)]
    expected = [reject("company_product.json", 1, "rel_weight", told, reason)] if reason else []
    assert records.rejects == expected


def test_what_is_no_fact_is_told_with_its_line(folder: Path) -> None:
    write(folder, "product.json", {"name": "泵"}, {"name": "平衡项目"}, "{坏", {"name": ""}, [1])
    makes = {"company_code": "600001", "product_name": "泵", "rel_weight": 0.5}
    rows = [makes, {**makes, "product_name": "分部间抵销"}, makes, {**makes, "company_code": "A"}]
    write(folder, "company_product.json", *rows)
    loop = {"from_entity": "泵", "rel": MATERIAL, "to_entity": "泵"}
    strange = {"from_entity": "泵", "rel": "竞品", "to_entity": "钢"}
    write(folder, "product_product.json", loop, strange, {"from_entity": "泵", "rel": KIND})
    ups = {"种植": 1, "渔业": 2, "农业": 0}
    write(folder, "industry_up.json", {"industry": "种植", "ups": ups}, {"industry": "渔业"})
    records = read_ckg(folder)
    assert records.rejects == [
        reject("industry_up.json", 1, "ups", "种植", "行业不能供应自己"),
        reject("industry_up.json", 1, "ups", "渔业", "行业表里没有这个名称"),
        reject("industry_up.json", 1, "ups", "农业: 0", "不是大于 0 的数"),
        reject("industry_up.json", 2, "industry", "渔业", "行业表里没有这个名称"),
        reject("product.json", 2, "name", "平衡项目", "会计平衡行，不是产品"),
        reject("product.json", 3, "", "{坏", "不是完整的一行 JSON"),
        reject("product.json", 4, "name", "", "缺少这一项，或者不是文字"),
        reject("product.json", 5, "", "[1]", "不是完整的一行 JSON"),
        reject("company_product.json", 2, "product_name", "分部间抵销", "会计平衡行，不是产品"),
        reject("company_product.json", 3, "", "stock:600001 → ckg:泵", repeats(1)),
        reject("company_product.json", 4, "company_code", "A", "不是六位的证券代码"),
        reject("product_product.json", 1, "to_entity", "泵", "产品与自己的关系"),
        reject("product_product.json", 2, "rel", "竞品", "不认识的关系"),
        reject("product_product.json", 3, "to_entity", "", "缺少这一项，或者不是文字"),
    ]


def test_control_characters_and_line_breaks_leave_names(folder: Path) -> None:
    write(folder, "product.json", {"name": " 外套\n类\x7f"}, {"name": "外套类"})
    records = read_ckg(folder)
    assert [row.values["name"] for row in records.nodes[2:]] == ["外套类", "泵", "钢"]
    assert records.rejects == [reject("product.json", 2, "name", "外套类", repeats(1))]


def test_held_out_links_are_never_read(folder: Path) -> None:
    (folder / "heldout_dev.tsv").write_bytes(b"\xff not even text")
    assert read_ckg(folder).total == 11


def test_missing_files_are_named(folder: Path) -> None:
    for name in FILES[:2]:
        (folder / name).unlink()
    with pytest.raises(BadInput, match="里缺少 company.json、industry.json，没有导入任何内容"):
        read_ckg(folder)


def test_a_file_is_no_folder(folder: Path) -> None:
    with pytest.raises(BadInput, match="没有找到文件夹"):
        read_ckg(folder / "company.json")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "没有一行能用"),
        (b"\n\n", "没有一行能用"),
        ('{"name": "甲"}'.encode(), "没有一行能用"),
        ('{"name": "甲"}\n'.encode("gbk"), "不是 UTF-8 文本"),
    ],
)
def test_a_file_that_cannot_be_used_at_all_stops_the_import(
    folder: Path, content: bytes, complaint: str
) -> None:
    (folder / "company.json").write_bytes(content)
    with pytest.raises(BadInput, match=complaint):
        read_ckg(folder)


def test_without_any_date_one_has_to_be_stated(folder: Path) -> None:
    write(folder, "company.json", {**COMPANIES[0], "time": "-"})
    with pytest.raises(BadInput, match="没有一个上市日期"):
        read_ckg(folder)
    assert read_ckg(folder, "2026-01-31").total == 10
