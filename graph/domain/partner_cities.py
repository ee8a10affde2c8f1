"""Which cities are near enough to work with: those of the same province, and those around."""

from collections.abc import Iterable

from graph.domain.centres import centre_of
from graph.domain.location import distance_km

NEAR_KM = 300
"""About the reach of a lorry that comes back the same day."""
PROVINCE, CITY = 2, 4
"""How many digits of a GB/T 2260 code name the province, and the city."""
CODE_LENGTH = 6


def city_of(region: str) -> str:
    """Return the city that a district lies in; a city, a province or an unknown code as it is."""
    is_district = region.isdecimal() and len(region) == CODE_LENGTH and region[CITY:] != "00"
    return region[:CITY] + "00" if is_district else region


def partner_cities(home: str, cities: Iterable[str]) -> frozenset[str]:
    """Choose, of these cities, those of home's province and those within NEAR_KM of it."""
    city = city_of(home)
    return frozenset(each for each in cities if each != city and _is_near(city, each))


def _is_near(home: str, other: str) -> bool:
    if home[:PROVINCE] == other[:PROVINCE]:
        return True
    here, there = centre_of(home), centre_of(other)
    return bool(here and there and distance_km(here, there) <= NEAR_KM)
