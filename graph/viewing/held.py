"""What a view holds, by the codes of the map and whole: no group, no maker left out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.domain.explored import Layer, PointKind, Scope
from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.schema import CHAIN, CHAIN_NODE, ENTERPRISE, LOCATED_IN, REGION
from graph.store import Store
from graph.store.bulk.exports import EVER, Day, stream_links
from graph.store.bulk.saving import batches
from graph.store.map import explorer
from graph.viewing.nodes import read_skeleton
from graph.viewing.partners import read_partners

NODES_AT_ONCE = 100
EVERY = 10_000_000
"""Links that are read at once: more than any hundred nodes have."""
KIND_STEPS = 3
"""A maker of a kind of a node makes the node, so many steps down."""


@dataclass(frozen=True)
class Held:
    """Codes by label; ``left_out`` counts what lies beyond what is read around a centre."""

    codes: Mapping[str, frozenset[str]]
    left_out: int = 0


def read_held(store: Store, scope: Scope, day: Day = EVER, progress: Progress = silent) -> Held:
    """Read the nodes of a scope with all their makers, or an enterprise with its partners.

    Whatever the layer. The kinds of a node by which its makers make it are held too, and the
    regions in which the enterprises stand: on ``day``, or ever. Raises what ``progress`` does.
    """
    read = _partners if scope.firm else _makers
    nodes, firms, left_out = read(store, scope, progress)
    _tell(progress, len(firms))
    places = stream_links(store, LOCATED_IN, day, starts=firms)
    codes = {
        REGION.name: frozenset(row["end"] for row in places),
        CHAIN.name: frozenset([scope.chain] if scope.chain else []),
        CHAIN_NODE.name: frozenset(nodes),
        ENTERPRISE.name: frozenset(firms),
    }
    return Held(codes, left_out)


def _partners(store: Store, scope: Scope, progress: Progress) -> tuple[set[str], set[str], int]:
    _tell(progress, 0)
    view = read_partners(store, replace(scope, layer=Layer.SUPPLY))
    nodes = {point.code for point in view.points if point.kind == PointKind.NODE}
    firms = {point.code for point in view.points if point.kind == PointKind.ENTERPRISE}
    return nodes, firms, view.left_out


def _makers(store: Store, scope: Scope, progress: Progress) -> tuple[set[str], set[str], int]:
    skeleton = read_skeleton(store, scope)
    nodes = [node.code for node in skeleton.nodes]
    made, firms = set[str](), set[str]()
    for some in batches(nodes, NODES_AT_ONCE):
        _tell(progress, len(firms))
        links = explorer.list_makers(store, some, at=scope.at, limit=EVERY)
        here = _inside(store, scope, {link.maker for link in links})
        firms |= here
        made |= {link.made for link in links if link.maker in here}
    return {*nodes, *_kinds_between(store, scope, nodes, made)}, firms, skeleton.left_out


def _tell(progress: Progress, firms: int) -> None:
    progress(0, 0, message("正在读取视图，已有 %(firms)s 家企业", firms=f"{firms:,}"))


def _inside(store: Store, scope: Scope, firms: set[str]) -> set[str]:
    if not scope.region:
        return firms
    inside = explorer.regions_within(store, scope.region)
    found = explorer.list_enterprises(store, sorted(firms), at=scope.at)
    return {firm.code for firm in found if firm.region in inside}


def _kinds_between(
    store: Store, scope: Scope, nodes: Sequence[str], made: Collection[str]
) -> set[str]:
    """Find the nodes on the way from what is made up to the nodes of the view."""
    broader: dict[str, set[str]] = {}
    waiting = {*made} - {*nodes}
    for _ in range(KIND_STEPS):
        found = explorer.list_broader(store, sorted(waiting), at=scope.at)
        broader |= {code: {node.code for node in found.get(code, [])} for code in waiting}
        waiting = {up for code in waiting for up in broader[code]} - broader.keys() - {*nodes}
    kept = {*nodes}
    for _ in range(KIND_STEPS):
        kept |= {code for code, ups in broader.items() if ups & kept}
    return kept - {*nodes}
