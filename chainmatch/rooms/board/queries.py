"""What the board shows."""

from dataclasses import dataclass

from chainmatch.conference.placing import Placing
from chainmatch.conference.timetable_weights import weigh
from chainmatch.conference.view import Whole, load_whole
from chainmatch.i18n import translate
from graph.domain.conference.conference import Table, ThemedSession
from graph.domain.conference.meetings import Meeting
from graph.domain.conference.parties import Party
from graph.domain.conference.slots import Slot
from graph.messages import Message
from graph.store import Store
from graph.store.conference import parties, timetables

HEAVY, MIDDLE = 7, 4
"""Weights from which a meeting is drawn strongly, and less so."""


@dataclass(frozen=True)
class Chosen:
    """The pair that looks for a place: where it is now, and why it may go nowhere at all."""

    pair: str
    a: Party
    b: Party
    meeting: Meeting | None
    placing: Placing
    never: Message | None


@dataclass(frozen=True)
class Board:
    """A session's slots, tables and parties with what stands where."""

    whole: Whole
    session: ThemedSession
    slots: list[Slot]
    tables: list[Table]
    parties: list[Party]
    at: dict[tuple[str, str], Meeting]
    weights: dict[str, float]
    chosen: Chosen | None

    def colour(self, meeting: Meeting) -> str:
        """Return how strongly a meeting was wished for."""
        weight = self.weights.get(meeting.id, 0.0)
        return "heavy" if weight >= HEAVY else ("middle" if weight >= MIDDLE else "light")

    def blocked(self, slot_id: str, table_id: str) -> str:
        """Say why the chosen pair cannot go there; empty: it can."""
        words = self.chosen.placing.why_not(slot_id, table_id) if self.chosen else None
        return translate(words) if words else ""

    def blocked_then(self, slot_id: str) -> str:
        """Say why the chosen pair cannot meet in a slot at any table; empty: it can."""
        if self.chosen is None:
            return ""
        words = self.chosen.never or self.chosen.placing.why_not_then(slot_id)
        return translate(words) if words else ""

    def partner(self, meeting: Meeting, party_id: str) -> str:
        """Name whom a party meets."""
        return self.whole.name(meeting.b if meeting.a == party_id else meeting.a)


def show_board(
    store: Store, code: str, *, session_id: str, day: str, pair: str, words: str
) -> Board:
    """Show one session of a day. Raises NotFound."""
    whole = load_whole(store, code)
    meetings = timetables.list_meetings(store, code)
    chosen = _choose(whole, meetings, pair)
    wanted = chosen.a.session if chosen else session_id
    session = whole.session.get(wanted) or next(iter(whole.sessions), ThemedSession("", "", ""))
    days = sorted({each.day for each in whole.slots_of(session)})
    shown_day = day if day in days else (days[0] if days else "")
    return Board(
        whole=whole,
        session=session,
        slots=[each for each in whole.slots_of(session) if each.day == shown_day],
        tables=whole.tables_of(session),
        parties=[
            p for p in whole.parties if p.session == session.id and (not words or words in p.name)
        ],
        at={(who, each.slot): each for each in _missed_first(meetings) for who in each.holders},
        weights=weigh(parties.list_wishes(store, code)),
        chosen=chosen,
    )


def _missed_first(meetings: tuple[Meeting, ...]) -> list[Meeting]:
    """Put what nobody came to first, so that what took its place is what shows."""
    return sorted(meetings, key=lambda each: each.is_booked)


def list_places(board: Board) -> dict[str, str]:
    """Return by place (slot|table) why the chosen pair cannot go there; empty: it can."""
    return {
        f"{slot.id}|{table.id}": board.blocked(slot.id, table.id)
        for slot in board.slots
        for table in board.tables
    }


def _choose(whole: Whole, meetings: tuple[Meeting, ...], pair: str) -> Chosen | None:
    first, _, second = pair.partition("~")
    a, b = whole.party.get(first), whole.party.get(second)
    if a is None or b is None:
        return None
    others = tuple(each for each in meetings if each.id != pair)
    present = next((each for each in meetings if each.id == pair), None)
    placing = Placing(whole, (a.id, b.id), others)
    return Chosen(pair, a, b, present, placing, placing.why_never())
