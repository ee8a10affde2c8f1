"""The learned ranker as a method of the evaluation harness."""

import numpy as np

from graph.recommend.evaluation.method import Training
from graph.recommend.materials.ranker import MaterialRanker
from graph.recommend.materials.recipes import Names, Recipes
from graph.recommend.materials.training import train_materials

THREADS = 2


class LearnedMaterials:
    """Trains on the training's own links; other types of links (``hints``) are not read."""

    def fit(self, training: Training) -> None:
        """Hide links of the training to learn from them, then read all."""
        self._recipes = Recipes(
            Names(training.names), training.queries, training.answers, training.candidates
        )
        model = train_materials(self._recipes, threads=THREADS)
        self._ranker = MaterialRanker(self._recipes, model, threads=THREADS)
        self._columns = np.full(len(training.names), -1)
        self._columns[training.candidates] = np.arange(len(training.candidates))

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Score the candidates found; the others share the lowest score."""
        scores = np.full((len(queries), len(self._recipes.candidates)), -np.inf, np.float32)
        for row, ranked in enumerate(self._ranker.rank(queries)):
            scores[row, self._columns[ranked.places]] = ranked.scores
        return scores
