"""Where each point of a view stands on the sheet: columns from upstream to downstream.

Under a node stand, indented, its narrower nodes and then its enterprises: with their names where
there are few, as dots where there are many. Long columns are folded, so that the sheet is wider
than high.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.analysis.barycentre import ordered
from graph.domain.explored import Point, PointKind, View

BOX = (160.0, 28.0)
PILL = (76.0, 20.0)
DOT = (10.0, 10.0)
ROW = 36.0
INDENT = 14.0
DEEPEST = 3
GUTTER = 16.0
LEVEL_GAP = 56.0
HEAD = 34.0
MARGIN = 12.0
WIDER = 1.7
"""How much wider than high the sheet shall be."""
MOST_NAMED = 260
"""Up to so many enterprises are drawn with their names."""
STEPS = 24


@dataclass(frozen=True)
class Place:
    """A point on the sheet; ``x`` and ``y`` are of the left upper corner."""

    point: Point
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height at which lines reach it."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Head:
    """The heading over the columns of a stage."""

    stage: str
    x: float
    width: float


@dataclass(frozen=True)
class Sheet:
    """All places with the size of the whole."""

    width: float
    height: float
    heads: tuple[Head, ...]
    places: tuple[Place, ...]
    by_key: dict[str, Place] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the places by the keys of their points."""
        object.__setattr__(self, "by_key", {place.point.key: place for place in self.places})


Block = list[Place]


def lay_out(view: View) -> Sheet:
    """Give every point its place."""
    tree = _Tree(view)
    blocks = {key: tree.block(key) for keys in tree.levels.values() for key in keys}
    columns = {
        level: [blocks[key] for key in keys]
        for level, keys in ordered(tree.levels, tree.lifted(view)).items()
    }
    height = _best_height(columns)
    places: list[Place] = []
    spans: dict[str, tuple[float, float]] = {}
    left = MARGIN
    folded = [_folded(stacks, height) for stacks in columns.values()]
    tallest = max((_total(stack) for stacks in folded for stack in stacks), default=0.0)
    for stacks in folded:
        for stack in stacks:
            placed = _stacked(stack, left, HEAD + MARGIN + (tallest - _total(stack)) / 2)
            places += placed
            stage = placed[0].point.stage
            spans[stage] = (spans.get(stage, (left, left))[0], left + BOX[0])
            left = max(place.x + place.width for place in placed) + GUTTER
        left += LEVEL_GAP
    return Sheet(
        max((place.x + place.width for place in places), default=0) + MARGIN,
        max((place.y + place.height for place in places), default=0) + MARGIN,
        tuple(Head(stage, start, end - start) for stage, (start, end) in spans.items() if stage),
        tuple(places),
    )


class _Tree:
    """What stands under what; ``levels`` holds the topmost points of each column."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._under: dict[str, list[Point]] = defaultdict(list)
        self._root: dict[str, str] = {}
        firms = sum(point.kind == PointKind.ENTERPRISE for point in view.points)
        self._named = firms <= MOST_NAMED
        for point in view.points:
            if point.home in view.by_key:
                self._under[point.home].append(point)
        tops = [point for point in view.points if point.home not in view.by_key]
        for point in tops:
            self._claim(point.key, point.key)
        for point in view.points:  # circles of broader nodes have no top: begin anywhere
            if point.key not in self._root:
                tops.append(point)
                self._claim(point.key, point.key)
        found: dict[int, list[str]] = defaultdict(list)
        for point in tops:
            found[point.level].append(point.key)
        self.levels = dict(sorted(found.items()))

    def lifted(self, view: View) -> list[tuple[str, str]]:
        """Return the lines between topmost points."""
        return [(self._root[line.start], self._root[line.end]) for line in view.lines]

    def block(self, key: str) -> Block:
        """Lay out one topmost point with all under it, from its own corner."""
        places: Block = []
        self._add(self._view.by_key[key], key, 0, 0.0, places)
        return places

    def _claim(self, key: str, root: str) -> None:
        waiting = [key]
        while waiting:
            each = waiting.pop()
            if each not in self._root:
                self._root[each] = root
                waiting += [point.key for point in self._under[each]]

    def _add(self, point: Point, root: str, depth: int, top: float, places: Block) -> float:
        """Place a point and what is under it; return where the next begins."""
        x = min(depth, DEEPEST) * INDENT
        width, height = self._size(point)
        places.append(Place(point, x, top, width, height))
        top += ROW
        small: list[Point] = []
        for each in self._under[point.key]:
            if each.key == root or self._root[each.key] != root:
                continue
            if each.kind == PointKind.NODE:
                top = self._add(each, root, depth + 1, top, places)
            else:
                small.append(each)
        return self._add_grid(small, x + INDENT, top, places)

    def _add_grid(self, small: Sequence[Point], left: float, top: float, places: Block) -> float:
        x, row = left, 0.0
        for point in small:
            width, height = self._size(point)
            if x + width > left + BOX[0]:
                x, top, row = left, top + row, 0.0
            places.append(Place(point, x, top, width, height))
            x, row = x + width + 6, max(row, height + 6)
        return top + row + (4 if small else 0)

    def _size(self, point: Point) -> tuple[float, float]:
        if point.kind == PointKind.ENTERPRISE and point.home in self._view.by_key:
            return PILL if self._named else DOT
        if point.kind == PointKind.PROJECT or (point.kind == PointKind.GROUP and point.home):
            return PILL
        return BOX


def _tall(block: Block) -> float:
    last = max(place.y + place.height for place in block)
    return max(ROW, last + 8)


def _folded(blocks: Iterable[Block], height: float) -> list[list[Block]]:
    """Fill columns of a height one after the other, so that the order stays."""
    columns: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        if columns[-1] and used + _tall(block) > height:
            columns.append([])
            used = 0.0
        columns[-1].append(block)
        used += _tall(block)
    return columns


def _best_height(columns: Mapping[int, list[Block]]) -> float:
    """Find by halving how high columns may be for the sheet to be wider than high."""
    talls = {level: [_tall(block) for block in blocks] for level, blocks in columns.items()}
    low = max((max(tall) for tall in talls.values()), default=ROW)
    high = max((sum(tall) for tall in talls.values()), default=ROW)
    for _ in range(STEPS):
        if _width(columns, high) >= WIDER * high:
            break
        middle = (low + high) / 2
        if _width(columns, middle) >= WIDER * middle:
            low = middle
        else:
            high = middle
    return max(low, high)


def _width(columns: Mapping[int, list[Block]], height: float) -> float:
    return sum(
        sum(_wide(stack) + GUTTER for stack in _folded(blocks, height)) + LEVEL_GAP
        for blocks in columns.values()
    )


def _wide(stack: Iterable[Block]) -> float:
    return max((place.x + place.width for block in stack for place in block), default=BOX[0])


def _total(stack: Iterable[Block]) -> float:
    return sum(_tall(block) for block in stack)


def _stacked(blocks: Iterable[Block], left: float, top: float) -> list[Place]:
    places: list[Place] = []
    for block in blocks:
        places += [
            Place(place.point, left + place.x, top + place.y, place.width, place.height)
            for place in block
        ]
        top += _tall(block)
    return places
