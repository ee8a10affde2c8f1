"""Draws a view of the map that has been laid out: lines, boxes, dots, words."""

from collections.abc import Callable, Iterator
from math import log2

from chainmatch.formats import count, shortened
from chainmatch.i18n import gettext, pick
from chainmatch.pictures.shapes import Box, Curve, Drawing, Shape, Words
from chainmatch.wording.map_names import STAGES
from graph.analysis.explore.layout import DOT, PILL, Head, Place, Sheet
from graph.domain.chain import Stage
from graph.domain.explored import Line, LineKind, Mark, Point, PointKind, View

HUES = {
    "upstream": ("#1d6a96", "#e3f1f9"),
    "midstream": ("#6547a8", "#efeafa"),
    "downstream": ("#23724f", "#e2f4ec"),
}
"""Ink and ground of each stage: the hues of static/css/site.css."""
PLAIN = ("#5b6775", "#eef2f6")
INK, GREY, GAP, LANDED, WHITE = "#14202e", "#5b6775", "#b42318", "#a85507", "#ffffff"
STROKES = {
    LineKind.SUPPLIES: "#b6c2d0",
    LineKind.MAKES: "#d5dce5",
    LineKind.TRADES: "#7da3d1",
    LineKind.PLANNED: LANDED,
}
THICKEST = 5.0
BOW = 34.0
NAME_FITS, GROUP_FITS, PILL_FITS = 18, 15, 10
AddressOf = Callable[[Point], str]


def no_address(_point: Point) -> str:
    """Open nothing."""
    return ""


def draw_map(view: View, sheet: Sheet, title: str, address_of: AddressOf = no_address) -> Drawing:
    """Draw a view; ``address_of`` gives each point what it opens."""
    shapes: list[Shape] = [Box(0, 0, sheet.width, sheet.height, WHITE, radius=0)]
    for head in sheet.heads:
        shapes += _head(head)
    shapes += [_curve(line, sheet) for line in view.lines]
    for place in sheet.places:
        shapes += _place(place, address_of(place.point))
    return Drawing(sheet.width, sheet.height, title, tuple(shapes))


def say_makers(point: Point) -> str:
    """Say in a word how many make a node, or what is remarkable about it."""
    if point.kind == PointKind.GROUP:
        return count(point.holds)
    if point.kind == PointKind.ENTERPRISE:
        return ""
    if point.mark == Mark.GAP:
        return gettext("缺口")
    return gettext("唯一") if point.mark == Mark.SINGLE else count(point.makers)


def say_name(point: Point) -> str:
    """Name a point; a group without a name of its own by what it holds."""
    name = pick(point.name, point.name_en)
    if name or point.kind != PointKind.GROUP:
        return name
    if point.home:
        return gettext("所在地未知")
    if point.stage:
        return gettext("%(stage)s · 合并", stage=gettext(STAGES[Stage(point.stage)]))
    return gettext("合并")


def say_point(point: Point) -> str:
    """Say in a sentence what a point is, for a tooltip."""
    name = say_name(point)
    if point.kind == PointKind.GROUP:
        firms, nodes = gettext("%(number)s 家企业"), gettext("合并了 %(number)s 个节点")
        words = firms if point.is_of_firms else nodes
        return f"{name} · {words % {'number': count(point.holds)}}"
    if point.kind == PointKind.NODE:
        words = f"{name} · {_say_count(point)}"
        if point.elsewhere:
            words += gettext("，外地 %(number)s 家", number=count(point.elsewhere))
        return words
    return f"{name} · {pick(point.district, point.district_en)}" if point.district else name


def _say_count(point: Point) -> str:
    if point.mark == Mark.GAP:
        return gettext("缺口：没有企业")
    if point.mark == Mark.SINGLE:
        return gettext("唯一：只有一家企业")
    return gettext("%(number)s 家企业", number=count(point.makers))


def _head(head: Head) -> Iterator[Shape]:
    ink, _ = HUES.get(head.stage, PLAIN)
    yield Words(head.x, 18, gettext(STAGES[Stage(head.stage)]), 14, ink, is_bold=True)
    yield Box(head.x, 25, head.width, 2, ink, radius=1)


def _curve(line: Line, sheet: Sheet) -> Curve:
    start, end = sheet.by_key[line.start], sheet.by_key[line.end]
    y1, y2 = start.middle, end.middle
    if start.x + start.width <= end.x:
        x1, x2 = start.x + start.width, end.x
    elif end.x + end.width <= start.x:
        x1, x2 = start.x, end.x + end.width
    else:
        x1, x2 = start.x + start.width, end.x + end.width
        right = max(x1, x2) + BOW
        points = ((x1, y1), (right, y1), (right, y2), (x2, y2))
        return _line(line, points)
    middle = (x1 + x2) / 2
    return _line(line, ((x1, y1), (middle, y1), (middle, y2), (x2, y2)))


def _line(line: Line, points: tuple[tuple[float, float], ...]) -> Curve:
    thickness = min(THICKEST, 1 + log2(max(1, line.count)) * 0.6)
    return Curve(points, STROKES[line.kind], thickness, line.kind == LineKind.PLANNED)


def _place(place: Place, href: str) -> Iterator[Shape]:
    ink, ground = HUES.get(place.point.stage, PLAIN)
    size, title = (place.width, place.height), say_point(place.point)
    if size == DOT:
        yield Box(place.x, place.y, *size, ink, radius=5, href=href, title=title)
    elif size == PILL:
        yield from _pill(place, ink, href, title)
    else:
        yield from _node(place, ink, ground, href, title)


def _pill(place: Place, ink: str, href: str, title: str) -> Iterator[Shape]:
    is_planned = place.point.kind == PointKind.PROJECT
    stroke = LANDED if is_planned else ink
    yield Box(
        place.x, place.y, *PILL, WHITE, stroke, radius=10, is_dashed=is_planned,
        href=href, title=title,
    )  # fmt: skip
    name, colour = shortened(say_name(place.point), PILL_FITS), LANDED if is_planned else INK
    yield Words(place.x + 7, place.y + 14, name, 10.5, colour)


def _node(place: Place, ink: str, ground: str, href: str, title: str) -> Iterator[Shape]:
    point = place.point
    is_gap = point.mark == Mark.GAP
    if point.kind == PointKind.GROUP:  # a second card behind says that it holds several
        yield Box(place.x + 4, place.y + 4, place.width, place.height, WHITE, ink)
    yield Box(
        place.x,
        place.y,
        place.width,
        place.height,
        WHITE if is_gap else ground,
        GAP if is_gap else ink,
        2.2 if point.mark == Mark.SINGLE else 1,
        is_dashed=is_gap,
        href=href,
        title=title,
    )
    base = place.y + place.height / 2 + 4.5
    fits = GROUP_FITS if point.mark != Mark.NONE else NAME_FITS
    yield Words(place.x + 8, base, shortened(say_name(point), fits), 12.5, INK)
    right = place.x + place.width - 7
    colour = GAP if is_gap else INK if point.mark == Mark.SINGLE else GREY
    is_bold = point.mark != Mark.NONE
    yield Words(right, base, say_makers(point), 11.5, colour, is_bold, to_left=True)
