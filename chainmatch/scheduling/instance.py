"""What is to be scheduled: slots, tables, parties and requests, as plain records.

The format is JSON and described in docs/timetable.md; reading.py makes an Instance of it.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise


@dataclass(frozen=True)
class Party:
    """Somebody who meets others: when they are away, how much they can take, where they sit.

    Parties of one ``owner`` count as one to everybody else.
    """

    id: str
    unavailable: frozenset[str] = frozenset()
    max_meetings: int = 0
    own_table: str | None = None
    owner: str | None = None


@dataclass(frozen=True)
class Request:
    """A wish for one meeting of two parties; ``slots`` None means any slot."""

    id: str
    a: str
    b: str
    weight: float = 1.0
    pinned: str | None = None
    slots: frozenset[str] | None = None

    @property
    def pair(self) -> frozenset[str]:
        """The two parties, in no order."""
        return frozenset((self.a, self.b))


@dataclass(frozen=True)
class Gap:
    """A scarce node of a chain: worth ``weight`` once, when any of its requests is met."""

    id: str
    requests: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Meeting:
    """A request that is met, in a slot, at a table."""

    request: str
    slot: str
    table: str


@dataclass(frozen=True)
class Instance:
    """One conference to schedule.

    ``new_days`` are the slots that open a day: waiting overnight is not idle time. ``vetoes`` and
    ``rivals`` are pairs of parties who shall not meet, or not sit at neighbouring tables.
    ``previous`` is the timetable to stay near to; each meeting that keeps its slot is worth
    ``stability``.
    """

    slots: tuple[str, ...]
    tables: tuple[str, ...]
    parties: tuple[Party, ...]
    requests: tuple[Request, ...]
    new_days: frozenset[str] = frozenset()
    vetoes: frozenset[frozenset[str]] = frozenset()
    rivals: frozenset[frozenset[str]] = frozenset()
    neighbours: frozenset[frozenset[str]] | None = None
    gaps: tuple[Gap, ...] = ()
    previous: tuple[Meeting, ...] = ()
    stability: float = 0.0

    @cached_property
    def party(self) -> dict[str, Party]:
        """Parties by id."""
        return {party.id: party for party in self.parties}

    @cached_property
    def request(self) -> dict[str, Request]:
        """Requests by id."""
        return {request.id: request for request in self.requests}

    @cached_property
    def owned_tables(self) -> frozenset[str]:
        """Tables at which only their owners' meetings take place."""
        return frozenset(party.own_table for party in self.parties if party.own_table)

    @cached_property
    def shared_tables(self) -> tuple[str, ...]:
        """Tables with several owners, who cannot all use them at once."""
        counts = Counter(party.own_table for party in self.parties if party.own_table)
        return tuple(table for table, count in counts.items() if count > 1)

    @cached_property
    def free_tables(self) -> tuple[str, ...]:
        """Tables that nobody owns, in their order."""
        return tuple(table for table in self.tables if table not in self.owned_tables)

    @cached_property
    def neighbouring_tables(self) -> frozenset[frozenset[str]]:
        """Pairs of tables side by side: as given, else those next to each other in the list."""
        if self.neighbours is not None:
            return self.neighbours
        return frozenset(map(frozenset, pairwise(self.tables)))

    def open_slots(self, request: Request) -> frozenset[str]:
        """Slots in which nothing but other meetings can stand in the request's way."""
        if request.pair in self.vetoes or self.is_same_owner(request):
            return frozenset()
        allowed = set(self.slots if request.slots is None else request.slots)
        if request.pinned is not None:
            allowed &= {request.pinned}
        for party in request.pair:
            allowed -= self.party[party].unavailable
        return frozenset(allowed)

    def is_same_owner(self, request: Request) -> bool:
        """Whether both parties belong to one owner, so that there is nobody to meet."""
        one, other = (self.party[party].owner for party in (request.a, request.b))
        return one is not None and one == other

    def owner_pair(self, request: Request) -> frozenset[str] | None:
        """Name the owners whose firms count as one here, or None where no owner is named."""
        a, b = self.party[request.a], self.party[request.b]
        if a.owner is None and b.owner is None:
            return None
        return frozenset((a.owner or f"={a.id}", b.owner or f"={b.id}"))
