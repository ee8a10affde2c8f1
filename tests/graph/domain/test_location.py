"""Coordinates: what makes a place, two datums, distances."""

import pytest

from graph.domain.centres import CENTRES, centre_of
from graph.domain.location import Point, distance_km, find_mistake, to_point


@pytest.mark.parametrize(
    ("told", "field", "reason"),
    [
        ((112.9, 28.2, ""), "datum", "填了经纬度，就要写明坐标系：WGS84 或 GCJ02"),
        ((112.9, None, "wgs84"), "latitude", "经度和纬度要一起填"),
        ((None, 28.2, "wgs84"), "longitude", "经度和纬度要一起填"),
        ((None, None, "wgs84"), "datum", "没有经纬度，不用填坐标系"),
        ((28.2, 112.9, "wgs84"), "longitude", "经度和纬度像是写反了"),
        ((0.0, 0.0, "wgs84"), "longitude", "经纬度都是 0，不是真实的位置"),
        ((8.7, 50.1, "gcj02"), "datum", "GCJ02 只用于中国境内，境外的位置请用 WGS84"),
    ],
)
def test_what_is_no_place(told: tuple, field: str, reason: str) -> None:
    found = find_mistake(*told)
    assert found is not None
    assert (found[0], str(found[1])) == (field, reason)


def test_what_is_a_place() -> None:
    for told in ((112.9, 28.2, "gcj02"), (8.7, 50.1, "wgs84"), (None, None, "")):
        assert find_mistake(*told) is None


def test_gcj02_is_shifted_back() -> None:
    """The published example of the offset in Changsha: some 660 m to the east and south."""
    point = to_point(112.94344805, 28.22449112, "gcj02")
    assert distance_km(point, Point(112.938, 28.228)) < 0.001
    assert to_point(112.938, 28.228, "wgs84") == Point(112.938, 28.228)


def test_distances() -> None:
    """Changsha to Beijing is some 1,340 km; a degree of the meridian 111.2 km."""
    assert round(distance_km(CENTRES["430100"], CENTRES["110000"])) == 1336
    assert round(distance_km(Point(0, 0), Point(0, 1)), 1) == 111.2
    assert distance_km(Point(112, 28), Point(112, 28)) == 0


def test_a_district_without_a_centre_has_its_citys() -> None:
    assert centre_of("430104") == CENTRES["430104"]
    assert centre_of("430203") == CENTRES["430200"]
    assert centre_of("110105") == CENTRES["110000"]
    assert centre_of("park-1") is None
