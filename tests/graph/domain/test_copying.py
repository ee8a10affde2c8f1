from graph.domain.copying import Copy, Tally, at_rest, differing, read_copy

A = {"code": "甲", "share": 1.0}
B = ["a", "b", {"source": "ckg"}]


def test_a_tally_does_not_depend_on_the_order() -> None:
    whole = Tally().plus([A, B])
    assert whole == Tally().plus([B]).plus([dict(reversed(A.items()))])
    assert whole.rows == 2


def test_a_doubled_row_and_another_type_show() -> None:
    once = Tally().plus([A])
    assert once.plus([A, A]).checksum != once.checksum
    assert Tally().plus([{**A, "share": 1}]) != once
    assert Tally().plus([{**A, "share": True}]) != once


def test_a_null_says_nothing() -> None:
    assert at_rest("Region", {"code": "1", "level": None}) == {"code": "1"}


def test_a_mark_is_read_back() -> None:
    mark = Copy("一", "2026", {"Region": 2}).after("Region", keys=1, rows=[A])
    assert read_copy(mark.to_text()) == mark
    assert read_copy(mark.finished("2027").to_text()).finished_at == "2027"
    assert (mark.rows, mark.of("Chain").keys) == (1, 0)


def test_parts_that_differ_are_named() -> None:
    one, other = Tally().plus([A]), Tally().plus([B])
    assert differing({"a": one, "b": one, "c": Tally()}, {"a": one, "b": other}) == ["b"]
