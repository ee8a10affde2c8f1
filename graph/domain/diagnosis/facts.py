"""What a diagnosis stands on: nodes with who makes, buys and supplies them, as the map says."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.domain.diagnosis.market import Making
from graph.domain.enterprise import Enterprise, EnterpriseKind
from graph.domain.evidence import Evidence


class Where(StrEnum):
    """Where an enterprise stands, seen from the region that is asked about."""

    LOCAL = "local"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Firm:
    """An enterprise or institute with its place."""

    enterprise: Enterprise
    where: Where
    region: str = ""
    region_name: str = ""
    region_name_en: str = ""

    @property
    def code(self) -> str:
        """Code of the enterprise."""
        return self.enterprise.code

    @property
    def is_company(self) -> bool:
        """Not an institute."""
        return self.enterprise.kind == EnterpriseKind.COMPANY

    @property
    def is_local(self) -> bool:
        """Within the region."""
        return self.where == Where.LOCAL


@dataclass(frozen=True)
class Purchase:
    """A known trade that brings a node to a buyer within the region."""

    supplier: str
    buyer: str
    product: str
    last_seen: str
    evidence: Evidence


@dataclass(frozen=True)
class NodeFacts:
    """A node; ``materials`` and ``uses`` are codes of nodes directly before and after it.

    ``makings`` hold companies only, one each, those of narrower nodes included.
    """

    code: str
    name: str
    name_en: str
    stage: str
    makings: tuple[Making, ...] = ()
    purchases: tuple[Purchase, ...] = ()
    materials: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChainFacts:
    """The nodes of a chain in their order, all firms by code, trades among the chain's firms.

    ``institutes`` are by node the institutes that are linked to it; ``partners`` by firm how many
    other firms of the chain it trades with.
    """

    nodes: tuple[NodeFacts, ...]
    firms: Mapping[str, Firm]
    partners: Mapping[str, int]
    institutes: Mapping[str, tuple[str, ...]]
