"""A picture as plain data for the script that draws it in the browser."""

from typing import Any

from chainmatch.i18n import gettext
from chainmatch.pictures.map_drawing import say_makers, say_name, say_point
from chainmatch.rooms.explorer.queries import Picture, opens
from chainmatch.web import address_with
from chainmatch.wording.map_names import STAGES
from graph.analysis.explore.flows import Flows
from graph.analysis.explore.layout import Place
from graph.domain.chain import Stage
from graph.domain.explored import Line, PointKind


def as_data(picture: Picture) -> dict[str, Any]:
    """Return points with their places, lines by the numbers of their ends, and bands if asked."""
    numbers = {place.point.key: number for number, place in enumerate(picture.sheet.places)}
    return {
        "points": [_point(place) for place in picture.sheet.places],
        "lines": [_line(line, numbers) for line in picture.grouped.view.lines],
        "heads": [
            [gettext(STAGES[Stage(head.stage)]), head.stage, round(head.x), round(head.width)]
            for head in picture.sheet.heads
        ],
        "flows": _flows(picture.flows, numbers) if picture.flows else None,
    }


def _point(place: Place) -> list[Any]:
    point = place.point
    return [
        point.key,
        point.kind.value,
        say_name(point),
        say_point(point),
        point.stage,
        point.mark.value,
        say_makers(point) if point.kind in {PointKind.NODE, PointKind.GROUP} else "",
        [round(number) for number in (place.x, place.y, place.width, place.height)],
        point.level,
        address_with(**opens(point)) if point.kind == PointKind.GROUP else "",
    ]


def _line(line: Line, numbers: dict[str, int]) -> list[Any]:
    return [numbers[line.start], numbers[line.end], line.kind.value, line.count]


def _flows(flows: Flows, numbers: dict[str, int]) -> list[list[Any]]:
    return [[numbers[flow.start], numbers[flow.end], flow.value, flow.told] for flow in flows.flows]
