"""What breaks if something fails: how a loss runs down the supply links, and what covers it.

Nodes. A(n), the part of n that is still to be had, is the least of what its own makers still
make and of what is still to be had of each of its materials; of a material that fails, a
substitute (a node with a near name that somebody still makes) covers its similarity times what is
left of it. The least and not the product: a product needs all its materials, and the scarcest
bounds it (Leontief; see Inoue & Todo, Nature Sustainability 2, 2019). As the least never grows
along a path, Dijkstra's algorithm finds A for all nodes, also on loops.

Enterprises. A buyer keeps, of each product it is known to buy, the mean of what its known
suppliers of it still deliver (nothing of a node that is taken away); where the product is a node
of the map that others make too, at least A of that node, for it can turn to them. As a whole it
keeps the least of its products; rounds until nothing changes, at most MOST_ROUNDS.
"""

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.analysis.supply_map import SupplyMap

LEAST_LOSS = 0.01
"""A loss of less than one per cent is neither told nor carried on."""
MOST_ROUNDS = 12
DIGITS = 9


@dataclass(frozen=True)
class Shock:
    """What is taken away: enterprises, nodes, supply links of nodes, trades of enterprises."""

    enterprises: frozenset[str] = frozenset()
    nodes: frozenset[str] = frozenset()
    supplies: frozenset[tuple[str, str]] = frozenset()
    trades: frozenset[tuple[str, str]] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Nothing is taken away."""
        return not (self.enterprises or self.nodes or self.supplies or self.trades)


@dataclass(frozen=True)
class NodeLoss:
    """A node that loses supply.

    ``left`` (0–1) is what is still to be had, ``own`` what its own makers still make,
    ``substitute`` what near nodes cover for those who need it; ``steps`` supply links away from
    what was taken, reached by ``via``.
    """

    code: str
    left: float
    own: float
    substitute: float
    steps: int
    via: str = ""


@dataclass(frozen=True)
class FirmLoss:
    """An enterprise whose supply shrinks to ``left`` (0–1), ``steps`` trades away.

    ``known`` is what its known suppliers alone still deliver.
    """

    code: str
    left: float
    known: float
    steps: int


def lost_nodes(network: SupplyMap, shock: Shock) -> list[NodeLoss]:
    """List the nodes that lose supply, the worst first."""
    heap = [(own, 0, node, "") for node, own in _hit(network, shock) if own < 1 - LEAST_LOSS]
    for material, product in shock.supplies:
        covered = _substitute(network, shock, material)
        if covered < 1 - LEAST_LOSS and product in network.uses.get(material, ()):
            heap.append((covered, 1, product, material))
    heapq.heapify(heap)
    found: dict[str, NodeLoss] = {}
    while heap:
        left, steps, node, via = heapq.heappop(heap)
        if node in found:
            continue
        substitute = _substitute(network, shock, node)
        found[node] = NodeLoss(node, left, _own(network, shock, node), substitute, steps, via)
        carried = max(left, substitute)
        if carried < 1 - LEAST_LOSS:
            for use in network.uses.get(node, ()):
                if use not in found and (node, use) not in shock.supplies:
                    heapq.heappush(heap, (carried, steps + 1, use, node))
    return sorted(found.values(), key=lambda each: (each.left, each.steps, each.code))


def lost_firms(network: SupplyMap, shock: Shock) -> list[FirmLoss]:
    """List the enterprises, without those taken away, whose supply shrinks, worst first."""
    cover = {each.code: each.left for each in lost_nodes(network, shock)}
    left = dict.fromkeys(shock.enterprises, 0.0)
    steps: dict[str, int] = {}
    asked = _hit_buyers(network, shock)
    for number in range(1, MOST_ROUNDS + 1):
        fresh = {
            buyer: kept
            for buyer in asked - shock.enterprises
            if (kept := _kept(network, shock, buyer, left, cover))
            < left.get(buyer, 1.0) - LEAST_LOSS
        }
        if not fresh:
            break
        left |= fresh
        for buyer in fresh:
            steps.setdefault(buyer, number)
        asked = _buyers(network, fresh)
    found = [
        FirmLoss(code, left[code], _kept(network, shock, code, left, None), number)
        for code, number in steps.items()
    ]
    return sorted(found, key=lambda each: (each.left, each.known, each.steps, each.code))


def _hit_buyers(network: SupplyMap, shock: Shock) -> set[str]:
    """Return who buys of what was taken away, or over a trade that was."""
    found = {buyer for _, buyer in shock.trades} | _buyers(network, shock.enterprises)
    gone = {product for product, node in network.products.items() if node in shock.nodes}
    if gone:
        found |= {buyer for buyer, bought in network.suppliers.items() if gone & bought.keys()}
    return found


def _hit(network: SupplyMap, shock: Shock) -> list[tuple[str, float]]:
    nodes = set(shock.nodes)
    nodes.update(node for firm in shock.enterprises for node in network.makes.get(firm, ()))
    return [(node, _own(network, shock, node)) for node in sorted(nodes)]


def _own(network: SupplyMap, shock: Shock, node: str) -> float:
    """Return what the makers of a node still make; a node that nobody made comes from outside."""
    if node in shock.nodes:
        return 0.0
    shares = network.shares.get(node, {})
    lost = sum(shares[firm] for firm in shock.enterprises & shares.keys())
    return max(0.0, round(1.0 - lost, DIGITS))


def _substitute(network: SupplyMap, shock: Shock, node: str) -> float:
    return max(
        (
            score * _own(network, shock, other)
            for other, score in network.substitutes.get(node, ())
            if other in network.shares
        ),
        default=0.0,
    )


def _buyers(network: SupplyMap, suppliers: Iterable[str]) -> set[str]:
    return {buyer for code in suppliers for buyer in network.customers.get(code, ())}


def _kept(
    network: SupplyMap,
    shock: Shock,
    buyer: str,
    left: Mapping[str, float],
    cover: Mapping[str, float] | None,
) -> float:
    """Return what a buyer keeps of its scarcest product; ``cover`` None: from known suppliers."""
    kept = 1.0
    for product, suppliers in network.suppliers.get(buyer, {}).items():
        node = network.products.get(product, "")
        cut = {code for code in suppliers if (code, buyer) in shock.trades}
        known = 0.0
        if node not in shock.nodes:
            known = sum(left.get(code, 1.0) for code in suppliers if code not in cut)
        others = 0.0
        if cover is not None and node and network.shares.get(node, {"": 1.0}).keys() - cut:
            others = cover.get(node, 1.0)
        kept = min(kept, max(known / len(suppliers), others))
    return round(kept, DIGITS)
