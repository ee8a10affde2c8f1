"""Which nodes a view holds, and in which column each stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.analysis.explore.levels import (
    levels_around,
    levels_of_chain,
    stage_of_level,
    stage_of_step,
    trophic_levels,
)
from graph.domain.explored import Scope
from graph.store import Store
from graph.store.map import explorer
from graph.store.map.explored import FoundLink, FoundNode
from graph.viewing.walking import walk

MOST_NODES = 3000
"""Nodes that are read for one view; the nearest to the centre come first."""
DEEPEST = 4


@dataclass(frozen=True)
class Skeleton:
    """Nodes with their columns and stages, the supply links among them, and what was left out."""

    nodes: tuple[FoundNode, ...]
    level: dict[str, int]
    stage: dict[str, str]
    links: tuple[FoundLink, ...]
    left_out: int


def read_skeleton(store: Store, scope: Scope) -> Skeleton:
    """Read the nodes of a scope and the supply links among them."""
    if scope.chain:
        return _chain(store, scope)
    if scope.centre:
        return _around(store, scope)
    return _industries(store, scope)


def _chain(store: Store, scope: Scope) -> Skeleton:
    found = explorer.list_chain(store, scope.chain, at=scope.at, limit=MOST_NODES)
    links = explorer.list_supplies(store, _codes(found), at=scope.at)
    stage = {node.code: node.stage for node in found}
    level = levels_of_chain(stage, _pairs(links))
    return _narrowed(Skeleton(tuple(found), level, stage, tuple(links), 0), scope.stage)


def _around(store: Store, scope: Scope) -> Skeleton:
    at = scope.at
    steps, left_out = walk(
        scope.centre,
        min(scope.depth, DEEPEST),
        lambda codes, limit: explorer.step_up(store, codes, at=at, limit=limit),
        lambda codes, limit: explorer.step_down(store, codes, at=at, limit=limit),
        most=MOST_NODES,
    )
    found = explorer.list_nodes(store, list(steps))
    links = explorer.list_supplies(store, _codes(found), at=scope.at)
    steps = {node.code: steps[node.code] for node in found}
    stage = {code: stage_of_step(step).value for code, step in steps.items()}
    skeleton = Skeleton(tuple(found), levels_around(steps), stage, tuple(links), left_out)
    return _narrowed(skeleton, scope.stage)


def _industries(store: Store, scope: Scope) -> Skeleton:
    found = explorer.list_industries(store, at=scope.at, limit=MOST_NODES)
    links = explorer.list_supplies(store, _codes(found), at=scope.at)
    level = trophic_levels(_codes(found), _pairs(links))
    last = max(level.values(), default=0)
    stage = {code: stage_of_level(each, last).value for code, each in level.items()}
    return _narrowed(Skeleton(tuple(found), level, stage, tuple(links), 0), scope.stage)


def _narrowed(skeleton: Skeleton, stage: str) -> Skeleton:
    """Keep one stage only, where one was asked for."""
    if stage not in set(skeleton.stage.values()):
        return skeleton
    kept = {code for code, its in skeleton.stage.items() if its == stage}
    least = min(skeleton.level[code] for code in kept)
    return Skeleton(
        tuple(node for node in skeleton.nodes if node.code in kept),
        {code: skeleton.level[code] - least for code in kept},
        dict.fromkeys(kept, stage),
        tuple(link for link in skeleton.links if {link.start, link.end} <= kept),
        skeleton.left_out,
    )


def _codes(nodes: Sequence[FoundNode]) -> list[str]:
    return [node.code for node in nodes]


def _pairs(links: Sequence[FoundLink]) -> list[tuple[str, str]]:
    return [(link.start, link.end) for link in links]
