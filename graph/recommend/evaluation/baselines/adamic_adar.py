"""Common neighbours, rare ones first (Adamic & Adar, Social Networks 25, 2003)."""

import numpy as np

from graph.recommend.evaluation.method import Training
from graph.recommend.sparse import binary, diagonal, row_sums


class AdamicAdar:
    """Adds up 1 / log(degree) over the neighbours that two entities share, direction apart."""

    def fit(self, training: Training) -> None:
        """Forget directions and weigh each entity by its degree."""
        both = binary((training.links + training.links.T).tocsr())
        degrees = row_sums(both)
        rarity = 1 / np.log(np.maximum(degrees, 2))
        self._weighted = (both @ diagonal(rarity.astype(np.float32))).tocsr()
        self._to_candidates = both.T.tocsc()[:, training.candidates].tocsr()

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Add up the rarities of common neighbours."""
        return (self._weighted[queries] @ self._to_candidates).toarray()
