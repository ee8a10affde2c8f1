"""What the pages of the chains room show."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chainmatch.choosing.removed import removal_of
from chainmatch.formats import today
from chainmatch.map_day import end_of
from chainmatch.rooms.chains.labels import ORDERS
from chainmatch.web import Page
from graph.analysis.chain_picture import STAGES, Picture, draw
from graph.domain.chain import Chain, ChainNode
from graph.domain.chain_summary import ChainSummary, LinkedNode, Maker, NodeSummary
from graph.domain.enterprise_links import Position
from graph.domain.history.past import Past
from graph.domain.listing import Listing, Market
from graph.errors import NotFound
from graph.ledger.chain_edges import PlannedEdge, list_planned
from graph.schema import CHAIN, CHAIN_NODE
from graph.store import Store
from graph.store.desk import listings
from graph.store.history import past
from graph.store.map import chain_nodes, chains

ROWS = 20
LISTINGS = 10
DEFAULT_ORDER = "size"


@dataclass(frozen=True)
class Makers:
    """A page of the enterprises that make one node or any of several."""

    rows: list[Maker]
    page: Page
    order: str


@dataclass(frozen=True)
class ChainPage:
    """A chain with its picture; ``chosen`` is the node that the list is narrowed to."""

    chain: Chain
    at: date
    past: Past
    nodes: list[NodeSummary]
    picture: Picture
    chosen: NodeSummary | None
    makers: Makers
    planned: Mapping[str, int]

    @property
    def gaps(self) -> int:
        """Nodes that nobody makes."""
        return sum(node.is_gap for node in self.nodes)

    @property
    def by_stage(self) -> dict[str, list[NodeSummary]]:
        """The nodes under their stages, in the order of the chain."""
        return {
            stage: [node for node in self.nodes if node.stage == stage]
            for stage in STAGES
            if any(node.stage == stage for node in self.nodes)
        }


@dataclass(frozen=True)
class NodePage:
    """A chain node with what is linked to it; a page shows at most ``most`` of each list."""

    node: ChainNode
    at: date
    past: Past
    positions: list[Position]
    materials: list[LinkedNode]
    uses: list[LinkedNode]
    broader: list[LinkedNode]
    narrower: list[LinkedNode]
    near: list[LinkedNode]
    makers: Makers
    listings: list[Listing]
    planned: list[PlannedEdge]
    most: int = chain_nodes.MOST


def list_chains(store: Store, words: str, *, at: date, sees_drafts: bool) -> list[ChainSummary]:
    """List the chains whose code, name or steward holds these words; all of them for none."""
    found = chains.list_summaries(store, at=at, only_published=not sees_drafts)
    wanted = words.casefold()
    return [chain for chain in found if wanted in _said_of(chain)]


def _said_of(chain: ChainSummary) -> str:
    return "\n".join((chain.code, chain.name, chain.name_en, chain.steward)).casefold()


def show_chain(
    store: Store, code: str, *, at: date, chosen: str, order: str, number: int, sees_drafts: bool
) -> ChainPage:
    """Read a chain. Raises NotFound, also for an unpublished one that a stranger asks for."""
    chain = chains.find_chain(store, code)
    if chain is None or not (chain.published or sees_drafts):
        raise NotFound("没有编码为 %(code)s 的产业链。", code=code)
    nodes = chains.list_nodes(store, code, at=at)
    narrowed = next((node for node in nodes if node.code == chosen), None)
    wanted = [narrowed.code] if narrowed else [node.code for node in nodes]
    return ChainPage(
        past.chain_as_of(store, chain, end_of(at)),
        at,
        past.find_past(store, CHAIN.name, code, end_of(at)),
        nodes,
        draw(nodes, chains.list_links(store, code, at=at)),
        narrowed,
        _makers(store, wanted, at, order, number),
        _count_planned(store, [node.code for node in nodes], at) if sees_drafts else {},
    )


def _count_planned(store: Store, nodes: Sequence[str], at: date) -> Mapping[str, int]:
    """Count the signed projects that are to make each node."""
    return Counter(edge.node for edge in list_planned(store, nodes, at=at))


def show_node(
    store: Store, code: str, *, at: date, order: str, number: int, sees_drafts: bool
) -> NodePage:
    """Read a chain node. Raises NotFound."""
    node = chain_nodes.find_node(store, code)
    if node is None:
        raise removal_of(store, CHAIN_NODE, code) or NotFound(
            "没有编码为 %(code)s 的链节点。", code=code
        )
    return NodePage(
        past.nodes_as_of(store, [node], end_of(at))[0],
        at,
        past.find_past(store, CHAIN_NODE.name, code, end_of(at)),
        chain_nodes.list_positions(store, code, at=at, only_published=not sees_drafts),
        chain_nodes.list_materials(store, code, at=at),
        chain_nodes.list_uses(store, code, at=at),
        chain_nodes.list_broader(store, code, at=at),
        chain_nodes.list_narrower(store, code, at=at),
        chain_nodes.list_near(store, code),
        _makers(store, [code], at, order, number),
        listings.list_public(store, Market(node=code), today=today(), skip=0, limit=LISTINGS),
        list_planned(store, [code], at=at) if sees_drafts else [],
    )


def _makers(store: Store, nodes: Sequence[str], at: date, order: str, number: int) -> Makers:
    order = order if order in ORDERS else DEFAULT_ORDER
    page = Page(number, ROWS, chains.count_makers(store, nodes, at=at))
    rows = chains.list_makers(store, nodes, at=at, order=order, skip=page.offset, limit=ROWS)
    return Makers(rows, page, order)
