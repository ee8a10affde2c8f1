"""What a picture is made of; units are pixels at full size, colours ``#rrggbb``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle with round corners; ``href`` and ``title`` where it can be opened."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str = ""
    thickness: float = 1.0
    radius: float = 5.0
    is_dashed: bool = False
    href: str = ""
    title: str = ""


@dataclass(frozen=True)
class Curve:
    """A cubic Bézier curve through four points."""

    points: tuple[tuple[float, float], ...]
    stroke: str
    thickness: float = 1.0
    is_dashed: bool = False


@dataclass(frozen=True)
class Words:
    """A line of text; ``x`` is its left edge, or its right one, ``y`` its baseline."""

    x: float
    y: float
    text: str
    size: float
    fill: str
    is_bold: bool = False
    to_left: bool = False


Shape = Box | Curve | Words


@dataclass(frozen=True)
class Drawing:
    """Shapes in the order in which they are painted."""

    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...]
