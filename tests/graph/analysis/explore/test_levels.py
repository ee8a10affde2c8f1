from graph.analysis.explore.levels import (
    levels_around,
    levels_of_chain,
    stage_of_level,
    trophic_levels,
)


def test_stages_follow_one_another_and_split_by_supply() -> None:
    stages = {"ore": "upstream", "steel": "upstream", "pump": "midstream", "digger": "downstream"}
    pairs = [("ore", "steel"), ("steel", "pump"), ("pump", "digger")]
    assert levels_of_chain(stages, pairs) == {"ore": 0, "steel": 1, "pump": 2, "digger": 3}


def test_a_missing_stage_leaves_no_column_empty() -> None:
    assert levels_of_chain({"ore": "upstream", "digger": "downstream"}, []) == {
        "ore": 0,
        "digger": 1,
    }


def test_a_circle_within_a_stage_shares_a_column() -> None:
    stages = dict.fromkeys(("a", "b", "c"), "midstream")
    assert levels_of_chain(stages, [("a", "b"), ("b", "a"), ("b", "c")]) == {
        "a": 0,
        "b": 0,
        "c": 1,
    }


def test_around_a_centre_the_furthest_upstream_is_first() -> None:
    assert levels_around({"centre": 0, "up": -2, "down": 1}) == {"centre": 2, "up": 0, "down": 3}


def test_trophic_levels_of_a_line_count_up_and_survive_circles() -> None:
    assert trophic_levels(["a", "b", "c"], [("a", "b"), ("b", "c")]) == {"a": 0, "b": 1, "c": 2}
    assert trophic_levels(["a", "b"], [("a", "b"), ("b", "a")]) == {"a": 0, "b": 0}
    assert trophic_levels(["alone"], []) == {"alone": 0}


def test_thirds_of_the_columns_are_stages() -> None:
    assert [stage_of_level(level, 5) for level in range(6)] == [
        "upstream",
        "upstream",
        "midstream",
        "midstream",
        "downstream",
        "downstream",
    ]
