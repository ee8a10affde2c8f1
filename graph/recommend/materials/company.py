"""Which materials keep company: used together in products."""

import numpy as np
import scipy.sparse as sp

from graph.recommend.materials.asked import Asked
from graph.recommend.materials.recipes import Recipes
from graph.recommend.sparse import Matrix, inverse, row_sums


class Company:
    """Learns from all products which materials are used together."""

    def __init__(self, recipes: Recipes) -> None:
        links = recipes.by_product
        others = inverse(row_sums(links) - 1)
        self._together = (links.T @ others @ links).tocsr()
        self._together.setdiag(0)
        self._together.eliminate_zeros()
        self._surprise = _surprise(self._together.tocoo(), recipes)
        self._by_usage = inverse(recipes.usage, 0.5)
        self._by_size = inverse(row_sums(links), 0.5)

    def together(self, asked: Asked) -> Matrix:
        """Add up how often each name is used with a known material."""
        return (asked.known @ self._together).tocsr()

    def surprise(self, asked: Asked) -> Matrix:
        """Add up how much oftener (log) than by chance it is used with a known material."""
        return (asked.known @ self._surprise).tocsr()

    def paths(self, asked: Asked) -> Matrix:
        """Walk product → material → product → material, each step by the root of the degree."""
        links = asked.recipes.by_product
        walked = asked.known @ self._by_usage @ links.T @ self._by_size @ links
        return walked.tocsr()


def _surprise(together: Matrix, recipes: Recipes) -> Matrix:
    usage = recipes.usage
    usual = usage[together.row] * usage[together.col] / max(len(recipes.products), 1)
    values = np.log1p(together.data / usual) * together.data / (together.data + 1)
    return sp.csr_matrix(
        (values.astype(np.float32), (together.row, together.col)), shape=together.shape
    )
