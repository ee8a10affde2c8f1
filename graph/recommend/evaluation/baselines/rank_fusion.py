"""Several methods as one, by their ranks (Cormack, Clarke & Buettcher, SIGIR 2009)."""

from collections.abc import Sequence

import numpy as np

from graph.recommend.evaluation.method import Method, Training

DAMPING = 60
DEPTH = 1000


class RankFusion:
    """Adds up 1 / (60 + rank) over the first thousand of each method."""

    def __init__(self, methods: Sequence[Method]) -> None:
        self._methods = methods

    def fit(self, training: Training) -> None:
        """Fit each."""
        for method in self._methods:
            method.fit(training)

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Add up what each method gives by rank."""
        return np.sum([_by_rank(method.scores(queries)) for method in self._methods], axis=0)


def _by_rank(scores: np.ndarray) -> np.ndarray:
    """Give each of the best 1 / (60 + rank), and nothing to scores as low as the lowest."""
    rows, columns = scores.shape
    depth = min(DEPTH, columns)
    best = np.argpartition(-scores, depth - 1, axis=1)[:, :depth]
    order = np.argsort(-np.take_along_axis(scores, best, axis=1), axis=1, kind="stable")
    best = np.take_along_axis(best, order, axis=1)
    given = np.broadcast_to(1 / (DAMPING + np.arange(1, depth + 1)), (rows, depth))
    is_found = np.take_along_axis(scores, best, axis=1) > scores.min(axis=1, keepdims=True)
    fused = np.zeros(scores.shape, np.float32)
    np.put_along_axis(fused, best, np.where(is_found, given, 0).astype(np.float32), axis=1)
    return fused
