"""Who makes the nodes of a diagnosis, and under which names these may be traded."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.domain.diagnosis.market import Making, fuller
from graph.domain.enterprise import EnterpriseKind
from graph.naming.normal import match_key
from graph.store.connection import Store
from graph.store.cypher.map import chain_facts as cypher


@dataclass
class Made:
    """Who makes a node, by enterprise, and under which names it may be traded."""

    direct: dict[str, Making] = field(default_factory=dict)
    narrower: dict[str, Making] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    institutes: set[str] = field(default_factory=set)

    def makings(self) -> tuple[Making, ...]:
        """Return one making of each company; what is told of the node itself goes before parts."""
        return tuple((self.narrower | self.direct)[code] for code in sorted(self.codes()))

    def codes(self) -> set[str]:
        """Return the companies."""
        return {*self.direct, *self.narrower}


def read_made(store: Store, codes: Sequence[str], at: date) -> dict[str, Made]:
    """Read who makes each of these nodes or a kind of it."""
    made = {code: Made() for code in codes}
    for row in store.read(cypher.MAKINGS, nodes=list(codes), at=at.isoformat()):
        found = made[row["node"]]
        found.names.add(match_key(row["name"]))
        maker = row["enterprise"]
        if maker is None:
            continue
        if row["kind"] == EnterpriseKind.INSTITUTE:
            found.institutes.add(maker)
            continue
        making = Making(maker, row["share"], row["capacity"] or "", row["size"] or "")
        if row["made"] == row["node"]:
            found.direct[maker] = fuller(found.direct.get(maker), making)
        else:
            found.narrower[maker] = _together(found.narrower.get(maker), making)
    return made


def _together(one: Making | None, other: Making) -> Making:
    """Add the shares of two kinds of a node; capacities are not added, so none is told."""
    if one is None:
        return other
    shares = [each.share for each in (one, other) if each.share is not None]
    return Making(one.enterprise, min(1.0, sum(shares)) if shares else None, "", one.size)
