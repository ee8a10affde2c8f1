import pytest

from graph.domain.partner_cities import city_of, partner_cities


@pytest.mark.parametrize(
    ("region", "city"),
    [("430121", "430100"), ("430100", "430100"), ("430000", "430000"), ("", ""), ("x1", "x1")],
)
def test_the_city_of_a_region(region: str, city: str) -> None:
    assert city_of(region) == city


def test_partners_are_of_the_province_or_within_reach() -> None:
    """Changsha: 怀化 is of the province, 南昌 289 km and 武汉 291 km away; 广州 is too far."""
    cities = ["430100", "431200", "360100", "420100", "440100"]
    assert partner_cities("430121", cities) == {"431200", "360100", "420100"}
