"""How a node's market is divided among its makers, and how concentrated that is."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.domain.enterprise import Size

WHOLE = 10_000
"""HHI of a single maker: shares are squared as percentages."""
HIGH, MODERATE = 1_800, 1_000
"""Limits of the Merger Guidelines of the U.S. DOJ and FTC (2023), section 2.1."""
TOLD_ENOUGH = 0.8
"""A basis holds where at least this part of the makers tells what it needs."""
LEAST_SALES: Mapping[str, float] = {
    Size.LARGE: 40_000,
    Size.MEDIUM: 2_000,
    Size.SMALL: 300,
    Size.MICRO: 100,
}
"""Least yearly sales of a size in industry, 万元 (大中小微型企业划分办法, 2017); micro: our 100."""
_SCALES = {"": 1.0, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_AMOUNT = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(百|千|万|亿)?\s*([^\d\s，。；、（(]+)")
_POWER = {"GWh": ("MWh", 1e3), "kWh": ("MWh", 1e-3), "GW": ("MW", 1e3), "kW": ("MW", 1e-3)}


class Basis(StrEnum):
    """What market shares are computed from."""

    CAPACITY = "capacity"
    SALES = "sales"
    EQUAL = "equal"


@dataclass(frozen=True)
class Making:
    """That an enterprise makes a node; ``share`` is the part of its sales, 0–1, where told."""

    enterprise: str
    share: float | None = None
    capacity: str = ""
    size: str = ""


def fuller(one: Making | None, other: Making) -> Making:
    """Put together what two sources tell of the same; what the first tells holds."""
    if one is None:
        return other
    share = other.share if one.share is None else one.share
    return Making(one.enterprise, share, one.capacity or other.capacity, one.size or other.size)


@dataclass(frozen=True)
class Market:
    """Shares (0–1, together 1) of the makers that tell enough, and what they come from."""

    basis: Basis
    shares: Mapping[str, float]
    makers: int

    @property
    def hhi(self) -> int | None:
        """Herfindahl–Hirschman index from 0 to 10,000; None without makers."""
        if not self.shares:
            return None
        return round(sum(share * share for share in self.shares.values()) * WHOLE)


def divide(makings: Sequence[Making]) -> Market:
    """Divide a market by capacity in one unit, else by estimated sales, else evenly.

    Estimated sales are the product's share of sales times the least sales of its maker's size.
    """
    for basis, weights in ((Basis.CAPACITY, _capacities(makings)), (Basis.SALES, _sales(makings))):
        if weights and len(weights) >= TOLD_ENOUGH * len(makings):
            whole = sum(weights.values())
            return Market(
                basis, {code: each / whole for code, each in weights.items()}, len(makings)
            )
    even = {each.enterprise: 1 / len(makings) for each in makings}
    return Market(Basis.EQUAL, even, len(makings))


def read_capacity(text: str) -> tuple[float, str] | None:
    """Read 年产 6.2 万台 as (62000, 台); None where no amount with a unit is told."""
    found = _AMOUNT.search(text)
    if found is None:
        return None
    number = float(found[1].replace(",", "")) * _SCALES[found[2] or ""]
    unit, factor = _POWER.get(found[3], (found[3], 1.0))
    return (number * factor, unit) if number > 0 else None


def _capacities(makings: Sequence[Making]) -> dict[str, float]:
    told = {each.enterprise: read_capacity(each.capacity) for each in makings}
    units = Counter(capacity[1] for capacity in told.values() if capacity)
    if not units:
        return {}
    most = min(units, key=lambda unit: (-units[unit], unit))
    return {code: each[0] for code, each in told.items() if each and each[1] == most}


def _sales(makings: Sequence[Making]) -> dict[str, float]:
    return {
        each.enterprise: each.share * LEAST_SALES[each.size]
        for each in makings
        if each.share and each.size in LEAST_SALES
    }
