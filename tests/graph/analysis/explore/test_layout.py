from itertools import combinations

from small_view import VIEW, firm, node

from graph.analysis.explore.layout import DOT, PILL, Place, lay_out
from graph.domain.explored import View


def overlap(one: Place, other: Place) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def test_nothing_covers_anything_and_columns_run_from_left_to_right() -> None:
    sheet = lay_out(VIEW)
    assert [pair for pair in combinations(sheet.places, 2) if overlap(*pair)] == []
    lefts = [sheet.by_key[f"node:{code}"].x for code in ("steel", "pump", "digger")]
    assert lefts == sorted(set(lefts))
    assert [head.stage for head in sheet.heads] == ["upstream", "midstream", "downstream"]
    assert max(place.x + place.width for place in sheet.places) < sheet.width
    assert max(place.y + place.height for place in sheet.places) < sheet.height


def test_few_enterprises_have_names_and_many_are_dots() -> None:
    home = node("steel", 0, "upstream")
    few = lay_out(View((home, firm("a", home)), ()))
    many = lay_out(View((home, *(firm(str(number), home) for number in range(400))), ()))
    assert {(each.width, each.height) for each in few.places[1:]} == {PILL}
    assert {(each.width, each.height) for each in many.places[1:]} == {DOT}


def test_a_long_column_is_folded_so_that_the_sheet_is_wider_than_high() -> None:
    sheet = lay_out(View(tuple(node(str(number), 0, "upstream") for number in range(300)), ()))
    assert sheet.width > sheet.height


def test_nodes_that_are_parts_of_each_other_all_get_a_place() -> None:
    ring = (node("a", 0, "upstream", home="node:b"), node("b", 0, "upstream", home="node:a"))
    assert len(lay_out(View(ring, ())).places) == 2


def test_nothing_is_an_empty_sheet() -> None:
    assert lay_out(View((), ())).places == ()
