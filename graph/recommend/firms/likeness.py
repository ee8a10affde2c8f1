"""Firms alike: those that trade with the same firms in the same role."""

import numpy as np
import scipy.sparse as sp

from graph.recommend.firms.history import History
from graph.recommend.sparse import Matrix, column_sums, diagonal, keep_largest, row_sums

MANY, FEW = 200, 40
"""How many of the most alike are asked."""


class Likeness:
    """The cosine of who supplies two firms and whom they supply; rare partners count more."""

    def __init__(self, history: History) -> None:
        links = history.links
        partners = sp.hstack([links, links.T]).tocsr()
        rarity = np.log1p(links.shape[0] / np.maximum(column_sums(partners), 1))
        weighed = partners @ diagonal(rarity.astype(np.float32))
        lengths = np.sqrt(row_sums(weighed.multiply(weighed)))
        self._firms = (diagonal(1 / np.maximum(lengths, 1e-9)) @ weighed).tocsr()
        self._others = self._firms.T.tocsr()
        self._links = links
        self._bought = history.faded

    def find(self, customers: np.ndarray) -> dict[str, Matrix]:
        """Return what firms like these buy from, and who is like their suppliers."""
        many = keep_largest(self._peers(customers), MANY)
        few = keep_largest(many, FEW)
        return {
            "suppliers of peers": (many @ self._bought).tocsr(),
            "suppliers of near peers": (few @ self._bought).tocsr(),
            "like suppliers": (self._links[customers] @ self._firms @ self._others).tocsr(),
        }

    def _peers(self, customers: np.ndarray) -> Matrix:
        likeness = (self._firms[customers] @ self._others).tocsr()
        ones = np.ones(len(customers), np.float32)
        places = np.arange(len(customers)), customers
        selves = sp.csr_matrix((ones, places), shape=likeness.shape)
        peers = (likeness - likeness.multiply(selves)).tocsr()
        peers.eliminate_zeros()
        return peers
