"""How a link's history grows from what its source states, day by day."""

from typing import Any

import pytest

from graph.domain.versions import Edits, settle
from graph.schema import OPEN_END

JUNE, JULY, AUGUST = "2026-06-30", "2026-07-31", "2026-08-31"


def said(as_of: str, share: float | None, start: str = "", end: str = OPEN_END) -> dict[str, Any]:
    return {"share": share, "as_of": as_of, "valid_from": start or as_of, "valid_to": end}


def test_a_first_statement_is_a_version() -> None:
    assert settle([], said(JUNE, 0.3)) == Edits(create=said(JUNE, 0.3))


@pytest.mark.parametrize("as_of", ["2026-06-30", "2026-07-31"])
def test_the_same_value_of_an_earlier_or_equal_day_says_nothing_new(as_of: str) -> None:
    assert settle([said(JULY, 0.3, start=JUNE)], said(as_of, 0.3)) == Edits()


def test_the_same_value_later_confirms() -> None:
    assert settle([said(JUNE, 0.3)], said(JULY, 0.3)) == Edits(updates={JUNE: {"as_of": JULY}})


def test_another_value_later_closes_and_opens() -> None:
    expected = Edits(create=said(JULY, 0.4), updates={JUNE: {"valid_to": JULY}})
    assert settle([said(JUNE, 0.3)], said(JULY, 0.4)) == expected


def test_another_value_of_the_same_day_corrects() -> None:
    expected = Edits(updates={JUNE: {"share": 0.4, "as_of": JUNE}})
    assert settle([said(JUNE, 0.3)], said(JUNE, 0.4)) == expected


def test_another_value_of_an_earlier_day_is_outdated() -> None:
    versions = [said(JULY, 0.4, start=JUNE)]
    assert settle(versions, said(JUNE, 0.3)) == Edits(is_outdated=True)


def test_a_statement_about_the_time_before_ends_where_the_next_begins() -> None:
    expected = Edits(create=said(JUNE, 0.3, end=JULY))
    assert settle([said(JULY, 0.4)], said(JUNE, 0.3)) == expected


def test_history_stated_again_changes_nothing() -> None:
    versions = [said(JUNE, 0.3, end=JULY), said(JULY, 0.4)]
    assert [settle(versions, statement) for statement in versions] == [Edits(), Edits()]


def test_the_first_day_seen_does_not_lead_back_into_a_closed_version() -> None:
    versions = [said(JUNE, 6, start="2015-06-30", end=JULY), said(JULY, 7)]
    assert settle(versions, said(AUGUST, 8, start="2015-06-30")) == Edits(
        create=said(AUGUST, 8), updates={JULY: {"valid_to": AUGUST}}
    )


def test_an_end_closes_the_version() -> None:
    ended = said(AUGUST, 0.3, start=JUNE, end=JULY)
    expected = Edits(updates={JUNE: {"valid_to": JULY, "as_of": AUGUST}})
    assert settle([said(JUNE, 0.3)], ended) == expected


def test_what_came_back_starts_anew() -> None:
    versions = [said(JUNE, 0.3, end=JULY)]
    assert settle(versions, said(AUGUST, 0.3)) == Edits(create=said(AUGUST, 0.3))
