"""From a conference to what the solver reads, and back.

The solver's ids are names that people read (party, time, table), so that its reasons can be shown
as they are. Each themed session is an instance of its own: its parties, its hall, its part of time.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chainmatch.conference.timetable_weights import weigh
from chainmatch.conference.view import Whole
from chainmatch.rooms.timetables.conditions import (
    find_gaps,
    find_new_days,
    find_rivals,
    find_vetoes,
)
from chainmatch.scheduling import instance as solver
from chainmatch.scheduling.mending import STABILITY
from chainmatch.scheduling.timetable import Timetable
from graph.domain.conference.conference import ThemedSession
from graph.domain.conference.meetings import (
    Meeting,
    MeetingState,
    make_meeting,
    pair_id,
)
from graph.domain.conference.parties import Party, Wish, cap_of, may_meet
from graph.store.conference.party_ties import Ties

PINNED_ONLY = 1.0
"""What a meeting is worth that an organizer pinned though nobody wished it."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """One session to schedule: the instance, and what its names stand for."""

    session: ThemedSession
    instance: solver.Instance
    pairs: Mapping[str, Pair]
    slots: Mapping[str, str]
    tables: Mapping[str, str]
    pinned: frozenset[str]
    states: Mapping[str, MeetingState]

    def meetings(self, timetable: Timetable | Iterable[solver.Meeting]) -> list[Meeting]:
        """Return the solver's meetings as ours, pins and what was held kept."""
        found = timetable.meetings if isinstance(timetable, Timetable) else timetable
        return [self._meeting(each) for each in found]

    def _meeting(self, each: solver.Meeting) -> Meeting:
        made = make_meeting(
            *self.pairs[each.request], self.slots[each.slot], self.tables[each.table]
        )
        state = self.states.get(made.id, MeetingState.PLANNED)
        return Meeting(made.a, made.b, made.slot, made.table, made.id in self.pinned, state)


def build_cases(
    whole: Whole, wishes: list[Wish], meetings: Iterable[Meeting], ties: Ties, *, gap_weight: float
) -> list[Case]:
    """Return every session that has somebody to schedule.

    ``gap_weight``: what it is worth that a maker of a scarce node meets anybody at all.
    """
    kept = list(meetings)
    cases = (_build(whole, session, wishes, kept, ties, gap_weight) for session in whole.sessions)
    return [case for case in cases if case.instance.parties and case.instance.requests]


def _build(
    whole: Whole,
    session: ThemedSession,
    wishes: list[Wish],
    meetings: list[Meeting],
    ties: Ties,
    gap_weight: float,
) -> Case:
    coming = {p.id: p for p in whole.parties if p.session == session.id and p.is_coming}
    names = _unique({p.id: p.name for p in coming.values()}, whole)
    slots = {each.id: whole.time(each.id) for each in whole.slots_of(session)}
    tables = {each.id: each.label for each in whole.tables_of(session)}
    standing = {
        each.id: each
        for each in meetings
        if each.is_booked and each.slot in slots and each.table in tables
    }
    missed = {each.id for each in meetings if not each.is_booked}
    weights = _wanted(whole, coming, wishes, standing, missed)
    requests = {_request_name(names, pair): pair for pair in weights}
    return Case(
        session=session,
        instance=solver.Instance(
            slots=tuple(slots.values()),
            tables=tuple(tables.values()),
            parties=tuple(_party(whole, p, names, slots, tables, ties) for p in coming.values()),
            requests=tuple(
                solver.Request(
                    name,
                    names[pair[0]],
                    names[pair[1]],
                    weights[pair],
                    _pinned_slot(standing.get(pair_id(*pair)), slots),
                )
                for name, pair in requests.items()
            ),
            new_days=find_new_days(whole, slots),
            vetoes=find_vetoes(coming, names, wishes),
            rivals=find_rivals(coming, names, ties),
            gaps=find_gaps(requests, ties, gap_weight),
            previous=tuple(
                solver.Meeting(name, slots[met.slot], tables[met.table])
                for name, pair in requests.items()
                if (met := standing.get(pair_id(*pair)))
            ),
            stability=STABILITY,
        ),
        pairs=requests,
        slots={name: slot for slot, name in slots.items()},
        tables={name: table for table, name in tables.items()},
        pinned=frozenset(each.id for each in standing.values() if each.is_pinned),
        states={each.id: each.state for each in standing.values()},
    )


def _wanted(
    whole: Whole,
    coming: dict[str, Party],
    wishes: list[Wish],
    standing: dict[str, Meeting],
    missed: set[str],
) -> dict[Pair, float]:
    """Return the pairs to schedule with their weights: wished for, or pinned by hand.

    Pairs of whom one failed to come are left to the desk.
    """
    weights = {pair: weight for pair, weight in weigh(wishes).items() if pair not in missed}
    for meeting in standing.values():
        if meeting.is_pinned or meeting.state != MeetingState.PLANNED:
            weights.setdefault(meeting.id, PINNED_ONLY)
    found: dict[Pair, float] = {}
    for pair, weight in weights.items():
        a, b = (coming.get(each) for each in pair.split("~"))
        if a and b and (may_meet(a, b, whole.group) or pair in standing):
            found[a.id, b.id] = weight
    return found


def _party(
    whole: Whole,
    party: Party,
    names: dict[str, str],
    slots: dict[str, str],
    tables: dict[str, str],
    ties: Ties,
) -> solver.Party:
    return solver.Party(
        id=names[party.id],
        unavailable=frozenset(slots[each] for each in party.absent if each in slots),
        max_meetings=cap_of(party, whole.group.get(party.group), whole.conference.cap),
        own_table=tables.get(party.own_table),
        owner=party.owner or ties.owners.get(party.id),
    )


def _pinned_slot(meeting: Meeting | None, slots: dict[str, str]) -> str | None:
    if meeting is None:
        return None
    is_fixed = meeting.is_pinned or meeting.state != MeetingState.PLANNED
    return slots[meeting.slot] if is_fixed else None


def _unique(names: dict[str, str], whole: Whole) -> dict[str, str]:
    """Tell parties of one name apart by their codes."""
    counts = Counter(names.values())
    return {
        party: name if counts[name] == 1 else f"{name} [{whole.party[party].enterprise}]"
        for party, name in names.items()
    }


def _request_name(names: dict[str, str], pair: Pair) -> str:
    return f"{names[pair[0]]} × {names[pair[1]]}"
