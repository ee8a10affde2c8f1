"""What is drawn as one point where there would be too much to draw."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from graph.domain.explored import Grouping, Line, LineKind, Mark, Point, PointKind, View

MOST_ELEMENTS = 5000
"""Points and lines that a browser still moves smoothly (scripts/bench_map)."""

MOST_KEPT = 800
"""How many nodes stay at most where the rest of each column is put together."""
LEAST_KEPT = 25

HomeOf = Callable[[Point], str]


@dataclass(frozen=True)
class Grouped:
    """A view as it is drawn: ``by`` says what was put together, None where nothing was.

    ``forced`` tells that more than was asked for had to be put together.
    """

    view: View
    by: Grouping | None
    forced: bool
    asked_size: int


def group(view: View, asked: Grouping | None, most: int = MOST_ELEMENTS) -> Grouped:
    """Put together what was asked for, and more where the view would hold over ``most`` elements.

    The finest grouping that fits is taken: enterprises by district, by node, nodes by segment, all
    but the best linked nodes by column, everything by stage. By stage always fits.
    """
    found = put_together(view, asked, most) if asked else view
    size, by = found.size, asked
    coarser = list(Grouping)[list(Grouping).index(asked) + 1 :] if asked else list(Grouping)
    while found.size > most and coarser:
        by = coarser.pop(0)
        found = put_together(view, by, most)
    return Grouped(found, by, by != asked, size)


def put_together(view: View, by: Grouping, most: int = MOST_ELEMENTS) -> View:
    """Draw the points of one district (at one node), node, segment or stage as one.

    Of the best linked nodes as many stay as leave room for their lines within ``most`` elements.
    """
    if by == Grouping.DISTRICT:
        return _folded(view, lambda point: _district(point, view), _district_group)
    if by == Grouping.NODE:
        return _folded(view, lambda point: _node_of(point, view), _keep_node)
    if by == Grouping.SEGMENT:
        return _folded(view, _segments(view), _segment_group)
    if by == Grouping.LINKED:
        return _linked(view, most)
    return _folded(view, lambda point: f"group:{_stage_key(point)}", _stage_group)


def _stage_key(point: Point) -> str:
    return point.stage or str(point.level)


def _district(point: Point, view: View) -> str:
    if point.kind != PointKind.ENTERPRISE:
        return point.key
    return f"group:{_node_of(point, view)}/{point.district}"


def _node_of(point: Point, view: View) -> str:
    if point.kind in {PointKind.NODE, PointKind.GROUP}:
        return point.key
    return point.home if point.home in view.by_key else point.key


def _segments(view: View) -> HomeOf:
    roots = _roots(view)

    def segment(point: Point) -> str:
        if roots[point.key] != point.key or not point.segment:
            return roots[point.key]
        return f"group:{point.level}/{point.segment}"

    return segment


def _linked(view: View, most: int) -> View:
    number = MOST_KEPT
    found = _folded(view, _best_linked(view, number), _rest_group)
    while found.size > most and number > LEAST_KEPT:
        number //= 2
        found = _folded(view, _best_linked(view, number), _rest_group)
    return found


def _best_linked(view: View, number: int) -> HomeOf:
    """Keep this number of nodes, those with most lines."""
    roots = _roots(view)
    degree: Counter[str] = Counter()
    for line in view.lines:
        degree.update({roots[line.start], roots[line.end]})
    order = sorted(set(roots.values()), key=lambda key: (-degree[key], key))
    kept = set(order[:number])

    def home(point: Point) -> str:
        root = view.by_key[roots[point.key]]
        return root.key if root.key in kept else f"group:rest/{root.level}"

    return home


def _roots(view: View) -> dict[str, str]:
    """Return for each point the topmost point above it; circles end where they began."""
    found: dict[str, str] = {}
    for point in view.points:
        key, seen = point.key, {point.key}
        while (home := view.by_key[key].home) in view.by_key and home not in seen:
            seen.add(home)
            key = home
        found[point.key] = key
    return found


def _folded(
    view: View, target: HomeOf, represent: Callable[[str, list[Point], View], Point]
) -> View:
    members: dict[str, list[Point]] = defaultdict(list)
    into: dict[str, str] = {}
    for point in view.points:
        into[point.key] = target(point)
        members[into[point.key]].append(point)
    points = tuple(represent(key, held, view) for key, held in members.items())
    return replace(view, points=points, lines=tuple(_merged(view.lines, into)))


def _merged(lines: Iterable[Line], into: dict[str, str]) -> list[Line]:
    """Add up the lines between the same two groups; lines within one group vanish."""
    sums: dict[tuple[str, str, LineKind], tuple[float, int]] = {}
    for line in lines:
        ends = (into[line.start], into[line.end], line.kind)
        if ends[0] != ends[1]:
            weight, count = sums.get(ends, (0.0, 0))
            sums[ends] = (weight + line.weight, count + line.count)
    return [Line(*ends, weight, count) for ends, (weight, count) in sums.items()]


def _keep_node(key: str, held: list[Point], view: View) -> Point:
    """Let a node speak for what stands under it."""
    return replace(view.by_key[key], holds=_nodes_in(held), home=_outer(view.by_key[key], held))


def _segment_group(key: str, held: list[Point], view: View) -> Point:
    if key in view.by_key:
        return _keep_node(key, held, view)
    first = held[0]
    return replace(
        first,
        key=key,
        kind=PointKind.GROUP,
        code=first.segment,
        name=first.segment_name,
        name_en=first.segment_name_en,
        makers=0,
        elsewhere=0,
        mark=Mark.NONE,
        holds=_nodes_in(held),
    )


def _rest_group(key: str, held: list[Point], view: View) -> Point:
    if key in view.by_key:
        return _keep_node(key, held, view)
    first = held[0]
    return Point(
        key,
        PointKind.GROUP,
        "",
        "",
        level=first.level,
        stage=first.stage,
        holds=_nodes_in(held),
        is_of_firms=_are_firms(held),
    )


def _outer(node: Point, held: list[Point]) -> str:
    return "" if node.home in {point.key for point in held} else node.home


def _nodes_in(held: list[Point]) -> int:
    if _are_firms(held):
        return len(held)
    return max(1, sum(point.kind == PointKind.NODE for point in held))


def _are_firms(held: list[Point]) -> bool:
    return all(point.kind == PointKind.ENTERPRISE for point in held)


def _district_group(key: str, held: list[Point], view: View) -> Point:
    if not key.startswith("group:"):
        return view.by_key[key]
    first = held[0]
    return Point(
        key,
        PointKind.GROUP,
        first.home,
        first.district,
        first.district_en,
        first.level,
        first.stage,
        makers=len(held),
        home=first.home,
        district=first.district,
        district_en=first.district_en,
        holds=len(held),
        is_of_firms=True,
    )


def _stage_group(key: str, held: list[Point], view: View) -> Point:
    return Point(
        key,
        PointKind.GROUP,
        "",
        "",
        level=min(point.level for point in held),
        stage=held[0].stage,
        makers=sum(point.kind == PointKind.ENTERPRISE for point in held),
        holds=_nodes_in(held),
        is_of_firms=_are_firms(held),
    )
