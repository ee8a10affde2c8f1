"""The filters beside the results: values with counts, what is chosen always among them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chainmatch.i18n import pick
from chainmatch.rooms.search.labels import VALUES, value_name
from graph.domain.recommendation import Place
from graph.domain.search import Facet
from graph.search import Result

SHOWN_AT_ONCE = 8
PROVINCE_ENDS, CITY_ENDS = "0000", "00"
"""How the six digits of a province and of a city end (GB/T 2260)."""


@dataclass(frozen=True)
class Value:
    """A value to tick: how many results have it; ``depth`` sets a city in under its province."""

    value: str
    name: str
    count: int
    is_chosen: bool = False
    depth: int = 0


@dataclass(frozen=True)
class Filter:
    """The values of one facet; those past the first few are unfolded on request."""

    facet: Facet
    values: tuple[Value, ...]

    @property
    def chosen(self) -> tuple[Value, ...]:
        """The values that are ticked."""
        return tuple(value for value in self.values if value.is_chosen)

    @property
    def first(self) -> tuple[Value, ...]:
        """The values shown at once: the first few."""
        return self.values[:SHOWN_AT_ONCE]

    @property
    def rest(self) -> tuple[Value, ...]:
        """The values behind."""
        return self.values[SHOWN_AT_ONCE:]

    @property
    def is_rest_chosen(self) -> bool:
        """Whether one of the values behind is ticked, so that they must be seen."""
        return any(value.is_chosen for value in self.rest)


def find_filters(result: Result, names: Mapping[str, Place]) -> tuple[Filter, ...]:
    """Return the filters that have something to choose between or are in use."""
    filters = (Filter(facet, tuple(_values(result, facet, names))) for facet in Facet)
    return tuple(each for each in filters if each.values)


def _values(result: Result, facet: Facet, names: Mapping[str, Place]) -> Iterator[Value]:
    counts = result.counts[facet]
    chosen = result.wanted.selection.get(facet, frozenset())
    for value in _in_order(facet, {**counts, **dict.fromkeys(sorted(chosen - counts.keys()), 0)}):
        place = names.get(value)
        yield Value(
            value=value,
            name=pick(place.name, place.name_en) if place else value_name(facet, value),
            count=counts.get(value, 0),
            is_chosen=value in chosen,
            depth=_depth(value) if facet == Facet.REGION else 0,
        )


def _in_order(facet: Facet, counts: Mapping[str, int]) -> list[str]:
    """Stages and sizes by their own order, regions as a tree, all else the most frequent first."""
    if facet in VALUES:
        known = [value for value in VALUES[facet] if value in counts]
        return [*known, *(value for value in counts if value not in known)]
    if facet == Facet.REGION:
        return sorted(
            counts, key=lambda region: [(-counts.get(each, 0), each) for each in _path(region)]
        )
    return list(counts)


def _path(region: str) -> list[str]:
    """List a region's province, its city and itself, as its digits tell them."""
    if not region.isdecimal():
        return [region]
    whole = (region[:2] + PROVINCE_ENDS, region[:4] + CITY_ENDS, region)
    return list(dict.fromkeys(whole))


def _depth(region: str) -> int:
    if not region.isdecimal() or region.endswith(PROVINCE_ENDS):
        return 0
    return 1 if region.endswith(CITY_ENDS) else 2
