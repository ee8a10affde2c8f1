"""A small chain map that tests of recommendations share: who makes what, and of what it is made."""

from collections.abc import Iterable

from graph import schema
from graph.derive import near_names, profiles
from graph.store import Store
from graph.store.bulk import maps

AT = "2026-06-30"
EVIDENCE = {
    "source": "test",
    "as_of": AT,
    "confidence": 1.0,
    "valid_from": "2020-01-01",
    "valid_to": schema.OPEN_END,
}


def save_enterprises(store: Store, *names: str, **values: object) -> None:
    """Save enterprises ``name:<name>`` with these further properties."""
    rows = [
        {"code": f"name:{name}", "name": name, "kind": "company", "source": "test"}
        for name in names
    ]
    maps.save_enterprises(store, [{**row, **values} for row in rows])


def save_nodes(store: Store, *names: str, kind: str = "product") -> None:
    """Save chain nodes ``test:<name>``."""
    rows = [
        {"code": f"test:{name}", "name": name, "kind": kind, "source": "test"} for name in names
    ]
    maps.save_nodes(store, rows)


def save_makes(store: Store, *makes: tuple[str, str, float | None]) -> None:
    """Save who makes what, with the share of sales; the products are saved too."""
    save_nodes(store, *(product for _, product, _ in makes))
    rows = [
        {"start": f"name:{maker}", "end": f"test:{product}", "share": share, **EVIDENCE}
        for maker, product, share in makes
    ]
    maps.save_links(store, schema.MAKES, rows)


def save_supplies(store: Store, *pairs: tuple[str, str], **values: object) -> None:
    """Save pairs (material, product); the nodes are saved too."""
    save_nodes(store, *(name for pair in pairs for name in pair))
    _save(
        store,
        schema.SUPPLIES,
        (("test:", material, "test:", product) for material, product in pairs),
        weight=1.0,
        **values,
    )


def save_trades(store: Store, *pairs: tuple[str, str], last_seen: str = AT) -> None:
    """Save pairs (seller, buyer)."""
    _save(
        store,
        schema.TRADES_WITH,
        (("name:", seller, "name:", buyer) for seller, buyer in pairs),
        product="",
        first_seen="2020-01-01",
        last_seen=last_seen,
        times=1,
    )


def save_industries(store: Store, *, members: dict[str, str], upstream: dict[str, str]) -> None:
    """Save industries: the industry of each enterprise, and the one upstream of each industry."""
    save_nodes(store, *members.values(), *upstream, *upstream.values(), kind="industry")
    _save(
        store,
        schema.BELONGS_TO,
        (("name:", name, "test:", industry) for name, industry in members.items()),
    )
    _save(
        store,
        schema.SUPPLIES,
        (("test:", upper, "test:", lower) for lower, upper in upstream.items()),
        weight=2.0,
    )


def save_hydraulics(store: Store) -> None:
    """Save a pump maker 泵厂 with a supplier, a customer, a peer and an institute on the map.

    液压泵 is made of 铸件 and goes into 挖掘机; 精铸 makes 精密铸件, which is 铸件 by its name.
    """
    save_enterprises(store, "泵厂", "铸造厂", "精铸", "主机厂", "泵业", "账房")
    save_enterprises(store, "液压所", kind="institute")
    save_makes(
        store,
        ("泵厂", "液压泵", 0.6),
        ("铸造厂", "铸件", 0.9),
        ("精铸", "精密铸件", 0.9),
        ("主机厂", "挖掘机", 0.5),
        ("泵业", "液压泵", None),
        ("液压所", "液压泵", None),
        ("账房", "平衡项目", 0.5),
    )
    save_supplies(store, ("铸件", "液压泵"), ("液压泵", "挖掘机"), ("平衡项目", "液压泵"))
    near_names.refresh(store)
    profiles.refresh(store)


def _save(
    store: Store, link: schema.Link, ends: Iterable[tuple[str, str, str, str]], **values: object
) -> None:
    rows = [
        {"start": scheme + start, "end": other + end, **EVIDENCE, **values}
        for scheme, start, other, end in ends
    ]
    maps.save_links(store, link, rows)
