"""Small steps on sparse matrices that scipy does not have."""

from typing import Any

import numpy as np
import scipy.sparse as sp

Matrix = Any
"""A ``scipy.sparse.csr_matrix``: scipy's own annotations lose the type at the first product."""


def diagonal(values: np.ndarray) -> Matrix:
    """Return the square matrix with these values on its diagonal."""
    return sp.diags(values)


def keep_largest(matrix: Matrix, number: int) -> Matrix:
    """Keep the ``number`` largest entries of each row."""
    kept = np.ones(len(matrix.data), bool)
    for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True):
        if end - start > number:
            row = matrix.data[start:end]
            kept[start:end] = False
            kept[start + np.argpartition(-row, number)[:number]] = True
    starts = np.r_[0, np.cumsum(kept)][matrix.indptr]
    return sp.csr_matrix((matrix.data[kept], matrix.indices[kept], starts), shape=matrix.shape)


def scale_rows_to_one(matrix: Matrix) -> Matrix:
    """Divide each row by its largest entry."""
    largest = np.zeros(len(matrix.indptr) - 1, np.float32)
    rows = np.repeat(np.arange(len(largest)), np.diff(matrix.indptr))
    np.maximum.at(largest, rows, matrix.data)
    return (diagonal(1 / np.where(largest > 0, largest, 1)) @ matrix).tocsr()
