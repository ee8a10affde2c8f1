from datetime import date

import pytest

from graph.domain.listing import Listing, ListingKind, ListingState, expiry

TODAY = date(2026, 11, 23)


def listing(**values: object) -> Listing:
    return Listing("1", ListingKind.NEED, "name:甲", "test:钢", "钢", **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("deadline", "last_day"),
    [("", "2027-02-21"), ("2026-12-01", "2026-12-01"), ("2027-06-30", "2027-02-21")],
)
def test_a_listing_lives_ninety_days_or_until_its_deadline(deadline: str, last_day: str) -> None:
    assert expiry(deadline, TODAY) == last_day


@pytest.mark.parametrize(
    ("stored", "expires_on", "state"),
    [
        (ListingState.PENDING, "", ListingState.PENDING),
        (ListingState.PUBLISHED, "2026-11-23", ListingState.PUBLISHED),
        (ListingState.PUBLISHED, "2026-11-22", ListingState.EXPIRED),
        (ListingState.CLOSED, "2026-11-22", ListingState.CLOSED),
    ],
)
def test_it_expires_after_its_last_day(
    stored: ListingState, expires_on: str, state: ListingState
) -> None:
    assert listing(stored_state=stored, expires_on=expires_on).state(TODAY) == state


@pytest.mark.parametrize(
    ("expires_on", "deadline", "can"),
    [
        ("2026-12-08", "", False),
        ("2026-12-07", "", True),
        ("2026-01-01", "", True),
        ("2026-11-22", "2026-11-22", False),
        ("2026-12-01", "2026-12-01", False),
    ],
)
def test_it_is_renewed_when_its_end_is_near(expires_on: str, deadline: str, can: bool) -> None:
    shown = listing(stored_state=ListingState.PUBLISHED, expires_on=expires_on, deadline=deadline)
    assert shown.can_renew(TODAY) is can
