"""What the map says of an enterprise: its products, its known partners, its neighbourhood."""

from dataclasses import dataclass
from enum import StrEnum

from graph.domain.evidence import Evidence


@dataclass(frozen=True)
class Position:
    """A node's place in a chain."""

    chain_code: str
    chain_name: str
    chain_name_en: str
    stage: str


@dataclass(frozen=True)
class Product:
    """A node that an enterprise makes; ``share`` is the part of its sales, 0–1, where told."""

    code: str
    name: str
    name_en: str
    share: float | None
    capacity: str
    positions: tuple[Position, ...]
    evidence: Evidence


class Direction(StrEnum):
    """Whether a known partner supplies the enterprise or buys from it."""

    SUPPLIER = "supplier"
    CUSTOMER = "customer"


@dataclass(frozen=True)
class Partner:
    """An enterprise that is known to trade with another, and in what."""

    code: str
    name: str
    name_en: str
    direction: Direction
    product: str
    first_seen: str
    last_seen: str
    times: int | None
    evidence: Evidence


class Side(StrEnum):
    """Columns of the neighbourhood's picture, from left to right."""

    SUPPLIER = "supplier"
    MATERIAL = "material"
    PRODUCT = "product"
    USE = "use"
    CUSTOMER = "customer"


@dataclass(frozen=True)
class Neighbour:
    """A record near an enterprise; ``linked`` are the products of the enterprise it touches."""

    code: str
    name: str
    name_en: str
    side: Side
    linked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Neighbourhood:
    """What stands around an enterprise; ``left_out`` counts, by side, what was not drawn."""

    neighbours: tuple[Neighbour, ...]
    left_out: dict[Side, int]
