"""Signed projects laid over the nodes that they are to make."""

from collections.abc import Sequence
from datetime import date

from graph.domain.explored import Line, LineKind, Point, PointKind, project_key
from graph.ledger.chain_edges import PlannedEdge, list_planned
from graph.store import Store


def planned_points(
    store: Store, nodes: Sequence[Point], *, at: date
) -> tuple[list[Point], list[Line]]:
    """Return the projects that are to make these nodes, each with a line to its node."""
    by_code = {point.code: point for point in nodes}
    edges = list_planned(store, list(by_code), at=at)
    points = [_point(edge, by_code[edge.node]) for edge in edges]
    lines = [Line(point.key, point.home, LineKind.PLANNED) for point in points]
    return points, lines


def _point(edge: PlannedEdge, home: Point) -> Point:
    return Point(
        project_key(edge.project.code),
        PointKind.PROJECT,
        edge.project.code,
        edge.project.name,
        edge.project.name_en,
        home.level,
        home.stage,
        home=home.key,
    )
