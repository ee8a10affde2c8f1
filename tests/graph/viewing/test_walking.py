from collections.abc import Sequence

from graph.viewing.walking import walk


def above(codes: Sequence[str], limit: int) -> list[str]:
    return [f"{code}<{number}" for code in codes for number in range(3)][:limit]


def nothing(_codes: Sequence[str], _limit: int) -> list[str]:
    return []


def test_the_nearest_come_first_and_the_rest_is_counted() -> None:
    steps, left_out = walk("c", 2, above, nothing, most=6)
    assert steps == {"c": 0, "c<0": -1, "c<1": -1, "c<2": -1, "c<0<0": -2, "c<0<1": -2}
    assert left_out == 5


def test_what_was_met_before_keeps_its_step() -> None:
    steps, left_out = walk("c", 3, nothing, lambda codes, _: [f"{codes[0]}", "c", "d"], most=9)
    assert (steps, left_out) == ({"c": 0, "d": 1}, 0)
