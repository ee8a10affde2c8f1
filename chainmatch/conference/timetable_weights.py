"""What wishes are worth, for the timetable and the board."""

from collections import defaultdict
from collections.abc import Iterable

from graph.domain.conference.meetings import pair_id
from graph.domain.conference.parties import WEIGHTS, Wish, WishKind


def weigh(wishes: Iterable[Wish]) -> dict[str, float]:
    """Return by pair what both sides' wishes are worth together; vetoes weigh nothing."""
    weights: dict[str, float] = defaultdict(float)
    for wish in wishes:
        if wish.kind != WishKind.VETO:
            weights[pair_id(wish.wisher, wish.wished)] += WEIGHTS[wish.kind]
    return dict(weights)
