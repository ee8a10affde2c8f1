"""The network of supply per process: read once, and anew where the map or the day has changed."""

import threading
from collections.abc import Iterable

from graph.analysis.supply_map import SupplyMap, build
from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.naming.normal import match_key
from graph.store import Store
from graph.store.map import supply_map, whole_map
from graph.store.map.shelf import Shelf

STEPS = 6
_one_at_a_time = threading.Lock()
_networks = Shelf(most=1)


def find_network(store: Store, at: str, progress: Progress = silent) -> SupplyMap:
    """Return the network as of an ISO date; the last one asked for is kept."""
    with _one_at_a_time:
        return _networks.keep(store, at, lambda: read_network(store, at, progress))


def peek(store: Store, at: str) -> SupplyMap | None:
    """Return the network if it is kept and the map has not changed since."""
    return _networks.peek(store, at)


def read_network(store: Store, at: str, progress: Progress = silent) -> SupplyMap:
    """Read the whole map (100,000 nodes take some seconds)."""
    note = message("读取图谱")
    progress(0, STEPS, note)
    makings = list(supply_map.read_makings(store, at=at))
    progress(1, STEPS, note)
    broader = supply_map.read_pairs(store, "KIND_OF", at=at)
    progress(2, STEPS, note)
    supplies = supply_map.read_pairs(store, "SUPPLIES", at=at)
    progress(3, STEPS, note)
    trades = supply_map.read_trades(store, at=at)
    progress(4, STEPS, note)
    names = _nodes_named(store, {product for _, _, product in trades} - {""})
    near = supply_map.read_near(store)
    progress(5, STEPS, note)
    return build(
        at=at,
        makings=makings,
        broader=broader,
        supplies=supplies,
        near=near,
        trades=trades,
        names=names,
    )


def _nodes_named(store: Store, products: Iterable[str]) -> dict[str, str]:
    """Return for each product, as trades tell it, the node of that name if there is one."""
    keys = {product: match_key(product) for product in products}
    if not keys:
        return {}
    columns = whole_map.read_nodes(store)
    named = dict(zip(reversed(columns["match_key"]), reversed(columns["code"]), strict=True))
    return {product: named[key] for product, key in keys.items() if key in named}
