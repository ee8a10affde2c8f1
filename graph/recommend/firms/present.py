"""One present: a history with all that is read from it, ready for blocks of customers."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.recommend.firms.candidates import CandidateFinder, Candidates
from graph.recommend.firms.closeness import Closeness
from graph.recommend.firms.evidence import EvidenceFinder
from graph.recommend.firms.features import FeatureReader
from graph.recommend.firms.history import History, Trades

BLOCK = 250


@dataclass(frozen=True)
class Block:
    """Candidates of some customers with their features: candidates by features."""

    candidates: Candidates
    names: list[str]
    features: np.ndarray


class Present:
    """Finds candidates and reads their features as of one moment."""

    def __init__(self, trades: Trades) -> None:
        self.history = History(trades)
        closeness = Closeness(self.history)
        self._evidence = EvidenceFinder(self.history, closeness)
        self._candidates = CandidateFinder(self.history)
        self._features = FeatureReader(self.history, closeness)

    def blocks(self, customers: np.ndarray) -> Iterator[Block]:
        """Yield blocks of 250 customers."""
        for start in range(0, len(customers), BLOCK):
            block = customers[start : start + BLOCK]
            evidence = self._evidence.find(block)
            candidates = self._candidates.choose(block, evidence)
            names, features = self._features.read(candidates, evidence)
            yield Block(candidates, names, features)
