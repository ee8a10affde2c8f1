"""Time as it is stored: ISO texts, instants in UTC."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return the present instant in UTC; everything else takes the clock as an argument."""
    return datetime.now(UTC)


def instant_text(instant: datetime) -> str:
    """Write an instant as ``2026-11-23T04:05:06.123456Z``; texts sort as the instants do."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_instant(text: str) -> datetime:
    """Read what ``instant_text`` wrote."""
    return datetime.fromisoformat(text)


def date_text(day: date) -> str:
    """Write a date as ``2026-11-23``."""
    return day.isoformat()
