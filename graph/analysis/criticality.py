"""The most critical enterprises and nodes: whose loss takes most supply away from others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.analysis.cascade import Shock, lost_firms, lost_nodes
from graph.analysis.supply_map import SupplyMap
from graph.domain.progress import Progress, silent
from graph.messages import Message, message

MOST_TRIED = 2_000
"""So many candidates are removed one after the other; which, ``candidates`` says."""
MOST_TOLD = 100


@dataclass(frozen=True)
class Critical:
    """What is lost without it.

    ``impact`` adds up the parts lost of nodes and of enterprises' known supply, itself aside;
    ``nodes`` and ``firms`` count those hit, ``gone`` the nodes of which nothing is left, ``steps``
    is how far it reaches.
    """

    code: str
    impact: float
    nodes: int
    gone: int
    firms: int
    steps: int


class Removing(Protocol):
    """How a candidate is taken away."""

    def __call__(self, code: str) -> Shock:
        """Return the shock."""
        ...


def rank_enterprises(network: SupplyMap, progress: Progress = silent) -> list[Critical]:
    """Rank enterprises by what their loss takes away, at most MOST_TOLD.

    Candidates are those with the largest direct loss: their shares of nodes, and for each
    customer one divided by the suppliers it has of that product.
    """
    direct = {
        firm: sum(network.shares[node].get(firm, 0.0) for node in nodes)
        for firm, nodes in network.makes.items()
    }
    for buyer, by_product in network.suppliers.items():
        for suppliers in by_product.values():
            for supplier in suppliers:
                if supplier != buyer:
                    direct[supplier] = direct.get(supplier, 0.0) + 1 / len(suppliers)
    note = message("逐家移除企业，计算影响")
    return _rank(network, _most(direct), _without_firm, progress, note)


def rank_nodes(network: SupplyMap, progress: Progress = silent) -> list[Critical]:
    """Rank nodes by what their loss takes away, at most MOST_TOLD.

    Candidates are those from which most nodes are reached in two steps.
    """
    direct: dict[str, float] = {}
    for node, uses in network.uses.items():
        reached = set(uses)
        for use in uses:
            reached.update(network.uses.get(use, ()))
        direct[node] = float(len(reached - {node}))
    return _rank(network, _most(direct), _without_node, progress, message("逐个移除节点，计算影响"))


def _without_firm(code: str) -> Shock:
    return Shock(enterprises=frozenset({code}))


def _without_node(code: str) -> Shock:
    return Shock(nodes=frozenset({code}))


def _most(direct: dict[str, float]) -> list[str]:
    return sorted(direct, key=lambda code: (-direct[code], code))[:MOST_TRIED]


def _rank(
    network: SupplyMap, codes: Sequence[str], remove: Removing, progress: Progress, note: Message
) -> list[Critical]:
    found = list(_weighed(network, codes, remove, progress, note))
    found.sort(key=lambda each: (-each.impact, each.code))
    return [each for each in found if each.impact > 0][:MOST_TOLD]


def _weighed(
    network: SupplyMap, codes: Sequence[str], remove: Removing, progress: Progress, note: Message
) -> Iterable[Critical]:
    for number, code in enumerate(codes):
        progress(number, len(codes), note)
        yield weigh(network, code, remove(code))


def weigh(network: SupplyMap, code: str, shock: Shock) -> Critical:
    """Weigh one loss."""
    nodes = [each for each in lost_nodes(network, shock) if each.code != code]
    firms = lost_firms(network, shock)
    return Critical(
        code,
        round(sum(1 - each.left for each in nodes) + sum(1 - each.left for each in firms), 3),
        len(nodes),
        sum(each.left == 0 for each in nodes),
        len(firms),
        max((each.steps for each in (*nodes, *firms)), default=0),
    )
