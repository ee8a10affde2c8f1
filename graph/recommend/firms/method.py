"""The learned ranker as a method of the harness."""

import numpy as np

from graph.recommend.evaluation.method import Training
from graph.recommend.firms.history import Trades
from graph.recommend.firms.learner import learn
from graph.recommend.firms.model import FirmModel
from graph.recommend.firms.present import Present


class LearnedFirms:
    """Learns from the training's own past, then ranks a few hundred candidates a customer."""

    def __init__(self, *, seed: int = 0) -> None:
        self._seed = seed

    def fit(self, training: Training) -> None:
        """Replay the latest half-years of the training. Its links must be dated."""
        dated = training.dated
        if dated is None:
            raise ValueError("links without dates teach nothing about what comes next")
        firms = len(training.names)
        ends = training.queries, training.answers
        trades = Trades(*ends, dated.first, dated.last, dated.times, firms)
        learned = learn(trades, seed=self._seed)
        if learned is None:
            raise ValueError("nothing came true in the half-years to learn from")
        self._model = FirmModel(
            "bench", "supplier", "", "", learned.features, learned.trees, learned.nets
        )
        self._present = Present(trades)

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Score candidates; all other firms get the lowest score."""
        scores = np.full((len(queries), self._present.history.trades.firms), -np.inf, np.float32)
        at = 0
        for block in self._present.blocks(queries):
            candidates = block.candidates
            found = self._model.score(block.features)
            scores[candidates.rows + at, candidates.firms] = found
            at += len(candidates.customers)
        return scores
