"""What the learned ranker looks at: evidence between two firms, and what kind of firms they are."""

from collections.abc import Iterator

import numpy as np

from graph.recommend.firms.candidates import Candidates
from graph.recommend.firms.closeness import Closeness
from graph.recommend.firms.evidence import Evidence
from graph.recommend.firms.history import History
from graph.recommend.sparse import Matrix, column_sums, row_sums

COMPARED = ("all paths", "kovacs", "close", "new at peers by suppliers", "path down up up")
"""Evidence that is also seen against the customer's other candidates, by its rank."""

Named = tuple[str, np.ndarray]
"""A feature's name and its value for each candidate."""


class FeatureReader:
    """Reads the features of candidates; what belongs to a firm alone is counted once."""

    def __init__(self, history: History, closeness: Closeness) -> None:
        self._closeness = closeness
        self._firms = _describe(history)

    def read(self, candidates: Candidates, evidence: Evidence) -> tuple[list[str], np.ndarray]:
        """Return the names of the features and their values: candidates by features."""
        named = dict(self._features(candidates, evidence))
        return list(named), np.column_stack(list(named.values())).astype(np.float32)

    def _features(self, candidates: Candidates, evidence: Evidence) -> Iterator[Named]:
        customers = candidates.customers[candidates.rows]
        values = {name: values_at(matrix, candidates) for name, matrix in evidence.items()}
        values["close"] = self._closeness.between(customers, candidates.firms)
        yield from values.items()
        for name in COMPARED:
            yield f"{name}: rank", _rank(values[name], candidates)
        hub = np.sqrt(np.maximum(self._firms["customers"][candidates.firms], 1))
        yield "all paths, hubs down", values["all paths"] / hub
        yield "kovacs, hubs down", values["kovacs"] / hub
        for name in self._firms:
            yield f"supplier's {name}", self._firms[name][candidates.firms]
        for name in ("customers", "suppliers", "faded customers", "faded suppliers"):
            yield f"customer's {name}", self._firms[name][customers]
        yield "candidates", np.diff(candidates.starts)[candidates.rows]


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


def _describe(history: History) -> dict[str, np.ndarray]:
    """Count for each firm: partners ever, faded and lately, and half-years."""
    trades, firms = history.trades, history.trades.firms
    customers, suppliers = column_sums(history.links), row_sums(history.links)
    won = column_sums(history.recent)
    born = _earliest(trades.first, (trades.customers, trades.suppliers), firms, history.present)
    last = np.zeros(firms, np.int64)
    np.maximum.at(last, trades.suppliers, trades.first)
    return {
        "customers": customers,
        "suppliers": suppliers,
        "faded customers": column_sums(history.faded),
        "faded suppliers": row_sums(history.faded),
        "new customers": won,
        "growth": won / np.maximum(customers, 1),
        "age": history.present - born,
        "last new customer": np.minimum(history.present - last, 99),
    }


def _earliest(
    first: np.ndarray, ends: tuple[np.ndarray, np.ndarray], firms: int, present: int
) -> np.ndarray:
    born = np.full(firms, present)
    for end in ends:
        np.minimum.at(born, end, first)
    return born
