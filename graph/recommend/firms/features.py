"""What the learned ranker looks at: evidence between two firms, and what kind of firms they are."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from graph.recommend.firms.candidates import Candidates
from graph.recommend.firms.closeness import Closeness
from graph.recommend.firms.evidence import Evidence
from graph.recommend.firms.history import History
from graph.recommend.firms.portraits import portray
from graph.recommend.sparse import Matrix

COMPARED = (
    "all paths",
    "kovacs",
    "close",
    "new at peers by suppliers",
    "path down up up",
    "long paths",
    "suppliers of peers",
    "like suppliers",
)
"""Evidence that is also seen against the customer's other candidates, by its rank."""

AGREEING = {"long paths": 1.0, "suppliers of peers": 1.0, "like suppliers": 0.5, "close": 0.5}
"""Whose ranks make the agreement, and with what weight."""
AGREEMENT = "agreement"
DAMPING = 10
RANK = ": rank"
OF_FIRMS = ("supplier's", "customer's", "candidates")

Named = tuple[str, np.ndarray]
"""A feature's name and its value for each candidate."""


class FeatureReader:
    """Reads the features of candidates; what belongs to a firm alone is counted once."""

    def __init__(self, history: History, closeness: Closeness) -> None:
        self._closeness = closeness
        self._firms = portray(history)

    def read(self, candidates: Candidates, evidence: Evidence) -> tuple[list[str], np.ndarray]:
        """Return the names of the features and their values: candidates by features."""
        named = dict(self._features(candidates, evidence))
        return list(named), np.column_stack(list(named.values())).astype(np.float32)

    def _features(self, candidates: Candidates, evidence: Evidence) -> Iterator[Named]:
        customers = candidates.customers[candidates.rows]
        values = {name: values_at(matrix, candidates) for name, matrix in evidence.items()}
        values["close"] = self._closeness.between(customers, candidates.firms)
        yield from values.items()
        yield from _compare(values, candidates)
        hub = np.sqrt(np.maximum(self._firms["customers"][candidates.firms], 1))
        yield "all paths, hubs down", values["all paths"] / hub
        yield "kovacs, hubs down", values["kovacs"] / hub
        for name, numbers in self._firms.items():
            yield f"supplier's {name}", numbers[candidates.firms]
            yield f"customer's {name}", numbers[customers]
        yield "candidates", np.diff(candidates.starts)[candidates.rows]


def direction(name: str) -> int:
    """Say whether more of a feature can only speak for a firm (1), only against it (-1), or both.

    Evidence speaks for it, a late rank against it; what kind of firm it is may do either. Trees
    that must keep to this learn less by heart.
    """
    if name.endswith(RANK):
        return -1
    return 0 if name.startswith(OF_FIRMS) else 1


def first_scores(names: Sequence[str], features: np.ndarray) -> np.ndarray:
    """Return the logarithm of the agreement: trees learn what to add to it."""
    return np.log(features[:, names.index(AGREEMENT)].astype(float))


def _compare(values: Mapping[str, np.ndarray], candidates: Candidates) -> Iterator[Named]:
    """Yield ranks, and how far the most telling ones agree (Cormack et al., SIGIR 2009)."""
    ranks = {name: _rank(values[name], candidates) for name in COMPARED}
    for name, rank in ranks.items():
        yield f"{name}{RANK}", rank
    yield AGREEMENT, agreement(ranks)


def agreement(ranks: Mapping[str, np.ndarray]) -> np.ndarray:
    """Add up 1 / (10 + rank) of paths, peers, and likeness."""
    return np.sum([weight / (DAMPING + ranks[name]) for name, weight in AGREEING.items()], axis=0)


def values_at(matrix: Matrix, candidates: Candidates) -> np.ndarray:
    """Read a matrix (customers of the block by firms) at the candidates; 0 where it is empty."""
    matrix.sort_indices()
    width = matrix.shape[1]
    rows = np.repeat(np.arange(matrix.shape[0], dtype=np.int64), np.diff(matrix.indptr))
    stored = np.append(rows * width + matrix.indices, np.iinfo(np.int64).max)
    wanted = candidates.rows.astype(np.int64) * width + candidates.firms
    places = np.searchsorted(stored, wanted)
    return np.where(stored[places] == wanted, np.append(matrix.data, 0)[places], 0)


def _rank(values: np.ndarray, candidates: Candidates) -> np.ndarray:
    """Rank each customer's candidates from 0, the best first."""
    order = np.lexsort((-values, candidates.rows))
    ranks = np.empty(len(values))
    ranks[order] = np.arange(len(values)) - candidates.starts[candidates.rows]
    return ranks
