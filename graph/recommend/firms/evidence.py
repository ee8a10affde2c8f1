"""What speaks for a supplier: paths of trade between two firms, block by block of customers.

A path is named by its steps from the customer: up to a supplier, down to a customer. up-down-up is
the path of three of Kovács et al. (Nature Communications 10, 1240, 2019): who supplies those who
buy where I buy. The other seven of three steps find much of what it misses.
"""

from collections.abc import Mapping
from itertools import product

import numpy as np

from graph.recommend.firms.closeness import Closeness
from graph.recommend.firms.history import History
from graph.recommend.firms.likeness import Likeness
from graph.recommend.sparse import Matrix, keep_largest

UP, DOWN = "up", "down"
WAYS = (UP, DOWN)
MOST_ON_THE_WAY = 500
"""Paths of five go on from so many firms at their third step."""

Evidence = Mapping[str, Matrix]
"""Customers of a block by all firms, by name."""


class EvidenceFinder:
    """Multiplies the matrices of a history: what was not found in a block is not computed."""

    def __init__(self, history: History, closeness: Closeness) -> None:
        self._closeness = closeness
        self._likeness = Likeness(history)
        self._any_trade = (history.faded + history.faded.T).tocsr()
        self._any_step = (history.step + history.step.T).tocsr()
        self._trade = _both_ways(history.faded)
        self._step = _both_ways(history.step)
        self._role_step = _both_ways(history.role_step)
        self._recent = _both_ways(history.recent)

    def find(self, customers: np.ndarray) -> Evidence:
        """Return all evidence about these customers."""
        found = self._paths(customers) | self._latest(customers)
        found |= self._likeness.find(customers)
        found["long paths"] = self._long_paths(customers)
        found["close"] = self._closeness.nearest(customers)
        return found

    def _paths(self, customers: np.ndarray) -> dict[str, Matrix]:
        found: dict[str, Matrix] = {}
        for first, second in product(WAYS, WAYS):
            there = (self._trade[first][customers] @ self._step[second]).tocsr()
            two = self._step[first][customers] @ self._step[second]
            found[f"path {first} {second}"] = two.tocsr()
            for third in WAYS:
                found[f"path {first} {second} {third}"] = (there @ self._trade[third]).tocsr()
        upwards = [found[f"path {first} {second} up"] for first, second in product(WAYS, WAYS)]
        found["all paths"] = (upwards[0] + upwards[1] + upwards[2] + upwards[3]).tocsr()
        return found

    def _long_paths(self, customers: np.ndarray) -> Matrix:
        """Add up paths of five whose last step goes up to a supplier."""
        three = self._any_trade[customers] @ self._any_step @ self._any_step
        there = keep_largest(three.tocsr(), MOST_ON_THE_WAY)
        return (there @ self._any_step @ self._trade[UP]).tocsr()

    def _latest(self, customers: np.ndarray) -> dict[str, Matrix]:
        """Follow trades that began lately: what peers do now, others do next."""
        up, down = self._trade[UP][customers], self._trade[DOWN][customers]
        buyers_there = up @ self._role_step[DOWN]
        sellers_there = down @ self._role_step[UP]
        new, new_suppliers = self._recent[UP], self._recent[UP][customers]
        found = {
            "kovacs": buyers_there @ self._trade[UP],
            "new at peers by suppliers": buyers_there @ new,
            "new at peers by customers": sellers_there @ new,
            "by new suppliers": new_suppliers @ self._role_step[DOWN] @ self._trade[UP],
            "new at suppliers": up @ self._step[UP] @ new,
            "new at customers": down @ self._step[DOWN] @ new,
        }
        return {name: matrix.tocsr() for name, matrix in found.items()}


def _both_ways(matrix: Matrix) -> dict[str, Matrix]:
    return {UP: matrix, DOWN: matrix.T.tocsr()}
