"""The day for which the map is read: chosen once, kept from page to page, told on each."""

from datetime import date, timedelta
from typing import Any

from flask import Flask, has_request_context, request

from chainmatch import web
from chainmatch.formats import local_midnight, today
from chainmatch.known_days import known_day
from graph.domain.clock import instant_text
from graph.errors import BadInput
from graph.store.bulk.exports import Day
from graph.store.merging import count_merges_since

DATED = frozenset(
    {
        "chains.index",
        "chains.page",
        "chains.node",
        "enterprises.page",
        "enterprises.neighbourhood",
        "explorer.page",
        "diagnosis.page",
        "diagnosis.rows",
        "diagnosis.listed",
        "diagnosis.node",
        "whatif.page",
    }
)
"""Pages that are read as of ``?at=``."""


def init_app(app: Flask) -> None:
    """Carry the day along links between these pages, and tell templates of it."""
    app.url_defaults(_keep_day)
    app.context_processor(
        lambda: {
            "past_day": past_day,
            "merges_since": merges_since,
            "address_with_day": web.address_with,
        }
    )


def past_day() -> date | None:
    """Return the day that this page is read for, where that is another than today."""
    if not has_request_context() or request.endpoint not in DATED:
        return None
    try:
        day = web.asked_date()
    except BadInput:  # the page that says so is drawn with the same frame
        return None
    return None if day == today() else day


def end_of(day: date) -> str:
    """Return the instant at which a day is over, in Shanghai; '' for today and later."""
    if day >= today():
        return ""
    return instant_text(local_midnight(day + timedelta(days=1)))


def merges_since(day: date) -> int:
    """Count the enterprises that went up in others after a day: it shows them as one already."""
    return count_merges_since(web.store(), end_of(day))


def day_of(day: date) -> Day:
    """Return a day as an export reads the map for it. Raises BadInput where it has not come."""
    known_day(day)
    return Day(day.isoformat(), end_of(day))


def _keep_day(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint in DATED and has_request_context() and (day := past_day()):
        values.setdefault("at", day.isoformat())
