"""A small map with every label and link type, and with texts that break careless files."""

from typing import Any

from graph.schema import (
    BELONGS_TO,
    CONTROLLED_BY,
    HAS_CREDIT,
    IN_CHAIN,
    IN_GROUP,
    KIND_OF,
    LOCATED_IN,
    MAKES,
    SUPPLIES,
    TRADES_WITH,
    WITHIN,
)
from graph.store import Store
from graph.store.bulk import maps

NAMES = (
    "三一“重工”, \"quoted\", 'single'",
    "两\n行",
    "=1+1",
    "+86 731",
    "-5",
    "@cmd",
    "'=1",
    "＝全角",
    "👩‍👩‍👧 𠮷野 <b>&amp;</b> ]]>",
    "a" * 5000,
    "；分；号；\\",
    "#REF",
    "\ttab",
)
YEAR = {"source": "office", "as_of": "2026-01-01", "confidence": 0.9}
LATER = {"source": "office", "as_of": "2026-06-30", "confidence": 1.0}
FOREIGN = {"source": "tpex", "as_of": "2025-12-31", "confidence": 0.123456789012345}
LIST = ("ISO 9001", "a；b", "c\\", "=d")


def save_hostile_map(store: Store) -> None:
    """Save it; the share of one product and one supplier changed in June."""
    said = {"source": "office"}
    maps.save_regions(
        store,
        [
            {"code": "430000", "name": "湖南省", "level": "province", **said},
            {"code": "430100", "name": "长沙市", "name_en": "Changsha", "level": "city", **said},
        ],
    )
    chain = {"steward": "市工信局", "summary": "一行\n二行, “三”", "published": False}
    maps.save_chains(store, [{"code": "office:c", "name": "工程机械", **chain, **said}])
    maps.save_nodes(store, _nodes())
    maps.save_enterprises(store, _enterprises())
    maps.save_owners(store, [{"code": "owner:集团", "name": "=集团", **said}])
    maps.save_credits(store, [_credit()])
    for link, rows in _links().items():
        assert maps.save_links(store, link, rows).refused == ()


def _nodes() -> list[dict[str, Any]]:
    kinds = ("product", "position", "industry")
    return [
        {
            "code": f"ckg:{name.strip()}"[:300],
            "name": name.strip(),
            "name_en": f"node {number}",
            "kind": kinds[number % 3],
            "source": "ckg",
        }
        for number, name in enumerate(NAMES)
    ]


def _enterprises() -> list[dict[str, Any]]:
    others = [
        {"code": f"name:{name.strip()}"[:300], "name": name, "kind": "company", "source": "office"}
        for name in NAMES
    ]
    whole = {
        "code": "uscc:91430100MA4DEM0A0U",
        "name": "长沙示例液压有限公司",
        "short_name": "=示例",
        "name_en": 'Example "Hydraulics", Co.',
        "kind": "institute",
        "region": "430100",
        "size": "medium",
        "certifications": LIST,
        "founded": 2008,
        "website": "https://www.example.com/?a=1&b=<2>".replace("<", "").replace(">", ""),
        "summary": "汉" * 5000,
        "summary_en": "-1",
        "market": "上交所",
        "longitude": 112.93854000000002,
        "latitude": 28.1,
        "datum": "wgs84",
        "services": LIST,
        "former_codes": ("=d", "stock:1；2"),
        "source": "office",
    }
    return [whole, *others]


def _credit() -> dict[str, Any]:
    return {
        "code": "credit:1",
        "enterprise": "uscc:91430100MA4DEM0A0U",
        "kind": "penalty",
        "date": "2025-08-12",
        "ended": "2026-02-12",
        "authority": "=机关",
        "text": "+罚款\n“两行”",
        "source": "office",
    }


def _links() -> dict[Any, list[dict[str, Any]]]:
    nodes = [node["code"] for node in _nodes()]
    makers = [enterprise["code"] for enterprise in _enterprises()]
    return {
        WITHIN: [{"start": "430100", "end": "430000"}],
        LOCATED_IN: [{"start": makers[0], "end": "430100", **YEAR}],
        IN_CHAIN: [
            {"start": nodes[0], "end": "office:c", "stage": "upstream", "position": 3, **YEAR},
            {"start": nodes[1], "end": "office:c", "stage": "downstream", **YEAR},
        ],
        KIND_OF: [{"start": nodes[3], "end": nodes[4], **YEAR}],
        SUPPLIES: [
            {"start": nodes[0], "end": nodes[1], "weight": 4.0, **YEAR},
            {"start": nodes[0], "end": nodes[1], **FOREIGN},
        ],
        MAKES: [
            {"start": makers[0], "end": nodes[1], "share": 0.1, "capacity": "=年产", **YEAR},
            {"start": makers[0], "end": nodes[1], "share": 1 / 3, "capacity": "", **LATER},
            {"start": makers[2], "end": nodes[0], **YEAR},
        ],
        BELONGS_TO: [{"start": makers[1], "end": nodes[2], **FOREIGN}],
        TRADES_WITH: [
            {"start": makers[0], "end": makers[1], "product": product, "times": 2, **YEAR}
            for product in ("液压泵", "=泵", "")
        ],
        IN_GROUP: [{"start": makers[0], "end": "owner:集团", **YEAR}],
        CONTROLLED_BY: [{"start": makers[0], "end": "owner:集团", **FOREIGN}],
        HAS_CREDIT: [{"start": makers[0], "end": "credit:1", **YEAR}],
    }
