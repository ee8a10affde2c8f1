"""What characters mean to one another across a link: grams of products and of their materials.

Positive pointwise mutual information of the gram pairs of all links, also in 128 dimensions by
singular values (Levy and Goldberg, NIPS 2014). It reaches names nobody has linked yet.
"""

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import svds

from graph.recommend.materials.recipes import Recipes
from graph.recommend.sparse import Matrix, column_sums, keep_largest, row_sums

DIMENSIONS = 128
LEAST_NAMES = 3
DOUBT = 0.3
GRAMS_OF_A_QUERY = 400
DIGITS = 5
DAMPING = 0.25
"""A material used d times counts d ** -0.25 for each link, so that eggs do not rule all."""


class Meaning:
    """Gram pairs learnt from links; ``of_products`` and ``of_materials`` are rows of length 1."""

    def __init__(self, recipes: Recipes) -> None:
        vectors = recipes.names.grams
        linked = np.union1d(recipes.products, recipes.materials)
        spread = np.bincount(vectors[linked].indices, minlength=vectors.shape[1])
        self.grams = vectors[:, np.flatnonzero(spread >= LEAST_NAMES)].tocsr()
        self._information = _information(recipes, self.grams)
        left, right = _factors(self._information)
        self.of_products = _unit(self.grams @ left)
        self.of_materials = _unit(self.grams @ right)

    def expected(self, queries: np.ndarray) -> Matrix:
        """Return the material grams that the queries' grams speak for, 400 each."""
        return keep_largest((self.grams[queries] @ self._information).tocsr(), GRAMS_OF_A_QUERY)


def _information(recipes: Recipes, grams: Matrix) -> Matrix:
    links = recipes.links.tocoo()
    weights = sp.diags((recipes.usage[links.col] ** -DAMPING).astype(np.float32))
    pairs = (grams[links.row].T @ weights @ grams[links.col]).tocoo()
    usual = row_sums(pairs)[pairs.row] * column_sums(pairs)[pairs.col] / max(pairs.sum(), 1e-9)
    values = np.log(np.maximum(pairs.data / np.maximum(usual, 1e-9), 1e-9))
    values = (values * pairs.data / (pairs.data + DOUBT)).astype(np.float32)
    found = values > 0
    return sp.csr_matrix((values[found], (pairs.row[found], pairs.col[found])), shape=pairs.shape)


def _factors(information: Matrix) -> tuple[np.ndarray, np.ndarray]:
    dimensions = min(DIMENSIONS, min(information.shape) - 1)
    if dimensions < 1:
        products, materials = information.shape
        return np.zeros((products, 1), np.float32), np.zeros((materials, 1), np.float32)
    start = np.ones(min(information.shape))
    left, values, right = map(
        np.asarray,
        svds(information.astype(float), k=dimensions, v0=start, rng=np.random.default_rng(0)),
    )
    roots = np.sqrt(np.maximum(values, 0))
    return left * roots, right.T * roots


def _unit(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return steady((vectors / np.maximum(lengths, 1e-6)).astype(np.float32))


def steady(values: np.ndarray) -> np.ndarray:
    """Round what dense algebra gives: its last digits change with where the memory lies."""
    return np.round(values, DIGITS)
