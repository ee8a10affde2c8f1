"""Columns of the place where an enterprise stands."""

from collections.abc import Mapping
from typing import Any

from graph.domain.location import DATUM_NAMES, find_mistake
from graph.exchange.cells import CellValue
from graph.exchange.fields.figures import degrees_parser
from graph.exchange.fields.texts import choice_parser
from graph.exchange.templates.declare import Column
from graph.messages import Message, message

_parse_name = choice_parser(DATUM_NAMES)


def _parse_datum(value: CellValue) -> str | Message:
    """Read a datum, also as ``GCJ-02``."""
    return _parse_name(value.replace("-", "") if isinstance(value, str) else value)


COORDINATES = (
    Column(
        "longitude",
        "经度",
        "Longitude",
        degrees_parser(180),
        message("十进制度数，东经为正；与纬度、坐标系一起填"),
        default=None,
        example="112.93854",
    ),
    Column(
        "latitude",
        "纬度",
        "Latitude",
        degrees_parser(180),
        message("十进制度数，北纬为正"),
        default=None,
        example="28.22821",
    ),
    Column(
        "datum",
        "坐标系",
        "Datum",
        _parse_datum,
        message("GPS、天地图是 WGS84；高德、腾讯地图是 GCJ02；百度地图的坐标请先转换"),
        choices=DATUM_NAMES,
        example="GCJ02",
    ),
)


def check_coordinates(row: Mapping[str, Any]) -> tuple[str, Message] | None:
    """Look at the three columns of a row together."""
    return find_mistake(row["longitude"], row["latitude"], row["datum"])
