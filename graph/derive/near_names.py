"""Bridges between nodes whose names say much the same: ``ChainNode-[:NEAR]->ChainNode``.

Two sources, or a maker and a recipe, rarely use one spelling. A bridge joins a node that somebody
makes to a node that takes part in supply, or two nodes that are made, when their names are equal
after normalisation, when one ends in the other, or when their characters are much alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice, product

import numpy as np

from graph.derive.name_likeness import NameTable
from graph.domain.near_name import NearLink, NearMethod, NearNode
from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.naming.generic import is_telling
from graph.store import Store
from graph.store.map import near_names as records

VERSION = "1"
LEAST_LIKENESS = 0.4
LEAST_LIKENESS_MADE = 0.5
LEAST_KIND = 0.4
NEAR_SUPPLIED = 3
NEAR_MADE = 2
MOST_LINKS = 120_000
MOST_OF_ONE_NAME = 3
STEPS = 4


def refresh(store: Store, progress: Progress = silent) -> int:
    """Bring the NEAR links in line with the map, writing only what changed.

    Returns the number of links written or taken away; 0 without work where names, makers and
    supply links are as they were.
    """
    note = message("正在比较名称")
    progress(0, STEPS, note)
    nodes = [node for node in records.list_nodes(store) if is_telling(node.match_key)]
    mark = _fingerprint(nodes)
    if mark == records.find_fingerprint(store):
        return 0
    progress(1, STEPS, note)
    wanted = set(find_near(nodes))
    progress(2, STEPS, note)
    present = set(records.list_links(store))
    gone, new = present - wanted, sorted(wanted - present, key=_by_codes)
    records.delete_links(store, gone)
    progress(3, STEPS, note)
    records.save_links(store, new)
    records.save_fingerprint(store, mark)
    progress(STEPS, STEPS, note)
    return len(gone) + len(new)


def find_near(nodes: Iterable[NearNode]) -> list[NearLink]:
    """List the bridges among these nodes, the strongest 120,000 of them, by pair of codes."""
    by_key: dict[str, list[NearNode]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.code):
        by_key[node.match_key].append(node)
    best: dict[tuple[str, str], NearLink] = {}
    for link in _all_links(by_key):
        known = best.get((link.start, link.end)) or best.get((link.end, link.start))
        if known is None or link.score > known.score:
            if known is not None:
                del best[known.start, known.end]
            best[link.start, link.end] = link
    strongest = sorted(best.values(), key=lambda link: (-link.score, link.start, link.end))
    return sorted(strongest[:MOST_LINKS], key=_by_codes)


def _by_codes(link: NearLink) -> tuple[str, str]:
    return link.start, link.end


def _all_links(by_key: dict[str, list[NearNode]]) -> Iterator[NearLink]:
    for group in by_key.values():
        yield from _same_name(group)
    keys = list(by_key)
    for first, second, score, method in _alike_keys(keys, by_key):
        useful = (
            NearLink(start.code, end.code, score, method)
            for start, end in product(by_key[keys[first]], by_key[keys[second]])
            if _is_useful(start, end)
        )
        yield from islice(useful, MOST_OF_ONE_NAME)


def _same_name(group: list[NearNode]) -> Iterator[NearLink]:
    pairs = (
        NearLink(first.code, second.code, 1.0, NearMethod.SAME_NAME)
        for first, second in product(group, group)
        if first.code < second.code and _is_useful(first, second)
    )
    yield from islice(pairs, MOST_OF_ONE_NAME * len(group))


def _is_useful(first: NearNode, second: NearNode) -> bool:
    """Tell whether one is made and the other supplied, or both are made."""
    if first.is_made:
        return second.is_made or second.is_supplied
    return second.is_made and first.is_supplied


def _alike_keys(
    keys: list[str], by_key: dict[str, list[NearNode]]
) -> Iterator[tuple[int, int, float, NearMethod]]:
    if len(keys) < 2:
        return
    made = _places(any(node.is_made for node in by_key[key]) for key in keys)
    supplied = _places(any(node.is_supplied for node in by_key[key]) for key in keys)
    table = NameTable(keys)
    for rows, columns, limit, least in (
        (made, supplied, NEAR_SUPPLIED, LEAST_LIKENESS),
        (supplied, made, NEAR_MADE, LEAST_LIKENESS),
        (made, made, NEAR_MADE, LEAST_LIKENESS_MADE),
    ):
        for head in table.heads(rows, columns):
            if head.score >= LEAST_KIND:
                yield head.narrower, head.broader, head.score, NearMethod.KIND_BY_NAME
        pairs = table.most_alike(rows, columns, limit=limit, least=least)
        for first, second, score in zip(*pairs, strict=True):
            low, high = sorted((int(first), int(second)))
            yield low, high, round(min(float(score), 0.99), 3), NearMethod.SIMILAR_NAME


def _places(flags: Iterable[bool]) -> np.ndarray:
    return np.flatnonzero(np.fromiter(flags, bool))


def _fingerprint(nodes: list[NearNode]) -> str:
    lines = sorted(
        f"{node.code}\t{node.match_key}\t{node.is_made}\t{node.is_supplied}" for node in nodes
    )
    return sha256("\n".join([VERSION, *lines]).encode()).hexdigest()
