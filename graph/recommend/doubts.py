"""Why a path may deceive: each doubt is read from the path's own names and shares.

A doubted path keeps a part of its strength, so that better ones come first, and says why, so that
a line that stands for want of better ones does not pretend. Found by judging lists by hand
(docs/recommendation.md).
"""

from collections.abc import Callable
from itertools import pairwise
from math import prod
from typing import NamedTuple

from graph.domain.near_name import NearMethod
from graph.domain.recommendation import Doubt, PartnerRole, Path, Place
from graph.messages import message
from graph.naming.differing import (
    are_siblings,
    is_tool_for,
    own_characters,
    share_one_character,
)
from graph.recommend.ours import SIDELINE, Ours
from graph.recommend.routes import BY_INDUSTRY, BY_KIN, BY_PEER_PRODUCTS, BY_PEERS

SCOPE = 0.0015
"""A smaller share of sales is a line of the registered scope of business, not a trade."""
BRIDGES = frozenset({"NEAR", "KIND_OF"})


class _Learned(NamedTuple):
    """A product, the material it is likely made of, and how likely."""

    whole: Place
    part: Place
    chance: float


Reader = Callable[[Ours, Path], Doubt | None]


def read_own(ours: Ours, path: Path) -> Doubt | None:
    """Doubt that we buy what we make, or that who makes what we make buys our product."""
    step = path.steps[-1]
    if step.link != "MAKES" or not ours.makes(step.start.name):
        return None
    if ours.role == PartnerRole.SUPPLIER:
        return Doubt("own", 0.15, message("“%(name)s”我方自己也做", name=step.start))
    if ours.role == PartnerRole.CUSTOMER:
        return Doubt("own", 0.3, message("对方的“%(name)s”我方也做，可能是同行", name=step.start))
    return None


def read_sideline(_ours: Ours, path: Path) -> Doubt | None:
    """Doubt what the partner hardly makes, by its share of sales."""
    step = path.steps[-1]
    if step.link != "MAKES" or step.share is None or step.share > SIDELINE:
        return None
    kept = 0.35 if step.share <= SCOPE else 0.7
    return Doubt("sideline", kept, message("“%(name)s”不是对方的主业", name=step.start))


def read_our_sideline(ours: Ours, path: Path) -> Doubt | None:
    """Doubt a need of what we hardly make, where we make anything more."""
    step = path.steps[0]
    if step.link != "MAKES" or not ours.has_main_products:
        return None
    if step.share is None or step.share > SIDELINE:
        return None
    return Doubt("our sideline", 0.8, message("“%(name)s”不是我方的主业", name=step.end))


def read_siblings(_ours: Ours, path: Path) -> Doubt | None:
    """Doubt a bridge between two things that only share a word."""
    for step in path.steps:
        if step.method == NearMethod.SIMILAR_NAME and are_siblings(step.start.name, step.end.name):
            said = message("“%(one)s”与“%(other)s”只是名称相近", one=step.start, other=step.end)
            return Doubt("siblings", 0.4, said)
    return None


def read_special(_ours: Ours, path: Path) -> Doubt | None:
    """Doubt a material that is named like what sets one kind of our product apart.

    含铝炸药 is made of 铝粉 because it is the kind with aluminium; 炸药 is not.
    """
    for bridge, supply in pairwise(path.steps):
        if supply.link != "SUPPLIES" or bridge.link not in BRIDGES:
            continue
        special = own_characters(bridge.end.name, bridge.start.name)
        if not special.isdisjoint(supply.end.name):
            said = message(
                "“%(far)s”对应“%(kind)s”，未必适合“%(name)s”",
                far=supply.end,
                kind=bridge.end,
                name=bridge.start,
            )
            return Doubt("special", 0.4, said)
    return None


def read_kind(_ours: Ours, path: Path) -> Doubt | None:
    """Doubt a little what a narrower kind of our product is made of."""
    for bridge, supply in pairwise(path.steps):
        if supply.link == "SUPPLIES" and bridge.link in BRIDGES:
            if own_characters(bridge.end.name, bridge.start.name):
                said = message("“%(kind)s”只是“%(name)s”的一种", kind=bridge.end, name=bridge.start)
                return Doubt("kind", 0.4, said)
            return None
    return None


def read_tool(_ours: Ours, path: Path) -> Doubt | None:
    """Doubt that a tool or a part is made of what it is for."""
    learned = _learned(path)
    if learned is None or not is_tool_for(learned.whole.name, learned.part.name):
        return None
    said = message("“%(whole)s”多半不是用“%(part)s”做的", whole=learned.whole, part=learned.part)
    return Doubt("tool", 0.3, said)


def read_accident(_ours: Ours, path: Path) -> Doubt | None:
    """Doubt a learned material that has one character in common with the product by chance."""
    learned = _learned(path)
    if learned is None or not share_one_character(learned.whole.name, learned.part.name):
        return None
    said = message(
        "“%(whole)s”与“%(part)s”可能只是字面相近", whole=learned.whole, part=learned.part
    )
    return Doubt("accident", 0.5, said)


def read_chance(_ours: Ours, path: Path) -> Doubt | None:
    """Say how likely a learned material is."""
    learned = _learned(path)
    if learned is None:
        return None
    percent = round(learned.chance * 100)
    said = message("用料是推算的，可能性 %(percent)s%%", percent=percent)
    return Doubt("chance", min(0.4 + learned.chance, 0.9), said)


def read_industry(_ours: Ours, path: Path) -> Doubt | None:
    """Say that a path between industries knows nothing of what the two make."""
    if path.route not in {BY_INDUSTRY, BY_KIN, BY_PEERS}:
        return None
    return Doubt("industry", 0.0, message("只按行业推断，双方产品之间没有找到供需关系"))


def read_peer(ours: Ours, path: Path) -> Doubt | None:
    """Doubt a need that a peer has for something unlike what we make."""
    if path.route != BY_PEER_PRODUCTS:
        return None
    product = next(step.end for step in path.steps if step.link == "MAKES")
    kept = ours.likeness(product.name)
    if kept == 1:
        return None
    return Doubt("peer", kept, message("同行的“%(name)s”与我方产品不大相同", name=product))


def _learned(path: Path) -> _Learned | None:
    """Return the learned material that a path walks along, None where it walks along none."""
    for step in path.steps:
        if step.link == "LIKELY_FOR":
            whole, part = (step.end, step.start) if step.forward else (step.start, step.end)
            return _Learned(whole, part, step.confidence)
    return None


WEAKENING: tuple[Reader, ...] = (
    read_own,
    read_sideline,
    read_siblings,
    read_special,
    read_kind,
    read_tool,
    read_accident,
)
"""Doubts that weaken a path."""
TOLD: tuple[Reader, ...] = (
    read_our_sideline,
    read_industry,
    read_peer,
    read_chance,
)
"""Doubts that the route's trust, or the walk itself, has weighed already."""


def judge(ours: Ours, path: Path) -> Path:
    """Return the path weakened by its doubts, with the gravest of them."""
    doubts = [doubt for read in WEAKENING if (doubt := read(ours, path))]
    told = [*doubts, *(doubt for read in TOLD if (doubt := read(ours, path)))]
    if not told:
        return path
    kept = prod(doubt.kept for doubt in doubts)
    gravest = min(told, key=lambda doubt: doubt.kept)
    return Path(path.route, path.steps, path.strength * kept, gravest)
