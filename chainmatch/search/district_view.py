"""The present search on the schematic map: how many of its enterprises stand in each district."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from chainmatch.i18n import pick
from chainmatch.search.filters import CITY_ENDS, PROVINCE_ENDS
from graph.domain.districts import DistrictMap, draw
from graph.domain.search import Facet, Wanted
from graph.search import search
from graph.store import Store
from graph.store.profiles import list_region_names

MOST_AREAS = 60


@dataclass(frozen=True)
class DistrictView:
    """``elsewhere`` are enterprises of no district, or of one past the first 60."""

    drawn: DistrictMap
    names: Mapping[str, str]
    total: int
    elsewhere: int


def show_districts(store: Store, wanted: Wanted, *, at: str) -> DistrictView:
    """Count a search by district; a city of which no district is told stands for itself."""
    others = {facet: told for facet, told in wanted.selection.items() if facet != Facet.REGION}
    result = search(store, replace(wanted, selection=others), at=at)
    counts = _innermost(result.counts[Facet.REGION])
    drawn = draw(counts)
    found = list_region_names(store, [area.code for area in drawn.areas])
    names = {code: pick(place.name, place.name_en) for code, place in found.items()}
    total = len(result.entries)
    return DistrictView(drawn, names, total, max(0, total - sum(counts.values())))


def _innermost(counts: Mapping[str, int]) -> dict[str, int]:
    """Keep the regions that hold no smaller one, the most frequent first."""
    codes = [code for code in counts if code.isdecimal()]
    filled = {code[:4] + CITY_ENDS for code in codes if not code.endswith(CITY_ENDS)}
    filled |= {code[:2] + PROVINCE_ENDS for code in codes if not code.endswith(PROVINCE_ENDS)}
    kept = [code for code in codes if code not in filled]
    return {code: counts[code] for code in kept[:MOST_AREAS]}
