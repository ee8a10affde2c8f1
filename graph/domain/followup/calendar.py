"""Months as offices count them: from a day to the same day of a later month."""

from calendar import monthrange
from datetime import date

MONTHS_A_YEAR = 12


def add_months(day: date, months: int) -> date:
    """Return the same day some months on; a day that month lacks becomes its last.

    31 December and two months is 28 February, 29 in a leap year (Civil Code of the PRC,
    article 202: where the month lacks the day, its last day is meant).
    """
    number = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(number, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def full_months(since: date, until: date) -> int:
    """Count the whole months from one day to a later one; 0 where it is not later."""
    if until <= since:
        return 0
    months = (until.year - since.year) * MONTHS_A_YEAR + until.month - since.month
    return months if add_months(since, months) <= until else months - 1
