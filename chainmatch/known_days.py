"""Days for which something can be known: today and those before it."""

from datetime import date

from chainmatch.formats import today
from graph.errors import BadInput


def read_day(text: str) -> date:
    """Read a day as an address says it, today if it says none. Raises BadInput."""
    return known_day(parse_day(text.strip()) if text.strip() else today())


def parse_day(text: str) -> date:
    """Read any day, also one to come, as an address says it. Raises BadInput."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput("日期应写成 2026-06-30 的样子。") from error


def known_day(day: date) -> date:
    """Return a day. Raises BadInput where it has not come: nothing stands as of it yet."""
    if day > (now := today()):
        raise BadInput("日期不能晚于今天（%(today)s）。", today=now.isoformat())
    return day
