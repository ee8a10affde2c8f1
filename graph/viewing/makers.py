"""Who makes the nodes of a view: counted where numbers are enough, else one by one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.domain.explored import Mark, Scope
from graph.store import Store
from graph.store.map import explorer
from graph.store.map.explored import FoundEnterprise, Made

MOST_MADE = 60_000


@dataclass(frozen=True)
class Counts:
    """How many make each node, in the region that was asked for and outside of it."""

    here: Mapping[str, int]
    elsewhere: Mapping[str, int]

    def mark(self, code: str) -> Mark:
        """Say what is remarkable about a node."""
        here = self.here.get(code, 0)
        return Mark.GAP if here == 0 else Mark.SINGLE if here == 1 else Mark.NONE


@dataclass(frozen=True)
class Makers:
    """Who makes what: ``here`` and ``elsewhere`` by node; where each enterprise stands."""

    made: tuple[Made, ...]
    firms: Mapping[str, FoundEnterprise]
    here: Mapping[str, frozenset[str]]
    elsewhere: Mapping[str, frozenset[str]]

    @property
    def counts(self) -> Counts:
        """How many these are."""
        return Counts(_numbers(self.here), _numbers(self.elsewhere))


def count_makers(store: Store, scope: Scope, codes: Sequence[str]) -> Counts:
    """Count who makes these nodes."""
    everywhere = explorer.count_makers(store, codes, at=scope.at)
    if not scope.region:
        return Counts(everywhere, {})
    regions = explorer.regions_within(store, scope.region)
    here = explorer.count_makers_in(store, codes, regions, at=scope.at)
    return Counts(here, {code: number - here.get(code, 0) for code, number in everywhere.items()})


def read_makers(store: Store, scope: Scope, codes: Sequence[str]) -> Makers:
    """Read who makes these nodes, at most MOST_MADE links."""
    made = explorer.list_makers(store, codes, at=scope.at, limit=MOST_MADE)
    names = sorted({each.maker for each in made})
    firms = {firm.code: firm for firm in explorer.list_enterprises(store, names, at=scope.at)}
    inside = explorer.regions_within(store, scope.region) if scope.region else None
    here, elsewhere = defaultdict(set), defaultdict(set)
    for each in made:
        is_here = inside is None or firms[each.maker].region in inside
        (here if is_here else elsewhere)[each.node].add(each.maker)
    return Makers(tuple(made), firms, _frozen(here), _frozen(elsewhere))


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {code: frozenset(members) for code, members in sets.items()}


def _numbers(sets: Mapping[str, frozenset[str]]) -> dict[str, int]:
    return {code: len(members) for code, members in sets.items()}
