"""What the explorer finds on the map, before it is put in columns."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FoundNode:
    """A node; ``stage`` where a chain says it, ``makers`` where they were counted."""

    code: str
    name: str
    name_en: str
    stage: str = ""
    makers: int = 0


@dataclass(frozen=True)
class FoundLink:
    """A supply or trade link between two codes; ``links`` of the map stand behind it."""

    start: str
    end: str
    weight: float
    links: int


@dataclass(frozen=True)
class Made:
    """An enterprise makes ``made``, which is ``node`` or a kind of it."""

    node: str
    made: str
    maker: str


@dataclass(frozen=True)
class FoundEnterprise:
    """An enterprise with its region, the code empty where none is known."""

    code: str
    name: str
    name_en: str
    region: str
    district: str
    district_en: str
