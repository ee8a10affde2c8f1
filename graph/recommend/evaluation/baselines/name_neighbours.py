"""What entities with alike names are linked with."""

import numpy as np
import scipy.sparse as sp

from graph.recommend.evaluation.baselines.name_grams import gram_vectors
from graph.recommend.evaluation.method import Training
from graph.recommend.sparse import keep_largest

NEIGHBOURS = 20


class NameNeighbours:
    """Adds up the answers of the 20 other queries with the most alike names, by their cosine."""

    def fit(self, training: Training) -> None:
        """Make the vectors of all names."""
        self._vectors = gram_vectors(training)
        self._asked = np.unique(training.queries)
        self._others = self._vectors[self._asked].T.tocsr()
        self._answers = training.links[self._asked].tocsc()[:, training.candidates].tocsr()

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Find the neighbours and add up."""
        likeness = (self._vectors[queries] @ self._others).tocsr()
        own = sp.csr_matrix(queries[:, None] == self._asked[None, :])
        others = (likeness - likeness.multiply(own)).tocsr()
        return (keep_largest(others, NEIGHBOURS) @ self._answers).toarray()
