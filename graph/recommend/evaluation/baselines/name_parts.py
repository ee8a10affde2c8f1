"""Candidates whose name stands inside the query's name."""

import numpy as np

from graph.recommend.evaluation.method import Training


class NameParts:
    """The share of the query's name that the candidate's name is, 0 where it does not occur."""

    def fit(self, training: Training) -> None:
        """Remember which column each name is."""
        self._names = training.names
        self._columns = {
            training.names[place]: column for column, place in enumerate(training.candidates)
        }

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Look every part of the names up."""
        scores = np.zeros((len(queries), len(self._columns)), np.float32)
        for row, query in enumerate(queries):
            name = self._names[query]
            for start in range(len(name)):
                for end in range(start + 1, len(name) + 1):
                    column = self._columns.get(name[start:end])
                    if column is not None:
                        scores[row, column] = (end - start) / len(name)
        return scores
