from collections.abc import Iterable
from dataclasses import replace

from small_conference import CODE, EDIT, NOON, save_conference, save_parties
from small_ledger import save_project
from small_request import BEN, SHOWN, A, B, accept, save_two, send, take

from graph.domain.conference.meetings import MeetingState, make_meeting
from graph.domain.conference.parties import Party, Wish, WishKind
from graph.domain.feedback import FeedbackKind, Judgement, Shown
from graph.domain.meeting_request import Outcome, Side, Step, StepKind
from graph.store import Store
from graph.store.conference import conferences, parties, timetables
from graph.store.desk.feedback import list_records
from graph.store.desk.pair_outcomes import keep_outcomes, list_judgements

BY = "a@test.example"


def by_asker(said: Iterable[Judgement]) -> list[Judgement]:
    return sorted(said, key=lambda each: (each.asker, each.kind))


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
    wish(store, seller, buyer, WishKind.MUST, "customer")
    asked = Judgement(
        FeedbackKind.REQUESTED, "name:卖1", "name:买1", BY, Shown("customer", "rules-3", 4)
    )
    slot = conferences.list_slots(store, CODE)[0]
    meeting = make_meeting(seller.id, buyer.id, slot.id, "h1/1")
    timetables.change_timetable(store, CODE, lambda _: [meeting], EDIT, at=NOON)
    assert (keep_outcomes(store, at=NOON), list_judgements(store)) == (0, [asked])
    timetables.save_state(store, CODE, meeting.id, MeetingState.HELD)
    assert [keep_outcomes(store, at=NOON) for _ in range(2)] == [2, 0]
    assert by_asker(list_records(store)) == [
        Judgement(FeedbackKind.MET, "name:买1", "name:卖1", by=""),
        Judgement(FeedbackKind.MET, "name:卖1", "name:买1", "", Shown("customer", "rules-3", 4)),
    ]
    timetables.save_state(store, CODE, meeting.id, MeetingState.NO_SHOW)
    assert (keep_outcomes(store, at=NOON), list_judgements(store)) == (2, [asked])


def test_talks_and_agreements_of_requests_count_where_the_partner_was_shown(store: Store) -> None:
    save_two(store)
    asked = accept(store, send(store))
    assert keep_outcomes(store, at=NOON) == 0
    told = Step(StepKind.OUTCOME, Side.PARTNER, BEN, choice=Outcome.TALKS)
    talked = take(store, asked, told)
    assert keep_outcomes(store, at=NOON) == 2
    agreed = take(store, talked, replace(told, side=Side.ASKER, choice=Outcome.AGREEMENT))
    assert keep_outcomes(store, at=NOON) == 2
    kinds = FeedbackKind.MET, FeedbackKind.SIGNED
    assert by_asker(each for each in list_records(store) if each.kind in kinds) == [
        *(Judgement(kind, B.code, A.code, "") for kind in kinds),
        *(Judgement(kind, A.code, B.code, "", SHOWN) for kind in kinds),
    ]
    lost = take(store, agreed, replace(told, side=Side.ASKER, choice=Outcome.NO_CONTACT))
    take(store, lost, replace(told, choice=Outcome.CONTACT))
    assert keep_outcomes(store, at=NOON) == 4
    assert [each.kind for each in list_records(store)] == [FeedbackKind.REQUESTED]


def test_those_who_signed_a_project_signed_with_one_another(store: Store) -> None:
    save_project(store)
    assert keep_outcomes(store, at=NOON) == 2
    assert by_asker(list_judgements(store)) == [
        Judgement(FeedbackKind.SIGNED, "name:乙", "name:甲", by=""),
        Judgement(FeedbackKind.SIGNED, "name:甲", "name:乙", by=""),
    ]
