"""Who is linked most, is linked next."""

import numpy as np

from graph.recommend.evaluation.method import Training
from graph.recommend.sparse import column_sums


class Popularity:
    """Scores a candidate by the number of its links as an answer, the same for every query."""

    def fit(self, training: Training) -> None:
        """Count links."""
        self._scores = column_sums(training.links)[training.candidates]

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Repeat the counts for each query."""
        return np.tile(self._scores, (len(queries), 1))
