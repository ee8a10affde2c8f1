"""The map as one network of supply, in memory: who makes which part of what, and what needs it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from graph.domain.diagnosis.market import Making, divide, fuller

BROADER_STEPS = 3
"""Who makes a narrower node makes the broader one too, up to so many steps."""
LEAST_SCORE = 0.6
"""A node with a less similar name is no substitute."""

Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class SupplyMap:
    """Who supplies what, as of an ISO date.

    ``shares``: node → maker → its part (0–1, together 1); ``makes``: maker → nodes; ``uses``:
    material → what is made of it; ``substitutes``: node → (near node, similarity 0–1);
    ``suppliers``: buyer → product as told → suppliers; ``customers``: supplier → buyers;
    ``products``: product as told → the made node of that name.
    """

    at: str = ""
    shares: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    makes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    uses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    substitutes: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    suppliers: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    customers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    products: Mapping[str, str] = field(default_factory=dict)


def build(
    *,
    at: str = "",
    makings: Iterable[tuple[str, Making]] = (),
    broader: Pairs = (),
    supplies: Pairs = (),
    near: Iterable[tuple[str, str, float]] = (),
    trades: Iterable[tuple[str, str, str]] = (),
    names: Mapping[str, str] = MappingProxyType({}),
) -> SupplyMap:
    """Build the network from (node, making), (narrower, broader), (material, product),
    (node, node, similarity) and (supplier, buyer, product); ``names``: product → node.
    """
    made = _with_broader(makings, _grouped(broader))
    shares = {node: divide(list(by_maker.values())).shares for node, by_maker in made.items()}
    suppliers: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for supplier, buyer, product in sorted(set(trades)):
        suppliers[buyer][product].append(supplier)
    return SupplyMap(
        at,
        shares,
        _grouped((maker, node) for node, by_maker in made.items() for maker in by_maker),
        _grouped((start, end) for start, end in supplies if start != end),
        _substitutes(near),
        {
            buyer: {product: tuple(codes) for product, codes in by_product.items()}
            for buyer, by_product in suppliers.items()
        },
        _grouped(
            (supplier, buyer)
            for buyer, by_product in suppliers.items()
            for codes in by_product.values()
            for supplier in codes
        ),
        {product: node for product, node in names.items() if node in shares},
    )


def _grouped(pairs: Pairs) -> dict[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for start, end in pairs:
        groups[start][end] = None
    return {start: tuple(ends) for start, ends in groups.items()}


def _with_broader(
    makings: Iterable[tuple[str, Making]], broader: Mapping[str, tuple[str, ...]]
) -> dict[str, dict[str, Making]]:
    """Return the makings of each node by maker; what is told of the node itself goes first."""
    made: dict[str, dict[str, Making]] = defaultdict(dict)
    direct = sorted(makings, key=lambda each: (each[0], each[1].enterprise))
    for node, making in direct:
        made[node][making.enterprise] = fuller(made[node].get(making.enterprise), making)
    for node, making in direct:
        for above in _above(node, broader):
            made[above].setdefault(making.enterprise, making)
    return made


def _above(node: str, broader: Mapping[str, tuple[str, ...]]) -> list[str]:
    seen, last = {node: None}, [node]
    for _ in range(BROADER_STEPS):
        last = [up for code in last for up in broader.get(code, ()) if up not in seen]
        seen |= dict.fromkeys(last)
    return list(seen)[1:]


def _substitutes(
    near: Iterable[tuple[str, str, float]],
) -> dict[str, tuple[tuple[str, float], ...]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for one, other, score in near:
        if score >= LEAST_SCORE and one != other:
            found[one][other] = max(score, found[one].get(other, 0.0))
            found[other][one] = max(score, found[other].get(one, 0.0))
    return {node: tuple(sorted(others.items())) for node, others in found.items()}
