"""Flows for a Sankey diagram, which cannot draw circles."""

from collections.abc import Sequence
from dataclasses import dataclass

import networkx

from graph.domain.explored import Line, LineKind, Point, View

DRAWN = (LineKind.SUPPLIES, LineKind.TRADES)


@dataclass(frozen=True)
class Flow:
    """One band: ``value`` sets its width (at least 1), ``told`` is the number behind it."""

    start: str
    end: str
    value: float
    told: float


@dataclass(frozen=True)
class Flows:
    """Points that have a band, and the bands.

    Left out are ``apart`` points without a band, and ``backwards`` lines.
    """

    points: tuple[Point, ...]
    flows: tuple[Flow, ...]
    backwards: int
    apart: int = 0


def flows_of(view: View) -> Flows:
    """Choose bands that run from left to right; of those within a column, as many as fit.

    A band is as wide as its links: trade links where the view has them, else enterprises that make
    what is supplied.
    """
    kind = LineKind.TRADES if _has_trades(view) else LineKind.SUPPLIES
    lines = [line for line in view.lines if line.kind == kind]
    kept = _without_circles(view, lines)
    flows = tuple(_flow(view, line, kind) for line in kept)
    used = {end for flow in flows for end in (flow.start, flow.end)}
    points = tuple(point for point in view.points if point.key in used)
    return Flows(points, flows, len(lines) - len(kept), len(view.points) - len(points))


def _has_trades(view: View) -> bool:
    return any(line.kind == LineKind.TRADES for line in view.lines)


def _flow(view: View, line: Line, kind: LineKind) -> Flow:
    told = line.count if kind == LineKind.TRADES else view.by_key[line.start].makers
    return Flow(line.start, line.end, max(1.0, float(told)), told)


def _without_circles(view: View, lines: Sequence[Line]) -> list[Line]:
    """Keep lines to a later column; within a column, each that closes no circle, widest first."""
    kept, level = [], networkx.DiGraph()
    for line in sorted(lines, key=lambda each: (-each.count, each.start, each.end)):
        start, end = view.by_key[line.start].level, view.by_key[line.end].level
        if start < end:
            kept.append(line)
        elif start == end and not (
            line.end in level
            and line.start in level
            and networkx.has_path(level, line.end, line.start)
        ):
            level.add_edge(line.start, line.end)
            kept.append(line)
    return kept
