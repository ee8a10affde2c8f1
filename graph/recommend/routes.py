"""The kinds of path that lead to a partner, declared as hops: the recipe that all walks follow."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.domain.recommendation import PartnerRole, PlaceKind
from graph.recommend import strengths
from graph.store.map.partners import Hop

NODE, INDUSTRY, ENTERPRISE = PlaceKind.NODE, PlaceKind.INDUSTRY, PlaceKind.ENTERPRISE


@dataclass(frozen=True)
class Leg:
    """One hop of a route.

    ``name`` is the hop in ``graph.store.partners.HOPS``; "and near" crosses a bridge too.
    ``limit`` bounds the ways on from one place, ``keep`` the places that the next leg starts from.
    Where there are few places, each may have more ways on: as many as make up ``total``.
    ``alike`` asks that what it leads to be like what the asker makes.
    """

    name: str
    link: str
    end: PlaceKind
    weigh: Callable[[Hop], float]
    forward: bool = True
    limit: int = 12
    keep: int = 60
    total: int = 0
    alike: bool = False

    def limit_for(self, places: int) -> int:
        """Return how many ways on each of so many places may have."""
        return max(self.limit, self.total // max(1, places))


@dataclass(frozen=True)
class Route:
    """A kind of path; ``trust`` scales its strength.

    A ``fallback`` is walked only where the routes before it found too few good partners, a
    ``filler`` only where they found too few at all.
    """

    name: str
    legs: tuple[Leg, ...]
    trust: float = 1.0
    fallback: bool = False
    filler: bool = False

    @property
    def is_last_resort(self) -> bool:
        """Whether it is walked only where others found too few."""
        return self.fallback or self.filler


PRODUCTS = Leg("products", "MAKES", NODE, strengths.of_making, limit=60, keep=24)
PEER_PRODUCTS = replace(PRODUCTS, limit=20, alike=True)
MATERIALS = Leg("materials and near", "SUPPLIES", NODE, strengths.of_supply, forward=False)
USES = Leg("uses and near", "SUPPLIES", NODE, strengths.of_supply)
LIKELY_MATERIALS = Leg(
    "likely materials", "LIKELY_FOR", NODE, strengths.of_likely, forward=False, limit=6
)
LIKELY_USES = Leg("likely uses", "LIKELY_FOR", NODE, strengths.of_likely)
FITTINGS = Leg("fittings and near", "FITS", NODE, strengths.of_fitting, forward=False)
FITTED = Leg("fitted and near", "FITS", NODE, strengths.of_fitting)
FITTED_TRADES = replace(FITTED, end=INDUSTRY)
MAKERS = Leg(
    "makers and near",
    "MAKES",
    ENTERPRISE,
    strengths.of_making,
    forward=False,
    limit=16,
    total=240,
)
OWN_MAKERS = replace(MAKERS, name="makers")
INDUSTRIES = Leg("industries", "BELONGS_TO", INDUSTRY, strengths.of_membership)
SIBLINGS = Leg("siblings", "KIND_OF", INDUSTRY, strengths.of_membership, limit=20, keep=20)
UPSTREAM = Leg(
    "materials", "SUPPLIES", INDUSTRY, strengths.of_industry_supply, False, limit=40, keep=10
)
DOWNSTREAM = Leg("uses", "SUPPLIES", INDUSTRY, strengths.of_industry_supply, limit=40, keep=10)
MEMBERS = Leg(
    "members", "BELONGS_TO", ENTERPRISE, strengths.of_membership, False, limit=30, total=240
)
PEERS = Leg("members", "BELONGS_TO", ENTERPRISE, strengths.of_membership, False, limit=30, keep=30)
SELLERS = Leg("sellers", "TRADES_WITH", ENTERPRISE, strengths.of_trade, False, limit=30)
BUYERS = Leg("buyers", "TRADES_WITH", ENTERPRISE, strengths.of_trade, limit=30)
NEW_SELLERS = Leg(
    "new sellers", "TRADES_WITH", ENTERPRISE, strengths.of_last_trade, False, limit=25
)
NEW_BUYERS = Leg("new buyers", "TRADES_WITH", ENTERPRISE, strengths.of_last_trade, limit=25)

MATERIAL, USE, SAME = "material", "use", "same"
TRADE, PEER_TRADE = "trade", "peer trade"
BY_INDUSTRY, BY_KIN, BY_PEERS = "industry", "industry kin", "industry of peers"
BY_PEER_PRODUCTS = "products of peers"
LIKELY_MATERIAL, LIKELY_USE = "likely material", "likely use"
FITTING, FITTED_TO = "fitting", "fitted to"
FITTING_TRADE, FITTED_TO_TRADE = "fitting trade", "fitted to trade"

SUPPLIER_ROUTES = (
    Route(MATERIAL, (PRODUCTS, MATERIALS, MAKERS)),
    Route(LIKELY_MATERIAL, (PRODUCTS, LIKELY_MATERIALS, MAKERS)),
    Route(FITTING, (PRODUCTS, FITTINGS, OWN_MAKERS), trust=0.7),
    Route(FITTING_TRADE, (INDUSTRIES, FITTINGS, OWN_MAKERS), trust=0.5),
    Route(TRADE, (SELLERS, BUYERS, NEW_SELLERS)),
    Route(PEER_TRADE, (BUYERS, SELLERS, NEW_SELLERS), trust=0.5),
    Route(
        BY_PEER_PRODUCTS,
        (INDUSTRIES, PEERS, PEER_PRODUCTS, MATERIALS, MAKERS),
        trust=0.7,
        fallback=True,
    ),
    Route(BY_INDUSTRY, (INDUSTRIES, UPSTREAM, MEMBERS), trust=0.04, filler=True),
    Route(BY_KIN, (INDUSTRIES, SIBLINGS, UPSTREAM, MEMBERS), trust=0.02, filler=True),
    Route(BY_PEERS, (PRODUCTS, MAKERS, INDUSTRIES, UPSTREAM, MEMBERS), trust=0.03, filler=True),
)
CUSTOMER_ROUTES = (
    Route(USE, (PRODUCTS, USES, MAKERS)),
    Route(LIKELY_USE, (PRODUCTS, LIKELY_USES, MAKERS)),
    Route(FITTED_TO, (PRODUCTS, FITTED, MAKERS), trust=0.7),
    Route(FITTED_TO_TRADE, (PRODUCTS, FITTED_TRADES, MEMBERS), trust=0.5),
    Route(TRADE, (BUYERS, SELLERS, NEW_BUYERS)),
    Route(PEER_TRADE, (SELLERS, BUYERS, NEW_BUYERS), trust=0.5),
    Route(
        BY_PEER_PRODUCTS,
        (INDUSTRIES, PEERS, PEER_PRODUCTS, USES, MAKERS),
        trust=0.7,
        fallback=True,
    ),
    Route(BY_INDUSTRY, (INDUSTRIES, DOWNSTREAM, MEMBERS), trust=0.04, filler=True),
    Route(BY_KIN, (INDUSTRIES, SIBLINGS, DOWNSTREAM, MEMBERS), trust=0.02, filler=True),
    Route(BY_PEERS, (PRODUCTS, MAKERS, INDUSTRIES, DOWNSTREAM, MEMBERS), trust=0.03, filler=True),
)
PEER_ROUTES = (
    Route(SAME, (PRODUCTS, MAKERS)),
    Route(TRADE, (BUYERS, NEW_SELLERS), trust=0.6),
    Route(BY_INDUSTRY, (INDUSTRIES, MEMBERS), trust=0.12, fallback=True),
)
INSTITUTE_ROUTES = (
    Route(SAME, (PRODUCTS, MAKERS)),
    Route(MATERIAL, (PRODUCTS, MATERIALS, MAKERS), trust=0.8),
    Route(USE, (PRODUCTS, USES, MAKERS), trust=0.6),
    Route(BY_INDUSTRY, (INDUSTRIES, MEMBERS), trust=0.12, fallback=True),
)
ROUTES: dict[PartnerRole, tuple[Route, ...]] = {
    PartnerRole.SUPPLIER: SUPPLIER_ROUTES,
    PartnerRole.CUSTOMER: CUSTOMER_ROUTES,
    PartnerRole.PEER: PEER_ROUTES,
    PartnerRole.INSTITUTE: INSTITUTE_ROUTES,
}
