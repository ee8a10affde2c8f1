"""Stretches of time in the chart of what differs."""

from graph.domain.history.difference import Bar, Counts, Way, bars


def test_few_months_are_bars_with_empty_ones_between() -> None:
    assert bars([("2021-11", 1, 0), ("2022-01", 2, 3)]) == [
        Bar("2021-11", 1, 0),
        Bar("2021-12", 0, 0),
        Bar("2022-01", 2, 3),
    ]


def test_many_months_are_put_together() -> None:
    quarters = bars([("2020-02", 1, 0), ("2020-03", 1, 1), ("2024-12", 5, 0)])
    assert (quarters[0], quarters[-1], len(quarters)) == (
        Bar("2020-01", 2, 1),
        Bar("2024-10", 5, 0),
        20,
    )
    years = bars([("1990-05", 1, 0), ("2012-06", 0, 1)])
    assert (years[0], years[-1], len(years)) == (Bar("1990", 1, 0), Bar("2012", 0, 1), 23)


def test_nothing_has_no_bars() -> None:
    assert bars([]) == []


def test_counts_by_way() -> None:
    counts = Counts(1, 2, 3)
    assert [counts.of(way) for way in Way] == [1, 2, 3]
    assert counts.total == 6
