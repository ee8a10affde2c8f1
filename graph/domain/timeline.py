"""What an enterprise did on the platform, in one order of time."""

from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """对接, 会谈, 供需, 项目."""

    REQUEST = "request"
    MEETING = "meeting"
    LISTING = "listing"
    PROJECT = "project"


@dataclass(frozen=True)
class Event:
    """One thing that happened. ``at`` is an ISO date or instant.

    ``what`` says what, in the words of its kind: a request's step, a meeting's state, a listing's
    kind, a project's stage. ``id`` leads to the record and ``title`` names it; ``other`` is the
    code of the enterprise across the table. ``detail`` is a reason, an outcome or a state.
    ``by_us`` tells whether the enterprise did it itself.
    """

    kind: EventKind
    at: str
    what: str
    id: str
    title: str = ""
    title_en: str = ""
    other: str = ""
    other_name: str = ""
    other_name_en: str = ""
    detail: str = ""
    by_us: bool = True


@dataclass(frozen=True)
class Period:
    """Which events are asked for: of a kind (or all), from a date to another, both inclusive."""

    kind: str = ""
    since: str = ""
    until: str = ""
