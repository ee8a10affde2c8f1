"""The figures of a diagnosis: each with numerator, denominator and the codes behind both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.domain.diagnosis.facts import ChainFacts, Purchase, Where
from graph.domain.diagnosis.leaders import find_leaders
from graph.domain.diagnosis.market import HIGH
from graph.domain.diagnosis.rules import NodeDiagnosis, is_outstanding


class Asked(StrEnum):
    """What is asked of a chain; definitions in docs/analysis.md."""

    LOCAL = "local"
    GAPS = "gaps"
    SINGLES = "singles"
    CONCENTRATED = "concentrated"
    DEPENDENCE = "dependence"
    LEADERS = "leaders"
    OUTSTANDING = "outstanding"


class Rows(StrEnum):
    """What stands behind a figure."""

    NODES = "nodes"
    ENTERPRISES = "enterprises"
    TRADES = "trades"


@dataclass(frozen=True)
class Figure:
    """``counted`` stand behind the numerator, ``among`` behind the denominator.

    They are codes of nodes or enterprises; of TRADES ``trades`` and ``all_trades`` stand instead.
    """

    asked: Asked
    rows: Rows
    counted: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    trades: tuple[Purchase, ...] = ()
    all_trades: tuple[Purchase, ...] = ()

    @property
    def numerator(self) -> int:
        """How many are counted."""
        return len(self.trades) if self.rows == Rows.TRADES else len(self.counted)

    @property
    def denominator(self) -> int:
        """Among how many."""
        return len(self.all_trades) if self.rows == Rows.TRADES else len(self.among)

    @property
    def value(self) -> float | None:
        """Numerator by denominator; None where nothing can be divided."""
        return self.numerator / self.denominator if self.denominator else None


def figures(facts: ChainFacts, nodes: Sequence[NodeDiagnosis]) -> dict[Asked, Figure]:
    """Compute all figures of a chain."""
    every = [each.node.code for each in nodes]
    made = [each for each in nodes if each.makers]
    placed = _once(code for each in nodes for code in (*each.local, *each.outside))
    local = _once(code for each in nodes for code in each.local)
    best = (code for code in local if is_outstanding(facts.firms[code]))
    found = (
        Figure(Asked.LOCAL, Rows.ENTERPRISES, local, placed),
        _nodes(Asked.GAPS, (each for each in nodes if each.is_gap), every),
        _nodes(Asked.SINGLES, (each for each in nodes if each.is_local_single), every),
        _nodes(
            Asked.CONCENTRATED,
            (each for each in made if (each.market.hhi or 0) > HIGH),
            [each.node.code for each in made],
        ),
        _dependence(facts, nodes),
        Figure(Asked.LEADERS, Rows.ENTERPRISES, find_leaders(facts), local),
        Figure(Asked.OUTSTANDING, Rows.ENTERPRISES, tuple(best), local),
    )
    return {each.asked: each for each in found}


def _nodes(asked: Asked, counted: Iterable[NodeDiagnosis], among: Sequence[str]) -> Figure:
    return Figure(asked, Rows.NODES, tuple(each.node.code for each in counted), tuple(among))


def _dependence(facts: ChainFacts, nodes: Sequence[NodeDiagnosis]) -> Figure:
    """Count each trade once, though it may bring several nodes."""
    known = tuple(
        trade
        for trade in dict.fromkeys(trade for each in nodes for trade in each.node.purchases)
        if facts.firms[trade.supplier].where != Where.UNKNOWN
    )
    outside = tuple(trade for trade in known if facts.firms[trade.supplier].where == Where.OUTSIDE)
    return Figure(Asked.DEPENDENCE, Rows.TRADES, trades=outside, all_trades=known)


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
