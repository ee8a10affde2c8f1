"""One linear model of materials, from known materials and the grams of the name together.

EASE^R (Steck, WWW 2019) with the name's character grams as further items: the closed form
explains what is already explained away, which counting each gram alone cannot.
"""

import numpy as np
import scipy.sparse as sp
from scipy.linalg import get_lapack_funcs

from graph.recommend.materials.asked import Asked
from graph.recommend.materials.meaning import steady
from graph.recommend.materials.recipes import Recipes, largest_entries
from graph.recommend.sparse import Matrix

LEAST_USAGE = 2
LEAST_PRODUCTS = 10
MOST_GRAMS = 5000
MOST_MATERIALS = 6000
GRAM_WEIGHT = 2.0
DAMPING = 15.0
BEST = 150


class Linear:
    """Weights of materials and grams for each material used at least twice."""

    def __init__(self, recipes: Recipes) -> None:
        grams = recipes.names.grams
        self._materials = _commonest(recipes.usage, LEAST_USAGE, MOST_MATERIALS)
        spread = np.bincount(grams[recipes.products].indices, minlength=grams.shape[1])
        self._grams = _commonest(spread, LEAST_PRODUCTS, MOST_GRAMS)
        items = self._items(recipes.by_product, grams[recipes.products])
        self._weights = _solve(items, len(self._materials))

    def score(self, asked: Asked) -> Matrix:
        """Return the 150 strongest materials of each query, where they are positive."""
        found = self._items(asked.known, asked.grams) @ self._weights
        best = largest_entries(
            np.maximum(found, 0), BEST, self._materials, len(asked.recipes.names)
        )
        best.eliminate_zeros()
        return best

    def _items(self, links: Matrix, grams: Matrix) -> Matrix:
        known = links[:, self._materials]
        return sp.hstack([known, GRAM_WEIGHT * grams[:, self._grams]]).tocsr().astype(np.float32)


def _commonest(number: np.ndarray, least: float, most: int) -> np.ndarray:
    found = np.argsort(-number, kind="stable")[:most]
    return np.sort(found[number[found] >= least])


def _solve(items: Matrix, targets: int) -> np.ndarray:
    gram = np.asarray((items.T @ items).todense(), np.float32)
    gram[np.diag_indices_from(gram)] += DAMPING
    inverted = _inverse(gram)[:, :targets]
    top = inverted[:targets]
    upper = np.triu_indices(targets, 1)
    top[upper] = top.T[upper]
    weights = inverted / -np.diag(inverted)[None, :]
    weights[np.arange(targets), np.arange(targets)] = 0
    return steady(weights)


def _inverse(gram: np.ndarray) -> np.ndarray:
    """Return the inverse of a positive definite matrix, in place; only its lower half holds.

    By its Cholesky factor, in a third of the steps that solving for each column would take.
    """
    potrf, potri = get_lapack_funcs(("potrf", "potri"), (gram,))
    factor, failed = potrf(gram.T, lower=True, overwrite_a=True)
    inverted, failed_too = potri(factor, lower=True, overwrite_c=True)
    if failed or failed_too:
        raise np.linalg.LinAlgError("the matrix is not positive definite")
    return inverted
