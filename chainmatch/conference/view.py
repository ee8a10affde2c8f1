"""A conference with all that stands around it, for the rooms that need the whole."""

from dataclasses import dataclass
from functools import cached_property

from chainmatch.i18n import pick
from graph.domain.conference.conference import (
    Conference,
    Hall,
    PartyGroup,
    Table,
    ThemedSession,
)
from graph.domain.conference.parties import Party
from graph.domain.conference.slots import Slot
from graph.store import Store
from graph.store.conference import conference_rooms, conferences, parties


@dataclass(frozen=True)
class Whole:
    """A conference with its slots, tables, sessions, groups and parties."""

    conference: Conference
    slots: list[Slot]
    halls: list[Hall]
    tables: list[Table]
    sessions: list[ThemedSession]
    groups: list[PartyGroup]
    parties: list[Party]

    @cached_property
    def slot(self) -> dict[str, Slot]:
        """Slots by id."""
        return {each.id: each for each in self.slots}

    @cached_property
    def table(self) -> dict[str, Table]:
        """Tables by id."""
        return {each.id: each for each in self.tables}

    @cached_property
    def group(self) -> dict[str, PartyGroup]:
        """Groups by id."""
        return {each.id: each for each in self.groups}

    @cached_property
    def session(self) -> dict[str, ThemedSession]:
        """Themed sessions by id."""
        return {each.id: each for each in self.sessions}

    @cached_property
    def party(self) -> dict[str, Party]:
        """Parties by id."""
        return {each.id: each for each in self.parties}

    @cached_property
    def days(self) -> list[str]:
        """Days that have slots."""
        return sorted({each.day for each in self.slots})

    def name(self, party_id: str) -> str:
        """Name a party in the reader's language."""
        party = self.party.get(party_id)
        return pick(party.name, party.name_en) if party else party_id

    def time(self, slot_id: str) -> str:
        """Say when a slot is: ``09:00``, with its day where there are several."""
        slot = self.slot.get(slot_id)
        if slot is None:
            return slot_id.rpartition("/")[2].replace("T", " ")
        return slot.starts if len(self.days) == 1 else f"{slot.day[5:]} {slot.starts}"

    def label(self, table_id: str) -> str:
        """Say what stands on a table's sign."""
        table = self.table.get(table_id)
        return table.label if table else table_id.rpartition("/")[2]

    def slots_of(self, session: ThemedSession) -> list[Slot]:
        """List the slots in which a session may have meetings."""
        return [each for each in self.slots if not each.is_closed and session.holds(each.moment)]

    def tables_of(self, session: ThemedSession) -> list[Table]:
        """List the tables of a session's hall."""
        return [each for each in self.tables if each.hall == session.hall]


def load_whole(store: Store, code: str) -> Whole:
    """Read a conference whole. Raises NotFound."""
    return Whole(
        conference=conferences.find_conference(store, code),
        slots=conferences.list_slots(store, code),
        halls=conference_rooms.list_halls(store, code),
        tables=conference_rooms.list_tables(store, code),
        sessions=conference_rooms.list_sessions(store, code),
        groups=conference_rooms.list_groups(store, code),
        parties=parties.list_parties(store, code),
    )
