"""The ranking of a whole map: criticality, centrality and communities, as one JSON value."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from graph.analysis import centrality
from graph.analysis.centrality import Structure
from graph.analysis.criticality import MOST_TRIED, Critical, rank_enterprises, rank_nodes
from graph.analysis.keeping import read_network
from graph.analysis.supply_map import SupplyMap
from graph.domain.progress import Progress
from graph.domain.recommendation import Place
from graph.messages import Message
from graph.store import Store
from graph.store.map.supply_map import name_enterprises, name_nodes

STEPS = 1_000
PHASES: tuple[tuple[str, Callable[[SupplyMap, Progress], Any]], ...] = (
    ("enterprises", rank_enterprises),
    ("nodes", rank_nodes),
    ("products", centrality.of_products),
    ("trades", centrality.of_enterprises),
)


def rank_map(store: Store, at: str, progress: Progress) -> dict[str, Any]:
    """Rank the map as of an ISO date. Raises what ``progress`` raises, to stop.

    The value holds ``at``, what the map held, and for each phase its rows with names; it is JSON.
    """
    network = read_network(store, at, progress)
    found = {
        name: work(network, _part(progress, number)) for number, (name, work) in enumerate(PHASES)
    }
    nodes, firms = (
        _codes(found["nodes"], found["products"]),
        _codes(found["enterprises"], found["trades"]),
    )
    names = {**name_nodes(store, nodes), **name_enterprises(store, firms)}
    return {
        "at": at,
        "made_nodes": len(network.shares),
        "makers": len(network.makes),
        "tried": MOST_TRIED,
        **{key: [_told(each, names) for each in found[key]] for key in ("enterprises", "nodes")},
        **{key: _structure(found[key], names) for key in ("products", "trades")},
    }


def _part(progress: Progress, number: int) -> Progress:
    """Let each phase fill its part of the whole."""

    def report(done: int, total: int, note: Message) -> None:
        share = done / total if total else 0
        progress(round((number + share) * STEPS), len(PHASES) * STEPS, note)

    return report


def _codes(ranked: Iterable[Critical], structure: Structure) -> set[str]:
    return {
        *(each.code for each in ranked),
        *(each.code for each in structure.central),
        *(code for group in structure.communities for code in group.middle),
    }


def _told(each: Any, names: Mapping[str, Place]) -> dict[str, Any]:
    return {**asdict(each), **_named(each.code, names)}


def _named(code: str, names: Mapping[str, Place]) -> dict[str, str]:
    place = names.get(code, Place(code, code))
    return {"code": code, "name": place.name, "name_en": place.name_en}


def _structure(found: Structure, names: Mapping[str, Place]) -> dict[str, Any]:
    return {
        **{key: getattr(found, key) for key in ("vertices", "links", "left_out", "sampled")},
        "central": [_told(each, names) for each in found.central],
        "communities": [
            {"size": group.size, "middle": [_named(code, names) for code in group.middle]}
            for group in found.communities
        ],
    }
