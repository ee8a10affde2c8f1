"""A conference and how it is set up: halls, themed sessions, groups of parties."""

from dataclasses import dataclass
from enum import StrEnum

from graph.domain.conference.phases import Phase
from graph.domain.conference.slots import Hours, parse_breaks, parse_time

ZONE = "Asia/Shanghai"
MOST_TABLES = 600
MOST_CAP = 99


class ConferenceKind(StrEnum):
    """对接会, 沙龙, 展会, 路演: one model."""

    CONFERENCE = "conference"
    SALON = "salon"
    EXPO = "expo"
    ROADSHOW = "roadshow"


@dataclass(frozen=True)
class Conference:
    """A conference as it was set up. Days are ISO texts, times local, lengths in minutes.

    ``cap`` is how many meetings a party takes where neither it nor its group says otherwise.
    ``latest`` and ``published`` number timetable versions, 0 for none; ``version`` grows with
    each change of the set-up. ``is_locked``: a party has said when it can be there.
    """

    code: str
    name: str
    name_en: str = ""
    kind: ConferenceKind = ConferenceKind.CONFERENCE
    phase: Phase = Phase.PROFILES
    venue: str = ""
    address: str = ""
    note: str = ""
    starts_on: str = ""
    ends_on: str = ""
    opens: str = "09:00"
    closes: str = "17:00"
    breaks: str = "12:00-13:30"
    slot_minutes: int = 20
    turn_minutes: int = 5
    cap: int = 8
    version: int = 1
    latest: int = 0
    published: int = 0
    is_locked: bool = False
    created_by: str = ""

    @property
    def hours(self) -> Hours:
        """Opening hours as minutes. Raises BadInput."""
        return Hours(
            parse_time(self.opens),
            parse_time(self.closes),
            parse_breaks(self.breaks),
            self.slot_minutes,
            self.turn_minutes,
        )


@dataclass(frozen=True)
class Hall:
    """A hall with tables numbered from 1 as ``<prefix><number>``; ``tables`` counts them."""

    id: str
    name: str
    prefix: str
    tables: int

    @property
    def table_ids(self) -> list[str]:
        """Keys of its tables, in their order."""
        return [table_id(self.id, number) for number in range(1, self.tables + 1)]


@dataclass(frozen=True)
class Table:
    """A table for one meeting at a time; ``label`` is what stands on its sign."""

    id: str
    hall: str
    number: int
    label: str


@dataclass(frozen=True)
class ThemedSession:
    """专场: its parties meet each other in its hall. Empty ``starts``/``ends``: the whole time."""

    id: str
    name: str
    hall: str
    name_en: str = ""
    chain: str = ""
    chain_name: str = ""
    starts: str = ""
    ends: str = ""

    def holds(self, moment: str) -> bool:
        """Whether a moment (``2026-12-01T09:00``) lies in it."""
        return self.starts <= moment and (not self.ends or moment < self.ends)

    def overlaps(self, other: "ThemedSession") -> bool:
        """Whether both are on at some time."""
        is_before = bool(self.ends) and self.ends <= other.starts
        is_after = bool(other.ends) and other.ends <= self.starts
        return not (is_before or is_after)


@dataclass(frozen=True)
class PartyGroup:
    """Parties of one kind; ``meets``: ids of the groups whose parties they may meet."""

    id: str
    name: str
    cap: int | None = None
    meets: tuple[str, ...] = ()


def table_id(hall: str, number: int) -> str:
    """Return the key of a table."""
    return f"{hall}/{number}"
