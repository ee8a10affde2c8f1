"""Matrix factors by alternating least squares (Hu, Koren & Volinsky, ICDM 2008), by implicit."""

import numpy as np

from graph.recommend.evaluation.method import Training


class AlternatingLeastSquares:
    """Learns a vector for each query and each answer; their product is the score."""

    def __init__(self, factors: int = 128, *, seed: int = 0) -> None:
        self._factors = factors
        self._seed = seed

    def fit(self, training: Training) -> None:
        """Learn the vectors in 15 rounds on two threads."""
        # implicit serves this baseline only, and is installed with the extra "bench".
        from implicit.als import (  # noqa: PLC0415 # pyright: ignore[reportMissingImports]
            AlternatingLeastSquares as Learner,
        )

        learner = Learner(factors=self._factors, random_state=self._seed, num_threads=2)
        learner.fit(training.links, show_progress=False)
        self._queries = np.asarray(learner.user_factors)
        self._candidates = np.asarray(learner.item_factors)[training.candidates]

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Multiply the vectors."""
        return self._queries[queries] @ self._candidates.T
