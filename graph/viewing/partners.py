"""An enterprise in the middle: who supplies it, whom it supplies, what it makes."""

from collections.abc import Sequence
from dataclasses import replace

from graph.analysis.explore.levels import levels_around, stage_of_step
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
from graph.store.map.explored import FoundEnterprise
from graph.viewing.makers import count_makers
from graph.viewing.walking import walk

DEEPEST = 2
MOST_FIRMS = 600
"""The nearest come first, and of one step those who traded last."""
MOST_TRADES = 60_000
MOST_PRODUCTS = 60


def read_partners(store: Store, scope: Scope) -> View:
    """Read the enterprise of a scope with its partners; nothing where the map has none such."""
    at = scope.at
    steps, left_out = walk(
        scope.firm,
        min(scope.depth, DEEPEST),
        lambda codes, limit: explorer.list_suppliers(store, codes, at=at, limit=limit),
        lambda codes, limit: explorer.list_customers(store, codes, at=at, limit=limit),
        most=MOST_FIRMS,
    )
    firms = _shown(store, scope, explorer.list_enterprises(store, list(steps), at=at))
    points = _points(firms, steps)
    centre = next((point for point in points if point.code == scope.firm), None)
    if centre is None:
        return View((), ())
    codes = [firm.code for firm in firms]
    trades = explorer.list_trades(store, codes, at=at, limit=MOST_TRADES)
    lines = [
        Line(enterprise_key(each.start), enterprise_key(each.end), LineKind.TRADES, 1.0, each.links)
        for each in trades
    ]
    if scope.layer != Layer.TRADES:
        points += _products(store, scope, centre)
    return _narrowed(View(tuple(points), tuple(lines), left_out), scope.stage)


def _shown(store: Store, scope: Scope, firms: list[FoundEnterprise]) -> list[FoundEnterprise]:
    """Keep the enterprises in the region that was asked for, and the centre."""
    if not scope.region:
        return firms
    inside = explorer.regions_within(store, scope.region)
    return [firm for firm in firms if firm.region in inside or firm.code == scope.firm]


def _points(firms: Sequence[FoundEnterprise], steps: dict[str, int]) -> list[Point]:
    level = levels_around({firm.code: steps[firm.code] for firm in firms})
    return [
        Point(
            enterprise_key(firm.code),
            PointKind.ENTERPRISE,
            firm.code,
            firm.name,
            firm.name_en,
            level[firm.code],
            stage_of_step(steps[firm.code]).value,
            district=firm.district,
            district_en=firm.district_en,
        )
        for firm in firms
    ]


def _products(store: Store, scope: Scope, centre: Point) -> list[Point]:
    """Put what the centre makes under it."""
    made = explorer.list_products(store, scope.firm, at=scope.at, limit=MOST_PRODUCTS)
    nodes = explorer.list_nodes(store, made)
    counts = count_makers(store, scope, made)
    return [
        Point(
            node_key(node.code),
            PointKind.NODE,
            node.code,
            node.name,
            node.name_en,
            centre.level,
            centre.stage,
            makers=counts.here.get(node.code, 0),
            elsewhere=counts.elsewhere.get(node.code, 0),
            mark=counts.mark(node.code),
            home=centre.key,
        )
        for node in nodes
    ]


def _narrowed(view: View, stage: str) -> View:
    """Keep one stage only, where one was asked for."""
    kept = {point.key for point in view.points if point.stage == stage}
    if not kept:
        return view
    least = min(view.by_key[key].level for key in kept)
    points = (replace(point, level=point.level - least) for point in view.points)
    return replace(
        view,
        points=tuple(point for point in points if point.key in kept),
        lines=tuple(line for line in view.lines if {line.start, line.end} <= kept),
    )
