"""Where an enterprise stands on the earth, and how far two of them are apart.

Coordinates are kept as they were told, with their datum, and compared in WGS-84. GCJ-02 is the
datum of Chinese web maps; it lies up to some 700 m beside WGS-84 within mainland China.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, pi, radians, sin, sqrt

from graph.messages import Message, message

EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""
_AXIS = 6378245.0
_ECCENTRICITY = 0.00669342162296594323
_WEST, _EAST, _SOUTH, _NORTH = 72.004, 137.8347, 0.8293, 55.8271
MOST_NORTH = 90
_ROUNDS = 5
"""Each round of the way back leaves about a thousandth of the error."""


class Datum(StrEnum):
    """What coordinates are measured against."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"


DATUM_NAMES = {"WGS84": Datum.WGS84, "GCJ02": Datum.GCJ02}


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees east and north in WGS-84."""

    longitude: float
    latitude: float


def find_mistake(
    longitude: float | None, latitude: float | None, datum: str
) -> tuple[str, Message] | None:
    """Return the column at fault and why, where the three do not make a place; else None."""
    if longitude is None and latitude is None:
        return ("datum", message("没有经纬度，不用填坐标系")) if datum else None
    if longitude is None or latitude is None:
        missing = "longitude" if longitude is None else "latitude"
        return missing, message("经度和纬度要一起填")
    if not datum:
        return "datum", message("填了经纬度，就要写明坐标系：WGS84 或 GCJ02")
    if _is_in_china(longitude, latitude):
        return None
    return _mistake_abroad(longitude, latitude, datum)


def _mistake_abroad(longitude: float, latitude: float, datum: str) -> tuple[str, Message] | None:
    if not longitude and not latitude:
        return "longitude", message("经纬度都是 0，不是真实的位置")
    if _is_in_china(latitude, longitude):
        return "longitude", message("经度和纬度像是写反了")
    if abs(latitude) > MOST_NORTH:
        return "latitude", message("应在 -%(most)s 到 %(most)s 之间", most=MOST_NORTH)
    if datum == Datum.GCJ02:
        return "datum", message("GCJ02 只用于中国境内，境外的位置请用 WGS84")
    return None


def to_point(longitude: float, latitude: float, datum: str) -> Point:
    """Return coordinates of either datum in WGS-84 (GCJ-02 by inverse iteration, within 1 m)."""
    if datum != Datum.GCJ02:
        return Point(longitude, latitude)
    east, north = longitude, latitude
    for _ in range(_ROUNDS):
        shifted = _to_gcj02(east, north)
        east += longitude - shifted[0]
        north += latitude - shifted[1]
    return Point(east, north)


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance (haversine)."""
    north, south = radians(one.latitude), radians(other.latitude)
    half = sin((south - north) / 2) ** 2
    turn = sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half + cos(north) * cos(south) * turn)))


def _is_in_china(longitude: float, latitude: float) -> bool:
    return _WEST <= longitude <= _EAST and _SOUTH <= latitude <= _NORTH


def _to_gcj02(longitude: float, latitude: float) -> tuple[float, float]:
    """Shift as GCJ-02 does (the published reverse engineering of its offsets, eviltransform)."""
    east, north = longitude - 105.0, latitude - 35.0
    phi = radians(latitude)
    squeezed = 1 - _ECCENTRICITY * sin(phi) ** 2
    root = sqrt(squeezed)
    up = _northward(east, north) * 180 / (_AXIS * (1 - _ECCENTRICITY) / (squeezed * root) * pi)
    right = _eastward(east, north) * 180 / (_AXIS / root * cos(phi) * pi)
    return longitude + right, latitude + up


def _northward(x: float, y: float) -> float:
    shift = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    shift += _wave(x) + (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    return shift + (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3


def _eastward(x: float, y: float) -> float:
    shift = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    shift += _wave(x) + (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    return shift + (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3


def _wave(x: float) -> float:
    return (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
