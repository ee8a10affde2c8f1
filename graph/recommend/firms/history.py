"""What is known of trade before a date, as matrices of customers by suppliers."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from graph.recommend.firms.dates import half_years, seen_before
from graph.recommend.sparse import Matrix, binary, column_sums, inverse, row_sums

ALIVE = 3
"""Half-years for which a trade that is not seen may still go on: many are reported once a year."""
ENDED = 0.3
"""What a trade weighs that was not seen for longer: it was possible once."""
RECENT = 2
"""Trades begun in so many half-years before the present are recent."""


@dataclass(frozen=True)
class Trades:
    """Trades row by row: places of firms, half-years first and last seen, how often seen."""

    customers: np.ndarray
    suppliers: np.ndarray
    first: np.ndarray
    last: np.ndarray
    times: np.ndarray
    firms: int

    def before(self, end: int) -> "Trades":
        """Return what was known before a half-year, as far as the rows tell."""
        chosen = np.flatnonzero(self.first < end)
        first = self.first[chosen]
        last, times = seen_before(first, self.last[chosen], self.times[chosen], end)
        customers, suppliers = self.customers[chosen], self.suppliers[chosen]
        return Trades(customers, suppliers, first, last, times, self.firms)


def read_trades(
    customers: np.ndarray,
    suppliers: np.ndarray,
    first_seen: np.ndarray,
    last_seen: np.ndarray,
    times: np.ndarray,
    *,
    firms: int,
) -> Trades:
    """Make trades of ISO dates."""
    first = half_years(first_seen)
    last = np.maximum(half_years(last_seen), first)
    return Trades(customers, suppliers, first, last, np.asarray(times, np.int64), firms)


class History:
    """Matrices of customers by suppliers, read when first needed.

    The present is the half-year after the last one that anything was first seen in, so that
    nothing looks older only because nobody has looked for a while.
    """

    def __init__(self, trades: Trades) -> None:
        self.trades = trades
        self.present = int(trades.first.max(initial=0)) + 1

    @cached_property
    def links(self) -> Matrix:
        """1 where a firm ever bought from another."""
        return binary(self._weighted(np.ones(len(self.trades.first))))

    @cached_property
    def both(self) -> Matrix:
        """1 where two firms ever traded, either way."""
        return binary((self.links + self.links.T).tocsr())

    @cached_property
    def faded(self) -> Matrix:
        """Trades weigh 1 while they may go on, and 0.3 when they have ended.

        Coarser than the rows: what they tell of the time before a date is partly a guess.
        """
        idle = self.present - 1 - self.trades.last
        return self._weighted(np.where(idle <= ALIVE, 1.0, ENDED))

    @cached_property
    def recent(self) -> Matrix:
        """1 where trade began lately."""
        return self._weighted(self.trades.first >= self.present - RECENT)

    @cached_property
    def step(self) -> Matrix:
        """Faded trades over the roots of both firms' sums, directions forgotten for the sums."""
        scale = inverse(row_sums(self.faded) + column_sums(self.faded), 0.5)
        return (scale @ self.faded @ scale).tocsr()

    @cached_property
    def role_step(self) -> Matrix:
        """Faded trades over the roots of the customer's buying and the supplier's selling."""
        there, back = inverse(row_sums(self.faded), 0.5), inverse(column_sums(self.faded), 0.5)
        return (there @ self.faded @ back).tocsr()

    def _weighted(self, weights: np.ndarray) -> Matrix:
        shape = (self.trades.firms, self.trades.firms)
        places = self.trades.customers, self.trades.suppliers
        matrix = sp.csr_matrix((np.asarray(weights, np.float32), places), shape=shape)
        matrix.eliminate_zeros()
        return matrix
