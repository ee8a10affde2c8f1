"""How alike names are: by their characters, and by what they end in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Any

import numpy as np
import scipy.sparse as sp

LONGEST_GRAM = 3
END_WEIGHT = 1.5
COMMON_GRAM = 600
BLOCK_ROWS = 2000
NAMES_IMAGINED = 2000
CANDIDATES = 12
SHORTEST_HEAD = 2
COMMON_HEAD = 1000
HEADS_A_NAME = 2

Pairs = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Rows, columns and scores of the pairs found, of one length."""


@dataclass(frozen=True)
class Head:
    """A name that ends in another: 空调压缩机 is a kind of 压缩机. ``score`` is from 0 to 1."""

    narrower: int
    broader: int
    score: float


class NameTable:
    """Names as vectors of their 1 to 3 character grams, weighted by rarity (TF-IDF).

    A gram at the end of a name counts 1.5 times: Chinese compounds carry their head last. Rarity is
    taken among 2,000 names more than there are, so that a small map does not make all grams common.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.names = list(names)
        matrix, grams = _count_grams(names)
        spread = np.bincount(matrix.indices, minlength=grams)
        matrix.data *= np.log((NAMES_IMAGINED + len(names)) / spread)[matrix.indices].astype(
            np.float32
        )
        self.vectors = _to_unit_length(matrix)
        self._rare = self.vectors[:, (spread > 1) & (spread <= COMMON_GRAM)].tocsr()

    def most_alike(
        self, rows: np.ndarray, columns: np.ndarray, *, limit: int, least: float
    ) -> Pairs:
        """Find for each row the ``limit`` columns with the highest cosine of at least ``least``.

        Candidates share a gram that at most 600 names have; the cosine is over all grams.
        """
        left, right = self._share_rare_gram(rows, columns)
        scores = self.likeness(left, right)
        kept = scores >= least
        return _best_of_each_row(left[kept], right[kept], scores[kept], limit)

    def likeness(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Return the cosine of each pair, from 0 to 1."""
        return np.asarray(self.vectors[left].multiply(self.vectors[right]).sum(1)).ravel()

    def _share_rare_gram(
        self, rows: np.ndarray, columns: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        found_rows, found_columns = [np.empty(0, int)], [np.empty(0, int)]
        turned = self._rare[columns].T.tocsr()
        for start in range(0, len(rows), BLOCK_ROWS):
            block = rows[start : start + BLOCK_ROWS]
            product = (self._rare[block] @ turned).tocsr()
            for row, (near, scores) in zip(block, _rows_of(product), strict=True):
                best = near if len(near) <= CANDIDATES else near[_largest(scores, CANDIDATES)]
                found_rows.append(np.full(len(best), row))
                found_columns.append(columns[best])
        left, right = np.concatenate(found_rows), np.concatenate(found_columns)
        return left[left != right], right[left != right]

    @cached_property
    def _endings(self) -> Counter[str]:
        """How many names end in each ending of two characters or more."""
        return Counter(name[start:] for name in self.names for start in range(1, len(name) - 1))

    def heads(self, rows: np.ndarray, columns: np.ndarray) -> Iterator[Head]:
        """Yield, for names of ``rows``, the names of ``columns`` they end in, longest first.

        The score falls with the number of names that share the ending: 设备 tells little.
        """
        known = {self.names[column]: column for column in columns}
        for row in rows:
            yield from _heads_of(self.names[row], row, known, self._endings)


def _heads_of(name: str, row: int, known: dict[str, int], endings: Counter) -> Iterator[Head]:
    starts = range(1, len(name) - SHORTEST_HEAD + 1)
    found = [start for start in starts if name[start:] in known][:HEADS_A_NAME]
    for start in found:
        ending = name[start:]
        rarity = max(0.0, 1 - log(endings[ending]) / log(COMMON_HEAD))
        covered = len(ending) / len(name)
        yield Head(int(row), known[ending], round(0.4 * covered + 0.6 * rarity, 3))


def _count_grams(names: Sequence[str]) -> tuple[Any, int]:
    columns: dict[str, int] = {}
    starts, indices, weights = [0], [], []
    for name in names:
        for gram, weight in _grams(name).items():
            indices.append(columns.setdefault(gram, len(columns)))
            weights.append(weight)
        starts.append(len(indices))
    parts = np.array(weights, np.float32), np.array(indices, np.int32), np.array(starts, np.int32)
    return sp.csr_matrix(parts, shape=(len(names), len(columns))), len(columns)


def _grams(name: str) -> dict[str, float]:
    end = len(name)
    grams = {}
    for length in range(1, LONGEST_GRAM + 1):
        for start in range(end - length + 1):
            gram = name[start : start + length]
            grams[gram] = END_WEIGHT if start + length == end else grams.get(gram, 1.0)
    return grams


def _to_unit_length(matrix: Any) -> Any:
    number = len(matrix.indptr) - 1
    rows = np.repeat(np.arange(number), np.diff(matrix.indptr))
    lengths = np.sqrt(np.bincount(rows, matrix.data**2, minlength=number))
    matrix.data /= np.maximum(lengths, 1e-9)[rows].astype(np.float32)
    return matrix


def _rows_of(matrix: Any) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True):
        yield matrix.indices[start:end], matrix.data[start:end]


def _largest(scores: np.ndarray, number: int) -> np.ndarray:
    return np.argpartition(-scores, number)[:number]


def _best_of_each_row(
    rows: np.ndarray, columns: np.ndarray, scores: np.ndarray, limit: int
) -> Pairs:
    order = np.lexsort((columns, -scores, rows))
    rows, columns, scores = rows[order], columns[order], scores[order]
    starts = np.flatnonzero(np.r_[True, np.diff(rows) != 0]) if len(rows) else np.empty(0, int)
    lengths = np.diff(np.r_[starts, len(rows)])
    kept = np.arange(len(rows)) - np.repeat(starts, lengths) < limit
    return rows[kept], columns[kept], scores[kept]
