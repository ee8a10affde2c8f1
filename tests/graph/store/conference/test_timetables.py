from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest
from small_conference import CODE, EDIT, NOON, save_conference, save_parties

from graph.domain.conference.meetings import Meeting, make_meeting
from graph.domain.conference.phases import Phase
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.conference import conferences, timetables

COUNT_BOOKINGS = "MATCH (b:Booking) RETURN count(b) AS bookings"
TWICE = """
MATCH (b:Booking) WITH b.holder AS holder, b.slot AS slot, count(*) AS times WHERE times > 1
RETURN holder, slot
"""


def slot_ids(store: Store) -> list[str]:
    return [slot.id for slot in conferences.list_slots(store, CODE)]


def table(number: int) -> str:
    return f"h1/{number}"


def test_a_timetable_is_replaced_whole_and_kept_as_a_version(store: Store) -> None:
    save_conference(store)
    (a, b), (x, y) = save_parties(store, sellers=2, buyers=2)
    one, two = slot_ids(store)[:2]
    first = [make_meeting(a.id, x.id, one, table(1)), make_meeting(b.id, y.id, one, table(2))]
    made = timetables.change_timetable(store, CODE, lambda _: first, EDIT, at=NOON)
    assert (made.number, {each.id for each in made.meetings}) == (1, {each.id for each in first})
    swapped = [make_meeting(a.id, y.id, one, table(1)), make_meeting(b.id, y.id, two, table(2))]
    timetables.change_timetable(store, CODE, lambda _: swapped, EDIT, at=NOON, based_on=1)
    assert set(timetables.list_meetings(store, CODE)) == set(swapped)
    assert store.read(COUNT_BOOKINGS) == [{"bookings": 6}]
    assert set(timetables.find_version(store, CODE, 1).meetings) == set(first)
    numbers = [each.number for each in timetables.list_versions(store, CODE, skip=0, limit=9)]
    assert numbers == [2, 1]


def test_two_meetings_may_swap_their_places(store: Store) -> None:
    save_conference(store)
    (a, b), (x, y) = save_parties(store, sellers=2, buyers=2)
    one, two = slot_ids(store)[:2]
    first = [make_meeting(a.id, x.id, one, table(1)), make_meeting(a.id, y.id, two, table(1))]
    timetables.change_timetable(store, CODE, lambda _: first, EDIT, at=NOON)
    second = [make_meeting(a.id, x.id, two, table(1)), make_meeting(a.id, y.id, one, table(1))]
    timetables.change_timetable(store, CODE, lambda _: second, EDIT, at=NOON)
    assert set(timetables.list_meetings(store, CODE)) == set(second)
    assert b.id not in {each.a for each in second}


def test_nothing_is_changed_where_somebody_would_be_in_two_places(store: Store) -> None:
    save_conference(store)
    (a, b), (x, _) = save_parties(store, sellers=2, buyers=2)
    one = slot_ids(store)[0]
    good = [make_meeting(a.id, x.id, one, table(1))]
    timetables.change_timetable(store, CODE, lambda _: good, EDIT, at=NOON)
    bad = [*good, make_meeting(b.id, x.id, one, table(2))]
    with pytest.raises(Conflict, match="刚刚被别人占用"):
        timetables.change_timetable(store, CODE, lambda _: bad, EDIT, at=NOON)
    assert timetables.list_meetings(store, CODE) == tuple(good)
    assert conferences.find_conference(store, CODE).latest == 1


def test_a_change_of_an_older_version_is_refused(store: Store) -> None:
    save_conference(store)
    timetables.change_timetable(store, CODE, lambda _: [], EDIT, at=NOON)
    with pytest.raises(Conflict, match="已被别人改动"):
        timetables.change_timetable(store, CODE, lambda _: [], EDIT, at=NOON, based_on=0)


def test_only_the_latest_version_is_published(store: Store) -> None:
    save_conference(store)
    timetables.change_timetable(store, CODE, lambda _: [], EDIT, at=NOON)
    with pytest.raises(Conflict):
        timetables.publish(store, CODE, 0, Phase.PUBLISHED, at=NOON)
    timetables.publish(store, CODE, 1, Phase.PUBLISHED, at=NOON)
    found = conferences.find_conference(store, CODE)
    assert (found.published, found.phase) == (1, Phase.PUBLISHED)
    with pytest.raises(NotFound):
        timetables.find_version(store, CODE, 7)


def test_whoever_races_whom_nothing_is_booked_twice(store: Store) -> None:
    """Eight threads, without any lock, want 3 × 3 pairs at 3 tables in 2 slots: 6 fit at most."""
    save_conference(store)
    sellers, buyers = save_parties(store, sellers=3, buyers=3)
    slots = slot_ids(store)[:2]
    wanted = [
        make_meeting(a.id, b.id, slot, table(number))
        for a, b in product(sellers, buyers)
        for slot in slots
        for number in (1, 2, 3)
    ]

    def try_to_book(meeting: Meeting) -> bool:
        try:
            timetables.book(store, CODE, meeting)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(try_to_book, wanted))
    meetings = timetables.list_meetings(store, CODE)
    assert len(meetings) == sum(made)
    assert store.read(COUNT_BOOKINGS) == [{"bookings": 3 * len(meetings)}]
    assert store.read(TWICE) == []
    for slot in slots:
        held = [holder for each in meetings if each.slot == slot for holder in each.holders]
        assert len(held) == len(set(held))


def test_organizers_who_edit_at_once_lose_nothing(store: Store) -> None:
    """Each adds one meeting to what stands; all stay, as versions in a row."""
    save_conference(store)
    sellers, buyers = save_parties(store, sellers=4, buyers=2)
    slots = slot_ids(store)
    wanted = [
        make_meeting(a.id, b.id, slot, table(1))
        for (a, b), slot in zip(product(sellers, buyers), slots, strict=False)
    ]

    def add(meeting: Meeting) -> int:
        made = timetables.change_timetable(
            store, CODE, lambda before: [*before, meeting], EDIT, at=NOON
        )
        return made.number

    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(add, wanted))
    assert sorted(numbers) == list(range(1, len(wanted) + 1))
    assert set(timetables.list_meetings(store, CODE)) == set(wanted)
