"""Filtered ranking, mean reciprocal rank and hits, with bootstrap confidence intervals."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

HITS = (1, 10, 50)
RESAMPLES = 1000
CONFIDENCE = 0.95


def rank_of(scores: np.ndarray, answer: int, left_out: np.ndarray) -> float:
    """Return the rank of a candidate, from 1, among those not left out.

    ``scores`` is one row; ``left_out`` are the places of known answers, which may name the answer
    itself. Equal scores share the mean of their ranks (Berrendorf et al., arXiv 2002.06914).
    """
    own = scores[answer]
    others = left_out[left_out != answer]
    better = np.count_nonzero(scores > own) - np.count_nonzero(scores[others] > own)
    equal = np.count_nonzero(scores == own) - np.count_nonzero(scores[others] == own) - 1
    return 1 + better + equal / 2


@dataclass(frozen=True)
class Interval:
    """A figure with its confidence interval of 95 %."""

    value: float
    low: float
    high: float


NOTHING = Interval(0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Figures:
    """What a set of ranks is worth; a rank of infinity was not found at all."""

    pairs: int
    mrr: Interval
    hits: dict[int, Interval]


def measure(ranks: np.ndarray, queries: np.ndarray, *, seed: int = 0) -> Figures:
    """Average over pairs; the intervals come from drawing whole queries with their pairs.

    Pairs of one query are not independent of one another, so queries are what is drawn again. Of
    no pairs, as where all of a file are warm, all figures are 0.
    """
    if not len(ranks):
        return Figures(0, NOTHING, dict.fromkeys(HITS, NOTHING))
    shares = {"mrr": 1 / ranks, **{at: (ranks <= at).astype(float) for at in HITS}}
    draw = _resampler(queries, seed)
    figures = {name: _interval(values, draw) for name, values in shares.items()}
    return Figures(len(ranks), figures.pop("mrr"), {at: figures[at] for at in HITS})


Draw = Callable[[np.ndarray], np.ndarray]


def _resampler(queries: np.ndarray, seed: int) -> Draw:
    """Return the function that averages values over RESAMPLES draws of the queries."""
    groups, group = np.unique(queries, return_inverse=True)
    generator = np.random.default_rng(seed)
    number = len(groups)
    chosen = generator.multinomial(number, np.full(number, 1 / number), size=RESAMPLES)
    sizes = chosen @ np.bincount(group, minlength=number)
    return lambda values: chosen @ np.bincount(group, values, minlength=number) / sizes


def _interval(values: np.ndarray, draw: Draw) -> Interval:
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(draw(values), [tail, 1 - tail])
    return Interval(float(values.mean()), float(low), float(high))


def blocks(queries: np.ndarray, size: int) -> Iterable[np.ndarray]:
    """Cut an array into parts of ``size``."""
    return (queries[start : start + size] for start in range(0, len(queries), size))
