"""What was published of a conference, and meetings in the order of the day."""

from collections.abc import Iterable

from chainmatch.conference.view import Whole
from graph.domain.audit import Verb
from graph.domain.conference.meetings import Meeting, Version
from graph.store import Store, audit
from graph.store.conference import timetables

PUBLICATIONS = 200


def list_published(store: Store, code: str) -> list[Version]:
    """Return every version that was published, the oldest first."""
    entries = audit.list_about(store, code, [Verb.CONFERENCE_PUBLISHED], skip=0, limit=PUBLICATIONS)
    numbers = [entry.after["version"] for entry in reversed(entries)]
    return [timetables.find_version(store, code, number) for number in numbers]


def first_slots(store: Store, code: str) -> dict[str, str]:
    """Return by meeting the slot in which it was when a timetable was published first."""
    published = audit.list_about(
        store, code, [Verb.CONFERENCE_PUBLISHED], skip=0, limit=PUBLICATIONS
    )
    if not published:
        return {}
    version = timetables.find_version(store, code, published[-1].after["version"])
    return {each.id: each.slot for each in version.meetings}


def in_order(whole: Whole, meetings: Iterable[Meeting]) -> list[Meeting]:
    """Order meetings by slot and table."""
    order = {slot.id: place for place, slot in enumerate(whole.slots)}
    table = {each.id: place for place, each in enumerate(whole.tables)}
    return sorted(meetings, key=lambda e: (order.get(e.slot, 0), table.get(e.table, 0)))
