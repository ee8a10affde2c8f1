"""How strongly characters of a product's name speak for a material."""

import numpy as np
import scipy.sparse as sp

from graph.recommend.materials.asked import Asked
from graph.recommend.materials.recipes import Recipes
from graph.recommend.sparse import Matrix, binary, column_sums, diagonal

DOUBT = 5.0
DOUBT_OF_ODDS = 2.0


class GramLinks:
    """Learns, for each character gram, what the products with it are made of."""

    def __init__(self, recipes: Recipes) -> None:
        present = binary(recipes.names.grams[recipes.products])
        number = column_sums(present)
        together = (present.T @ recipes.by_product).tocoo()
        self._shares = _squared_shares(together, number)
        self._odds = _log_odds(together, number, recipes)

    def shares(self, asked: Asked) -> Matrix:
        """Add up, over grams, the squared share of their products made of each material."""
        return (asked.grams @ self._shares).tocsr()

    def odds(self, asked: Asked) -> Matrix:
        """Add up, over grams, how many times likelier (log) they make each material."""
        return (asked.grams @ self._odds).tocsr()


def _squared_shares(together: Matrix, number: np.ndarray) -> Matrix:
    shares = (diagonal(1 / (number + DOUBT)) @ together).tocsr()
    shares.data = (shares.data**2).astype(np.float32)
    return shares


def _log_odds(together: Matrix, number: np.ndarray, recipes: Recipes) -> Matrix:
    usual = recipes.usage[together.col] / max(len(recipes.products), 1)
    rate = (together.data + DOUBT_OF_ODDS * usual) / (number[together.row] + DOUBT_OF_ODDS)
    odds = np.maximum(np.log(rate / usual), 0).astype(np.float32)
    return sp.csr_matrix((odds, (together.row, together.col)), shape=together.shape)
