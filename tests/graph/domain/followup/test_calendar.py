from datetime import date

import pytest

from graph.domain.followup.calendar import add_months, full_months


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-10-15", 3, "2027-01-15"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-03-31", 0, "2026-03-31"),
        ("2026-05-31", 6, "2026-11-30"),
    ],
)
def test_a_month_keeps_the_day_or_ends(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2026-01-31", "2026-02-27", 0),
        ("2026-01-31", "2026-02-28", 1),
        ("2028-01-31", "2028-02-28", 0),
        ("2028-01-31", "2028-02-29", 1),
        ("2026-12-31", "2027-01-30", 0),
        ("2026-12-31", "2027-01-31", 1),
        ("2026-06-30", "2026-06-30", 0),
        ("2026-06-30", "2026-06-01", 0),
        ("2025-11-15", "2026-11-14", 11),
        ("2025-11-15", "2026-11-15", 12),
    ],
)
def test_only_whole_months_count(since: str, until: str, expected: int) -> None:
    assert full_months(date.fromisoformat(since), date.fromisoformat(until)) == expected
