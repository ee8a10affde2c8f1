"""What a conference came to, counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from chainmatch.conference.published import first_slots, in_order
from chainmatch.conference.timetable_weights import weigh
from chainmatch.conference.view import Whole, load_whole
from chainmatch.i18n import pick
from graph.domain.conference.meetings import Meeting, MeetingOutcome, MeetingState, Outcome
from graph.store import Store
from graph.store.conference import meeting_outcomes, parties, timetables
from graph.store.conference.meeting_outcomes import SignedProject
from graph.store.conference.party_ties import Ties, find_chains, find_ties


@dataclass(frozen=True)
class Line:
    """Meetings of a themed session or a chain: planned, held, agreed, led to a project."""

    name: str
    planned: int
    held: int
    agreed: int
    signed: int


@dataclass(frozen=True)
class Gap:
    """A scarce node: who makes it here, and whether one of them has a meeting, and held one."""

    name: str
    makers: tuple[str, ...]
    is_planned: bool
    is_held: bool


@dataclass(frozen=True)
class Report:
    """What a conference came to: the way from wishes to signed projects.

    ``wished``: pairs of whom one or both wished to meet. ``said``: by outcome how many meetings
    came to it, at the end and half a year later. ``moved``: meetings not where first published.
    """

    whole: Whole
    meetings: list[Meeting]
    outcomes: Mapping[str, MeetingOutcome]
    states: Counter[MeetingState]
    results: Counter[str]
    said: list[tuple[Outcome, int, int]]
    by_session: list[Line]
    by_chain: list[Line]
    gaps: list[Gap]
    signed: list[SignedProject]
    come: int
    wished: int
    moved: int

    @property
    def amount(self) -> int:
        """What the projects signed here come to, in yuan."""
        return sum(each.total for each in self.signed)

    @property
    def funnel(self) -> tuple[int, int, int, int, int]:
        """Pairs wished for, meetings planned, held, agreed, projects signed."""
        held, agreed = self.states[MeetingState.HELD], self.results[Outcome.AGREEMENT.value]
        return self.wished, len(self.meetings), held, agreed, len(self.signed)


def show_report(store: Store, code: str, *, today: date) -> Report:
    """Count what a conference came to. Raises NotFound."""
    whole = load_whole(store, code)
    meetings = in_order(whole, timetables.list_meetings(store, code))
    outcomes = meeting_outcomes.list_outcomes(store, code)
    first = first_slots(store, code)
    return Report(
        whole=whole,
        meetings=meetings,
        outcomes=outcomes,
        states=Counter(each.state for each in meetings),
        results=Counter(each.best.value for each in outcomes.values() if each.best),
        said=_count_said(outcomes),
        by_session=_by_session(whole, meetings, outcomes),
        by_chain=_by_chain(store, code, meetings, outcomes, today),
        gaps=_gaps(whole, meetings, find_ties(store, code, at=today)),
        signed=meeting_outcomes.list_signed(store, code),
        come=sum(bool(each.checked_in_at) for each in whole.parties),
        wished=len(weigh(parties.list_wishes(store, code))),
        moved=sum(first.get(each.id, each.slot) != each.slot for each in meetings),
    )


def _count_said(outcomes: Mapping[str, MeetingOutcome]) -> list[tuple[Outcome, int, int]]:
    at_end = Counter(each.best_of("a", "b") for each in outcomes.values())
    later = Counter(each.best_of("a_later", "b_later") for each in outcomes.values())
    return [(outcome, at_end[outcome], later[outcome]) for outcome in Outcome]


def _by_session(
    whole: Whole, meetings: list[Meeting], outcomes: Mapping[str, MeetingOutcome]
) -> list[Line]:
    found = []
    for session in whole.sessions:
        inside = [e for e in meetings if e.a in whole.party and _session(whole, e) == session.id]
        name = f"{session.name}（{session.chain_name}）" if session.chain_name else session.name
        found.append(_line(name, inside, outcomes))
    return found


def _by_chain(
    store: Store,
    code: str,
    meetings: list[Meeting],
    outcomes: Mapping[str, MeetingOutcome],
    today: date,
) -> list[Line]:
    """Count for each chain the meetings in which one side makes something of it."""
    found = []
    for (_code, name, name_en), makers in find_chains(store, code, at=today).items():
        inside = [each for each in meetings if each.a in makers or each.b in makers]
        found.append(_line(pick(name, name_en), inside, outcomes))
    return sorted(found, key=lambda each: (-each.held, -each.planned, each.name))


def _line(name: str, inside: list[Meeting], outcomes: Mapping[str, MeetingOutcome]) -> Line:
    told = [outcomes[each.id] for each in inside if each.id in outcomes]
    return Line(
        name,
        planned=len(inside),
        held=sum(each.state == MeetingState.HELD for each in inside),
        agreed=sum(each.best == Outcome.AGREEMENT for each in told),
        signed=sum(bool(each.project) for each in told),
    )


def _gaps(whole: Whole, meetings: list[Meeting], ties: Ties) -> list[Gap]:
    """List the scarce nodes, those without any meeting first."""
    planned = {party for each in meetings if each.is_booked for party in (each.a, each.b)}
    held = {
        party for each in meetings if each.state == MeetingState.HELD for party in (each.a, each.b)
    }
    found = [
        Gap(
            pick(node.name, node.name_en),
            tuple(sorted(whole.name(each) for each in makers)),
            not makers.isdisjoint(planned),
            not makers.isdisjoint(held),
        )
        for node, makers in ties.scarce.items()
    ]
    return sorted(found, key=lambda each: (each.is_held, each.is_planned, each.name))


def _session(whole: Whole, meeting: Meeting) -> str:
    return whole.party[meeting.a].session
