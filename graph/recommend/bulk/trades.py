"""The learned ranking on a map: its trades read once, its firms ranked block by block."""

from collections.abc import Iterator, Sequence

import numpy as np

from graph.domain.enterprise import EnterpriseKind
from graph.domain.recommendation import PartnerRole
from graph.recommend.bulk.matrices import Index, MapMatrices
from graph.recommend.bulk.partners import Scores, rank_partners
from graph.recommend.firms.dates import half_years
from graph.recommend.firms.history import Trades
from graph.recommend.firms.model import FirmModel
from graph.recommend.firms.present import Block, Present
from graph.store import Store
from graph.store.map.whole_map import read_links


def read_map_trades(store: Store, firms: Index, role: PartnerRole, *, at: str) -> Trades:
    """Read the trades begun before the ISO date ``at``, as seen by those who look for ``role``.

    Who looks for customers sees the same net upside down: their customers stand as suppliers.
    Several sources or products of one pair are one trade.
    """
    links = read_links(store, "TRADES_WITH", at=at)
    begun = np.array(links["first_seen"], dtype="U10") < at
    sellers, buyers = firms.of(links["start"])[begun], firms.of(links["end"])[begun]
    if role == PartnerRole.CUSTOMER:
        sellers, buyers = buyers, sellers
    first = half_years(np.array(links["first_seen"], dtype="U10")[begun])
    told = np.array(links["last_seen"], dtype="U10")[begun]
    last = np.maximum(half_years(np.where(told == "", "0000-01-01", told)), first)
    times = np.array(links["times"], np.int64)[begun]
    trades = _one_a_pair(sellers, buyers, first, last, times, len(firms))
    # A trade begun earlier in the half-year of the date itself stays.
    end = max(int(half_years(np.array([at]))[0]), int(first.max(initial=0)) + 1)
    return trades.before(end)


def _one_a_pair(
    sellers: np.ndarray,
    buyers: np.ndarray,
    first: np.ndarray,
    last: np.ndarray,
    times: np.ndarray,
    firms: int,
) -> Trades:
    pairs, inverse = np.unique(buyers * firms + sellers, return_inverse=True)
    earliest = np.full(len(pairs), np.iinfo(np.int64).max)
    latest, most = np.zeros(len(pairs), np.int64), np.zeros(len(pairs), np.int64)
    np.minimum.at(earliest, inverse, first)
    np.maximum.at(latest, inverse, last)
    np.maximum.at(most, inverse, times)
    return Trades(pairs // firms, pairs % firms, earliest, latest, most, firms)


def rank_traders(
    matrices: MapMatrices, trades: Trades, model: FirmModel, askers: Sequence[int], *, top: int
) -> Iterator[Scores]:
    """Yield, for each asker (a place in ``matrices.enterprises``), its ``top`` new partners.

    Scores are from 0 to 1, comparable within a list; equal ones are ordered by code. Who has never
    traded is ranked by rules.
    """
    role = PartnerRole(model.role)
    places = np.asarray(askers, np.int64)
    traders = np.unique(np.r_[trades.customers, trades.suppliers])
    learned = dict(_learned(matrices, trades, model, np.intersect1d(places, traders), top))
    strangers = [place for place in askers if place not in learned]
    ruled = dict(zip(strangers, rank_partners(matrices, role, strangers, top=top), strict=True))
    return (learned[place] if place in learned else ruled[place] for place in askers)


def _learned(
    matrices: MapMatrices, trades: Trades, model: FirmModel, places: np.ndarray, top: int
) -> Iterator[tuple[int, Scores]]:
    if not len(places):
        return
    is_company = matrices.enterprise_kinds == EnterpriseKind.COMPANY
    codes = np.array(matrices.enterprises.codes, dtype=object)
    for block in Present(trades).blocks(places):
        yield from _best(block, model.score(block.features), is_company, codes, top)


def _best(
    block: Block, scores: np.ndarray, is_company: np.ndarray, codes: np.ndarray, top: int
) -> Iterator[tuple[int, Scores]]:
    candidates = block.candidates
    starts = candidates.starts
    shown = np.round(1 / (1 + np.exp(-scores)), 6)
    for asker, start, end in zip(candidates.customers, starts[:-1], starts[1:], strict=True):
        firms, own = candidates.firms[start:end], shown[start:end]
        fit = is_company[firms]
        firms, own = firms[fit], own[fit]
        order = np.lexsort((codes[firms].astype("U"), -own))[:top]
        yield int(asker), list(zip(firms[order].tolist(), own[order].tolist(), strict=True))
