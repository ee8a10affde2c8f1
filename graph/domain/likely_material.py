"""What a product is likely made of, where no source says so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LikelyMaterial:
    """Codes of both nodes; ``chance``: of a hundred such pairs so many were links (0 to 1)."""

    material: str
    product: str
    chance: float
