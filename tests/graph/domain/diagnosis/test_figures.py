"""Each figure's numerator and denominator, with the codes behind them, counted by hand."""

from small_facts import AWAY, buys, facts_of, firm, node

from graph.domain.diagnosis.figures import Asked, figures
from graph.domain.diagnosis.rules import diagnose


def test_every_figure_names_what_it_counts() -> None:
    facts = facts_of(
        [
            node("steel", uses=("pump",)),
            node("pump", "az", materials=("steel",), uses=("digger",), purchases=buys("zb", "ab")),
            node("digger", "b", materials=("pump",), purchases=buys("zb")),
        ],
        firm("a", certifications=("专精特新“小巨人”",)),
        firm("b"),
        firm("z", AWAY),
    )
    found = figures(facts, diagnose(facts))
    assert {
        asked: (each.numerator, each.denominator, each.counted) for asked, each in found.items()
    } == {
        Asked.LOCAL: (2, 3, ("a", "b")),
        Asked.GAPS: (1, 3, ("steel",)),
        Asked.SINGLES: (2, 3, ("pump", "digger")),
        Asked.CONCENTRATED: (2, 2, ("pump", "digger")),
        Asked.DEPENDENCE: (1, 2, ()),
        Asked.LEADERS: (0, 2, ()),
        Asked.OUTSTANDING: (1, 2, ("a",)),
    }
    assert [trade.supplier for trade in found[Asked.DEPENDENCE].trades] == ["z"]
