"""The second stage and the whole: rank the candidates and say why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.domain.recommendation import (
    FeatureValue,
    PartnerRole,
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
from graph.recommend.features import FEATURES, Case, Reading, read_all
from graph.recommend.ranking import Ranker
from graph.recommend.registry import find_ranker
from graph.recommend.routes import DOWNSTREAM, INDUSTRIES, PRODUCTS, UPSTREAM
from graph.recommend.walk import Walker
from graph.store import Store
from graph.store.feedback import list_dismissed
from graph.store.partners import Hop, list_known_partners
from graph.store.profiles import Profile, list_profiles, list_region_names

PATHS_SHOWN = 3
KNOWN_PARTNERS = 1000
_LINKED_BY = {PartnerRole.SUPPLIER: UPSTREAM, PartnerRole.CUSTOMER: DOWNSTREAM}


def recommend(store: Store, code: str, wish: Wish, *, version: str = "") -> RankedList:
    """Recommend partners to an enterprise, best first, each with score, features and paths.

    Raises NotFound for an unknown enterprise or version.
    """
    ranker = find_ranker(version)
    asker = _find_asker(store, code, wish)
    left_out = frozenset(asker.known if wish.exclude_known else ()) | _dismissed(store, code)
    found = find_candidates(asker.walker, asker.place, wish.role, left_out=left_out)
    cases = list(_cases(store, asker, found, wish.role))
    ranked = _ranked(cases, ranker)
    chosen = spread_out(ranked, limit=wish.top)
    return RankedList(
        asker.profile.enterprise,
        tuple(_placed(store, chosen)),
        ranker.version,
        products=tuple(Place(hop.end, hop.name, hop.name_en) for hop in asker.products),
        has_industry=bool(asker.profile.summary.industries),
        has_trades=bool(asker.known),
    )


def _dismissed(store: Store, code: str) -> frozenset[str]:
    """Return whom the asker does not want to be shown."""
    return frozenset(each.code for each in list_dismissed(store, code))


@dataclass(frozen=True)
class _Asker:
    """The enterprise that asks, with all that candidates are compared to."""

    profile: Profile
    walker: Walker
    products: tuple[Hop, ...]
    known: Mapping[str, set[str]]

    @property
    def place(self) -> Place:
        enterprise = self.profile.enterprise
        return Place(enterprise.code, enterprise.name, enterprise.name_en, PlaceKind.ENTERPRISE)


def _find_asker(store: Store, code: str, wish: Wish) -> _Asker:
    profile = list_profiles(store, [code]).get(code)
    if profile is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    walker = Walker(store, scope_of(wish))
    products = tuple(hop for hop in walker.hops(PRODUCTS, [code]) if is_telling(hop.name))
    known = list_known_partners(store, code, at=wish.at, limit=KNOWN_PARTNERS)
    return _Asker(profile, walker, products, known)


def _cases(
    store: Store, asker: _Asker, candidates: list[Candidate], role: PartnerRole
) -> Iterable[Case]:
    codes = [candidate.code for candidate in candidates]
    profiles = list_profiles(store, codes)
    linked = _linked_industries(asker, role)
    for candidate in candidates:
        yield Case(
            role=role,
            asker=asker.profile,
            partner=profiles[candidate.code],
            paths=tuple(independent_paths(candidate.paths)),
            linked=linked,
            known=frozenset(asker.known.get(candidate.code, ())),
            asker_trades=bool(asker.known),
        )


def _linked_industries(asker: _Asker, role: PartnerRole) -> dict[str, Hop]:
    """Return the industries on the partner's side of the asker's own, by code."""
    own = asker.walker.hops(INDUSTRIES, [asker.place.code])
    leg = _LINKED_BY.get(role)
    found = own if leg is None else asker.walker.hops(leg, [hop.end for hop in own])
    return {hop.end: hop for hop in found}


def _ranked(cases: Sequence[Case], ranker: Ranker) -> list[Recommendation]:
    """Order by score; of equal ones, those of whom more products are known, then by code."""
    known = {
        each.partner.enterprise.code: len(each.partner.summary.main_products) for each in cases
    }
    readings = read_all(cases, ranker.features)
    return sorted(
        (_rank(case, read, ranker) for case, read in zip(cases, readings, strict=True)),
        key=lambda each: (-each.score, -known[each.partner.code], each.partner.code),
    )


def _rank(case: Case, readings: Mapping[str, Reading], ranker: Ranker) -> Recommendation:
    score, weights = ranker.score({name: value for name, (value, _) in readings.items()})
    features = tuple(
        FeatureValue(name, FEATURES[name].label, value, reason, weights[name])
        for name, (value, reason) in readings.items()
    )
    return Recommendation(
        partner=case.partner.enterprise,
        score=round(score, 6),
        features=features,
        paths=case.paths[:PATHS_SHOWN],
        is_known=bool(case.known),
    )


def _placed(store: Store, chosen: list[Recommendation]) -> Iterable[Recommendation]:
    """Number the chosen and name the districts they are in."""
    regions = list_region_names(store, sorted({each.partner.region for each in chosen} - {""}))
    for rank, each in enumerate(chosen, 1):
        district = regions.get(each.partner.region)
        yield replace(
            each,
            rank=rank,
            district=district.name if district else "",
            district_en=district.name_en if district else "",
        )
