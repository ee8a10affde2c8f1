"""A schematic map of districts, drawn by ourselves: shapes on a grid, shades by value.

Changsha's districts are set by hand, roughly where they lie (the Xiang between 岳麓 and 天心, 芙蓉,
开福); regions without a shape, also those of any other city, stand as tiles in the order of codes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

Corner = tuple[float, float]

SHADES = 5
UNIT = 20
"""SVG units of one step of the grid."""
TILE = 5
GAP = 0.5
MARGIN = 0.5


@dataclass(frozen=True)
class Shape:
    """A district on the grid: its corners in order, and the middle of its name."""

    code: str
    corners: tuple[Corner, ...]
    middle: Corner


CHANGSHA = (
    Shape(
        "430182",
        ((0, 8), (5, 5), (10, 6), (11, 9), (10, 14), (12, 18), (5, 21), (0, 17)),
        (5.3, 12.6),
    ),
    Shape(
        "430112",
        ((10, 6), (9, 2), (14, 0), (18.5, 2), (18.5, 6), (16, 8), (15, 10), (11, 9)),
        (13.9, 4.9),
    ),
    Shape("430104", ((11, 9), (15, 10), (15, 14.5), (16, 18), (12, 18), (10, 14)), (12.9, 13.5)),
    Shape(
        "430105",
        ((18.5, 2), (22, 3), (22, 9), (19, 10), (15, 10), (16, 8), (18.5, 6)),
        (19.9, 7.1),
    ),
    Shape("430102", ((15, 10), (19, 10), (22, 9), (22, 12.5), (19, 13.2), (15, 13)), (18.5, 11.2)),
    Shape("430103", ((15, 13), (19, 13.2), (19, 17), (18, 20.5), (16, 18), (15, 14.5)), (17, 15.4)),
    Shape(
        "430111", ((19, 13.2), (22, 12.5), (24, 16), (22, 20), (18, 20.5), (19, 17)), (21.3, 16.4)
    ),
    Shape(
        "430121",
        (
            (18.5, 2),
            (20.5, 0),
            (25.5, 1),
            (27.5, 6),
            (27, 11),
            (28, 15),
            (26, 19),
            (22, 20),
            (24, 16),
            (22, 12.5),
            (22, 3),
        ),
        (24.7, 8.2),
    ),
    Shape(
        "430181",
        (
            (25.5, 1),
            (31.5, 0),
            (36, 4),
            (35, 10),
            (36, 16),
            (31.5, 21),
            (26, 19),
            (28, 15),
            (27, 11),
            (27.5, 6),
        ),
        (31.5, 10.4),
    ),
)
"""Districts by GB/T 2260 code, west to east."""

WIDTH = 36
HEIGHT = 21


@dataclass(frozen=True)
class Area:
    """A district as it is drawn: SVG points, the middle of its name, 0 for nothing to SHADES."""

    code: str
    points: str
    x: float
    y: float
    value: int
    shade: int


@dataclass(frozen=True)
class Shade:
    """One step of the legend: which values it stands for."""

    number: int
    low: int
    high: int


@dataclass(frozen=True)
class DistrictMap:
    """All that is drawn, in SVG units; ``areas`` in the order in which they are read."""

    width: float
    height: float
    areas: tuple[Area, ...]
    shades: tuple[Shade, ...]


def draw(values: Mapping[str, int]) -> DistrictMap:
    """Draw the regions that values are told of, and all of Changsha's where one of them is there.

    A region without a value (Changsha's others) is 0; values below 0 are drawn as 0.
    """
    shapes, width, height = lay_out(values)
    most = max([0, *values.values()])
    areas = tuple(_area(shape, max(0, values.get(shape.code, 0)), most) for shape in shapes)
    return DistrictMap(
        (width + 2 * MARGIN) * UNIT, (height + 2 * MARGIN) * UNIT, areas, _legend(areas, most)
    )


def lay_out(codes: Iterable[str]) -> tuple[list[Shape], float, float]:
    """Place regions on the grid; return their shapes, the width and the height."""
    wanted = set(codes)
    known = {shape.code for shape in CHANGSHA}
    if not wanted & known:
        return _tiles(sorted(wanted), 0, _columns(len(wanted)))
    others = sorted(wanted - known)
    columns = int((WIDTH + GAP) // (TILE + GAP))
    tiles, _, bottom = _tiles(others, HEIGHT + 2 * GAP, columns)
    return [*CHANGSHA, *tiles], WIDTH, bottom if others else HEIGHT


def _columns(number: int) -> int:
    """Return how many tiles stand in a row, so that the whole is wider than high."""
    return max(1, ceil(sqrt(number * 2)))


def _tiles(codes: Sequence[str], top: float, columns: int) -> tuple[list[Shape], float, float]:
    step = TILE + GAP
    rows = ceil(len(codes) / columns)
    shapes = []
    for place, code in enumerate(codes):
        x, y = place % columns * step, top + place // columns * step
        corners = ((x, y), (x + TILE, y), (x + TILE, y + TILE), (x, y + TILE))
        shapes.append(Shape(code, corners, (x + TILE / 2, y + TILE / 2)))
    return shapes, min(columns, max(1, len(codes))) * step - GAP, top + max(1, rows) * step - GAP


def shade_of(value: int, most: int) -> int:
    """Return 0 for nothing, else 1 to SHADES by even steps up to the largest value."""
    return ceil(value * SHADES / most) if value > 0 and most > 0 else 0


def _area(shape: Shape, value: int, most: int) -> Area:
    points = " ".join(f"{_unit(x)},{_unit(y)}" for x, y in shape.corners)
    x, y = shape.middle
    return Area(shape.code, points, _unit(x), _unit(y), value, shade_of(value, most))


def _unit(place: float) -> float:
    return round((place + MARGIN) * UNIT, 1)


def _legend(areas: Sequence[Area], most: int) -> tuple[Shade, ...]:
    """List the steps that an area has, each with its limits."""
    used = sorted({area.shade for area in areas})
    return tuple(
        Shade(number, (number - 1) * most // SHADES + 1 if number else 0, number * most // SHADES)
        for number in used
    )
