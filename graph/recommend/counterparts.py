"""Who fits an offer or a need: those with the answering listing, and those the map leads to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.domain.clock import date_text
from graph.domain.enterprise import Enterprise
from graph.domain.listing import Listing, ListingKind
from graph.domain.recommendation import PartnerRole, Path, Place, Wish
from graph.recommend.candidates import scope_of
from graph.recommend.routes import MAKERS, USES, Route
from graph.recommend.walk import Walker
from graph.store import Store
from graph.store.desk import listings
from graph.store.map import chain_nodes
from graph.store.map.profiles import list_profiles, list_region_names

MOST_LISTINGS = 50
ANSWERS = {ListingKind.NEED: ListingKind.OFFER, ListingKind.OFFER: ListingKind.NEED}
ROUTES = {
    ListingKind.NEED: Route("makers of what is needed", (MAKERS,)),
    ListingKind.OFFER: Route("makers of what it goes into", (USES, MAKERS)),
}


@dataclass(frozen=True)
class Counterpart:
    """An enterprise that a listing fits: its own answering listing, the paths that lead to it.

    ``strength`` (0–1) is that of the strongest path.
    """

    enterprise: Enterprise
    district: Place | None
    listing: Listing | None
    paths: tuple[Path, ...]
    strength: float


def find_counterparts(
    store: Store, listing: Listing, *, today: date, top: int
) -> list[Counterpart]:
    """List who can meet a need or use an offer, best first.

    Who has posted the answering listing about the same node, a near or a narrower one comes
    first; then strength of the path decides, then the code.
    """
    answers = _answers(store, listing, today)
    paths = _paths(store, listing, today)
    codes = {*answers, *paths} - {listing.enterprise}
    ranked = sorted(codes, key=lambda code: (code not in answers, -_strength(paths, code), code))
    return list(_described(store, ranked[:top], answers, paths))


def _answers(store: Store, listing: Listing, today: date) -> dict[str, Listing]:
    """Return by enterprise the newest public listing that answers this one."""
    around = (
        *chain_nodes.list_near(store, listing.node),
        *chain_nodes.list_narrower(store, listing.node, at=today),
    )
    found = listings.list_about(
        store,
        [listing.node, *(node.code for node in around)],
        ANSWERS[listing.kind],
        but=listing.enterprise,
        today=today,
        limit=MOST_LISTINGS,
    )
    return {answer.enterprise: answer for answer in reversed(found)}


def _paths(store: Store, listing: Listing, today: date) -> dict[str, list[Path]]:
    wish = Wish(PartnerRole.SUPPLIER, date_text(today))
    start = Place(listing.node, listing.node_name, listing.node_name_en)
    by_end: dict[str, list[Path]] = {}
    for path in Walker(store, scope_of(wish)).walk(start, ROUTES[listing.kind]):
        by_end.setdefault(path.end.code, []).append(path)
    return by_end


def _strength(paths: dict[str, list[Path]], code: str) -> float:
    return max((path.strength for path in paths.get(code, ())), default=0.0)


def _described(
    store: Store,
    codes: Sequence[str],
    answers: dict[str, Listing],
    paths: dict[str, list[Path]],
) -> Iterable[Counterpart]:
    profiles = list_profiles(store, codes)
    regions = {profiles[code].enterprise.region for code in codes} - {""}
    districts = list_region_names(store, sorted(regions))
    for code in codes:
        enterprise = profiles[code].enterprise
        yield Counterpart(
            enterprise,
            districts.get(enterprise.region),
            answers.get(code),
            tuple(paths.get(code, ())),
            _strength(paths, code),
        )
