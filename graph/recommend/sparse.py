"""Small steps on sparse matrices that scipy does not have."""

from typing import Any

import numpy as np
import scipy.sparse as sp

Matrix = Any
"""A ``scipy.sparse.csr_matrix``: scipy's own annotations lose the type at the first product."""


def diagonal(values: np.ndarray) -> Matrix:
    """Return the square matrix with these values on its diagonal."""
    return sp.diags(values)


def link_matrix(rows: np.ndarray, columns: np.ndarray, size: int) -> Matrix:
    """Return the square matrix with 1 where a row is linked with a column, however often."""
    ones = np.ones(len(rows), np.float32)
    return binary(sp.csr_matrix((ones, (rows, columns)), shape=(size, size)))


def binary(matrix: Matrix) -> Matrix:
    """Replace each entry by 1."""
    ones = np.ones(len(matrix.data), np.float32)
    return sp.csr_matrix((ones, matrix.indices, matrix.indptr), shape=matrix.shape)


def row_sums(matrix: Matrix) -> np.ndarray:
    """Add up each row."""
    return np.asarray(matrix.sum(1), np.float32).ravel()


def column_sums(matrix: Matrix) -> np.ndarray:
    """Add up each column."""
    return np.asarray(matrix.sum(0), np.float32).ravel()


def inverse(values: np.ndarray, power: float = 1.0) -> Matrix:
    """Return the diagonal matrix of 1 / value ** power, 1 where a value is not positive."""
    return diagonal((1 / np.where(values > 0, values, 1) ** power).astype(np.float32))


def row_normalised(matrix: Matrix) -> Matrix:
    """Divide each row by its sum."""
    return (inverse(row_sums(matrix)) @ matrix).tocsr()


def degree_normalised(matrix: Matrix) -> Matrix:
    """Divide each entry by the root of its row's and its column's sum."""
    return (inverse(row_sums(matrix), 0.5) @ matrix @ inverse(column_sums(matrix), 0.5)).tocsr()


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
