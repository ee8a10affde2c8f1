"""What the address of a record asks for."""

from datetime import date

from wtforms import Form, StringField

from graph.domain.timeline import EventKind, Period


class PeriodForm(Form):
    """A kind of events, and the days from which and until which; what is no day is no limit."""

    kind = StringField()
    since = StringField()
    until = StringField()

    @property
    def period(self) -> Period:
        """Return what is asked for."""
        kind = self.kind.data if self.kind.data in set(EventKind) else ""
        return Period(kind or "", _day(self.since.data), _day(self.until.data))


def _day(text: str | None) -> str:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return ""
    return day.isoformat() if day.year < date.max.year else ""
