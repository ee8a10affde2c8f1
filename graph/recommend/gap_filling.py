"""Who could fill a gap: makers of the node elsewhere, of near nodes, of its materials, and those
who already supply its users. Each with the paths of the map that say so.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.domain.clock import date_text
from graph.domain.diagnosis.facts import Firm
from graph.domain.partner_cities import city_of, partner_cities
from graph.domain.recommendation import Path, Place
from graph.recommend.candidates import independent_paths
from graph.recommend.routes import MAKERS, MATERIALS, SELLERS, USES, Route
from graph.recommend.walk import Walker
from graph.store import Store
from graph.store.map.chain_firms import read_firms
from graph.store.map.choices import list_region_choices
from graph.store.map.partners import Scope

MOST = 10
PATHS = 3


class Tier(StrEnum):
    """Where a candidate stands: here, in a partner city, further away."""

    HERE = "here"
    PARTNER = "partner"
    ELSEWHERE = "elsewhere"


class Way(StrEnum):
    """Why: it makes this, something near or its material, or already supplies its users."""

    MAKES = "makes"
    NEAR = "near"
    MATERIAL = "material"
    SERVES_USERS = "serves_users"


ROUTES = (
    Route("makers", (MAKERS,)),
    Route(Way.MATERIAL, (MATERIALS, MAKERS), trust=0.5),
    Route(Way.SERVES_USERS, (USES, MAKERS, SELLERS), trust=0.4),
)


@dataclass(frozen=True)
class Filler:
    """An enterprise that could fill a gap, why, and how strongly its best path says so (0–1)."""

    firm: Firm
    tier: Tier
    ways: tuple[Way, ...]
    paths: tuple[Path, ...]
    strength: float


def find_fillers(
    store: Store, node: Place, *, region: str, at: date
) -> dict[Tier, tuple[Filler, ...]]:
    """List the candidates of each tier, best first; for the whole map (no region) all are here.

    Those with several kinds of reason go before others whose best path is as strong.
    """
    scopes = [Scope(date_text(at), region=region)]
    if region:
        scopes.append(Scope(date_text(at)))
    paths: dict[str, list[Path]] = defaultdict(list)
    for scope in scopes:
        walker = Walker(store, scope)
        for path in (path for route in ROUTES for path in walker.walk(node, route)):
            if path not in paths[path.end.code]:
                paths[path.end.code].append(path)
    firms = read_firms(store, paths, at=at, region=region)
    cities = [each.code for each in list_region_choices(store) if each.level == "city"]
    near = partner_cities(region, cities) if region else frozenset[str]()
    found = [_filler(firm, paths[code], near) for code, firm in firms.items()]
    found.sort(key=lambda each: (-each.strength, -len(each.ways), each.firm.code))
    return {tier: tuple(each for each in found if each.tier == tier)[:MOST] for tier in Tier}


def _filler(firm: Firm, paths: Sequence[Path], near: frozenset[str]) -> Filler:
    best = sorted(paths, key=lambda path: (-path.strength, [step.end.code for step in path.steps]))
    ways = tuple(way for way in Way if any(way_of(path) == way for path in best))
    return Filler(
        firm, _tier(firm, near), ways, tuple(independent_paths(best)[:PATHS]), best[0].strength
    )


def way_of(path: Path) -> Way:
    """Tell what a path says: a single MAKES link leads to a maker of the node itself."""
    if path.route == "makers":
        return Way.MAKES if len(path.steps) == 1 else Way.NEAR
    return Way(path.route)


def _tier(firm: Firm, near: frozenset[str]) -> Tier:
    if firm.is_local:
        return Tier.HERE
    return Tier.PARTNER if city_of(firm.region) in near else Tier.ELSEWHERE
