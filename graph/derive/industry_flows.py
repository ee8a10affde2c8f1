"""Which industries supply which: what their members make, and what goes into it.

A path between two names can deceive (深加工 and 钢铁深加工); whether firms of one industry supply
those of the other at all is told by all the map's names together.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
import scipy.sparse as sp

from graph.domain.clock import date_text, now
from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.naming.generic import is_telling
from graph.recommend.sparse import Matrix, degree_normalised, link_matrix, row_normalised
from graph.store import Store
from graph.store.map.industry_flows import Facts, Flows, list_stored, read_facts, save_flows

LEAST_LIKENESS = 0.5
ACROSS_A_BRIDGE = 0.5
ROOT = 0.7
"""Power of a flow: one recipe that names a hundred herbs shall not outweigh all others."""
OFTEN = 90
SELDOM = 30
"""Percentiles of the expected flows, of industries and of groups, added to both sides of a lift."""
LEAST_INDUSTRIES = 20
"""With fewer industries a lift says more of chance than of trade: none is kept."""
STEPS = 3


def refresh(store: Store, progress: Progress = silent) -> int:
    """Bring the flows between industries in line with the map; returns how many changed."""
    note = message("正在推算行业之间的供需")
    progress(0, STEPS, note)
    facts = read_facts(store, at=date_text(now().date()), least_likeness=LEAST_LIKENESS)
    progress(1, STEPS, note)
    wanted = {each.code: each for each in find_flows(facts)}
    progress(2, STEPS, note)
    present = list_stored(store)
    changed = [
        wanted.get(code, Flows(code))
        for code in sorted(wanted.keys() | present.keys())
        if present.get(code, Flows(code)) != wanted.get(code, Flows(code))
    ]
    save_flows(store, changed)
    progress(STEPS, STEPS, note)
    return len(changed)


def find_flows(facts: Facts) -> list[Flows]:
    """Return for each industry those it meets more often than by chance, as who supplies whom."""
    makers = {maker for maker, *_ in facts.makes}
    industries = sorted({industry for member, industry in facts.members if member in makers})
    if len(industries) < LEAST_INDUSTRIES:
        return []
    lifts = np.round(_lifts(_flow(facts, industries), _groups(facts, industries)), 2)
    return [
        Flows(code, _above_chance(industries, lifts[place]), _above_chance(industries, column))
        for place, (code, column) in enumerate(zip(industries, lifts.T, strict=True))
    ]


def _above_chance(industries: list[str], lifts: np.ndarray) -> dict[str, float]:
    return {industries[place]: float(lifts[place]) for place in np.flatnonzero(lifts > 1)}


def _flow(facts: Facts, industries: list[str]) -> np.ndarray:
    """Return how much of what a row's members make is made of what a column's members make.

    The member that tells most of a pair is left out: what one firm alone tells is no custom of
    its industry, and a firm's own deceiving name must not speak for itself.
    """
    codes = {code for _, code, *_ in facts.makes}
    codes |= {code for row in facts.supplies for code in (row[0], row[2])}
    places = {code: place for place, code in enumerate(sorted(codes))}
    members, made = _members(facts, industries), _made(facts, places)
    across = made + ACROSS_A_BRIDGE * made @ _bridges(facts, places)
    by_firm = (across @ _used(facts, places) @ (members @ across).T).toarray()
    told = [by_firm[members.indices[start:end]] for start, end in pairwise(members.indptr)]
    return np.array([each.sum(0) - each.max(0, initial=0) for each in told]) ** ROOT


def _used(facts: Facts, places: dict[str, int]) -> Matrix:
    pairs = [
        (places[product], places[material])
        for material, name, product, product_name in facts.supplies
        if is_telling(name) and is_telling(product_name)
    ]
    rows, columns = np.array(pairs, np.int64).reshape(-1, 2).T
    return degree_normalised(link_matrix(rows, columns, len(places)))


def _firms(facts: Facts) -> dict[str, int]:
    codes = {member for member, _ in facts.members}
    return {code: place for place, code in enumerate(sorted(codes))}


def _members(facts: Facts, industries: list[str]) -> Matrix:
    """Return industries by firms: 1 where a firm is a member."""
    firms, of = _firms(facts), {code: place for place, code in enumerate(industries)}
    inside = [
        (of[industry], firms[firm], 1.0) for firm, industry in facts.members if industry in of
    ]
    return _matrix(inside, (len(industries), len(firms)))


def _made(facts: Facts, places: dict[str, int]) -> Matrix:
    """Return firms by products: their telling ones, weighted by the root of their share."""
    firms = _firms(facts)
    made = [
        (firms[maker], places[code], 0.1 + min(max(share, 0.0), 1.0) ** 0.5)
        for maker, code, name, share in facts.makes
        if maker in firms and is_telling(name)
    ]
    return row_normalised(_matrix(made, (len(firms), len(places))))


def _bridges(facts: Facts, places: dict[str, int]) -> Matrix:
    crossed = [
        (places[start], places[end], score**2)
        for one, other, score in facts.near
        if one in places and other in places
        for start, end in ((one, other), (other, one))
    ]
    return _matrix(crossed, (len(places), len(places)))


def _matrix(entries: Iterable[tuple[int, int, float]], shape: tuple[int, int]) -> Matrix:
    rows, columns, values = np.array(list(entries), np.float64).reshape(-1, 3).T
    return sp.csr_matrix((values, (rows.astype(int), columns.astype(int))), shape=shape)


def _groups(facts: Facts, industries: list[str]) -> np.ndarray:
    """Return for each industry the place of its root in the tree."""
    parents = dict(facts.parents)
    roots = [list(_upwards(code, parents))[-1] for code in industries]
    return np.unique(roots, return_inverse=True)[1]


def _upwards(code: str, parents: dict[str, str]) -> Iterator[str]:
    seen: set[str] = set()
    while code and code not in seen:
        yield code
        seen.add(code)
        code = parents.get(code, "")


def _lifts(flow: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Set flows against chance, starting from what the two groups of industries tell."""
    inside = np.eye(groups.max() + 1)[groups]
    between = _lift(inside.T @ flow @ inside, SELDOM, 1.0)
    return _lift(flow, OFTEN, between[np.ix_(groups, groups)])


def _lift(flow: np.ndarray, percentile: int, start: np.ndarray | float) -> np.ndarray:
    expected = np.outer(flow.sum(1), flow.sum(0)) / max(flow.sum(), 1e-12)
    chance = np.percentile(expected[expected > 0], percentile) if expected.any() else 1.0
    return (flow + chance * start) / (expected + chance)
