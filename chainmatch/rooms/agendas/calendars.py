"""A party's meetings as a calendar file (RFC 5545) that updates and cancels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from chainmatch.conference.view import Whole
from chainmatch.i18n import gettext
from graph.domain.clock import parse_instant
from graph.domain.conference.conference import ZONE
from graph.domain.conference.meetings import Meeting, Version

PRODUCT = "-//ChainMatch//Conference//ZH"


@dataclass(frozen=True)
class Entry:
    """A meeting in a calendar: ``sequence`` grows each time that it is published elsewhere."""

    meeting: Meeting
    sequence: int
    is_cancelled: bool


def follow(versions: Sequence[Version], party_id: str) -> list[Entry]:
    """Follow a party's meetings through what was published, the oldest first."""
    entries: dict[str, Entry] = {}
    for version in versions:
        now = {each.id: each for each in version.meetings if party_id in (each.a, each.b)}
        for key, entry in list(entries.items()):
            if key not in now and not entry.is_cancelled:
                entries[key] = Entry(entry.meeting, entry.sequence + 1, is_cancelled=True)
        for key, meeting in now.items():
            before = entries.get(key)
            if before is None:
                entries[key] = Entry(meeting, 0, is_cancelled=False)
            elif before.is_cancelled or before.meeting.place != meeting.place:
                entries[key] = Entry(meeting, before.sequence + 1, is_cancelled=False)
    return list(entries.values())


def calendar_bytes(whole: Whole, party_id: str, versions: Sequence[Version]) -> bytes:
    """Write the calendar of a party in the reader's language."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    stamp = parse_instant(versions[-1].made_at) if versions else None
    for entry in follow(versions, party_id):
        if stamp is not None and entry.meeting.slot in whole.slot:
            calendar.add_component(_event(whole, party_id, entry, stamp))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(whole: Whole, party_id: str, entry: Entry, stamp: datetime) -> Event:
    meeting, slot = entry.meeting, whole.slot[entry.meeting.slot]
    partner = meeting.b if meeting.a == party_id else meeting.a
    event = Event()
    event.add("uid", f"{meeting.id}@chainmatch")
    event.add("dtstamp", stamp)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("dtstart", _local(slot.day, slot.starts))
    event.add("dtend", _local(slot.day, slot.ends))
    event.add("summary", gettext("与 %(who)s 会谈", who=whole.name(partner)))
    table = gettext("%(table)s 桌", table=whole.label(meeting.table))
    event.add("location", f"{whole.conference.venue} {table}")
    return event


def _local(day: str, time: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(ZONE))
