"""The order within columns that crosses few links: the barycentre heuristic.

Sugiyama, Tagawa and Toda 1981: each box moves towards the mean place of what it is linked to, a few
sweeps to and fro.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Column = TypeVar("Column", bound=Hashable)

SWEEPS = 6


def ordered(
    columns: Mapping[Column, Sequence[str]], links: Iterable[tuple[str, str]], sweeps: int = SWEEPS
) -> dict[Column, list[str]]:
    """Order the keys within each column; the columns are given from left to right."""
    linked = defaultdict(set)
    for start, end in links:
        linked[start].add(end)
        linked[end].add(start)
    order = {column: list(keys) for column, keys in columns.items()}
    for sweep in range(sweeps):
        for column in list(order) if sweep % 2 == 0 else reversed(list(order)):
            order[column] = _towards_neighbours(order, column, linked)
    return order


def _towards_neighbours(
    order: Mapping[Column, list[str]], column: Column, linked: Mapping[str, set[str]]
) -> list[str]:
    place = {
        key: index / max(1, len(keys) - 1)
        for other, keys in order.items()
        if other != column
        for index, key in enumerate(keys)
    }
    keys = order[column]

    def barycentre(item: tuple[int, str]) -> tuple[float, int]:
        index, key = item
        near = [place[other] for other in linked.get(key, ()) if other in place]
        return (sum(near) / len(near) if near else index / max(1, len(keys) - 1), index)

    return [key for _, key in sorted(enumerate(keys), key=barycentre)]
