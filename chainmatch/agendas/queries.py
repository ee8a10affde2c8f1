"""What the pages of the day show."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from chainmatch.conference_view import Whole, load_whole
from graph.domain.audit import Verb
from graph.domain.conference.meetings import Meeting, MeetingOutcome, MeetingState, Version
from graph.domain.conference.parties import Party
from graph.store import Store, audit, meeting_outcomes, parties, timetables

PUBLICATIONS = 200


@dataclass(frozen=True)
class Line:
    """One meeting of an agenda: whom one meets, and what came of it."""

    meeting: Meeting
    partner: Party
    outcome: MeetingOutcome | None


@dataclass(frozen=True)
class Agenda:
    """A party's published meetings in the order of the day."""

    whole: Whole
    party: Party
    lines: list[Line]


@dataclass(frozen=True)
class Desk:
    """Who has come, and how the meetings of a slot stand."""

    whole: Whole
    parties: list[Party]
    come: int
    slot: str
    meetings: list[Meeting]
    outcomes: Mapping[str, MeetingOutcome]
    first: Mapping[str, str]

    def moved_from(self, meeting: Meeting) -> str:
        """Return the slot that was published first, where it is another; else nothing."""
        slot = self.first.get(meeting.id, meeting.slot)
        return slot if slot != meeting.slot else ""


@dataclass(frozen=True)
class Report:
    """What a conference came to: the way from wishes to signed projects."""

    whole: Whole
    meetings: list[Meeting]
    outcomes: Mapping[str, MeetingOutcome]
    states: Counter[MeetingState]
    results: Counter[str]
    by_session: list[tuple[str, int, int]]
    come: int
    wished: int

    @property
    def projects(self) -> int:
        """How many meetings led to a signed project."""
        return sum(bool(each.project) for each in self.outcomes.values())


def show_agenda(store: Store, party: Party) -> Agenda:
    """Show what was published for a party; changes since are not shown."""
    whole = load_whole(store, party.conference)
    version = timetables.find_version(store, party.conference, whole.conference.published)
    outcomes = meeting_outcomes.list_outcomes(store, party.conference)
    lines = [
        Line(each, whole.party[partner], outcomes.get(each.id))
        for each in _in_order(whole, version.meetings)
        if party.id in (each.a, each.b)
        and (partner := each.b if each.a == party.id else each.a) in whole.party
    ]
    return Agenda(whole, party, lines)


def list_published(store: Store, code: str) -> list[Version]:
    """Return every version that was published, the oldest first."""
    entries = audit.list_about(store, code, [Verb.CONFERENCE_PUBLISHED], skip=0, limit=PUBLICATIONS)
    numbers = [entry.after["version"] for entry in reversed(entries)]
    return [timetables.find_version(store, code, number) for number in numbers]


def show_desk(store: Store, code: str, *, slot: str, words: str) -> Desk:
    """Show who has come, and the meetings of a slot (the first where none is named)."""
    whole = load_whole(store, code)
    shown = slot if slot in whole.slot else next(iter(whole.slot), "")
    coming = [each for each in whole.parties if each.is_coming]
    meetings = timetables.list_meetings(store, code)
    return Desk(
        whole=whole,
        parties=[each for each in coming if not words or words in each.name],
        come=sum(bool(each.checked_in_at) for each in coming),
        slot=shown,
        meetings=[each for each in _in_order(whole, meetings) if each.slot == shown],
        outcomes=meeting_outcomes.list_outcomes(store, code),
        first=_first_slots(store, code),
    )


def show_report(store: Store, code: str) -> Report:
    """Count what a conference came to."""
    whole = load_whole(store, code)
    meetings = _in_order(whole, timetables.list_meetings(store, code))
    outcomes = meeting_outcomes.list_outcomes(store, code)
    return Report(
        whole=whole,
        meetings=meetings,
        outcomes=outcomes,
        states=Counter(each.state for each in meetings),
        results=Counter(each.best.value for each in outcomes.values() if each.best),
        by_session=_by_session(whole, meetings),
        come=sum(bool(each.checked_in_at) for each in whole.parties),
        wished=len({wish.id for wish in parties.list_wishes(store, code)}),
    )


def _first_slots(store: Store, code: str) -> dict[str, str]:
    """Return by meeting the slot in which it was when a timetable was published first."""
    published = audit.list_about(
        store, code, [Verb.CONFERENCE_PUBLISHED], skip=0, limit=PUBLICATIONS
    )
    if not published:
        return {}
    version = timetables.find_version(store, code, published[-1].after["version"])
    return {each.id: each.slot for each in version.meetings}


def _by_session(whole: Whole, meetings: list[Meeting]) -> list[tuple[str, int, int]]:
    """Return by session, named with its chain, meetings planned and held."""
    found = []
    for session in whole.sessions:
        inside = [e for e in meetings if e.a in whole.party and _session(whole, e) == session.id]
        held = sum(each.state == MeetingState.HELD for each in inside)
        name = f"{session.name}（{session.chain_name}）" if session.chain_name else session.name
        found.append((name, len(inside), held))
    return found


def _session(whole: Whole, meeting: Meeting) -> str:
    return whole.party[meeting.a].session


def _in_order(whole: Whole, meetings: tuple[Meeting, ...]) -> list[Meeting]:
    order = {slot.id: place for place, slot in enumerate(whole.slots)}
    table = {each.id: place for place, each in enumerate(whole.tables)}
    return sorted(meetings, key=lambda e: (order.get(e.slot, 0), table.get(e.table, 0)))
