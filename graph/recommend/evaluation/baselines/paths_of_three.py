"""Directed, degree-normalised paths of length three (Kovács et al., Nat. Comm. 10, 1240, 2019)."""

import numpy as np

from graph.recommend.evaluation.method import Training
from graph.recommend.sparse import column_sums, inverse, row_sums


class PathsOfThree:
    """Walks query → answer → its other query → that one's answer.

    Each path counts 1 / root(k_u k_v), k the degrees of the two entities in between in their roles.
    """

    def fit(self, training: Training) -> None:
        """Weigh the second step by the degrees of its ends."""
        links = training.links
        there, back = inverse(column_sums(links), 0.5), inverse(row_sums(links), 0.5)
        self._links = links
        self._back = (there @ links.T @ back).tocsr()
        self._to_candidates = links.tocsc()[:, training.candidates].tocsr()

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Add up the paths."""
        return (self._links[queries] @ self._back @ self._to_candidates).toarray()
