"""Bridges that ChainMatch computes between nodes with much the same name."""

from dataclasses import dataclass
from enum import StrEnum


class NearMethod(StrEnum):
    """How two names were found to be near: 同名, 名称所含类别, 名称相近."""

    SAME_NAME = "same name"
    KIND_BY_NAME = "kind by name"
    SIMILAR_NAME = "similar name"


@dataclass(frozen=True)
class NearNode:
    """A chain node as far as bridging goes: is it made by somebody, is it in a supply link."""

    code: str
    match_key: str
    is_made: bool
    is_supplied: bool


@dataclass(frozen=True)
class NearLink:
    """A bridge between two nodes, ``score`` from 0 to 1; ``start`` is the narrower of a kind."""

    start: str
    end: str
    score: float
    method: NearMethod
