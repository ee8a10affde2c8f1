"""Personalised PageRank from the query, directions forgotten."""

import numpy as np
import scipy.sparse as sp

from graph.recommend.evaluation.method import Training
from graph.recommend.sparse import row_normalised

STEPS = 12


class PageRank:
    """Goes on with probability ``damping``, else back to the query: 12 power steps."""

    def __init__(self, damping: float = 0.85) -> None:
        self._damping = damping

    def fit(self, training: Training) -> None:
        """Make the matrix of steps."""
        both = (training.links + training.links.T).tocsr()
        self._backwards = row_normalised(both).T.tocsr()
        self._candidates = training.candidates

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Return the probability to be found at each candidate."""
        columns = np.arange(len(queries))
        ones = np.ones(len(queries), np.float32)
        shape = (self._backwards.shape[0], len(queries))
        start = sp.csr_matrix((ones, (queries, columns)), shape=shape).toarray()
        found = start.copy()
        for _ in range(STEPS):
            found = self._damping * (self._backwards @ found) + (1 - self._damping) * start
        return np.ascontiguousarray(found[self._candidates].T)
