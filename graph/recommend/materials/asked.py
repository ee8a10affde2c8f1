"""A block of products asked for, with what several signals need of them."""

from functools import cached_property

import numpy as np
import scipy.sparse as sp

from graph.recommend.materials.recipes import Recipes, unit_rows
from graph.recommend.sparse import Matrix, keep_largest

NEIGHBOURS = 60


class Asked:
    """Products asked for; a product never counts as its own neighbour."""

    def __init__(self, recipes: Recipes, queries: np.ndarray) -> None:
        self.recipes = recipes
        self.queries = queries

    @cached_property
    def grams(self) -> Matrix:
        """Queries by character grams."""
        return self.recipes.names.grams[self.queries]

    @cached_property
    def known(self) -> Matrix:
        """Queries by names: 1 where the material is known already."""
        return self.recipes.links[self.queries].tocsr()

    @cached_property
    def likeness(self) -> Matrix:
        """Queries by products: how alike the names are."""
        names = self.recipes.names.grams[self.recipes.products]
        return self.without_selves((self.grams @ names.T).tocsr())

    @cached_property
    def neighbours(self) -> Matrix:
        """Queries by products: the 60 with the most alike names."""
        return keep_largest(self.likeness, NEIGHBOURS)

    @cached_property
    def shared_materials(self) -> Matrix:
        """Queries by products: how alike the known materials are, rare ones counting more."""
        recipes = self.recipes
        rarity = np.log(max(len(recipes.products), 2) / np.maximum(recipes.usage, 1))
        weigh = sp.diags(np.where(recipes.usage > 0, rarity, 0).astype(np.float32))
        own, others = unit_rows(self.known @ weigh), unit_rows(recipes.by_product @ weigh)
        return self.without_selves((own @ others.T).tocsr())

    def without_selves(self, matrix: Matrix) -> Matrix:
        """Empty the entries of queries by products where both are one."""
        rows = self.recipes.rows[self.queries]
        found = np.flatnonzero(rows >= 0)
        ones = np.ones(len(found), np.float32)
        selves = sp.csr_matrix((ones, (found, rows[found])), shape=matrix.shape)
        others = (matrix - matrix.multiply(selves)).tocsr()
        others.eliminate_zeros()
        return others
