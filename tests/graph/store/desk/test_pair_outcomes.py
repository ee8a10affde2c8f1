from small_conference import CODE, EDIT, NOON, save_conference, save_parties
from small_ledger import save_project

from graph.domain.conference.meetings import MeetingState, make_meeting
from graph.domain.conference.parties import Party, Wish, WishKind
from graph.domain.feedback import FeedbackKind, Judgement, Shown
from graph.store import Store
from graph.store.conference import conferences, parties, timetables
from graph.store.desk.pair_outcomes import list_judgements

BY = "a@test.example"


def save_pair(store: Store) -> tuple[Party, Party]:
    save_conference(store)
    (seller,), (buyer,) = save_parties(store, sellers=1, buyers=1)
    return seller, buyer


def wish(store: Store, seller: Party, buyer: Party, kind: WishKind, role: str) -> None:
    shown = {"about": "recommendation", "version": "rules-3", "rank": 4, "role": role}
    parties.save_wish(store, Wish(seller.id, buyer.id, kind, by=BY, **shown), at=NOON)


def test_a_wish_that_came_from_a_list_is_a_request(store: Store) -> None:
    seller, buyer = save_pair(store)
    wish(store, seller, buyer, WishKind.WOULD, "customer")
    assert list_judgements(store) == [
        Judgement(
            FeedbackKind.REQUESTED, "name:卖1", "name:买1", BY, Shown("customer", "rules-3", 4)
        )
    ]
    wish(store, seller, buyer, WishKind.VETO, "customer")
    assert list_judgements(store) == []
    wish(store, seller, buyer, WishKind.MUST, "")
    assert list_judgements(store) == []


def test_a_meeting_counts_once_it_is_held_and_no_longer_when_that_is_taken_back(
    store: Store,
) -> None:
    seller, buyer = save_pair(store)
    slot = conferences.list_slots(store, CODE)[0]
    meeting = make_meeting(seller.id, buyer.id, slot.id, "h1/1")
    timetables.change_timetable(store, CODE, lambda _: [meeting], EDIT, at=NOON)
    assert list_judgements(store) == []
    timetables.save_state(store, CODE, meeting.id, MeetingState.HELD)
    assert list_judgements(store) == [
        Judgement(FeedbackKind.MET, "name:买1", "name:卖1", by=""),
        Judgement(FeedbackKind.MET, "name:卖1", "name:买1", by=""),
    ]
    timetables.save_state(store, CODE, meeting.id, MeetingState.NO_SHOW)
    assert list_judgements(store) == []


def test_those_who_signed_a_project_signed_with_one_another(store: Store) -> None:
    save_project(store)
    assert list_judgements(store) == [
        Judgement(FeedbackKind.SIGNED, "name:乙", "name:甲", by=""),
        Judgement(FeedbackKind.SIGNED, "name:甲", "name:乙", by=""),
    ]
