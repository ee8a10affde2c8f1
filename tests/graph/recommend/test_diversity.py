from graph.recommend.diversity import spread_out


def test_of_ten_in_a_row_at_most_three_bear_one_mark() -> None:
    ranked = [f"a{number}" for number in range(6)] + ["b0", "c0"]
    order = spread_out(ranked, lambda each: {each[0]}, limit=8)
    assert order == ["a0", "a1", "a2", "b0", "c0", "a3", "a4", "a5"]


def test_an_owner_is_spread_out_though_the_places_differ() -> None:
    owners = {"a": "集团", "b": "集团", "c": "集团", "d": "集团", "e": "别家"}
    order = spread_out("abcde", lambda each: {each, owners[each]}, limit=5)
    assert order == ["a", "b", "c", "e", "d"]


def test_no_more_than_asked_for() -> None:
    assert spread_out("abc", lambda each: {each}, limit=2) == ["a", "b"]
