"""How much of a path's strength each kind of step keeps, from 0 to 1."""

from math import log2, sqrt

from graph.domain.near_name import NearMethod
from graph.store.map.partners import Bridge, Hop

KIND_WITH_HEAD = 0.95
KIND_WITHOUT_HEAD = 0.25
UNTOLD_SHARE = 0.8
OLDEST = 0.05
WEAKEST_BRIDGE = 0.3
OTHER_HEAD = 0.6
NEAR_HEAD = 0.85


def of_share(share: float | None) -> float:
    """Weigh making a product by its share of sales; negative and tiny shares keep a little."""
    if share is None:
        return UNTOLD_SHARE
    return 0.4 + 0.6 * sqrt(min(max(share, 0.0), 1.0))


def of_making(hop: Hop) -> float:
    """Weigh a MAKES link by share and confidence."""
    return of_share(hop.share) * hop.confidence


def of_supply(hop: Hop) -> float:
    """Weigh a SUPPLIES link: what goes into everything (salt, metal) tells little."""
    return hop.confidence / (1 + 0.15 * log2(hop.spread))


def of_likely(hop: Hop) -> float:
    """Weigh a LIKELY_FOR link by its chance."""
    return hop.confidence


def of_fitting(hop: Hop) -> float:
    """Weigh a FITS link by how much of the name's last half is known as a part."""
    return hop.confidence


def of_industry_supply(hop: Hop) -> float:
    """Weigh a SUPPLIES link between industries by how often the source names it (1 to 5)."""
    return hop.confidence * hop.weight / (1 + hop.weight)


def of_membership(hop: Hop) -> float:
    """Weigh a BELONGS_TO link."""
    return hop.confidence


def of_trade(hop: Hop) -> float:
    """Weigh a TRADES_WITH link by its age and the square root of the far end's partners.

    After paths of length three: I. A. Kovács et al., Nature Communications 10, 1240 (2019).
    """
    return of_last_trade(hop) / sqrt(hop.spread)


def of_last_trade(hop: Hop) -> float:
    """Weigh the last trade of a path: a partner with many customers is none the worse."""
    return hop.confidence * of_age(hop.age)


def of_age(years: float) -> float:
    """Fade what was last seen long ago: a tenth for each half-year, at most to a twentieth."""
    return max(0.9 ** (2 * years), OLDEST)


def of_bridge(bridge: Bridge, name: str) -> float:
    """Weigh crossing a bridge from the node ``name``; 0 where it is too weak to be crossed."""
    kept = _of_bridge(bridge, name)
    return kept if kept >= WEAKEST_BRIDGE else 0.0


def _of_bridge(bridge: Bridge, name: str) -> float:
    if bridge.link == "KIND_OF":
        narrower, broader = (name, bridge.name) if bridge.forward else (bridge.name, name)
        return _of_kind(narrower, broader) * bridge.confidence
    score = 0.5 if bridge.score is None else bridge.score
    if bridge.method == NearMethod.SIMILAR_NAME:
        return score * head_agreement(name, bridge.name)
    return score


def _of_kind(narrower: str, broader: str) -> float:
    # Sources call 石膏板粉 a kind of 石膏板 too: only a shared head makes one product of a kind.
    if not narrower.endswith(broader):
        return KIND_WITHOUT_HEAD
    return KIND_WITH_HEAD * sqrt(len(broader) / len(narrower))


def head_agreement(first: str, second: str) -> float:
    """Compare what two Chinese compounds end in: their heads stand last."""
    if first.endswith(second) or second.endswith(first) or first[-2:] == second[-2:]:
        return 1.0
    return NEAR_HEAD if first[-1:] == second[-1:] else OTHER_HEAD
