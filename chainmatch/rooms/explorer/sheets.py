"""The side sheet: what stands behind a point or a line, each link with its source."""

from dataclasses import dataclass
from datetime import date

from chainmatch.map_day import end_of
from graph.domain.chain import ChainNode
from graph.domain.chain_summary import LinkedNode
from graph.domain.enterprise import Enterprise
from graph.domain.enterprise_links import Partner, Position, Product
from graph.domain.explored import LineKind, PointKind
from graph.domain.recommendation import Place
from graph.errors import NotFound
from graph.ledger.chain_edges import PlannedEdge, list_planned
from graph.store import Store
from graph.store.history import past
from graph.store.map import chain_nodes, enterprises, explored_links, explorer
from graph.store.map.explored_links import Fact, MakerLink

MOST_MAKERS = 100
MOST_PARTNERS = 20


@dataclass(frozen=True)
class NodeSheet:
    """A node: who makes it, what it is made of, what is made of it."""

    node: ChainNode
    positions: list[Position]
    makers: list[MakerLink]
    materials: list[LinkedNode]
    uses: list[LinkedNode]
    broader: list[LinkedNode]
    narrower: list[LinkedNode]
    planned: list[PlannedEdge]
    kind: str = "node"


@dataclass(frozen=True)
class FirmSheet:
    """An enterprise: what it makes, with whom it trades."""

    firm: Enterprise
    regions: list[Place]
    products: list[Product]
    partners: list[Partner]
    total: int
    kind: str = "firm"


@dataclass(frozen=True)
class LineSheet:
    """A line: the links of the map behind it."""

    start: Place
    end: Place
    facts: list[Fact]
    kind: str = "line"


Sheet = NodeSheet | FirmSheet | LineSheet


def show_sheet(
    store: Store, opened: str, to: str, *, at: date, region: str, is_staff: bool
) -> Sheet | None:
    """Read what an address opens; None for a point without a sheet. Raises NotFound."""
    kind, _, code = opened.partition(":")
    if to:
        return _line(store, opened, to, at)
    if kind == PointKind.NODE:
        return _node(store, code, at, region, is_staff=is_staff)
    return _firm(store, code, at, is_staff=is_staff) if kind == PointKind.ENTERPRISE else None


def _node(store: Store, code: str, at: date, region: str, *, is_staff: bool) -> NodeSheet:
    return NodeSheet(
        past.nodes_as_of(store, [_existing_node(store, code)], end_of(at))[0],
        chain_nodes.list_positions(store, code, at=at, only_published=not is_staff),
        _local(store, code, at, region),
        chain_nodes.list_materials(store, code, at=at),
        chain_nodes.list_uses(store, code, at=at),
        chain_nodes.list_broader(store, code, at=at),
        chain_nodes.list_narrower(store, code, at=at),
        list_planned(store, [code], at=at) if is_staff else [],
    )


def _local(store: Store, code: str, at: date, region: str) -> list[MakerLink]:
    """List the makers of a node, those in the region that was asked for first."""
    makers = explored_links.list_maker_links(store, code, at=at, limit=MOST_MAKERS)
    if not region:
        return makers
    inside = explorer.regions_within(store, region)
    return sorted(makers, key=lambda maker: maker.region not in inside)


def _firm(store: Store, code: str, at: date, *, is_staff: bool) -> FirmSheet:
    (firm,) = past.enterprises_as_of(store, [_existing_firm(store, code)], end_of(at))
    return FirmSheet(
        firm,
        enterprises.find_regions(store, code, at=at),
        enterprises.list_products(store, code, at=at, only_published=not is_staff),
        enterprises.list_partners(store, code, at=at, skip=0, limit=MOST_PARTNERS),
        enterprises.count_partners(store, code, at=at),
    )


def _line(store: Store, opened: str, to: str, at: date) -> LineSheet:
    kind, _, start = opened.partition(":")
    kind_of_end, _, end = to.partition(":")
    ends = (kind, kind_of_end)
    if ends == (PointKind.NODE, PointKind.NODE):
        line, names = LineKind.SUPPLIES, (_node_place(store, start), _node_place(store, end))
    elif ends == (PointKind.ENTERPRISE, PointKind.NODE):
        line, names = LineKind.MAKES, (_firm_place(store, start), _node_place(store, end))
    elif ends == (PointKind.ENTERPRISE, PointKind.ENTERPRISE):
        line, names = LineKind.TRADES, (_firm_place(store, start), _firm_place(store, end))
    else:
        raise NotFound("没有这条关系。")
    return LineSheet(*names, explored_links.list_facts(store, line, start, end, at=at))


def _node_place(store: Store, code: str) -> Place:
    node = _existing_node(store, code)
    return Place(node.code, node.name, node.name_en)


def _firm_place(store: Store, code: str) -> Place:
    firm = _existing_firm(store, code)
    return Place(firm.code, firm.name, firm.name_en)


def _existing_node(store: Store, code: str) -> ChainNode:
    found = chain_nodes.find_node(store, code)
    if found is None:
        raise NotFound("没有编码为 %(code)s 的链节点。", code=code)
    return found


def _existing_firm(store: Store, code: str) -> Enterprise:
    found = enterprises.find_enterprise(store, code)
    if found is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    return found
