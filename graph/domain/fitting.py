"""What a product's own name says it is made for: 锂电池隔膜 goes into 锂电池."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NamedNode:
    """A chain node as far as its name may tell: how many make it, what it goes into, what it is of.

    ``uses`` counts the products it is a material of, ``materials`` those it is made of.
    """

    code: str
    match_key: str
    makers: int = 0
    uses: int = 0
    materials: int = 0


@dataclass(frozen=True)
class NamedIndustry:
    """An industry with members; ``made`` holds the codes of all that its members make.

    ``wider`` holds the names of the industries that it is part of, as they are compared.
    """

    code: str
    match_key: str
    made: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fitting:
    """Codes of a part and of the product or industry it is named for; ``score`` from 0 to 1."""

    part: str
    product: str
    score: float
