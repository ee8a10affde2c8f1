"""Ranks materials for products, with the trained model and what the recipes tell now."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.messages import Message
from graph.recommend.materials.features import FEATURES, Reader
from graph.recommend.materials.model import MaterialModel
from graph.recommend.materials.recipes import Recipes
from graph.recommend.materials.signals import Signals

BLOCK = 200
REASONS = 3


@dataclass(frozen=True)
class Ranked:
    """The materials found for one product, best first: places of names, and scores."""

    places: np.ndarray
    scores: np.ndarray


class MaterialRanker:
    """Ranks materials among ``recipes.candidates``; what is known already is left out."""

    def __init__(self, recipes: Recipes, model: MaterialModel, *, threads: int = 1) -> None:
        self._reader = Reader(Signals(recipes))
        self._model = model
        self._threads = threads

    def rank(self, queries: np.ndarray) -> Iterator[Ranked]:
        """Yield what was found for each query (a place of a name), a few hundred materials."""
        for start in range(0, len(queries), BLOCK):
            block = queries[start : start + BLOCK]
            found = self._reader.find(block)
            table = found.table()
            scores = self._model.score(table, threads=self._threads)
            order = np.lexsort((found.columns, -scores, found.rows))
            ends = np.cumsum(np.bincount(found.rows, minlength=len(block)))[:-1]
            for each in np.split(order, ends):
                yield Ranked(found.columns[each], scores[each])

    def explain(self, query: int, material: int) -> list[Message]:
        """Say why a material stands where it does: the three features that add the most.

        Empty for a material that was not found.
        """
        found = self._reader.find(np.array([query]))
        kept = np.flatnonzero(found.columns == material)
        if not len(kept):
            return []
        table = found.table()
        added = self._model.contributions(table[kept], table.mean(0))[0]
        names = list(FEATURES)
        said = (FEATURES[names[place]] for place in np.argsort(-added) if added[place] > 0)
        return list({sentence.template: sentence for sentence in said}.values())[:REASONS]
