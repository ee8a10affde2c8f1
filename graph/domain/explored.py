"""What the map explorer shows: points and lines, and what was asked for."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Layer(StrEnum):
    """Which links are laid over the nodes: 节点供应, 企业, 企业往来, 计划项目."""

    SUPPLY = "supply"
    ENTERPRISES = "enterprises"
    TRADES = "trades"
    PROJECTS = "projects"


class Grouping(StrEnum):
    """What is drawn as one point; from the finest to the coarsest."""

    DISTRICT = "district"
    NODE = "node"
    SEGMENT = "segment"
    LINKED = "linked"
    STAGE = "stage"


class PointKind(StrEnum):
    """What a point stands for."""

    NODE = "node"
    ENTERPRISE = "enterprise"
    PROJECT = "project"
    GROUP = "group"


class Mark(StrEnum):
    """What is remarkable about a node: nobody here makes it, or one enterprise alone."""

    NONE = ""
    GAP = "gap"
    SINGLE = "single"


class LineKind(StrEnum):
    """What a line stands for."""

    SUPPLIES = "supplies"
    MAKES = "makes"
    TRADES = "trades"
    PLANNED = "planned"


@dataclass(frozen=True)
class Scope:
    """Where to look: a chain, a node or an enterprise and what is around it, or all industries.

    ``depth`` counts links from ``centre`` (a node) or ``firm``, up and down. ``region`` is a code,
    empty for everywhere; ``stage`` narrows to one stage, empty for all.
    """

    at: date
    layer: Layer = Layer.SUPPLY
    chain: str = ""
    centre: str = ""
    firm: str = ""
    depth: int = 2
    region: str = ""
    stage: str = ""


@dataclass(frozen=True)
class Point:
    """A node, an enterprise, a project, or a group of these.

    ``level`` is its column from left to right; ``stage`` its hue. ``makers`` counts the enterprises
    that make it in the region that was asked for, ``elsewhere`` those outside. ``home`` is the key
    of the point under which it stands, ``segment`` the code of a broader node that has no point,
    ``district`` the name of its region. A group ``holds`` more than one point; ``is_of_firms``
    where these are all enterprises.
    """

    key: str
    kind: PointKind
    code: str
    name: str
    name_en: str = ""
    level: int = 0
    stage: str = ""
    makers: int = 0
    elsewhere: int = 0
    mark: Mark = Mark.NONE
    home: str = ""
    segment: str = ""
    segment_name: str = ""
    segment_name_en: str = ""
    district: str = ""
    district_en: str = ""
    holds: int = 1
    is_of_firms: bool = False


@dataclass(frozen=True)
class Line:
    """A link between two points by their keys; ``count`` links of the map are drawn as one."""

    start: str
    end: str
    kind: LineKind
    weight: float = 1.0
    count: int = 1


@dataclass(frozen=True)
class View:
    """All that was found.

    ``left_out`` counts nodes beyond what is read at once; ``is_cut`` tells that not all enterprises
    or trade links were read either, so that their numbers are too small.
    """

    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    left_out: int = 0
    is_cut: bool = False
    by_key: dict[str, Point] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the points by their keys."""
        object.__setattr__(self, "by_key", {point.key: point for point in self.points})

    @property
    def size(self) -> int:
        """How many elements are to be drawn."""
        return len(self.points) + len(self.lines)


def node_key(code: str) -> str:
    """Return the key of a node's point."""
    return f"{PointKind.NODE}:{code}"


def enterprise_key(code: str) -> str:
    """Return the key of an enterprise's point."""
    return f"{PointKind.ENTERPRISE}:{code}"


def project_key(code: str) -> str:
    """Return the key of a project's point."""
    return f"{PointKind.PROJECT}:{code}"
