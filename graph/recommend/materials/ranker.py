"""Ranks materials for products, with the trained model and what the recipes tell now."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.messages import Message
from graph.recommend.materials.features import FEATURES, Reader, Readings
from graph.recommend.materials.model import MaterialModel
from graph.recommend.materials.recipes import Recipes
from graph.recommend.materials.signals import Signals

BLOCK = 200
REASONS = 3


@dataclass(frozen=True)
class Ranked:
    """The materials found for one product, best first: places of names, scores and chances."""

    places: np.ndarray
    scores: np.ndarray
    chances: np.ndarray


class MaterialRanker:
    """Ranks materials among ``recipes.candidates``; what is known already is left out.

    With ``first`` only those are looked at that some strong signal has among so many first.
    """

    def __init__(
        self, recipes: Recipes, model: MaterialModel, *, threads: int = 1, first: int = 0
    ) -> None:
        self._reader = Reader(Signals(recipes))
        self._model = model
        self._threads = threads
        self._first = first

    def rank(self, queries: np.ndarray) -> Iterator[Ranked]:
        """Yield what was found for each query (a place of a name), a few hundred materials."""
        for start in range(0, len(queries), BLOCK):
            block = queries[start : start + BLOCK]
            found = self._reader.find(block)
            kept = self._choose(found)
            rows, columns = found.rows[kept], found.columns[kept]
            scores, chances = self._model.judge(found.table(kept), threads=self._threads)
            order = np.lexsort((columns, -scores, rows))
            ends = np.cumsum(np.bincount(rows, minlength=len(block)))[:-1]
            for each in np.split(order, ends):
                yield Ranked(columns[each], scores[each], chances[each])

    def _choose(self, found: Readings) -> np.ndarray:
        if not self._first:
            return np.arange(len(found.rows))
        return np.flatnonzero(found.best_ranks() < np.log1p(self._first))

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
