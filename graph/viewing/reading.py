"""Reads a view: nodes in columns, who makes them, and the layer laid over them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.domain.explored import (
    Layer,
    Line,
    LineKind,
    Point,
    PointKind,
    Scope,
    View,
    enterprise_key,
    node_key,
)
from graph.store import Store
from graph.store.map import explorer
from graph.store.map.explored import FoundEnterprise, FoundNode
from graph.viewing.keeping import keep
from graph.viewing.makers import MOST_MADE, Counts, Makers, count_makers, read_makers
from graph.viewing.nodes import Skeleton, read_skeleton
from graph.viewing.partners import read_partners
from graph.viewing.planned import planned_points

MOST_TRADES = 60_000


def read_view(store: Store, scope: Scope) -> View:
    """Read what a scope shows; nothing where what it is of is not in the map.

    What comes from the map alone is kept until the map changes; projects are read each time.
    """
    if scope.layer != Layer.PROJECTS or scope.firm:
        return keep(store, scope, lambda: _read(store, scope))
    below = read_view(store, replace(scope, layer=Layer.SUPPLY))
    more, planned = planned_points(store, below.points, at=scope.at)
    return replace(below, points=(*below.points, *more), lines=(*below.lines, *planned))


def _read(store: Store, scope: Scope) -> View:
    if scope.firm:
        return read_partners(store, scope)
    skeleton = read_skeleton(store, scope)
    codes = [node.code for node in skeleton.nodes]
    if scope.layer == Layer.SUPPLY:
        points = _node_points(store, scope, skeleton, count_makers(store, scope, codes))
        return View(tuple(points), tuple(_supplies(skeleton)), skeleton.left_out)
    makers = read_makers(store, scope, codes)
    points = _node_points(store, scope, skeleton, makers.counts)
    points, lines = _with_firms(store, scope, points, _supplies(skeleton), makers)
    is_cut = len(makers.made) == MOST_MADE or len(lines) >= MOST_TRADES
    return View(tuple(points), tuple(lines), skeleton.left_out, is_cut)


def _supplies(skeleton: Skeleton) -> list[Line]:
    return [
        Line(node_key(link.start), node_key(link.end), LineKind.SUPPLIES, link.weight, link.links)
        for link in skeleton.links
    ]


def _node_points(store: Store, scope: Scope, skeleton: Skeleton, counts: Counts) -> list[Point]:
    codes = [node.code for node in skeleton.nodes]
    broader = explorer.list_broader(store, codes, at=scope.at)
    return [
        _node_point(node, skeleton, counts, broader.get(node.code, [])) for node in skeleton.nodes
    ]


def _node_point(
    node: FoundNode, skeleton: Skeleton, counts: Counts, broader: Sequence[FoundNode]
) -> Point:
    inside = [
        each.code
        for each in broader
        if each.code != node.code and skeleton.level.get(each.code) == skeleton.level[node.code]
    ]
    outside = next((each for each in broader if each.code not in skeleton.level), None)
    return Point(
        node_key(node.code),
        PointKind.NODE,
        node.code,
        node.name,
        node.name_en,
        skeleton.level[node.code],
        skeleton.stage[node.code],
        makers=counts.here.get(node.code, 0),
        elsewhere=counts.elsewhere.get(node.code, 0),
        mark=counts.mark(node.code),
        home=node_key(inside[0]) if inside else "",
        segment=outside.code if outside else "",
        segment_name=outside.name if outside else "",
        segment_name_en=outside.name_en if outside else "",
    )


def _with_firms(
    store: Store, scope: Scope, points: list[Point], lines: list[Line], makers: Makers
) -> tuple[list[Point], list[Line]]:
    """Add the enterprises in the region, each under the node that it makes first."""
    by_code = {point.code: point for point in points}
    local = {code for members in makers.here.values() for code in members}
    makes = list(dict.fromkeys(_direct(makers, by_code, local)))
    homes: dict[str, str] = {}
    for firm, node in makes:
        homes.setdefault(firm, node)
    firms = [_firm_point(makers.firms[code], by_code[node]) for code, node in homes.items()]
    if scope.layer == Layer.ENTERPRISES:
        made = [Line(enterprise_key(code), node_key(node), LineKind.MAKES) for code, node in makes]
        further = [
            line for line, pair in zip(made, makes, strict=True) if homes[pair[0]] != pair[1]
        ]
        return points + firms, lines + further
    found = explorer.list_trades(store, sorted(homes), at=scope.at, limit=MOST_TRADES)
    trades = [
        Line(enterprise_key(each.start), enterprise_key(each.end), LineKind.TRADES, 1.0, each.links)
        for each in found
    ]
    return points + firms, trades


def _direct(makers: Makers, by_code: Mapping[str, Point], local: set[str]) -> list[tuple[str, str]]:
    """Say for each enterprise which nodes of the view it makes, the most special only."""
    return [
        (each.maker, each.made if each.made in by_code else each.node)
        for each in makers.made
        if each.maker in local and (each.made == each.node or each.made not in by_code)
    ]


def _firm_point(firm: FoundEnterprise, home: Point) -> Point:
    return Point(
        enterprise_key(firm.code),
        PointKind.ENTERPRISE,
        firm.code,
        firm.name,
        firm.name_en,
        home.level,
        home.stage,
        home=home.key,
        district=firm.district,
        district_en=firm.district_en,
    )
