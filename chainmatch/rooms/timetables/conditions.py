"""Conditions of an instance: who does not meet, who sits apart, what is scarce, new days."""

from collections.abc import Mapping

from chainmatch.conference.view import Whole
from chainmatch.scheduling import instance as solver
from graph.domain.conference.parties import Party, Wish, WishKind
from graph.store.conference.party_ties import Ties

Pair = tuple[str, str]


def find_vetoes(
    coming: dict[str, Party], names: dict[str, str], wishes: list[Wish]
) -> frozenset[frozenset[str]]:
    """Pairs of which one side does not want to meet the other."""
    return frozenset(
        frozenset((names[wish.wisher], names[wish.wished]))
        for wish in wishes
        if wish.kind == WishKind.VETO and wish.wisher in coming and wish.wished in coming
    )


def find_rivals(
    coming: dict[str, Party], names: dict[str, str], ties: Ties
) -> frozenset[frozenset[str]]:
    """Pairs of one group that make the same: they do not sit side by side."""
    pairs = (sorted(pair) for pair in ties.rivals if pair <= coming.keys())
    return frozenset(
        frozenset((names[a], names[b])) for a, b in pairs if coming[a].group == coming[b].group
    )


def find_gaps(
    requests: Mapping[str, Pair], ties: Ties, gap_weight: float
) -> tuple[solver.Gap, ...]:
    """Scarce nodes with the requests in which one of their makers would meet somebody."""
    if not gap_weight:
        return ()
    found = (
        (
            f"{node.name} [{node.code}]",
            tuple(r for r, pair in requests.items() if not makers.isdisjoint(pair)),
        )
        for node, makers in ties.scarce.items()
    )
    return tuple(solver.Gap(name, asked, gap_weight) for name, asked in found if asked)


def find_new_days(whole: Whole, slots: dict[str, str]) -> frozenset[str]:
    """Slots that open a day, the first day aside."""
    first: dict[str, str] = {}
    for slot in whole.slots:
        if slot.id in slots:
            first.setdefault(slot.day, slots[slot.id])
    return frozenset(list(first.values())[1:])
