"""The two public maps in small: a true part of each where they are, else invented ones.

Both kinds stand in files of the sets' own formats, so that what reads them is what reads the whole.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.exchange.tpex.chains import LOOSE_ENDS

Row = dict[str, Any]

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("CHAINMATCH_DATA") or ROOT.parent / "shared" / "data")
CHAINS = ("3000", "6000", "N000")
"""Cars, automation, petrochemicals: the last has a segment with one company alone."""
INDUSTRY = "工程机械整机"
SUPPLIERS = 3
MOST_LINKS = 800


@dataclass(frozen=True)
class Extracts:
    """Where the files are, and what there is to see in them: a chain, a product, an industry.

    The product is made of others; ``node`` and ``single`` are nodes of the chain with several
    companies and with one.
    """

    tpex: Path
    ckg: Path
    chain: str
    node: str
    single: str
    product: str
    industry: str


def write_extracts(folder: Path) -> Extracts:
    """Write both maps into a folder."""
    tpex, ckg = folder / "tpex", folder / "ckg"
    tpex.mkdir()
    ckg.mkdir()
    if DATA.is_dir():
        industries, files = _true_chains(), _true_products()
    else:
        industries, files = INVENTED_CHAINS, INVENTED_PRODUCTS
    told = {"updated": "2026-07-20 02:38 UTC", "industries": industries}
    (tpex / "chains.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    for name, rows in files.items():
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (ckg / f"{name}.json").write_text("".join(lines), encoding="utf-8")
    chain = industries[-1]
    segments = list(_segments(chain))
    return Extracts(
        tpex,
        ckg,
        chain["name"],
        next(name for name, number in segments if number > 1 and _is_plain(name)),
        next(name for name, number in segments if number == 1),
        _made_product(files),
        files["company_industry"][0]["industry_name"],
    )


def _segments(industry: Row) -> Iterator[tuple[str, int]]:
    """Yield the segments of a chain, each with how many companies stand in it."""
    for layer in industry["layers"]:
        for segment in layer["segments"]:
            yield segment["name"], sum(len(sub["companies"]) for sub in segment["subs"])


def _is_plain(name: str) -> bool:
    """Whether the import leaves a name as it is."""
    return name.isalpha() and name == name.strip(LOOSE_ENDS)


def _made_product(files: dict[str, list[Row]]) -> str:
    """Choose a product that a company makes and that the map says to be made of something."""
    made_of = {row["from_entity"] for row in files["product_product"] if row["rel"] == "上游材料"}
    products = (row["product_name"] for row in files["company_product"])
    return next(name for name in products if name in made_of)


def _true_chains() -> list[Row]:
    told = json.loads((DATA / "tpex" / "chains.json").read_text(encoding="utf-8"))
    return [each for code in CHAINS for each in told["industries"] if each["ic"] == code]


def _true_products() -> dict[str, list[Row]]:
    """Keep an industry with some that supply it, their companies, and what these make of what."""
    (ups,) = _kept("industry_up", lambda row: row["industry"] == INDUSTRY)
    names = {INDUSTRY, *list(ups["ups"])[:SUPPLIERS]}
    members = _kept("company_industry", lambda row: row["industry_name"] in names)
    codes = {_bare(row["company_code"]) for row in members}
    made = _kept("company_product", lambda row: _bare(row["company_code"]) in codes)
    products = {row["product_name"] for row in made}
    links = _kept("product_product", lambda row: {row["from_entity"], row["to_entity"]} & products)[
        :MOST_LINKS
    ]
    products |= {row[end] for row in links for end in ("from_entity", "to_entity")}
    up = _kept("industry_up", lambda row: row["industry"] in names)
    return {
        "company": _kept("company", lambda row: _bare(row["code"]) in codes),
        "industry": _kept("industry", lambda _: True),
        "industry_industry": _kept("industry_industry", lambda _: True),
        "company_industry": sorted(members, key=lambda row: row["industry_name"] != INDUSTRY),
        "industry_up": [{**row, "ups": _among(row["ups"], names)} for row in up],
        "product": _kept("product", lambda row: row["name"] in products),
        "company_product": made,
        "product_product": links,
    }


def _kept(name: str, is_wanted: Callable[[Row], Any]) -> list[Row]:
    with (DATA / "ckg" / f"{name}.json").open(encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if is_wanted(row)]


def _among(ups: Row, names: Iterable[str]) -> Row:
    return {name: ups[name] for name in names if name in ups}


def _bare(code: str) -> str:
    return code.partition(".")[0]


def _companies(*names: str) -> list[Row]:
    return [
        {"n": name, "c": f"99{number}{len(name)}", "m": "上市", "d": ""}
        for number, name in enumerate(names, 10)
    ]


def _segment(name: str, *companies: str) -> Row:
    return {"name": name, "subs": [{"name": None, "companies": _companies(*companies)}]}


INVENTED_CHAINS: list[Row] = [
    {
        "ic": "X100",
        "name": "試驗機床",
        "layers": [
            {"name": "上游 · 零件", "segments": [_segment("試驗鑄件", "甲鑄", "乙鑄造")]},
            {
                "name": "中游 · 部件",
                "segments": [_segment("試驗主軸", "丙主軸"), _segment("試驗數控系統")],
            },
            {"name": "下游 · 整機", "segments": [_segment("試驗車床", "丁車床廠", "戊機床股份")]},
        ],
    }
]
DAY = "2021-10-19"
_FIRMS = {"900001": "试验重工", "900002": "试验液压", "900003": "试验钢铁"}
INVENTED_PRODUCTS: dict[str, list[Row]] = {
    "company": [
        {
            "name": name,
            "fullname": f"{name}股份有限公司",
            "code": code,
            "location": "上海证券交易所",
            "time": DAY,
        }
        for code, name in _FIRMS.items()
    ],
    "industry": [
        {"code": "640000", "name": "试验机械设备"},
        {"code": "640101", "name": "试验工程机械"},
        {"code": "640102", "name": "试验液压件"},
    ],
    "industry_industry": [
        {
            "from_code": code,
            "from_industry": name,
            "rel": "上级行业",
            "to_industry": "试验机械设备",
            "to_code": "640000",
        }
        for code, name in (("640101", "试验工程机械"), ("640102", "试验液压件"))
    ],
    "company_industry": [
        {
            "company_code": code,
            "industry_code": industry,
            "industry_name": name,
            "company_name": _FIRMS[code],
            "rel": "所属行业",
        }
        for code, industry, name in (
            ("900001", "640101", "试验工程机械"),
            ("900002", "640102", "试验液压件"),
        )
    ],
    "industry_up": [{"industry": "试验工程机械", "ups": {"试验液压件": 3}}],
    "product": [{"name": name} for name in ("试验挖掘机", "试验液压泵", "试验钢板", "试验铁矿")],
    "company_product": [
        {
            "company_code": code,
            "product_name": product,
            "rel_weight": 0.6,
            "rel": "主营产品",
            "company_name": _FIRMS[code],
        }
        for code, product in (
            ("900001", "试验挖掘机"),
            ("900002", "试验液压泵"),
            ("900003", "试验钢板"),
        )
    ],
    "product_product": [
        {"from_entity": product, "rel": "上游材料", "to_entity": material}
        for product, material in (
            ("试验挖掘机", "试验液压泵"),
            ("试验液压泵", "试验钢板"),
            ("试验钢板", "试验铁矿"),
        )
    ],
}
