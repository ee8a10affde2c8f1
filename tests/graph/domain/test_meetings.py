from dataclasses import replace

from graph.domain.conference.meetings import MeetingState, keep_done, make_meeting

HELD = replace(make_meeting("a", "b", "s1", "t1"), state=MeetingState.HELD)
MISSED = replace(make_meeting("c", "d", "s1", "t2"), state=MeetingState.NO_SHOW)
PLANNED = make_meeting("e", "f", "s1", "t3")


def test_a_plan_leaves_what_has_happened_as_it_is() -> None:
    older = [make_meeting("a", "b", "s2", "t1"), make_meeting("c", "d", "s1", "t2"), PLANNED]
    assert keep_done(older, [HELD, MISSED]) == [HELD, MISSED, PLANNED]


def test_a_plan_gives_way_to_what_was_held_and_may_take_the_place_of_what_was_missed() -> None:
    in_the_way = [make_meeting("a", "x", "s1", "t9"), make_meeting("y", "z", "s1", "t1")]
    instead = make_meeting("c", "g", "s1", "t2")
    assert keep_done([*in_the_way, instead], [HELD, MISSED]) == [HELD, MISSED, instead]


def test_what_an_older_version_calls_held_is_open_again_where_that_was_taken_back() -> None:
    assert keep_done([HELD], [replace(HELD, state=MeetingState.PLANNED)]) == [
        replace(HELD, state=MeetingState.PLANNED)
    ]
