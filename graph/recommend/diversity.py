"""No one place and no one owner fills a list: who shares one is spread out."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

WINDOW = 10
MOST_OF_ONE = 3

Item = TypeVar("Item")


def spread_out(
    ranked: Sequence[Item], marks: Callable[[Item], Collection[str]], *, limit: int
) -> list[Item]:
    """Reorder so that of ten in a row at most three bear one mark, where others exist.

    Marks are the place where a partner is met and its owners. Who has to wait keeps its score and
    comes as early as the rule lets it.
    """
    waiting = [(each, frozenset(marks(each))) for each in ranked]
    order: list[tuple[Item, frozenset[str]]] = []
    while waiting and len(order) < limit:
        recent = Counter(mark for _, each in order[-(WINDOW - 1) :] for mark in each)
        full = {mark for mark, number in recent.items() if number >= MOST_OF_ONE}
        free = (place for place, (_, each) in enumerate(waiting) if not each & full)
        order.append(waiting.pop(next(free, 0)))
    return [item for item, _ in order]
