"""A chain told in letters: each letter is an enterprise that makes, sells or buys."""

from graph.domain.diagnosis.facts import ChainFacts, Firm, NodeFacts, Purchase, Where
from graph.domain.diagnosis.market import Making
from graph.domain.enterprise import Enterprise
from graph.domain.evidence import Evidence

FACT = Evidence("test", "2026-06-30")
HERE, AWAY, SOMEWHERE = Where.LOCAL, Where.OUTSIDE, Where.UNKNOWN


def firm(code: str, where: Where = HERE, **values: object) -> Firm:
    """Return an enterprise that stands here unless told otherwise."""
    return Firm(Enterprise(code, code, **values), where)  # type: ignore[arg-type]


def node(code: str, makers: str = "", **values: tuple) -> NodeFacts:
    """Return a node with a maker for each letter."""
    return NodeFacts(code, code, "", "midstream", tuple(map(Making, makers)), **values)


def buys(*pairs: str) -> tuple[Purchase, ...]:
    """Return trades, supplier and buyer in each pair."""
    return tuple(Purchase(pair[0], pair[1], "", "", FACT) for pair in pairs)


def facts_of(nodes: list[NodeFacts], *firms: Firm, **partners: int) -> ChainFacts:
    """Return a chain of these nodes and firms."""
    return ChainFacts(tuple(nodes), {each.code: each for each in firms}, partners, {})
