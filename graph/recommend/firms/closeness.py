"""Firms as vectors: who stands near whom in the whole net of trade."""

import numpy as np
import scipy.sparse as sp
from sklearn.utils.extmath import randomized_svd

from graph.recommend.firms.history import History
from graph.recommend.sparse import Matrix

FACTORS = 64
NEAREST = 150


class Closeness:
    """The cosine of two firms' rows among the first singular vectors of who trades with whom.

    Truncated by Halko, Martinsson & Tropp (SIAM Review 53, 2011), as scikit-learn does it.
    """

    def __init__(self, history: History, *, seed: int = 0) -> None:
        both = (history.step + history.step.T).tocsr()
        factors = min(FACTORS, both.shape[0] - 1)
        left, strengths, right = randomized_svd(both, factors, random_state=seed)
        roots = np.sqrt(strengths)
        self._from = _to_unit_length(left * roots)
        self._to = _to_unit_length(right.T * roots)

    def nearest(self, customers: np.ndarray) -> Matrix:
        """Return the 150 nearest firms of each: rows by all firms."""
        cosines = self._from[customers] @ self._to.T
        number = min(NEAREST, cosines.shape[1])
        columns = np.argpartition(-cosines, number - 1, axis=1)[:, :number]
        values = np.take_along_axis(cosines, columns, axis=1)
        rows = np.repeat(np.arange(len(customers)), number)
        near = sp.csr_matrix(
            (np.maximum(values, 0).ravel(), (rows, columns.ravel())), shape=cosines.shape
        )
        near.eliminate_zeros()
        return near

    def between(self, customers: np.ndarray, firms: np.ndarray) -> np.ndarray:
        """Return the cosines of pairs."""
        return np.einsum("ij,ij->i", self._from[customers], self._to[firms])


def _to_unit_length(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 1e-9, lengths, 1)).astype(np.float32)
