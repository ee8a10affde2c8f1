from graph.recommend.newcomers import let_in, turn_of

NINE = [(f"老{number}", 0.9) for number in range(10)]


def let(items: list[tuple[str, float]], turn: str = "") -> tuple[list[str], list[str]]:
    order, guests = let_in(
        items,
        is_new=lambda each: each[0].startswith("新"),
        score=lambda each: each[1],
        turn=lambda each: each[0] + turn,
    )
    return [name for name, _ in order], [name for name, _ in guests]


def test_the_tenth_place_goes_to_a_newcomer() -> None:
    order, guests = let([*NINE, ("老10", 0.8), ("新", 0.7)])
    assert (order[9], order[10], guests) == ("新", "老9", ["新"])


def test_who_is_far_too_weak_is_not_let_in() -> None:
    order, guests = let([*NINE, ("新", 0.5)])
    assert (order[9], guests) == ("老9", [])


def test_a_newcomer_that_earned_the_place_keeps_it() -> None:
    order, guests = let([*NINE[:9], ("新", 0.9), ("新2", 0.8)])
    assert (order[9], guests) == ("新", [])


def test_every_newcomer_comes_up_in_time() -> None:
    newcomers = [(f"新{number}", 0.8) for number in range(4)]
    seen = {let([*NINE, *newcomers], turn=str(week))[1][0] for week in range(40)}
    assert seen == {"新0", "新1", "新2", "新3"}


def test_a_turn_lasts_a_week() -> None:
    monday, sunday, next_monday = "2026-06-29", "2026-07-05", "2026-07-06"
    assert turn_of("a", "b", monday) == turn_of("a", "b", sunday)
    assert turn_of("a", "b", monday) != turn_of("a", "b", next_monday)
