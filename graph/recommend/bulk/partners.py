"""Suppliers and customers for thousands of enterprises, by the page's routes as matrix products.

Path strengths add up here, where the page joins independent paths (1 - prod(1 - s)) and lets a
ranker weigh further features; the order of the strongest is much the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from graph.domain.enterprise import EnterpriseKind
from graph.domain.recommendation import PartnerRole
from graph.recommend.bulk.matrices import MapMatrices
from graph.recommend.routes import BY_INDUSTRY, PEER_TRADE, ROUTES
from graph.recommend.sparse import Matrix, degree_normalised, diagonal

BLOCK = 400
MIDDLING = 0.2
"""Summed strength that is scored one half."""

Scores = list[tuple[int, float]]
"""Places of partners with their scores, best first."""


@dataclass(frozen=True)
class Side:
    """The steps that lead to one side of the askers: ``product`` and ``trade`` go that way."""

    own: Matrix
    bridges: Matrix
    product: Matrix
    belonging: Matrix
    trade: Matrix
    trade_back: Matrix
    industry_trust: float
    peer_trust: float

    def score(self, askers: np.ndarray) -> Matrix:
        """Add up the strengths of all routes: askers by enterprises."""
        makers, members = self.own.T.tocsr(), self.belonging.T.tocsr()
        by_product = self.own[askers] @ self.bridges @ self.product @ self.bridges @ makers
        by_industry = self.belonging[askers] @ self.product @ members
        there, back = degree_normalised(self.trade), degree_normalised(self.trade_back)
        by_trade = self.trade[askers] @ back @ self.trade
        by_peers = self.trade_back[askers] @ there @ self.trade
        scores = by_product + by_trade
        return (scores + self.industry_trust * by_industry + self.peer_trust * by_peers).tocsr()

    def known(self, askers: np.ndarray) -> Matrix:
        """Return who trades with the askers already, and the askers themselves."""
        rows = np.arange(len(askers))
        shape = (len(askers), self.trade.shape[1])
        selves = sp.csr_matrix((np.ones(len(askers)), (rows, askers)), shape=shape)
        return (self.trade[askers] + self.trade_back[askers] + selves).tocsr()


def rank_partners(
    matrices: MapMatrices, role: PartnerRole, askers: Sequence[int], *, top: int
) -> Iterator[Scores]:
    """Yield, for each asker (a place in ``matrices.enterprises``), its ``top`` new partners.

    Who trades with the asker already, either way, is left out. Scores are from 0 to 1; equal ones
    are ordered by code.
    """
    side = _side(matrices, role)
    is_company = (matrices.enterprise_kinds == EnterpriseKind.COMPANY).astype(np.float32)
    places = np.asarray(askers, np.int64)
    for start in range(0, len(places), BLOCK):
        block = places[start : start + BLOCK]
        scores = side.score(block)
        new = scores - scores.multiply(side.known(block) > 0)
        yield from _best_of((new @ diagonal(is_company)).tocsr(), matrices.enterprises.codes, top)


def _side(matrices: MapMatrices, role: PartnerRole) -> Side:
    trusts = {route.name: route.trust for route in ROUTES[role]}
    sells, buys = matrices.trading, matrices.trading.T.tocsr()
    is_upstream = role == PartnerRole.SUPPLIER
    return Side(
        own=matrices.making,
        bridges=matrices.bridges,
        product=matrices.materials if is_upstream else matrices.uses,
        belonging=matrices.belonging,
        trade=buys if is_upstream else sells,
        trade_back=sells if is_upstream else buys,
        industry_trust=trusts[BY_INDUSTRY],
        peer_trust=trusts[PEER_TRADE],
    )


def _best_of(scores: Matrix, codes: Sequence[str], top: int) -> Iterator[Scores]:
    for start, end in zip(scores.indptr[:-1], scores.indptr[1:], strict=True):
        places, sums = scores.indices[start:end], scores.data[start:end]
        strong = sums > 1e-9
        places, sums = places[strong], sums[strong]
        if len(sums) > top:
            least = np.partition(sums, len(sums) - top)[len(sums) - top]
            places, sums = places[sums >= least], sums[sums >= least]
        found = sorted(
            zip(places.tolist(), sums.tolist(), strict=True),
            key=lambda each: (-round(each[1], 9), codes[each[0]]),
        )
        yield [(place, round(total / (total + MIDDLING), 6)) for place, total in found[:top]]
