"""A meeting request between two enterprises of the small map."""

from dataclasses import replace
from datetime import UTC, date, datetime

from graph.domain.account import Account, Role
from graph.domain.feedback import FeedbackKind, Judgement, Shown
from graph.domain.meeting_request import (
    MeetingRequest,
    Side,
    Step,
    StepKind,
    Terms,
    expiry,
    follow,
)
from graph.domain.notice import Notice, NoticeKind
from graph.domain.recommendation import Place
from graph.messages import message
from graph.store import Store
from graph.store.desk import requests
from graph.store.desk.requests import News
from graph.store.people import accounts

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
TODAY = date(2026, 11, 23)
ANN, BEN = "ann@test.example", "ben@test.example"
A, B = Place("name:甲", "甲"), Place("name:乙", "乙")
SHOWN = Shown("supplier", "v1", 3)
TIMES = ("2026-11-26T01:00:00.000000Z", "2026-11-27T06:00:00.000000Z")
TERMS = Terms("想了解贵企业的特种钢。", "online", "", TIMES)
SENT = MeetingRequest("1" * 32, A, B, TERMS, shown=SHOWN, expires_on=expiry(TODAY))


def save_two(store: Store) -> None:
    """Save two enterprises with an account each, and a third without."""
    store.write(
        "UNWIND ['甲', '乙', '丙'] AS name"
        " CREATE (:Enterprise {code: 'name:' + name, name: name, source: 'test'})"
    )
    for email, place in ((ANN, A), (BEN, B)):
        account = Account(email, email, Role.ENTERPRISE, enterprise=place.code)
        accounts.create_account(store, account, password_hash="x", at=NOON)


def news(version: int, *, but: str = "", judged: FeedbackKind | None = None) -> News:
    """Return what is told of a step to both sides."""
    notice = Notice(
        NoticeKind.REQUEST, message("对接请求有进展。"), "/requests", f"request:{version}"
    )
    said = Judgement(judged, A.code, B.code, but, SHOWN) if judged else None
    return News(notice, (A.code, B.code), but, said)


def send(store: Store, request: MeetingRequest = SENT, *, most: int = 20) -> MeetingRequest:
    """Send a request and return it as it is kept."""
    requests.create_request(
        store,
        request,
        Step(StepKind.SENT, Side.ASKER, ANN, terms=request.terms),
        most=most,
        today=TODAY,
        at=NOON,
        news=news(1, but=ANN, judged=FeedbackKind.REQUESTED),
    )
    return requests.find_request(store, request.id)


def take(
    store: Store, before: MeetingRequest, step: Step, *, today: date = TODAY
) -> MeetingRequest:
    """Take a step and return the request as it is kept."""
    after = follow(before, step, today)
    told = news(before.version + 1, but=step.by)
    requests.save_step(store, before, after, step, at=NOON, news=told)
    return requests.find_request(store, before.id)


def accept(store: Store, request: MeetingRequest) -> MeetingRequest:
    """Let the side whose turn it is accept the first time."""
    chosen = replace(request.terms, times=request.terms.times[:1])
    by = BEN if request.turn == Side.PARTNER else ANN
    return take(store, request, Step(StepKind.ACCEPTED, request.turn, by, terms=chosen))
