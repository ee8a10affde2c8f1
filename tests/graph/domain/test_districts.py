from itertools import pairwise

import pytest

from graph.domain.districts import CHANGSHA, Shade, draw, lay_out, shade_of

CODES = ["430102", "430103", "430104", "430105", "430111", "430112", "430121", "430181", "430182"]


def test_every_district_of_changsha_has_its_place() -> None:
    shapes, width, height = lay_out(["430104"])
    assert sorted(shape.code for shape in shapes) == CODES
    assert (width, height) == (36, 21)
    assert all(0 <= x <= width and 0 <= y <= height for each in shapes for x, y in each.corners)


def test_districts_do_not_overlap() -> None:
    size = sum(_size(shape.corners) for shape in CHANGSHA)
    inside = [
        (x / 2, y / 2)
        for x in range(1, 73, 2)
        for y in range(1, 43, 2)
        if sum(_holds(shape.corners, x / 2, y / 2) for shape in CHANGSHA) > 1
    ]
    assert inside == []
    assert size == pytest.approx(589, abs=60)


def test_a_middle_is_inside_its_district() -> None:
    assert [each.code for each in CHANGSHA if not _holds(each.corners, *each.middle)] == []


def test_values_are_shaded_by_even_steps() -> None:
    assert [shade_of(value, 100) for value in (-5, 0, 1, 20, 21, 80, 81, 100)] == [
        *(0, 0, 1, 1, 2, 4, 5, 5),
    ]
    drawn = draw({"430104": 100, "430121": 21})
    assert {area.code: area.shade for area in drawn.areas if area.shade} == {
        "430104": 5,
        "430121": 2,
    }
    assert drawn.shades == (Shade(0, 0, 0), Shade(2, 21, 40), Shade(5, 81, 100))


def test_regions_without_a_shape_stand_below_as_tiles() -> None:
    drawn = draw({"430104": 1, "430200": 1, "430300": 1})
    assert [area.code for area in drawn.areas][9:] == ["430200", "430300"]
    assert (drawn.width, drawn.height) == (740, 560)


@pytest.mark.parametrize(("number", "size"), [(1, (120, 120)), (3, (340, 120)), (9, (560, 230))])
def test_another_city_is_tiles(number: int, size: tuple[int, int]) -> None:
    drawn = draw({f"33010{place}": place for place in range(number)})
    assert [area.code for area in drawn.areas] == [f"33010{place}" for place in range(number)]
    assert (drawn.width, drawn.height) == size


def test_nothing_is_drawn_of_nothing() -> None:
    assert (draw({}).areas, draw({}).shades) == ((), ())


def _size(corners: tuple) -> float:
    around = pairwise([*corners, corners[0]])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in around)) / 2


def _holds(corners: tuple, x: float, y: float) -> bool:
    is_inside = False
    for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            is_inside = not is_inside
    return is_inside
