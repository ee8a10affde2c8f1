"""Who leads a chain (链主): large or first in its field, and tied to many others of the chain."""

from graph.domain.diagnosis.facts import ChainFacts, Firm
from graph.domain.enterprise import Size

CHAMPION = "制造业单项冠军"
LEAST_PARTNERS = 3
LEAST_NODES = 3


def find_leaders(facts: ChainFacts) -> tuple[str, ...]:
    """List the leaders of a chain within the region, those with most ties first.

    A leader is a local company that (1) is of the size large, is listed or is a manufacturing
    champion, and (2) trades with at least LEAST_PARTNERS other firms of the chain or makes at
    least LEAST_NODES of its nodes. The rule follows what cities ask of a 链主: weight of its own,
    and that others depend on it.
    """
    made = _nodes_made(facts)
    found = [
        firm.code
        for firm in facts.firms.values()
        if firm.is_local
        and firm.is_company
        and firm.code in made
        and has_weight(firm)
        and (facts.partners.get(firm.code, 0) >= LEAST_PARTNERS or made[firm.code] >= LEAST_NODES)
    ]
    return tuple(sorted(found, key=lambda code: (-facts.partners.get(code, 0), -made[code], code)))


def has_weight(firm: Firm) -> bool:
    """Whether an enterprise is large, listed or a champion."""
    told = firm.enterprise
    return told.size == Size.LARGE or bool(told.market) or CHAMPION in told.certifications


def _nodes_made(facts: ChainFacts) -> dict[str, int]:
    made: dict[str, int] = {}
    for node in facts.nodes:
        for making in node.makings:
            made[making.enterprise] = made.get(making.enterprise, 0) + 1
    return made
