"""No one node fills a list: partners found at the same place are spread out."""

from collections import Counter, deque
from collections.abc import Sequence

from graph.domain.recommendation import Recommendation

WINDOW = 10
MOST_OF_ONE_PLACE = 3


def spread_out(ranked: Sequence[Recommendation], *, limit: int) -> list[Recommendation]:
    """Reorder so that of ten in a row at most three meet at one place, where others exist.

    A partner that has to wait keeps its score and comes as early as the rule lets it.
    """
    waiting = deque(ranked)
    order: list[Recommendation] = []
    while waiting and len(order) < limit:
        recent = Counter(_place(each) for each in order[-(WINDOW - 1) :])
        chosen = next(
            (each for each in waiting if recent[_place(each)] < MOST_OF_ONE_PLACE), waiting[0]
        )
        waiting.remove(chosen)
        order.append(chosen)
    return order


def _place(recommendation: Recommendation) -> str:
    return recommendation.paths[0].meeting_place.code
