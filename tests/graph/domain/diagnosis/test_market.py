import pytest

from graph.domain.diagnosis.market import Basis, Making, divide, fuller, read_capacity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年产 6.2 万台", (62_000.0, "台")),
        ("年产 4,800 吨", (4_800.0, "吨")),
        ("年产 1.5 亿片", (150_000_000.0, "片")),
        ("年产 12 GWh", (12_000.0, "MWh")),
        ("集成 800 MWh", (800.0, "MWh")),
        ("年产 0 台", None),
        ("暂停", None),
        ("", None),
    ],
)
def test_a_capacity_is_read_with_its_unit(text: str, expected: tuple[float, str] | None) -> None:
    assert read_capacity(text) == expected


def test_capacities_in_one_unit_make_the_shares() -> None:
    """6,000 : 3,000 : 1,000 is 60, 30 and 10 %: 3,600 + 900 + 100 = 4,600."""
    market = divide(
        [
            Making("a", 0.1, "年产 0.6 万台"),
            Making("b", 0.9, "年产 3000 台"),
            Making("c", 0.5, "年产 1,000 台"),
        ]
    )
    assert (market.basis, market.hhi) == (Basis.CAPACITY, 4_600)


def test_estimated_sales_follow_where_units_differ() -> None:
    """0.5 of a large one is 20,000, 1.0 of a medium one 2,000: 10/11 and 1/11; 8,347."""
    market = divide(
        [Making("a", 0.5, "年产 5 万台", "large"), Making("b", 1.0, "年产 5 万吨", "medium")]
    )
    assert (market.basis, market.hhi) == (Basis.SALES, 8_347)
    assert market.shares == {"a": pytest.approx(10 / 11), "b": pytest.approx(1 / 11)}


def test_who_does_not_tell_is_left_out_where_four_in_five_tell() -> None:
    told = [Making(code, None, "年产 100 台") for code in "abcd"]
    market = divide([*told, Making("e")])
    assert (market.basis, market.hhi, len(market.shares), market.makers) == (
        Basis.CAPACITY,
        2_500,
        4,
        5,
    )
    even = divide([*told[:3], Making("e")])
    assert (even.basis, even.hhi, len(even.shares)) == (Basis.EQUAL, 2_500, 4)


def test_one_maker_has_it_all_and_none_has_no_index() -> None:
    assert (divide([Making("a")]).hhi, divide([]).hhi) == (10_000, None)


def test_two_sources_together_tell_more() -> None:
    told = fuller(Making("a", None, "年产 5 台"), Making("a", 0.5, "年产 9 台", "small"))
    assert told == Making("a", 0.5, "年产 5 台", "small")
    assert fuller(None, told) == told
