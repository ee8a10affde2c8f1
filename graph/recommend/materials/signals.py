"""All that speaks for a material, signal by signal: queries by names."""

from collections.abc import Callable

import numpy as np
import scipy.sparse as sp

from graph.recommend.materials import neighbours
from graph.recommend.materials.asked import Asked
from graph.recommend.materials.company import Company
from graph.recommend.materials.grams import GramLinks
from graph.recommend.materials.linear import Linear
from graph.recommend.materials.looks import read_looks
from graph.recommend.materials.meaning import Meaning, steady
from graph.recommend.materials.parts import Patterns
from graph.recommend.materials.recipes import Recipes, largest_entries
from graph.recommend.sparse import Matrix, diagonal, keep_largest

LEAST_LOOKS = 0.05
NEAREST_MEANING = 60


class Signals:
    """Everything learnt from the recipes; the ranker weighs what it says."""

    def __init__(self, recipes: Recipes) -> None:
        self.recipes = recipes
        self.grams = GramLinks(recipes)
        self.linear = Linear(recipes)
        self.company = Company(recipes)
        self.meaning = Meaning(recipes)
        self.patterns = Patterns(recipes)
        self.looks = read_looks(recipes)
        self._untried = recipes.names.grams[recipes.untried].T.tocsr()
        self._tried = recipes.names.grams[recipes.tried].T.tocsr()
        self._untried_meaning = self.meaning.grams[recipes.untried].T.tocsr()
        self._trust = diagonal(np.clip(self.looks[recipes.untried], LEAST_LOOKS, 1))

    def score(self, asked: Asked) -> dict[str, Matrix]:
        """Return each signal of tried materials, by name."""
        read: dict[str, Callable[[Asked], Matrix]] = {
            "neighbours": neighbours.by_name,
            "nearest": neighbours.by_best_name,
            "users": neighbours.by_users,
            "endings": neighbours.by_ending,
            "joint": neighbours.by_name_and_materials,
            "joint_users": neighbours.by_users_in_all,
            "spelt": neighbours.by_spelt_materials,
            "meaning_near": lambda asked: neighbours.by_meaning(asked, self.meaning),
            "grams": self.grams.shares,
            "odds": self.grams.odds,
            "linear": self.linear.score,
            "together": self.company.together,
            "surprise": self.company.surprise,
            "paths": self.company.paths,
        }
        return {name: one(asked) for name, one in read.items()}

    def find_by_text(self, asked: Asked, spelling: Matrix, expected: Matrix) -> list[Matrix]:
        """Find candidates, tried or not, that the tried ones' signals do not name.

        By likeness of names, by the spelling of what neighbours are made of, by meaning, and by
        standing inside the product's name; untried names count more the more they look like one.
        """
        tried, untried = self.recipes.tried, self.recipes.untried
        likeness = asked.grams @ self._untried @ self._trust
        spelt = spelling @ self._untried @ self._trust
        meant = expected @ self._untried_meaning @ self._trust
        return [
            self._widen(keep_largest((asked.grams @ self._tried).tocsr(), 60), tried),
            self._widen(keep_largest(likeness.tocsr(), 60), untried),
            self._widen(keep_largest(spelt.tocsr(), 40), untried),
            self._widen(keep_largest(meant.tocsr(), 60), untried),
            self._near_in_meaning(asked.queries),
            self._inside(asked),
        ]

    def _near_in_meaning(self, queries: np.ndarray) -> Matrix:
        meaning, tried = self.meaning, self.recipes.tried
        near = steady(meaning.of_products[queries] @ meaning.of_materials[tried].T)
        return largest_entries(near, NEAREST_MEANING, tried, len(self.recipes.names))

    def _inside(self, asked: Asked) -> Matrix:
        names = self.recipes.names
        found = [
            (row, place)
            for row, query in enumerate(asked.queries)
            for place in _names_inside(names.texts[query], names.places)
        ]
        rows, columns = np.array(found, np.int64).reshape(-1, 2).T
        ones = np.ones(len(rows), np.float32)
        return sp.csr_matrix((ones, (rows, columns)), shape=(len(asked.queries), len(names)))

    def _widen(self, matrix: Matrix, places: np.ndarray) -> Matrix:
        shape = (matrix.shape[0], len(self.recipes.names))
        parts = (matrix.data, places[matrix.indices], matrix.indptr)
        return sp.csr_matrix(parts, shape=shape)


def _names_inside(text: str, places: dict[str, int]) -> set[int]:
    size = len(text)
    parts = (text[start:end] for start in range(size) for end in range(start + 1, size + 1))
    return {places[part] for part in parts if part in places and part != text}
