"""The enterprise that asks, and its candidates as cases for a ranker's features."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.domain.recommendation import PartnerRole, Path, Place, PlaceKind, Wish
from graph.errors import NotFound
from graph.naming.generic import is_telling
from graph.recommend.candidates import Candidate, find_candidates, independent_paths, scope_of
from graph.recommend.case import Case
from graph.recommend.ours import Ours
from graph.recommend.routes import DOWNSTREAM, INDUSTRIES, PRODUCTS, UPSTREAM
from graph.recommend.walk import Walker
from graph.store import Store
from graph.store.map.industry_flows import list_flows
from graph.store.map.partners import Hop, find_past
from graph.store.map.profiles import Profile, list_profiles

KNOWN_PARTNERS = 1000
_LINKED_BY = {PartnerRole.SUPPLIER: UPSTREAM, PartnerRole.CUSTOMER: DOWNSTREAM}


@dataclass(frozen=True)
class Asker:
    """The enterprise that asks, with all that candidates are compared to."""

    profile: Profile
    walker: Walker
    products: tuple[Hop, ...]
    known: Mapping[str, set[str]]
    dismissed: frozenset[str] = frozenset()

    @property
    def place(self) -> Place:
        """Where its paths start."""
        enterprise = self.profile.enterprise
        return Place(enterprise.code, enterprise.name, enterprise.name_en, PlaceKind.ENTERPRISE)


def find_asker(store: Store, code: str, wish: Wish) -> Asker:
    """Read what is known of the enterprise that asks. Raises NotFound."""
    profile = list_profiles(store, [code]).get(code)
    if profile is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    walker = Walker(store, scope_of(wish))
    products = tuple(hop for hop in walker.hops(PRODUCTS, [code]) if is_telling(hop.name))
    past = find_past(store, code, at=wish.at, limit=KNOWN_PARTNERS)
    return Asker(profile, walker, products, past.known, past.dismissed)


def list_cases(
    store: Store, asker: Asker, role: PartnerRole, *, left_out: frozenset[str] = frozenset()
) -> list[Case]:
    """List the candidates for a role, each with the paths to it and what it is compared to."""
    found = find_candidates(
        asker.walker,
        asker.place,
        Ours(role, asker.products),
        left_out=left_out,
        has_traded=bool(asker.known),
    )
    return list(_cases(store, asker, found, role))


def _cases(
    store: Store, asker: Asker, candidates: list[Candidate], role: PartnerRole
) -> Iterator[Case]:
    profiles = list_profiles(store, [candidate.code for candidate in candidates])
    linked = _linked_industries(asker, role)
    flows = _flows(store, asker, role)
    for candidate in candidates:
        yield Case(
            role=role,
            asker=asker.profile,
            partner=profiles[candidate.code],
            paths=tuple(independent_paths(candidate.paths)),
            origins=len({_origin(path) for path in candidate.paths}),
            linked=linked,
            flows=flows,
            known=frozenset(asker.known.get(candidate.code, ())),
            asker_trades=bool(asker.known),
        )


def _origin(path: Path) -> str:
    """Return the asker's product or partner that a path leaves from, or the peer it borrows."""
    place = 1 if path.first_place.kind == PlaceKind.INDUSTRY and len(path.steps) > 1 else 0
    return path.steps[place].end.code


def _linked_industries(asker: Asker, role: PartnerRole) -> dict[str, Hop]:
    """Return the industries on the partner's side of the asker's own, by code."""
    own = asker.walker.hops(INDUSTRIES, [asker.place.code])
    leg = _LINKED_BY.get(role)
    found = own if leg is None else asker.walker.hops(leg, [hop.end for hop in own])
    return {hop.end: hop for hop in found}


def _flows(store: Store, asker: Asker, role: PartnerRole) -> dict[str, float] | None:
    """Return the industries that the map's names lead to from the asker's own, with their lift."""
    if role not in _LINKED_BY:
        return None
    found: dict[str, float] = {}
    for flows in list_flows(store, asker.profile.summary.industries):
        side = flows.suppliers if role == PartnerRole.SUPPLIER else flows.customers
        for code, lift in side.items():
            found[code] = max(lift, found.get(code, 0.0))
    return found or None
