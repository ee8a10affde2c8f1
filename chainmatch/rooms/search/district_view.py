"""The present search on the schematic map: how many of its enterprises stand in each district."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from chainmatch.i18n import pick
from chainmatch.rooms.search.filters import CITY_ENDS, PROVINCE_ENDS
from graph.domain.districts import CHANGSHA, DistrictMap, draw
from graph.domain.search import Facet, Wanted
from graph.search import search
from graph.store import Store
from graph.store.map.profiles import list_region_names

MOST_OTHERS = 30
SHAPED = frozenset(shape.code for shape in CHANGSHA)


@dataclass(frozen=True)
class DistrictView:
    """``drawn`` are the districts of the city, and then the other regions, if there are any.

    ``elsewhere`` are enterprises of no region, or of one past the first 30 others.
    """

    drawn: tuple[DistrictMap, ...]
    names: Mapping[str, str]
    total: int
    elsewhere: int

    @property
    def codes(self) -> list[str]:
        """The regions on the maps."""
        return [area.code for drawn in self.drawn for area in drawn.areas]


def show_districts(store: Store, wanted: Wanted, *, at: str) -> DistrictView:
    """Count a search by district; a city of which no district is told stands for itself."""
    chosen = {facet: told for facet, told in wanted.selection.items() if facet != Facet.REGION}
    result = search(store, replace(wanted, selection=chosen), at=at)
    counts = _innermost(result.counts[Facet.REGION])
    own = {code: number for code, number in counts.items() if code in SHAPED}
    others = dict(islice(((c, n) for c, n in counts.items() if c not in SHAPED), MOST_OTHERS))
    drawn = tuple(draw(each) for each in (own, others) if each)
    found = list_region_names(store, [area.code for each in drawn for area in each.areas])
    names = {code: pick(place.name, place.name_en) for code, place in found.items()}
    left = len(result.entries) - sum(own.values()) - sum(others.values())
    return DistrictView(drawn, names, len(result.entries), max(0, left))


def _innermost(counts: Mapping[str, int]) -> dict[str, int]:
    """Keep the regions that hold no smaller one, the most frequent first."""
    codes = [code for code in counts if code.isdecimal()]
    filled = {code[:4] + CITY_ENDS for code in codes if not code.endswith(CITY_ENDS)}
    filled |= {code[:2] + PROVINCE_ENDS for code in codes if not code.endswith(PROVINCE_ENDS)}
    return {code: counts[code] for code in codes if code not in filled}
