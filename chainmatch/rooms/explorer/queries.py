"""What the pages of the explorer show."""

from collections import Counter
from dataclasses import dataclass

from chainmatch.pictures.map_drawing import AddressOf, draw_map, no_address
from chainmatch.pictures.shapes import Drawing
from chainmatch.rooms.explorer.labels import OF_NODES
from chainmatch.viewing.focus import Focus, list_open_chains
from chainmatch.viewing.wanted import Wanted
from chainmatch.web import Page
from graph.analysis.explore.flows import Flows, flows_of
from graph.analysis.explore.grouping import Grouped, group, put_together
from graph.analysis.explore.layout import Sheet, lay_out
from graph.domain.explored import Grouping, Layer, Mark, Point, PointKind
from graph.store import Store
from graph.store.map import choices
from graph.store.map.choices import Choice
from graph.viewing.reading import read_view

ROWS = 50


@dataclass(frozen=True)
class Row:
    """A line of the table: a point with how many lines reach and leave it."""

    point: Point
    comes: int
    goes: int


@dataclass(frozen=True)
class Filters:
    """What can be chosen."""

    chains: list[Choice]
    regions: list[Choice]
    layers: list[Layer]


@dataclass(frozen=True)
class Picture:
    """A view ready to be drawn; ``ignored`` is a grouping asked for that changes nothing of it."""

    title: str
    grouped: Grouped
    sheet: Sheet
    flows: Flows | None
    ignored: Grouping | None = None

    @property
    def gaps(self) -> int:
        """Nodes that nobody makes."""
        return sum(point.mark == Mark.GAP for point in self.grouped.view.points)

    @property
    def singles(self) -> int:
        """Nodes that one enterprise alone makes."""
        return sum(point.mark == Mark.SINGLE for point in self.grouped.view.points)


@dataclass(frozen=True)
class Table:
    """A page of the points of a view, in the order of the picture."""

    rows: list[Row]
    page: Page


def list_filters(store: Store, *, is_staff: bool) -> Filters:
    """List chains, regions and layers to choose from; drafts and projects are for the staff."""
    layers = [layer for layer in Layer if is_staff or layer != Layer.PROJECTS]
    return Filters(
        list_open_chains(store, is_staff=is_staff), choices.list_region_choices(store), layers
    )


def show_picture(store: Store, focus: Focus, wanted: Wanted) -> Picture | None:
    """Read and lay out a view; None where nothing is chosen or found."""
    view = read_view(store, focus.scope) if focus.scope else None
    if view is None or not view.points:
        return None
    is_sankey = wanted.picture == "sankey"
    drawn = put_together(view, Grouping.NODE) if is_sankey else view
    is_of_nodes = wanted.group in OF_NODES
    applies = not (is_of_nodes and (is_sankey or (focus.scope and focus.scope.firm)))
    grouped = group(drawn, wanted.group if applies else None)
    is_in_nodes = is_sankey and wanted.group == Grouping.NODE and drawn.size < view.size
    ignored = None if is_in_nodes or grouped.view.size < drawn.size else wanted.group
    flows = flows_of(grouped.view) if is_sankey else None
    return Picture(focus.title, grouped, lay_out(grouped.view), flows, ignored)


def draw_picture(picture: Picture, address_of: AddressOf = no_address) -> Drawing:
    """Draw a picture to be written as a file."""
    return draw_map(picture.grouped.view, picture.sheet, picture.title, address_of)


def list_rows(picture: Picture, number: int) -> Table:
    """List a page of the points, as they stand on the sheet."""
    points = [place.point for place in picture.sheet.places]
    page = Page(number, ROWS, len(points))
    comes: Counter[str] = Counter()
    goes: Counter[str] = Counter()
    for line in picture.grouped.view.lines:
        comes[line.end] += line.count
        goes[line.start] += line.count
    shown = points[page.offset : page.offset + ROWS]
    return Table([Row(point, comes[point.key], goes[point.key]) for point in shown], page)


def opens(point: Point) -> dict[str, str | None]:
    """Say which change of the address shows what is behind a point: its sheet, or a closer view."""
    if point.kind != PointKind.GROUP:
        return {"open": point.key, "to": None}
    if point.code:
        return {"open": f"{PointKind.NODE}:{point.code}", "to": None}
    return {"stage": point.stage or None, "group": None, "open": None, "to": None}
