import numpy as np

from graph.recommend.firms.dates import half_years, seen_before


def seen(first: int, last: int, times: int, end: int) -> tuple[int, int]:
    rows = (np.array([value]) for value in (first, last, times))
    at, count = seen_before(*rows, end)
    return int(at[0]), int(count[0])


def test_half_years_are_numbered_one_after_the_other() -> None:
    dates = np.array(["2022-12-31", "2022-06-30", "2023-01-01", "2022-07-01"])
    assert half_years(dates).tolist() == [4045, 4044, 4046, 4045]


def test_what_ended_before_is_known_as_it_is() -> None:
    assert seen(10, 14, 3, 15) == (14, 3)


def test_every_half_year_is_read_exactly() -> None:
    assert seen(10, 19, 10, 15) == (14, 5)


def test_every_year_is_read_exactly() -> None:
    assert seen(10, 18, 5, 15) == (14, 3)


def test_seen_twice_was_seen_once_before() -> None:
    assert seen(10, 19, 2, 15) == (10, 1)
