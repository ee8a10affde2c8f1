"""Meeting requests in the graph: a step is saved together with what is told of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import LiteralString
from uuid import uuid4

from graph.domain.clock import date_text, instant_text
from graph.domain.feedback import Judgement
from graph.domain.meeting_request import (
    MeetingRequest,
    RequestState,
    Step,
    StepKind,
    pair_key,
)
from graph.domain.notice import Notice
from graph.errors import Conflict, NotFound
from graph.store.connection import Store, Transaction
from graph.store.cypher.desk import requests as cypher
from graph.store.cypher.paged import Paged
from graph.store.desk import feedback
from graph.store.desk.request_rows import (
    read_request,
    read_step,
    request_values,
    shown_values,
    terms_values,
)
from graph.store.paging import read_page
from graph.store.post.notices import notify_within

OVERDUE_AT_ONCE = 1000
TRIES = 4


@dataclass(frozen=True)
class News:
    """Whom a step concerns: a notice for those who act for each enterprise, and what it teaches.

    ``but`` is the address of who did it, and is not told.
    """

    notice: Notice
    enterprises: tuple[str, ...]
    but: str = ""
    judgement: Judgement | None = None


@dataclass(frozen=True)
class Lists:
    """Statements that list and count requests seen from one place."""

    listing: Paged
    counting: LiteralString


INCOMING = Lists(cypher.LIST_INCOMING, cypher.COUNT_INCOMING)
OUTGOING = Lists(cypher.LIST_OUTGOING, cypher.COUNT_OUTGOING)
ALL = Lists(cypher.LIST_ALL, cypher.COUNT_ALL)


def create_request(
    store: Store,
    request: MeetingRequest,
    step: Step,
    *,
    most: int,
    today: date,
    at: datetime,
    news: News,
) -> None:
    """Send a request, whole or not at all.

    Raises Conflict where the pair has an open request, or the asker ``most`` of them; NotFound
    where an enterprise or the cited listing is unknown.
    """
    asker, partner = request.asker.code, request.partner.code
    pair = pair_key(asker, partner)
    days = {"today": date_text(today)}

    def work(transaction: Transaction) -> bool:
        transaction.run(cypher.LOCK_ASKER, asker=asker, by=request.id)
        transaction.run(cypher.FREE_EXPIRED, pair=pair, **days)
        open_now = transaction.run(cypher.COUNT_OPEN, asker=asker, **days)[0]["total"]
        if open_now >= most:
            return False
        common = {"id": request.id, "at": instant_text(at)}
        if not transaction.run(
            cypher.CREATE,
            **common,
            asker=asker,
            partner=partner,
            pair=pair,
            values={**request_values(request), **shown_values(request.shown)},
        ):
            raise NotFound("没有编码为 %(code)s 的企业。", code=partner)
        if request.listing.id and not transaction.run(
            cypher.CITE, id=request.id, listing=request.listing.id
        ):
            raise NotFound("没有这条供给或需求，可能已被移除。")
        _record(transaction, request, step, news, at)
        return True

    if not _transact_once_free(store, work, pair, today):
        raise Conflict("同时等待答复的请求最多 %(most)s 个，请等对方答复或撤回一些。", most=most)


def _transact_once_free(
    store: Store, work: Callable[[Transaction], bool], pair: str, today: date
) -> bool:
    """Do the work, again where another key than the pair's was taken at the same moment.

    The reader of the news has one unread notice of a key: who tells the same at once comes second.
    Raises Conflict where the pair has an open request.
    """
    tries = 0
    while True:
        try:
            return store.transact(work)
        except Conflict as error:
            tries += 1
            if store.read_one(cypher.FIND_OPEN_PAIR, pair=pair, today=date_text(today)):
                raise _pair_taken() from error
            if tries == TRIES:
                raise


def save_step(
    store: Store,
    before: MeetingRequest,
    after: MeetingRequest,
    step: Step,
    *,
    at: datetime,
    news: News,
) -> None:
    """Save what a step makes of a request. Raises Conflict where ``before`` is not the present."""

    def work(transaction: Transaction) -> None:
        common = {"id": before.id, "at": instant_text(at)}
        transaction.run(cypher.LOCK, **common)
        if not transaction.run(
            cypher.SAVE, **common, version=before.version, values=request_values(after)
        ):
            raise Conflict("您打开之后，这个请求已有新的进展。请核对最新内容后再操作。")
        if after.stored_state != RequestState.OPEN:
            transaction.run(cypher.FREE, id=before.id)
        if step.kind == StepKind.ACCEPTED:
            pair = pair_key(before.asker.code, before.partner.code)
            transaction.run(cypher.MARK_ACCEPTED, id=before.id, pair=pair)
        _record(transaction, replace(after, version=before.version + 1), step, news, at)

    store.transact(work)


def find_request(store: Store, request_id: str) -> MeetingRequest:
    """Return a request with its steps, the first one first. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=request_id)
    if row is None:
        raise NotFound("没有这个对接请求，可能已被移除。")
    steps = store.read(cypher.LIST_STEPS, id=request_id)
    return replace(read_request(row), steps=tuple(read_step(each["step"]) for each in steps))


def list_requests(
    store: Store,
    lists: Lists,
    enterprise: str,
    *,
    state: str = "",
    today: date,
    skip: int,
    limit: int,
) -> list[MeetingRequest]:
    """List requests without their steps, the latest first; an empty state lists all."""
    asked = {"enterprise": enterprise, "state": state, "today": date_text(today)}
    rows = read_page(
        store,
        lists.listing,
        lambda: count_requests(store, lists, enterprise, state=state, today=today),
        **asked,
        skip=skip,
        limit=limit,
    )
    return [read_request(row) for row in rows]


def count_requests(
    store: Store, lists: Lists, enterprise: str, *, state: str = "", today: date
) -> int:
    """Count what ``list_requests`` lists."""
    asked = {"enterprise": enterprise, "state": state, "today": date_text(today)}
    return store.read(lists.counting, **asked)[0]["total"]


def count_open(store: Store, asker: str, *, today: date) -> int:
    """Count the open requests that an enterprise has sent."""
    return store.read(cypher.COUNT_OPEN, asker=asker, today=date_text(today))[0]["total"]


def count_awaiting(store: Store, enterprise: str, *, today: date) -> int:
    """Count the open requests that wait for an enterprise's answer."""
    return store.read(cypher.COUNT_AWAITING, enterprise=enterprise, today=date_text(today))[0][
        "total"
    ]


def find_open_between(store: Store, one: str, other: str, *, today: date) -> str:
    """Return the id of the open request of a pair, whoever asked, or an empty text."""
    row = store.read_one(cypher.FIND_OPEN_PAIR, pair=pair_key(one, other), today=date_text(today))
    return row["id"] if row else ""


def accepted_between(store: Store, code_a: str, code_b: str) -> bool:
    """Tell whether one of these enterprises ever accepted to meet the other."""
    row = store.read_one(cypher.COUNT_ACCEPTED_PAIR, pair=pair_key(code_a, code_b))
    return bool(row and row["total"])


def list_overdue(store: Store, *, today: date) -> list[str]:
    """List the ids of open requests whose time is over, the longest overdue first."""
    rows = store.read(cypher.LIST_OVERDUE, today=date_text(today), limit=OVERDUE_AT_ONCE)
    return [row["id"] for row in rows]


def remove_source(store: Store, source: str) -> int:
    """Remove the requests from and to the enterprises of a source; return how many."""

    def work(transaction: Transaction) -> int:
        transaction.run(cypher.REMOVE_STEPS_OF_SOURCE, source=source)
        rows = transaction.run(cypher.REMOVE_OF_SOURCE, source=source)
        return rows[0]["total"] if rows else 0

    return store.transact(work)


def _record(
    transaction: Transaction, request: MeetingRequest, step: Step, news: News, at: datetime
) -> None:
    """Write down the step, tell whom it concerns, and keep what it teaches the ranker."""
    transaction.run(
        cypher.ADD_STEP,
        id=request.id,
        step_id=uuid4().hex,
        at=instant_text(at),
        values={
            "number": request.version,
            "kind": step.kind.value,
            "side": step.side.value,
            "by": step.by,
            "is_helped": step.is_helped,
            "choice": step.choice,
            "words": step.words,
            **terms_values(step.terms),
        },
    )
    for enterprise in news.enterprises:
        notify_within(transaction, enterprise, news.notice, at=at, but=news.but)
    if news.judgement:
        feedback.record_within(transaction, news.judgement, at=at)


def _pair_taken() -> Conflict:
    return Conflict("贵企业与这家企业之间已有一个等待答复的对接请求。")
