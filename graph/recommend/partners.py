"""The second stage and the whole: rank the candidates and say why."""

from dataclasses import replace

from graph.domain.recommendation import (
    FeatureValue,
    PartnerRole,
    Path,
    Place,
    PlaceKind,
    RankedList,
    Recommendation,
    Wish,
)
from graph.errors import NotFound
from graph.naming.generic import is_telling
from graph.recommend.candidates import Candidate, find_candidates, independent_paths, scope_of
from graph.recommend.diversity import spread_out
from graph.recommend.features import FEATURES, Case
from graph.recommend.ranking import Ranker
from graph.recommend.registry import find_ranker
from graph.store import Store
from graph.store.partners import (
    Hop,
    Profile,
    list_hops,
    list_known_partners,
    list_profiles,
)

PATHS_SHOWN = 3
PRODUCTS_COMPARED = 12
PARTNER_PRODUCTS = 4
KNOWN_PARTNERS = 1000
_LINKED_HOPS = {PartnerRole.SUPPLIER: "materials", PartnerRole.CUSTOMER: "uses"}


def recommend(store: Store, code: str, wish: Wish, *, version: str = "") -> RankedList:
    """Recommend partners to an enterprise, best first, each with score, features and paths.

    Equal scores are ordered by code. Raises NotFound for an unknown enterprise or version.
    """
    ranker = find_ranker(version)
    asker = list_profiles(store, [code]).get(code)
    if asker is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    known = list_known_partners(store, code, at=wish.at, limit=KNOWN_PARTNERS)
    candidates = find_candidates(store, _place(asker), wish, left_out=_left_out(known, wish))
    products = _products(store, [code], wish, PRODUCTS_COMPARED).get(code, ())
    cases = _cases(store, asker, candidates, wish, known, products)
    ranked = sorted(
        (_rank(case, ranker) for case in cases), key=lambda each: (-each.score, each.partner.code)
    )
    chosen = spread_out(ranked, limit=wish.top)
    return RankedList(
        asker.enterprise,
        tuple(replace(each, rank=rank) for rank, each in enumerate(chosen, 1)),
        ranker.version,
        products=tuple(Place(hop.end, hop.name, hop.name_en) for hop in products),
        has_industry=bool(asker.industries),
        has_trades=bool(known),
    )


def _place(profile: Profile) -> Place:
    enterprise = profile.enterprise
    return Place(enterprise.code, enterprise.name, enterprise.name_en, PlaceKind.ENTERPRISE)


def _left_out(known: dict[str, set[str]], wish: Wish) -> frozenset[str]:
    return frozenset(known) if wish.exclude_known else frozenset()


def _products(store: Store, codes: list[str], wish: Wish, limit: int) -> dict[str, tuple[Hop, ...]]:
    found: dict[str, tuple[Hop, ...]] = {}
    for hop in list_hops(store, "products", codes, scope=scope_of(wish), limit=limit):
        if is_telling(hop.name):
            found[hop.start] = (*found.get(hop.start, ()), hop)
    return found


def _linked_industries(store: Store, asker: Profile, wish: Wish) -> dict[str, Hop]:
    """Return the industries on the partner's side of the asker's own, by code."""
    scope = scope_of(wish)
    own = sorted(asker.industries)
    hop = _LINKED_HOPS.get(wish.role)
    if hop is None:
        found = list_hops(store, "industries", [asker.enterprise.code], scope=scope, limit=5)
    else:
        found = list_hops(store, hop, own, scope=scope, limit=100)
    return {each.end: each for each in found}


def _cases(
    store: Store,
    asker: Profile,
    candidates: list[Candidate],
    wish: Wish,
    known: dict[str, set[str]],
    products: tuple[Hop, ...],
) -> list[Case]:
    codes = [candidate.code for candidate in candidates]
    profiles = list_profiles(store, codes)
    their_products = _products(store, codes, wish, PARTNER_PRODUCTS)
    linked = _linked_industries(store, asker, wish)
    return [
        Case(
            role=wish.role,
            asker=asker,
            partner=profiles[candidate.code],
            paths=tuple(independent_paths(candidate.paths)),
            asker_products=products,
            partner_products=their_products.get(candidate.code, ()),
            linked=linked,
            known=frozenset(known.get(candidate.code, ())),
            asker_trades=bool(known),
        )
        for candidate in candidates
        if candidate.code in profiles
    ]


def _rank(case: Case, ranker: Ranker) -> Recommendation:
    readings = {
        name: reading
        for name in ranker.features
        if (reading := FEATURES[name].read(case)) is not None
    }
    score, weights = ranker.score({name: value for name, (value, _) in readings.items()})
    features = tuple(
        FeatureValue(name, FEATURES[name].label, value, reason, weights[name])
        for name, (value, reason) in readings.items()
    )
    return Recommendation(
        partner=case.partner.enterprise,
        score=round(score, 6),
        features=features,
        paths=_shown(case.paths),
        district=case.partner.district,
        district_en=case.partner.district_en,
        is_known=bool(case.known),
    )


def _shown(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    return paths[:PATHS_SHOWN]
