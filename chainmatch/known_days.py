"""Days for which something can be known: today and those before it."""

from datetime import date

from chainmatch.formats import today
from graph.errors import BadInput


def read_day(text: str) -> date:
    """Read a day as an address says it, today if it says none. Raises BadInput."""
    try:
        day = date.fromisoformat(text.strip()) if text.strip() else today()
    except ValueError as error:
        raise BadInput("日期应写成 2026-06-30 的样子。") from error
    return known_day(day)


def known_day(day: date) -> date:
    """Return a day. Raises BadInput where it has not come: nothing stands as of it yet."""
    if day > (now := today()):
        raise BadInput("日期不能晚于今天（%(today)s）。", today=now.isoformat())
    return day
