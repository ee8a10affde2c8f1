"""What lists and pages say of a chain and of a node."""

from dataclasses import dataclass

from graph.domain.evidence import Evidence


@dataclass(frozen=True)
class ChainSummary:
    """A chain with its nodes (all, by stage in their order, made by nobody) and enterprises."""

    code: str
    name: str
    name_en: str
    steward: str
    nodes: int
    enterprises: int
    gaps: int
    by_stage: tuple[int, int, int]
    published: bool = True


@dataclass(frozen=True)
class NodeSummary:
    """A node of a chain with how many enterprises make it; none is a gap."""

    code: str
    name: str
    name_en: str
    stage: str
    enterprises: int

    @property
    def is_gap(self) -> bool:
        """Nobody makes it."""
        return self.enterprises == 0

    @property
    def is_single(self) -> bool:
        """One enterprise alone makes it."""
        return self.enterprises == 1


@dataclass(frozen=True)
class Maker:
    """An enterprise in a chain's or a node's list, with the products that put it there."""

    code: str
    name: str
    name_en: str
    region: str
    region_en: str
    size: str
    certifications: tuple[str, ...]
    products: tuple[str, ...]
    products_en: tuple[str, ...]


@dataclass(frozen=True)
class LinkedNode:
    """A node at the other end of a link; ``measure`` is the weight, or the score of a near name."""

    code: str
    name: str
    name_en: str
    measure: float | None
    evidence: Evidence | None
    method: str = ""
