"""Nodes that are kinds of themselves by way of others."""

from collections.abc import Iterable, Mapping

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

Pair = tuple[str, str]


def find_cycles(pairs: Iterable[Pair]) -> list[list[str]]:
    """Return one cycle within each strongly connected part of more than one, by its first code."""
    told = list(pairs)
    codes = sorted({code for pair in told for code in pair})
    if not codes:
        return []
    place = {code: index for index, code in enumerate(codes)}
    starts, ends = ([place[pair[side]] for pair in told] for side in (0, 1))
    size = len(codes)
    graph = coo_matrix((np.ones(len(told), dtype=np.int8), (starts, ends)), shape=(size, size))
    _, parts = connected_components(graph, connection="strong")
    sizes = np.bincount(parts)
    onward: dict[str, list[str]] = {}
    for start, end in told:
        part = parts[place[start]]
        if sizes[part] > 1 and part == parts[place[end]]:
            onward.setdefault(start, []).append(end)
    firsts = {parts[place[code]]: code for code in sorted(onward, reverse=True)}
    return sorted(_walk(first, onward) for first in firsts.values())


def _walk(first: str, onward: Mapping[str, list[str]]) -> list[str]:
    """Walk within a part until a node is met again; return the round, its smallest code first."""
    path, seen, code = [], {}, first
    while code not in seen:
        seen[code] = len(path)
        path.append(code)
        code = min(onward[code])
    cycle = path[seen[code] :]
    smallest = cycle.index(min(cycle))
    return cycle[smallest:] + cycle[:smallest]
