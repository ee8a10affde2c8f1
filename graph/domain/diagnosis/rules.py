"""The rules of 强链, 补链, 延链: what each node of a chain needs, and why."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.domain.diagnosis.facts import ChainFacts, Firm, NodeFacts, Where
from graph.domain.diagnosis.leaders import find_leaders
from graph.domain.diagnosis.market import Market, divide

DEPENDENT = 0.5
LEAST_PURCHASES = 3
LEAST_STRONG = 3
OUTSTANDING = ("专精特新“小巨人”", "制造业单项冠军")


class Strength(StrEnum):
    """What is to be done about a node: 强链, 补链, 延链, or keep it as it is (稳链)."""

    STRONG = "strong"
    FILL = "fill"
    EXTEND = "extend"
    KEEP = "keep"


class Ground(StrEnum):
    """Why a node is in its class; see docs/analysis.md for the wording of each."""

    NO_MAKER = "no_maker"
    NO_LOCAL_MAKER = "no_local_maker"
    UNPLACED_MAKER = "unplaced_maker"
    DEPENDENT = "dependent"
    LOCAL_DEMAND = "local_demand"
    LOCAL_MATERIAL = "local_material"
    NO_TIE = "no_tie"
    MANY_MAKERS = "many_makers"
    OUTSTANDING = "outstanding"
    ONE_MAKER = "one_maker"
    ORDINARY = "ordinary"


@dataclass(frozen=True)
class NodeDiagnosis:
    """A node with its figures; codes behind each stand in ``local``, ``outside``, purchases.

    ``imported`` are the purchases whose supplier stands outside the region, ``known`` those of
    whose supplier it is known where it stands.
    """

    node: NodeFacts
    local: tuple[str, ...]
    outside: tuple[str, ...]
    unknown: tuple[str, ...]
    market: Market
    imported: int
    known: int
    strength: Strength
    grounds: tuple[Ground, ...]
    leaders: tuple[str, ...]

    @property
    def makers(self) -> int:
        """Companies that make it, wherever they stand."""
        return len(self.local) + len(self.outside) + len(self.unknown)

    @property
    def share(self) -> float | None:
        """Part of the makers, whose place is known, that are local."""
        placed = len(self.local) + len(self.outside)
        return len(self.local) / placed if placed else None

    @property
    def dependence(self) -> float | None:
        """Part of the purchases by local firms that come from outside; None where none is known."""
        return self.imported / self.known if self.known else None

    @property
    def is_gap(self) -> bool:
        """No local company makes it."""
        return not self.local

    @property
    def is_single(self) -> bool:
        """One company alone makes it, on the whole map."""
        return self.makers == 1

    @property
    def is_local_single(self) -> bool:
        """One local company alone makes it."""
        return len(self.local) == 1


def diagnose(facts: ChainFacts) -> tuple[NodeDiagnosis, ...]:
    """Diagnose the nodes of a chain, in their order."""
    leaders = find_leaders(facts)
    made_here = {
        node.code
        for node in facts.nodes
        if any(facts.firms[each.enterprise].is_local for each in node.makings)
    }
    return tuple(_diagnose(node, facts.firms, leaders, made_here) for node in facts.nodes)


def _diagnose(
    node: NodeFacts, firms: Mapping[str, Firm], leaders: Collection[str], made_here: set[str]
) -> NodeDiagnosis:
    by_where = {
        where: tuple(
            each.enterprise for each in node.makings if firms[each.enterprise].where == where
        )
        for where in Where
    }
    suppliers = [firms[purchase.supplier].where for purchase in node.purchases]
    imported = suppliers.count(Where.OUTSIDE)
    known = imported + suppliers.count(Where.LOCAL)
    local = by_where[Where.LOCAL]
    dependent = known >= LEAST_PURCHASES and imported / known >= DEPENDENT
    strength, grounds = _classify(node, by_where, dependent, firms, made_here)
    return NodeDiagnosis(
        node,
        local,
        by_where[Where.OUTSIDE],
        by_where[Where.UNKNOWN],
        divide(node.makings),
        imported,
        known,
        strength,
        grounds,
        tuple(code for code in leaders if code in local),
    )


def _classify(
    node: NodeFacts,
    makers: Mapping[Where, Collection[str]],
    dependent: bool,
    firms: Mapping[str, Firm],
    made_here: set[str],
) -> tuple[Strength, tuple[Ground, ...]]:
    """Apply the rules in their order: weak first (补链 or 延链), then strong, else keep."""
    local = makers[Where.LOCAL]
    if not local or dependent:
        return _of_weak(node, _why_weak(makers, dependent), made_here)
    outstanding = any(is_outstanding(firms[code]) for code in local)
    if len(local) >= LEAST_STRONG and outstanding:
        return Strength.STRONG, (Ground.MANY_MAKERS, Ground.OUTSTANDING)
    return Strength.KEEP, (Ground.ONE_MAKER if len(local) == 1 else Ground.ORDINARY,)


def _why_weak(makers: Mapping[Where, Collection[str]], dependent: bool) -> tuple[Ground, ...]:
    grounds: tuple[Ground, ...] = ()
    if not makers[Where.LOCAL]:
        grounds += (_where_else(makers),)
    return (*grounds, Ground.DEPENDENT) if dependent else grounds


def _where_else(makers: Mapping[Where, Collection[str]]) -> Ground:
    if makers[Where.OUTSIDE]:
        return Ground.NO_LOCAL_MAKER
    return Ground.UNPLACED_MAKER if makers[Where.UNKNOWN] else Ground.NO_MAKER


def _of_weak(
    node: NodeFacts, why: tuple[Ground, ...], made_here: set[str]
) -> tuple[Strength, tuple[Ground, ...]]:
    """Weak and needed here is to be filled; what only our own products lead to, to be extended."""
    if any(code in made_here for code in node.uses):
        return Strength.FILL, (*why, Ground.LOCAL_DEMAND)
    if any(code in made_here for code in node.materials):
        return Strength.EXTEND, (*why, Ground.LOCAL_MATERIAL)
    return Strength.FILL, (*why, Ground.NO_TIE)


def is_outstanding(firm: Firm) -> bool:
    """Whether an enterprise is large or holds one of the titles of the best in their field."""
    told = firm.enterprise
    return told.size == "large" or any(each in OUTSTANDING for each in told.certifications)
