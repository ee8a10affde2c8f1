"""Sparse inequalities for HiGHS."""

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix


class Rows:
    """Collects inequalities, coefficient · variables ≤ limit, as a sparse matrix."""

    def __init__(self) -> None:
        self.row: list[np.ndarray] = []
        self.column: list[np.ndarray] = []
        self.value: list[np.ndarray] = []
        self.limit: list[np.ndarray] = []
        self.count = 0

    def add(
        self,
        group: np.ndarray,
        column: np.ndarray,
        limit: np.ndarray,
        value: float | np.ndarray = 1.0,
    ) -> None:
        """Add a row a group: the sum of its columns times ``value`` is at most its limit."""
        named, row = np.unique(group, return_inverse=True)
        self.row.append(row + self.count)
        self.column.append(column)
        self.value.append(np.broadcast_to(np.asarray(value, float), column.shape))
        self.limit.append(np.asarray(limit, float)[named])
        self.count += len(named)

    def as_matrix(self, columns: int) -> tuple[csr_matrix, float, np.ndarray]:
        """Return the rows as a matrix with its lower and upper limits."""
        entries = (np.concatenate(self.row), np.concatenate(self.column))
        matrix = coo_matrix((np.concatenate(self.value), entries), (self.count, columns))
        return matrix.tocsr(), -np.inf, np.concatenate(self.limit)
