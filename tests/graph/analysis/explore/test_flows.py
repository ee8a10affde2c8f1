from small_view import DIGGER, PUMP, STEEL, VIEW, node

from graph.analysis.explore.flows import Flow, flows_of
from graph.analysis.explore.grouping import put_together
from graph.domain.explored import Grouping, Line, LineKind, View


def test_trade_makes_the_bands_where_there_is_any() -> None:
    found = flows_of(put_together(VIEW, Grouping.NODE))
    assert set(found.flows) == {
        Flow("node:steel", "node:pump", 4, 4),
        Flow("node:plate", "node:steel", 1, 1),
    }
    assert {point.key for point in found.points} == {"node:steel", "node:plate", "node:pump"}


def test_without_trade_makers_are_the_width_and_a_gap_stays_visible() -> None:
    gap = node("gap", 1, "midstream")
    lines = (
        Line(STEEL.key, gap.key, LineKind.SUPPLIES),
        Line(gap.key, DIGGER.key, LineKind.SUPPLIES),
    )
    found = flows_of(View((STEEL, gap, DIGGER), lines))
    assert set(found.flows) == {Flow(STEEL.key, gap.key, 2, 2), Flow(gap.key, DIGGER.key, 1, 0)}


def test_lines_that_run_backwards_or_close_a_circle_are_counted() -> None:
    other = node("other", 0, "upstream", makers=1)
    lines = (
        Line(STEEL.key, other.key, LineKind.SUPPLIES, count=2),
        Line(other.key, STEEL.key, LineKind.SUPPLIES),
        Line(PUMP.key, STEEL.key, LineKind.SUPPLIES),
        Line(STEEL.key, PUMP.key, LineKind.SUPPLIES),
    )
    found = flows_of(View((STEEL, other, PUMP), lines))
    assert {(flow.start, flow.end) for flow in found.flows} == {
        (STEEL.key, other.key),
        (STEEL.key, PUMP.key),
    }
    assert (found.backwards, found.apart) == (2, 0)


def test_points_without_a_band_are_counted() -> None:
    alone = node("alone", 0, "upstream")
    lines = (Line(STEEL.key, PUMP.key, LineKind.SUPPLIES),)
    found = flows_of(View((STEEL, alone, PUMP), lines))
    assert (found.points, found.apart) == ((STEEL, PUMP), 1)
