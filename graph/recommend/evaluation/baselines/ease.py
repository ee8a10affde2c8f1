"""Linear items to items in closed form, EASE^R (Steck, WWW 2019)."""

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from graph.recommend.evaluation.method import Training
from graph.recommend.sparse import column_sums

LEAST_LINKS = 4


class Ease:
    """Learns how each answer speaks for each other, among answers with at least four links.

    All answers would need 24 GB on gdes.
    """

    def __init__(self, damping: float = 20.0) -> None:
        self._damping = damping

    def fit(self, training: Training) -> None:
        """Invert the damped Gram matrix: weights[i, j] = -inverse[i, j] / inverse[j, j], i ≠ j."""
        self._items = np.flatnonzero(column_sums(training.links) >= LEAST_LINKS)
        self._links = training.links.tocsc()[:, self._items].tocsr()
        gram = (self._links.T @ self._links).toarray().astype(np.float32)
        gram[np.diag_indices_from(gram)] += self._damping
        inverted = cho_solve(
            cho_factor(gram, overwrite_a=True), np.eye(len(gram), dtype=np.float32)
        )
        self._weights = inverted / -np.diag(inverted)
        np.fill_diagonal(self._weights, 0)
        self._columns = np.full(len(training.names), -1)
        self._columns[training.candidates] = np.arange(len(training.candidates))
        self._number = len(training.candidates)

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Multiply; candidates with fewer links get the lowest score there is."""
        found = self._links[queries] @ self._weights
        scores = np.full((len(queries), self._number), min(0.0, float(found.min(initial=0))) - 1)
        places = self._columns[self._items]
        scores[:, places[places >= 0]] = found[:, places >= 0]
        return scores.astype(np.float32)
