"""The few hundred materials worth a closer look for each product."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from graph.recommend.materials import neighbours
from graph.recommend.materials.asked import Asked
from graph.recommend.materials.signals import Signals
from graph.recommend.sparse import Matrix, binary, keep_largest

MOST = {
    "neighbours": 80,
    "endings": 60,
    "joint": 60,
    "joint_users": 60,
    "spelt": 40,
    "meaning_near": 60,
    "grams": 120,
    "odds": 60,
    "users": 60,
    "linear": 80,
    "surprise": 40,
    "paths": 60,
}
"""How many of each signal's strongest are looked at."""
VOTERS_OF_SPELLING = 40


@dataclass(frozen=True)
class Candidates:
    """Pairs of a query (row in ``asked``) and a name (column), by row, with the signals read.

    ``votes`` counts the lists that named each pair; ``spelling``, ``foreseen`` and ``expected``
    are the queries' grams of materials by neighbours, by the linear model and by meaning.
    """

    asked: Asked
    rows: np.ndarray
    columns: np.ndarray
    votes: np.ndarray
    signals: dict[str, Matrix]
    spelling: Matrix
    foreseen: Matrix
    expected: Matrix


def find_candidates(signals: Signals, queries: np.ndarray) -> Candidates:
    """Gather the strongest of each signal, without what is known already and the query itself."""
    asked = Asked(signals.recipes, queries)
    scores = signals.score(asked)
    spelling = neighbours.spelling_of_neighbours(asked)
    foreseen = neighbours.spelling_of(keep_largest(scores["linear"], VOTERS_OF_SPELLING), asked)
    expected = signals.meaning.expected(queries)
    lists = [keep_largest(scores[name], most) for name, most in MOST.items()]
    lists += signals.find_by_text(asked, spelling, expected)
    rows, columns, votes = _count_votes(asked, lists)
    return Candidates(asked, rows, columns, votes, scores, spelling, foreseen, expected)


def _count_votes(asked: Asked, lists: list[Matrix]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    shape = (len(asked.queries), len(asked.recipes.names))
    total = sp.csr_matrix(shape, dtype=np.float32)
    for each in lists:
        each.eliminate_zeros()
        total = total + binary(each)
    ones = np.ones(len(asked.queries), np.float32)
    selves = sp.csr_matrix((ones, (np.arange(len(ones)), asked.queries)), shape=shape)
    left_out = ((asked.known + selves) > 0).astype(np.float32)
    votes = (total - total.multiply(left_out)).tocoo()
    fit = (votes.data > 0) & asked.recipes.is_candidate[votes.col]
    rows, columns, counts = votes.row[fit], votes.col[fit], votes.data[fit]
    order = np.lexsort((columns, rows))
    return rows[order], columns[order], counts[order]
