"""The first stage: a few hundred firms for each customer, the best of every kind of evidence."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from graph.recommend.firms.evidence import Evidence
from graph.recommend.firms.history import History
from graph.recommend.sparse import Matrix, binary, column_sums, keep_largest

MOST_OF = {
    "all paths": 200,
    "kovacs": 120,
    "long paths": 150,
    "suppliers of peers": 80,
    "like suppliers": 80,
    "close": 120,
    "path up up up": 60,
    "path down up up": 60,
    "path down down up": 60,
    "path up up down": 40,
    "path up down down": 40,
    "path down up down": 40,
    "path down down down": 30,
    "new at peers by suppliers": 60,
    "new at peers by customers": 60,
    "new at suppliers": 30,
    "new at customers": 30,
    "path up up": 30,
    "path down up": 30,
    "path up down": 30,
    "path down down": 30,
}
"""How many candidates each kind of evidence brings in at most."""
MOST_POPULAR = 40
"""Candidates for everybody: who won most customers lately."""


@dataclass(frozen=True)
class Candidates:
    """Pairs of a customer (a row of its block) and a firm, customer after customer.

    ``starts[i]`` is where the candidates of row ``i`` begin; there is one start more than rows.
    """

    customers: np.ndarray
    rows: np.ndarray
    firms: np.ndarray
    starts: np.ndarray

    def __len__(self) -> int:
        return len(self.firms)


class CandidateFinder:
    """Unites the best of all evidence and leaves out who trades with the customer already."""

    def __init__(self, history: History) -> None:
        self._both = history.both
        won = column_sums(history.recent)
        self._popular = np.argsort(-won, kind="stable")[: min(MOST_POPULAR, np.count_nonzero(won))]

    def choose(self, customers: np.ndarray, evidence: Evidence) -> Candidates:
        """Choose the candidates of a block of customers."""
        chosen = self._popular_for(len(customers))
        for name, most in MOST_OF.items():
            chosen = chosen + binary(keep_largest(evidence[name], most))
        known = self._both[customers] + _selves(customers, chosen.shape)
        chosen = (chosen - chosen.multiply(known > 0)).tocsr()
        chosen.eliminate_zeros()
        chosen.sort_indices()
        rows = np.repeat(np.arange(len(customers)), np.diff(chosen.indptr))
        return Candidates(customers, rows, chosen.indices.astype(np.int64), chosen.indptr)

    def _popular_for(self, number: int) -> Matrix:
        rows = np.repeat(np.arange(number), len(self._popular))
        columns = np.tile(self._popular, number)
        ones = np.ones(len(rows), np.float32)
        return sp.csr_matrix((ones, (rows, columns)), shape=(number, self._both.shape[0]))


def _selves(customers: np.ndarray, shape: tuple[int, int]) -> Matrix:
    ones = np.ones(len(customers), np.float32)
    return sp.csr_matrix((ones, (np.arange(len(customers)), customers)), shape=shape)
