from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from small_request import (
    ANN,
    BEN,
    NOON,
    SENT,
    SHOWN,
    TERMS,
    TIMES,
    TODAY,
    A,
    B,
    accept,
    news,
    save_two,
    send,
    take,
)

from graph.domain.feedback import FeedbackKind, Judgement
from graph.domain.meeting_request import (
    MeetingRequest,
    Outcome,
    RequestState,
    Side,
    Step,
    StepKind,
    expiry,
    follow,
)
from graph.domain.recommendation import Place
from graph.errors import BadInput, Conflict, NotFound
from graph.store import Store
from graph.store.desk import feedback, requests
from graph.store.desk.requests import ALL, INCOMING, OUTGOING, Lists
from graph.store.post import notices

C = Place("name:丙", "丙")
LATER = TODAY + timedelta(days=15)
COUNTER = Step(StepKind.COUNTERED, Side.PARTNER, BEN, terms=replace(TERMS, way="at-partner"))
DECLINE = Step(StepKind.DECLINED, Side.PARTNER, BEN, choice="no-need", words="暂无计划")
WITHDRAW = Step(StepKind.WITHDRAWN, Side.ASKER, ANN)


def shown(
    store: Store, lists: Lists, code: str, state: str = "", today: object = TODAY
) -> list[str]:
    asked = {"state": state, "today": today}
    found = requests.list_requests(store, lists, code, **asked, skip=0, limit=10)  # type: ignore[arg-type]
    assert requests.count_requests(store, lists, code, **asked) == len(found)  # type: ignore[arg-type]
    return [each.id for each in found]


def test_a_request_is_kept_with_its_step_and_both_sides_see_it(store: Store) -> None:
    save_two(store)
    kept = send(store)
    (step,) = kept.steps
    assert (step.kind, step.side, step.by, step.terms) == (
        StepKind.SENT,
        Side.ASKER,
        ANN,
        TERMS,
    )
    assert replace(kept, steps=(), created_at="", changed_at="") == SENT
    assert shown(store, OUTGOING, A.code) == shown(store, INCOMING, B.code) == [SENT.id]
    assert shown(store, INCOMING, A.code) == shown(store, OUTGOING, B.code) == []
    assert shown(store, ALL, "") == [SENT.id]
    assert requests.count_awaiting(store, B.code, today=TODAY) == 1
    assert requests.count_awaiting(store, A.code, today=TODAY) == 0


def test_the_other_side_is_told_and_the_ranker_learns(store: Store) -> None:
    save_two(store)
    send(store)
    assert notices.count_unread(store, ANN) == 0
    assert notices.count_unread(store, BEN) == 1
    assert feedback.list_records(store) == [
        Judgement(FeedbackKind.REQUESTED, A.code, B.code, ANN, SHOWN)
    ]


def test_accepted_lets_each_see_the_other(store: Store) -> None:
    save_two(store)
    assert not requests.accepted_between(store, A.code, B.code)
    accepted = accept(store, send(store))
    assert (accepted.state(TODAY), accepted.version) == (RequestState.ACCEPTED, 2)
    assert accepted.steps[-1].terms.times == TIMES[:1]
    assert requests.accepted_between(store, A.code, B.code)
    assert requests.accepted_between(store, B.code, A.code)
    assert not requests.accepted_between(store, A.code, C.code)
    assert requests.count_open(store, A.code, today=TODAY) == 0
    assert requests.count_awaiting(store, B.code, today=TODAY) == 0


def test_a_pair_has_one_open_request_whoever_asks(store: Store) -> None:
    save_two(store)
    first = send(store)
    assert requests.find_open_between(store, B.code, A.code, today=TODAY) == first.id
    with pytest.raises(Conflict, match="已有一个等待答复"):
        send(store, replace(SENT, id="2" * 32))
    with pytest.raises(Conflict, match="已有一个等待答复"):
        send(store, replace(SENT, id="2" * 32, asker=B, partner=A))
    take(store, first, DECLINE)
    assert send(store, replace(SENT, id="2" * 32)).is_open(TODAY)


def test_two_clicks_at_one_moment_make_one_request(store: Store) -> None:
    save_two(store)

    def click(number: int) -> bool:
        there = replace(SENT, id=f"{number:032}")
        back = replace(there, asker=B, partner=A)
        try:
            send(store, back if number % 2 else there)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(click, range(6)))
    assert done.count(True) == 1
    assert len(shown(store, ALL, "")) == 1
    assert len(feedback.list_records(store)) == 1


def test_no_more_open_requests_than_allowed(store: Store) -> None:
    save_two(store)
    first = send(store, most=1)
    other = replace(SENT, id="2" * 32, partner=C)
    with pytest.raises(Conflict, match="最多 1 个"):
        send(store, other, most=1)
    take(store, first, WITHDRAW)
    assert send(store, other, most=1).is_open(TODAY)


def test_many_at_one_moment_do_not_pass_the_limit(store: Store) -> None:
    save_two(store)
    store.write(
        "UNWIND range(0, 5) AS n"
        " CREATE (:Enterprise {code: 'test:' + toString(n), name: 'x', source: 'test'})"
    )

    def click(number: int) -> bool:
        to = Place(f"test:{number}", "x")
        try:
            send(store, replace(SENT, id=f"{number:032}", partner=to), most=2)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(click, range(6))).count(True) == 2
    assert requests.count_open(store, A.code, today=TODAY) == 2


def test_who_read_an_older_version_changes_nothing(store: Store) -> None:
    save_two(store)
    seen = send(store)
    changed = Step(StepKind.CHANGED, Side.ASKER, ANN, terms=replace(TERMS, message="改"))
    assert take(store, seen, changed).terms.message == "改"
    with pytest.raises(Conflict, match="已有新的进展"):
        accept(store, seen)
    assert not requests.accepted_between(store, A.code, B.code)


def test_a_counter_proposal_gives_the_turn_back(store: Store) -> None:
    save_two(store)
    countered = take(store, send(store), COUNTER)
    assert (countered.turn, countered.terms.way) == (Side.ASKER, "at-partner")
    assert requests.count_awaiting(store, A.code, today=TODAY) == 1
    for step, words in (
        (WITHDRAW, "不能再撤回"),
        (DECLINE, "正在等待对方"),
        (Step(StepKind.CHANGED, Side.ASKER, ANN, terms=TERMS), "不能再修改"),
    ):
        with pytest.raises(Conflict, match=words):
            follow(countered, step, TODAY)
    assert accept(store, countered).state(TODAY) == RequestState.ACCEPTED


def test_only_a_proposed_time_can_be_accepted(store: Store) -> None:
    save_two(store)
    step = Step(StepKind.ACCEPTED, Side.PARTNER, BEN)
    with pytest.raises(BadInput, match="请选择"):
        follow(send(store), step, TODAY)
    assert follow(replace(SENT, terms=replace(TERMS, times=())), step, TODAY).version == 1


def test_a_request_expires_by_its_date_and_the_worker_writes_it_down(store: Store) -> None:
    save_two(store)
    kept = send(store)
    assert kept.state(LATER - timedelta(days=1)) == RequestState.OPEN
    assert kept.state(LATER) == RequestState.EXPIRED
    assert shown(store, INCOMING, B.code, "expired", LATER) == [kept.id]
    assert shown(store, INCOMING, B.code, "open", LATER) == []
    assert requests.list_overdue(store, today=TODAY) == []
    assert requests.list_overdue(store, today=LATER) == [kept.id]
    with pytest.raises(Conflict, match="已经结束"):
        follow(kept, DECLINE, LATER)
    with pytest.raises(Conflict, match="还没有到期"):
        take(store, kept, Step(StepKind.EXPIRED, Side.ASKER))
    ended = take(store, kept, Step(StepKind.EXPIRED, Side.ASKER), today=LATER)
    assert ended.stored_state == RequestState.EXPIRED
    assert requests.list_overdue(store, today=LATER) == []


def test_an_expired_request_makes_way_though_no_worker_has_marked_it(store: Store) -> None:
    save_two(store)
    send(store, replace(SENT, expires_on="2026-11-22"))
    assert requests.find_open_between(store, A.code, B.code, today=TODAY) == ""
    assert send(store, replace(SENT, id="2" * 32), most=1).is_open(TODAY)
    assert requests.list_overdue(store, today=TODAY) == [SENT.id]


def test_each_side_says_what_came_of_it(store: Store) -> None:
    save_two(store)
    sent = send(store)
    met = Step(StepKind.OUTCOME, Side.ASKER, ANN, choice=Outcome.TALKS, words="下周打样")
    with pytest.raises(Conflict, match="双方同意"):
        follow(sent, met, TODAY)
    talked = take(store, accept(store, sent), met)
    agreed = take(store, talked, replace(met, side=Side.PARTNER, choice=Outcome.AGREEMENT))
    assert (agreed.asker_outcome, agreed.partner_outcome, agreed.is_agreed) == (
        "talks",
        "agreement",
        True,
    )
    assert [step.choice for step in agreed.steps[2:]] == ["talks", "agreement"]


@pytest.mark.parametrize("total", [1, 3])
def test_lists_page_and_filter(store: Store, total: int) -> None:
    save_two(store)
    for number in range(total):
        store.write(
            "CREATE (:Enterprise {code: 'test:' + $n, name: '戊' + $n, source: 'test'})",
            n=str(number),
        )
        partner = Place(f"test:{number}", f"戊{number}")
        send(store, replace(SENT, id=f"{number:032}", partner=partner))
    assert len(shown(store, OUTGOING, A.code, "open")) == total
    assert shown(store, OUTGOING, A.code, "accepted") == []
    second = requests.list_requests(store, OUTGOING, A.code, today=TODAY, skip=1, limit=1)
    assert len(second) == min(1, total - 1)


def test_unknown_requests_and_partners(store: Store) -> None:
    save_two(store)
    with pytest.raises(NotFound, match="没有这个对接请求"):
        requests.find_request(store, "0" * 32)
    nowhere: MeetingRequest = replace(SENT, partner=Place("name:无", "无"))
    with pytest.raises(NotFound, match="name:无"):
        send(store, nowhere)
    assert shown(store, ALL, "") == []
    assert notices.count_unread(store, BEN) == 0
    assert news(1).enterprises == (A.code, B.code)
    assert expiry(TODAY) == "2026-12-07"
    assert NOON.date() == TODAY
