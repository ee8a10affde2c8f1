import pytest
from small_view import VIEW, trade

from graph.analysis.explore.grouping import group, put_together
from graph.domain.explored import Grouping, Line, LineKind, Point, PointKind, View


def drawn(view: View) -> tuple[set[str], set[tuple[str, str, int]]]:
    keys = {point.key for point in view.points}
    return keys, {(line.start, line.end, line.count) for line in view.lines}


SUPPLIES = {("node:steel", "node:pump", 1), ("node:pump", "node:digger", 1)}
NODES = {"node:steel", "node:plate", "node:pump", "node:digger"}


def test_enterprises_of_one_district_at_one_node_become_one() -> None:
    points, lines = drawn(put_together(VIEW, Grouping.DISTRICT))
    east, west = "group:node:steel/东区", "group:node:pump/西区"
    plates = "group:node:plate/西区"
    assert points == NODES | {east, west, plates}
    assert lines == SUPPLIES | {(east, west, 4), (plates, east, 1)}


def test_enterprises_go_into_their_node_with_their_trade() -> None:
    points, lines = drawn(put_together(VIEW, Grouping.NODE))
    assert points == NODES
    assert lines == SUPPLIES | {("node:steel", "node:pump", 4), ("node:plate", "node:steel", 1)}


def test_parts_go_into_the_broader_node() -> None:
    found = put_together(VIEW, Grouping.SEGMENT)
    points, lines = drawn(found)
    assert points == NODES - {"node:plate"}
    assert lines == SUPPLIES | {("node:steel", "node:pump", 4)}
    assert found.by_key["node:steel"].holds == 2


def test_each_stage_becomes_one() -> None:
    points, lines = drawn(put_together(VIEW, Grouping.STAGE))
    up, middle, down = "group:upstream", "group:midstream", "group:downstream"
    assert points == {up, middle, down}
    assert lines == {(up, middle, 1), (middle, down, 1), (up, middle, 4)}


@pytest.mark.parametrize(
    ("most", "by"),
    [
        (13, None),
        (12, Grouping.DISTRICT),
        (10, Grouping.NODE),
        (7, Grouping.SEGMENT),
        (5, Grouping.STAGE),
    ],
)
def test_the_finest_that_fits_is_taken(most: int, by: Grouping | None) -> None:
    found = group(VIEW, None, most)
    assert (found.by, found.forced, found.asked_size) == (by, by is not None, 13)


def test_what_was_asked_for_is_done_though_more_would_fit() -> None:
    found = group(VIEW, Grouping.NODE)
    assert (found.by, found.forced) == (Grouping.NODE, False)


def test_enterprises_around_an_enterprise_are_counted_as_such() -> None:
    firms = [
        Point(f"enterprise:{each}", PointKind.ENTERPRISE, each, each, "", level, stage)
        for each, level, stage in (
            ("a", 0, "upstream"),
            ("b", 0, "upstream"),
            ("c", 1, "midstream"),
        )
    ]
    lines = (trade("a", "c"), trade("b", "c"))
    grouped = put_together(View(tuple(firms), lines), Grouping.STAGE)
    assert [(point.holds, point.is_of_firms) for point in grouped.points] == [(2, True), (1, True)]


def test_so_many_of_the_best_linked_stay_that_their_lines_fit() -> None:
    """With 200 nodes all linked with all, 100 and their lines are too many, 50 and theirs fit."""
    keys = [f"node:{number}" for number in range(200)]
    points = tuple(Point(key, PointKind.NODE, key, key, level=0, stage="upstream") for key in keys)
    lines = tuple(
        Line(start, end, LineKind.SUPPLIES) for start in keys for end in keys if start != end
    )
    found = group(View(points, lines), Grouping.LINKED, 5000)
    assert (found.by, found.forced, len(found.view.points)) == (Grouping.LINKED, False, 51)
