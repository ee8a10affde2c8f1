"""A small published chain that tests of the reading pages share."""

from graph import schema
from graph.store import Store
from graph.store.bulk import maps

AS_OF = "2026-06-30"
EVIDENCE = {
    "source": "test",
    "as_of": AS_OF,
    "confidence": 0.8,
    "valid_from": "2021-01-01",
    "valid_to": schema.OPEN_END,
}
HOSTILE = "test:泵/阀 50%#1?"
"""A node code with everything that an address finds hard."""


def save_chain(store: Store, *, published: bool = True) -> None:
    """Save steel → pump → digger, of which nobody makes the digger."""
    chain = {"code": "test:gc", "name": "工程机械", "published": published, "source": "test"}
    maps.save_chains(store, [{**chain, "name_en": "Machinery", "steward": "市工信局"}])
    stages = {"test:钢": "upstream", HOSTILE: "midstream", "test:挖掘机": "downstream"}
    maps.save_nodes(
        store,
        [
            {"code": code, "name": code.partition(":")[2], "kind": "position", "source": "test"}
            for code in stages
        ],
    )
    places = [
        {"start": code, "end": "test:gc", "stage": stage, "position": place, **EVIDENCE}
        for place, (code, stage) in enumerate(stages.items())
    ]
    maps.save_links(store, schema.IN_CHAIN, places)
    pairs = [("test:钢", HOSTILE), (HOSTILE, "test:挖掘机")]
    supplies = [{"start": start, "end": end, "weight": 0.5, **EVIDENCE} for start, end in pairs]
    maps.save_links(store, schema.SUPPLIES, supplies)


def save_makers(store: Store, node: str, *names: str) -> None:
    """Save enterprises ``name:<name>`` that make a node."""
    rows = [
        {"code": f"name:{name}", "name": name, "kind": "company", "size": "small", "source": "test"}
        for name in names
    ]
    maps.save_enterprises(store, rows)
    makes = [{"start": row["code"], "end": node, "share": 0.4, **EVIDENCE} for row in rows]
    maps.save_links(store, schema.MAKES, makes)


def save_trade(store: Store, seller: str, buyer: str) -> None:
    """Save that one enterprise supplies another."""
    trade = {
        "start": f"name:{seller}",
        "end": f"name:{buyer}",
        "product": "钢",
        "first_seen": "2022-01-01",
        "last_seen": "2025-06-30",
        "times": 3,
        **EVIDENCE,
    }
    maps.save_links(store, schema.TRADES_WITH, [trade])


def save_narrower(store: Store, code: str, broader: str, **changed: str) -> None:
    """Save a node that is a kind of another one."""
    node = {"code": code, "name": code.partition(":")[2], "kind": "position", "source": "test"}
    maps.save_nodes(store, [node])
    maps.save_links(store, schema.KIND_OF, [{"start": code, "end": broader, **EVIDENCE, **changed}])


def save_place(store: Store, name: str, code: str, region: str, **changed: str) -> None:
    """Save in which region an enterprise ``name:<name>`` stands."""
    maps.save_regions(store, [{"code": code, "name": region, "source": "test"}])
    link = {"start": f"name:{name}", "end": code, **EVIDENCE, **changed}
    maps.save_links(store, schema.LOCATED_IN, [link])
