"""What the pages of the day show."""

from collections.abc import Mapping
from dataclasses import dataclass

from chainmatch.conference.published import first_slots, in_order
from chainmatch.conference.view import Whole, load_whole
from graph.domain.conference.meetings import Meeting, MeetingOutcome
from graph.domain.conference.parties import Party
from graph.store import Store
from graph.store.conference import meeting_outcomes, timetables

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


def show_agenda(store: Store, party: Party) -> Agenda:
    """Show what was published for a party; changes since are not shown."""
    whole = load_whole(store, party.conference)
    version = timetables.find_version(store, party.conference, whole.conference.published)
    outcomes = meeting_outcomes.list_outcomes(store, party.conference)
    lines = [
        Line(each, whole.party[partner], outcomes.get(each.id))
        for each in in_order(whole, version.meetings)
        if party.id in (each.a, each.b)
        and (partner := each.b if each.a == party.id else each.a) in whole.party
    ]
    return Agenda(whole, party, lines)


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
        meetings=[each for each in in_order(whole, meetings) if each.slot == shown],
        outcomes=meeting_outcomes.list_outcomes(store, code),
        first=first_slots(store, code),
    )
