import pytest

from graph.domain.conference.conference import PartyGroup, ThemedSession
from graph.domain.conference.meetings import Meeting, compare, make_meeting
from graph.domain.conference.parties import Party, cap_of, may_meet
from graph.domain.conference.phases import Phase, check_step, earlier, next_phase
from graph.domain.conference.slots import (
    Hours,
    breaks_text,
    derive_slots,
    list_days,
    parse_breaks,
    parse_time,
)
from graph.errors import BadInput, Conflict


def test_slots_leave_breaks_and_change_over_free() -> None:
    hours = Hours(parse_time("9:00"), parse_time("11:00"), parse_breaks("9:50-10:05"), 20, 5)
    slots = derive_slots("c", ["2026-12-01"], hours)
    assert [(each.starts, each.ends) for each in slots] == [
        ("09:00", "09:20"),
        ("09:25", "09:45"),
        ("10:05", "10:25"),
        ("10:30", "10:50"),
    ]
    assert slots[0].id == "c/2026-12-01T09:00"


def test_each_day_has_its_slots() -> None:
    slots = derive_slots("c", list_days("2026-11-30", "2026-12-01"), Hours(540, 580))
    assert [each.moment for each in slots] == ["2026-11-30T09:00", "2026-12-01T09:00"]


def test_breaks_are_read_as_people_write_them() -> None:
    assert breaks_text(parse_breaks("15:30至15:45，12：00 — 13:30")) == "12:00-13:30，15:30-15:45"
    assert parse_breaks("") == ()


@pytest.mark.parametrize("text", ["12", "13:00-12:00", "12:00-25:00", "a-b"])
def test_a_break_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_breaks(text)


def test_times_without_room_for_a_meeting_are_refused() -> None:
    with pytest.raises(BadInput):
        derive_slots("c", ["2026-12-01"], Hours(540, 550))
    with pytest.raises(BadInput):
        list_days("2026-12-02", "2026-12-01")


def test_phases_go_forward_step_by_step_and_back_with_a_reason() -> None:
    assert next_phase(Phase.FOLLOWED_UP) is None
    assert earlier(Phase.CLOSED) == (Phase.PROFILES, Phase.WISHES)
    check_step(Phase.PROFILES, Phase.WISHES, "")
    check_step(Phase.CLOSED, Phase.PROFILES, "补充企业")
    with pytest.raises(Conflict):
        check_step(Phase.PROFILES, Phase.CLOSED, "")
    with pytest.raises(BadInput):
        check_step(Phase.CLOSED, Phase.WISHES, " ")
    with pytest.raises(Conflict):
        check_step(Phase.REVIEW, Phase.PUBLISHED, "")


def test_who_may_meet_whom() -> None:
    groups = {"s": PartyGroup("s", "供", 3, ("b",)), "b": PartyGroup("b", "需")}
    seller = Party("1", "c", "e1", "s", "t")
    buyer = Party("2", "c", "e2", "b", "t")
    assert may_meet(seller, buyer, groups) is True
    assert may_meet(buyer, seller, groups) is True
    assert may_meet(seller, Party("3", "c", "e3", "s", "t"), groups) is False
    assert may_meet(seller, Party("4", "c", "e4", "b", "other"), groups) is False
    assert [cap_of(seller, groups["s"], 8), cap_of(buyer, groups["b"], 8)] == [3, 8]


def test_sessions_overlap_where_both_are_on() -> None:
    morning = ThemedSession("1", "上午", "h", ends="2026-12-01T12:00")
    noon = ThemedSession("2", "下午", "h", starts="2026-12-01T12:00")
    assert morning.overlaps(noon) is False
    assert morning.overlaps(ThemedSession("3", "全天", "h")) is True
    assert (morning.holds("2026-12-01T11:40"), noon.holds("2026-12-01T11:40")) == (True, False)


def test_what_changed_between_two_timetables() -> None:
    stays = Meeting("a", "b", "s1", "t1")
    goes, moves = Meeting("c", "d", "s1", "t2"), Meeting("a", "e", "s2", "t1")
    moved = Meeting("a", "e", "s3", "t1")
    comes = make_meeting("z", "f", "s1", "t3")
    found = compare([stays, goes, moves], [stays, moved, comes])
    assert (found.added, found.removed, found.moved) == ((comes,), (goes,), ((moves, moved),))
    assert found.affected == {"a", "e", "c", "d", "f", "z"}
    assert found.count == 3
