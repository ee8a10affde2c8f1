"""The picture of a chain: columns from upstream to downstream, boxes, and the links between.

Pure geometry.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.analysis.barycentre import ordered
from graph.domain.chain import Stage
from graph.domain.chain_summary import NodeSummary

STAGES = (Stage.UPSTREAM, Stage.MIDSTREAM, Stage.DOWNSTREAM)
BOX_WIDTH = 172
BOX_HEIGHT = 30
ROW = 38
COLUMN = 400
HEAD = 34
MARGIN = 6
BOW = 34
"""How far a link within one column bends out to the right."""
FOLD_AFTER = 16
"""A stage with more boxes than this stands in two columns."""
MOST_OF_A_STAGE = 32


@dataclass(frozen=True)
class Box:
    """A node with its place; x and y are of the left upper corner, in SVG units."""

    node: NodeSummary
    x: int
    y: int
    bar: int


@dataclass(frozen=True)
class Curve:
    """A supply link, as an SVG path from the right of one box to the left of another."""

    start: str
    end: str
    path: str


@dataclass(frozen=True)
class Head:
    """The heading over a stage; ``left_out`` nodes of it are not drawn."""

    stage: Stage
    x: int
    width: int
    left_out: int


@dataclass(frozen=True)
class Picture:
    """All that is drawn."""

    width: int
    height: int
    heads: tuple[Head, ...]
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


Links = Sequence[tuple[str, str]]


def draw(nodes: Sequence[NodeSummary], links: Links) -> Picture:
    """Lay out a chain; links to what is not drawn are left out."""
    shown = {stage: _largest(nodes, stage) for stage in STAGES}
    order = ordered({stage: [node.code for node in shown[stage]] for stage in STAGES}, links)
    by_code = {node.code: node for stage in STAGES for node in shown[stage]}
    most = max((node.enterprises for node in nodes), default=0)
    heads, boxes = [], []
    left = MARGIN
    for stage in STAGES:
        columns = _folded(order[stage])
        if not columns:
            continue
        width = BOX_WIDTH + (len(columns) - 1) * (BOX_WIDTH + 24)
        missing = sum(node.stage == stage for node in nodes) - len(order[stage])
        heads.append(Head(stage, left, width, missing))
        for place, column in enumerate(columns):
            x = left + place * (BOX_WIDTH + 24)
            boxes += [_box(by_code[code], x, row, most) for row, code in enumerate(column)]
        left += width + COLUMN - BOX_WIDTH - 60
    height = max((box.y for box in boxes), default=0) + BOX_HEIGHT + MARGIN
    width = max((box.x for box in boxes), default=0) + BOX_WIDTH + BOW + MARGIN
    return Picture(width, height, tuple(heads), tuple(boxes), _curves(boxes, links))


def _largest(nodes: Sequence[NodeSummary], stage: Stage) -> list[NodeSummary]:
    """Return the nodes of a stage in their given order; of too many, those with most makers."""
    of_stage = [node for node in nodes if node.stage == stage]
    if len(of_stage) <= MOST_OF_A_STAGE:
        return of_stage
    kept = sorted(of_stage, key=lambda node: (-node.enterprises, node.code))[:MOST_OF_A_STAGE]
    return [node for node in of_stage if node in kept]


def _folded(codes: list[str]) -> list[list[str]]:
    """Split a long column in two, every other box to the right, so that the order stays."""
    if len(codes) <= FOLD_AFTER:
        return [codes] if codes else []
    return [codes[0::2], codes[1::2]]


def _box(node: NodeSummary, x: int, row: int, most: int) -> Box:
    bar = round(BOX_WIDTH * node.enterprises / most) if most else 0
    return Box(node, x, HEAD + row * ROW, bar)


def _curves(boxes: Sequence[Box], links: Links) -> tuple[Curve, ...]:
    by_code = {box.node.code: box for box in boxes}
    return tuple(
        Curve(start, end, _path(by_code[start], by_code[end]))
        for start, end in links
        if start in by_code and end in by_code
    )


def _path(start: Box, end: Box) -> str:
    y1, y2 = start.y + BOX_HEIGHT // 2, end.y + BOX_HEIGHT // 2
    if start.x == end.x:  # within one column: a bow at its right
        right = start.x + BOX_WIDTH
        return f"M{right},{y1} C{right + BOW},{y1} {right + BOW},{y2} {right},{y2}"
    x1, x2 = (start.x + BOX_WIDTH, end.x) if start.x < end.x else (start.x, end.x + BOX_WIDTH)
    middle = (x1 + x2) // 2
    return f"M{x1},{y1} C{middle},{y1} {middle},{y2} {x2},{y2}"
