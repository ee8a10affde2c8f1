"""What past half-years teach: who was found next, among those who could have been."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graph.recommend.firms.features import COMPARED, RANK
from graph.recommend.firms.history import History, Trades
from graph.recommend.firms.present import Block, Present

KEPT_SHARE = 0.2
"""Of the candidates that were not chosen, so many are kept, and all of the first ranks."""
FIRST_RANKS = 20


@dataclass(frozen=True)
class Examples:
    """Candidates by features, which of them came true, and how many each customer has."""

    names: list[str]
    features: np.ndarray
    chosen: np.ndarray
    groups: np.ndarray


def new_pairs(trades: Trades, half_year: int, history: History) -> tuple[np.ndarray, np.ndarray]:
    """Return customers and suppliers of trades begun in a half-year between known firms.

    A trade that only turns an older one round is none.
    """
    begun = trades.first == half_year
    customers, suppliers = trades.customers[begun], trades.suppliers[begun]
    is_firm_known = np.diff(history.both.indptr) > 0
    is_reverse = np.asarray(history.links[suppliers, customers]).ravel() > 0
    fit = is_firm_known[customers] & is_firm_known[suppliers] & ~is_reverse
    return customers[fit], suppliers[fit]


def collect_examples(trades: Trades, half_years: Iterable[int], *, seed: int = 0) -> Examples:
    """Replay half-years, each from what was known before it."""
    parts = [part for each in half_years for part in _replay(trades, each, seed)]
    if not parts:
        return Examples([], np.empty((0, 0), np.float32), np.empty(0, bool), np.empty(0, np.int64))
    return Examples(
        parts[0].names,
        np.vstack([part.features for part in parts]),
        np.concatenate([part.chosen for part in parts]),
        np.concatenate([part.groups for part in parts]),
    )


def _replay(trades: Trades, half_year: int, seed: int) -> Iterable[Examples]:
    known = trades.before(half_year)
    if not len(known.first):
        return
    present = Present(known)
    customers, suppliers = new_pairs(trades, half_year, present.history)
    generator = np.random.default_rng([seed, half_year])
    for block in present.blocks(np.unique(customers)):
        yield _label(block, customers * trades.firms + suppliers, trades.firms, generator)


def _label(block: Block, pairs: np.ndarray, firms: int, generator: np.random.Generator) -> Examples:
    """Mark what came true; customers none of whose candidates did teach nothing and go."""
    candidates = block.candidates
    customers = candidates.customers[candidates.rows]
    chosen = np.isin(customers * firms + candidates.firms, pairs)
    rank = block.features[:, block.names.index(f"{COMPARED[0]}{RANK}")]
    kept = chosen | (rank < FIRST_RANKS) | (generator.random(len(chosen)) < KEPT_SHARE)
    hits = np.bincount(candidates.rows, chosen, minlength=len(candidates.customers))
    kept &= hits[candidates.rows] > 0
    groups = np.bincount(candidates.rows[kept], minlength=len(candidates.customers))
    return Examples(block.names, block.features[kept], chosen[kept], groups[groups > 0])
