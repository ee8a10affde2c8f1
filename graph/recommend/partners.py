"""The second stage and the whole: rank the candidates and say why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as Folder

from graph.domain.recommendation import (
    FeatureValue,
    Place,
    RankedList,
    Recommendation,
    Wish,
)
from graph.recommend.asking import find_asker, list_cases
from graph.recommend.case import Case, Reading
from graph.recommend.diversity import spread_out
from graph.recommend.features import FEATURES, read_all
from graph.recommend.newcomers import let_in, turn_of
from graph.recommend.ranking import Ranker, Weights
from graph.recommend.registry import find_ranker
from graph.store import Store
from graph.store.map.ownership import owners_of_named
from graph.store.map.profiles import list_region_names

PATHS_SHOWN = 3


@dataclass(frozen=True)
class _Ranked:
    """A candidate with its score; the reasons are written out for those who are shown."""

    case: Case
    readings: Mapping[str, Reading]
    score: float
    weights: Weights

    @property
    def code(self) -> str:
        return self.case.partner.enterprise.code


def recommend(
    store: Store, code: str, wish: Wish, *, version: str = "", models: Folder | None = None
) -> RankedList:
    """Recommend partners to an enterprise, best first, each with score, features and paths.

    ``models`` is the folder of trained rankers. Raises NotFound for an unknown enterprise or
    version.
    """
    ranker = find_ranker(version, models)
    asker = find_asker(store, code, wish)
    left_out = frozenset(asker.known if wish.exclude_known else ()) | asker.dismissed
    cases = list_cases(store, asker, wish.role, left_out=left_out)
    order, guests = _ordered(store, _ranked(cases, ranker), code, wish)
    return RankedList(
        asker.profile.enterprise,
        tuple(_placed(store, order, guests, wish)),
        ranker.version,
        products=tuple(Place(hop.end, hop.name, hop.name_en) for hop in asker.products),
        has_industry=bool(asker.profile.summary.industries),
        has_trades=bool(asker.known),
        total=len(order),
    )


def _ranked(cases: Sequence[Case], ranker: Ranker) -> list[_Ranked]:
    """Order by score; of equal ones, those of whom more products are known, then by code."""
    found = []
    for case, readings in zip(cases, read_all(cases, ranker.features), strict=True):
        score, weights = ranker.score({name: value for name, (value, _) in readings.items()})
        found.append(_Ranked(case, readings, round(score, 6), weights))
    found.sort(
        key=lambda each: (-each.score, -len(each.case.partner.summary.main_products), each.code)
    )
    return found


def _ordered(
    store: Store, ranked: list[_Ranked], asker: str, wish: Wish
) -> tuple[list[_Ranked], frozenset[str]]:
    """Spread out who shares a place or an owner, and let newcomers in; say who they are."""
    names = {each.code: each.case.partner.enterprise.name for each in ranked}
    owners = owners_of_named(store, names, at=wish.at)
    order = spread_out(
        ranked,
        lambda each: {each.case.paths[0].meeting_place.code, *owners.get(each.code, ())},
        limit=wish.most,
    )
    order, guests = let_in(
        order,
        is_new=lambda each: not each.case.partner.said and not each.case.known,
        score=lambda each: each.score,
        turn=lambda each: turn_of(asker, each.code, wish.at),
    )
    return order, frozenset(each.code for each in guests)


def _placed(
    store: Store, order: list[_Ranked], guests: frozenset[str], wish: Wish
) -> Iterable[Recommendation]:
    """Number those asked for, name the districts they are in and write out why."""
    chosen = order[wish.skip : wish.skip + wish.top]
    wanted = {each.case.partner.enterprise.region for each in chosen} - {""}
    regions = list_region_names(store, sorted(wanted))
    for rank, each in enumerate(chosen, wish.skip + 1):
        district = regions.get(each.case.partner.enterprise.region)
        yield replace(
            _explained(each),
            rank=rank,
            district=district.name if district else "",
            district_en=district.name_en if district else "",
            is_newcomer=each.code in guests,
        )


def _explained(ranked: _Ranked) -> Recommendation:
    features = tuple(
        FeatureValue(name, FEATURES[name].label, value, reason, ranked.weights[name])
        for name, (value, reason) in ranked.readings.items()
    )
    return Recommendation(
        partner=ranked.case.partner.enterprise,
        score=ranked.score,
        features=features,
        paths=ranked.case.paths[:PATHS_SHOWN],
        is_known=bool(ranked.case.known),
    )
