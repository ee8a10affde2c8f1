"""Chains, their nodes and the stages a node can stand in."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where a node stands in a chain: 上游, 中游, 下游."""

    UPSTREAM = "upstream"
    MIDSTREAM = "midstream"
    DOWNSTREAM = "downstream"


STAGE_NAMES = {"上游": Stage.UPSTREAM, "中游": Stage.MIDSTREAM, "下游": Stage.DOWNSTREAM}
"""How people and spreadsheets write a stage."""


class NodeKind(StrEnum):
    """What a chain node names: a place in a chain, a product or material, an industry."""

    POSITION = "position"
    PRODUCT = "product"
    INDUSTRY = "industry"


@dataclass(frozen=True)
class Chain:
    """A key industrial chain with its steward (链长)."""

    code: str
    name: str
    name_en: str = ""
    steward: str = ""
    summary: str = ""
    summary_en: str = ""
    published: bool = True
    source: str = ""


@dataclass(frozen=True)
class ChainNode:
    """A product, material or position that enterprises make and nodes supply to one another."""

    code: str
    name: str
    name_en: str = ""
    kind: NodeKind = NodeKind.PRODUCT
    source: str = ""
