"""Reads a view: nodes in columns, who makes them, and the layer laid over them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.domain.explored import (
    Layer,
    Line,
    LineKind,
    Mark,
    Point,
    PointKind,
    Scope,
    View,
    enterprise_key,
    node_key,
)
from graph.store import Store
from graph.store.map import explorer
from graph.store.map.explorer import FoundEnterprise, FoundNode, Made
from graph.viewing.nodes import Skeleton, read_skeleton
from graph.viewing.planned import planned_points

MOST_MADE = 60_000
MOST_TRADES = 60_000


@dataclass(frozen=True)
class _Makers:
    """Who makes what: ``here`` and ``elsewhere`` by node; where each enterprise stands."""

    made: tuple[Made, ...]
    firms: Mapping[str, FoundEnterprise]
    here: Mapping[str, frozenset[str]]
    elsewhere: Mapping[str, frozenset[str]]


def read_view(store: Store, scope: Scope) -> View:
    """Read what a scope shows; nothing where neither chain nor centre is in the map."""
    skeleton = read_skeleton(store, scope)
    makers = _read_makers(store, scope, [node.code for node in skeleton.nodes])
    points = _node_points(store, scope, skeleton, makers)
    lines = [
        Line(node_key(link.start), node_key(link.end), LineKind.SUPPLIES, link.weight, link.links)
        for link in skeleton.links
    ]
    if scope.layer in {Layer.ENTERPRISES, Layer.TRADES}:
        points, lines = _with_firms(store, scope, points, lines, makers)
    elif scope.layer == Layer.PROJECTS:
        more, planned = planned_points(store, points, at=scope.at)
        points, lines = points + more, lines + planned
    is_cut = len(makers.made) == MOST_MADE or len(lines) >= MOST_TRADES
    return View(tuple(points), tuple(lines), skeleton.left_out, is_cut)


def _read_makers(store: Store, scope: Scope, codes: Sequence[str]) -> _Makers:
    made = explorer.list_makers(store, codes, at=scope.at, limit=MOST_MADE)
    names = sorted({each.maker for each in made})
    firms = {firm.code: firm for firm in explorer.list_enterprises(store, names, at=scope.at)}
    inside = explorer.regions_within(store, scope.region) if scope.region else None
    here, elsewhere = defaultdict(set), defaultdict(set)
    for each in made:
        is_here = inside is None or firms[each.maker].region in inside
        (here if is_here else elsewhere)[each.node].add(each.maker)
    return _Makers(tuple(made), firms, _frozen(here), _frozen(elsewhere))


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {code: frozenset(members) for code, members in sets.items()}


def _node_points(store: Store, scope: Scope, skeleton: Skeleton, makers: _Makers) -> list[Point]:
    codes = [node.code for node in skeleton.nodes]
    broader = explorer.list_broader(store, codes, at=scope.at)
    return [
        _node_point(node, skeleton, makers, broader.get(node.code, [])) for node in skeleton.nodes
    ]


def _node_point(
    node: FoundNode, skeleton: Skeleton, makers: _Makers, broader: Sequence[FoundNode]
) -> Point:
    here = len(makers.here.get(node.code, ()))
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
        makers=here,
        elsewhere=len(makers.elsewhere.get(node.code, ())),
        mark=Mark.GAP if here == 0 else Mark.SINGLE if here == 1 else Mark.NONE,
        home=node_key(inside[0]) if inside else "",
        segment=outside.code if outside else "",
        segment_name=outside.name if outside else "",
        segment_name_en=outside.name_en if outside else "",
    )


def _with_firms(
    store: Store, scope: Scope, points: list[Point], lines: list[Line], makers: _Makers
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


def _direct(
    makers: _Makers, by_code: Mapping[str, Point], local: set[str]
) -> list[tuple[str, str]]:
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
