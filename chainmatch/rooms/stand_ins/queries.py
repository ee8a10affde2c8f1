"""What can be offered where somebody failed to come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from chainmatch.conference.placing import Place, Placing
from chainmatch.conference.timetable_weights import weigh
from chainmatch.conference.view import Whole, load_whole
from graph.domain.conference.meetings import Meeting, MeetingState, pair_id
from graph.domain.conference.parties import Party, Wish, WishKind, may_meet
from graph.errors import NotFound
from graph.store import Store
from graph.store.conference import parties, timetables
from graph.store.conference.party_ties import Ties, find_ties

TIMES = 6
LOOKED_AT, SHOWN = 40, 8


@dataclass(frozen=True)
class Candidate:
    """A party that could stand in: how much both wish it, whether it makes what the missing one
    makes, and the next place where both are free.
    """

    party: Party
    pair: str
    weight: float
    is_alike: bool
    place: Place


@dataclass(frozen=True)
class Side:
    """One side of a missed meeting, and who could stand in for the other."""

    party: Party
    candidates: list[Candidate]


@dataclass(frozen=True)
class Offers:
    """A missed meeting, the next free places for the pair, partners for each side.

    ``unpublished``: changes of the board that would be published along.
    """

    whole: Whole
    meeting: Meeting
    times: list[Place]
    sides: list[Side]
    unpublished: int


@dataclass(frozen=True)
class _Scene:
    """All that is looked at: ``barred`` pairs that met or will not, ``weights`` of wishes."""

    whole: Whole
    meetings: tuple[Meeting, ...]
    missed: Meeting
    barred: frozenset[str]
    weights: dict[str, float]
    ties: Ties

    def places(self, pair: str) -> Iterator[Place]:
        """List places for a pair from the missed slot on, at the missed table where possible."""
        a, b = pair.split("~")
        placing = Placing(
            self.whole, (a, b), tuple(each for each in self.meetings if each.id != pair)
        )
        if placing.why_never():
            return
        for slot in self._slots_on():
            if placing.why_not_then(slot) is None:
                table = placing.choose_table(slot, self.missed.table)
                if table is not None:
                    yield slot, table

    def candidates(self, party: Party, absent: str) -> Iterator[Candidate]:
        """List who could meet a party, the most wished for and alike first."""
        for other in sorted(self._others(party), key=lambda each: self._rank(party, each, absent)):
            pair = pair_id(party.id, other.id)
            place = next(self.places(pair), None)
            if place is not None:
                is_alike = frozenset((absent, other.id)) in self.ties.rivals
                yield Candidate(other, pair, self.weights.get(pair, 0.0), is_alike, place)

    def _others(self, party: Party) -> Iterable[Party]:
        owner = party.owner or self.ties.owners.get(party.id)
        for each in self.whole.parties:
            is_own = owner is not None and owner == (each.owner or self.ties.owners.get(each.id))
            is_open = each.is_coming and may_meet(party, each, self.whole.group)
            if is_open and not is_own and pair_id(party.id, each.id) not in self.barred:
                yield each

    def _rank(self, party: Party, other: Party, absent: str) -> tuple[float, bool, bool, str]:
        pair = frozenset((absent, other.id))
        weight = self.weights.get(pair_id(party.id, other.id), 0.0)
        return -weight, pair not in self.ties.rivals, not other.checked_in_at, other.name

    def _slots_on(self) -> Iterator[str]:
        order = [each.id for each in self.whole.slots]
        start = order.index(self.missed.slot) if self.missed.slot in order else 0
        return iter(order[start:])


def show_offers(store: Store, code: str, *, pair: str, today: date) -> Offers:
    """Work out what can be offered for a missed meeting. Raises NotFound."""
    whole = load_whole(store, code)
    meetings = timetables.list_meetings(store, code)
    missed = next((each for each in meetings if each.id == pair), None)
    if missed is None or missed.state != MeetingState.NO_SHOW:
        raise NotFound("没有这场会谈，或没有登记为有人未到。")
    wishes = parties.list_wishes(store, code)
    scene = _Scene(
        whole,
        meetings,
        missed,
        frozenset({each.id for each in meetings} | _vetoed(wishes)),
        weigh(wishes),
        find_ties(store, code, at=today),
    )
    later = (place for place in scene.places(pair) if place[0] != missed.slot)
    return Offers(
        whole=whole,
        meeting=missed,
        times=list(islice(later, TIMES)),
        sides=[_side(scene, each) for each in _present(whole, missed)],
        unpublished=whole.conference.latest - whole.conference.published,
    )


def _side(scene: _Scene, party: Party) -> Side:
    missed = scene.missed
    absent = missed.b if party.id == missed.a else missed.a
    return Side(party, list(islice(scene.candidates(party, absent), SHOWN)))


def _present(whole: Whole, missed: Meeting) -> list[Party]:
    """Return the sides that have come; both where neither or both were checked in."""
    both = [whole.party[each] for each in (missed.a, missed.b) if each in whole.party]
    come = [each for each in both if each.checked_in_at and each.is_coming]
    return come if len(come) == 1 else both


def _vetoed(wishes: Iterable[Wish]) -> set[str]:
    return {pair_id(each.wisher, each.wished) for each in wishes if each.kind == WishKind.VETO}
