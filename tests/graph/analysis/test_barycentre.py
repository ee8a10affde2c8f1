from graph.analysis.barycentre import ordered


def test_what_is_linked_stands_side_by_side() -> None:
    links = [("a", "z"), ("b", "y"), ("c", "x")]
    assert ordered({0: ["a", "b", "c"], 1: ["x", "y", "z"]}, links) == {
        0: ["c", "b", "a"],
        1: ["x", "y", "z"],
    }
