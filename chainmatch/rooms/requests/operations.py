"""What can be done with meeting requests."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from chainmatch import audit
from chainmatch.limits.request_limits import most_open
from chainmatch.rooms.requests.wording import agreement_notice, news_of
from graph.domain.account import Account, Role
from graph.domain.audit import Verb
from graph.domain.meeting_request import (
    MeetingRequest,
    Outcome,
    Side,
    Step,
    StepKind,
    Terms,
    expiry,
    follow,
)
from graph.domain.recommendation import Place
from graph.errors import BadInput, Conflict, Forbidden, NotFound
from graph.recommend.spelling import find_enterprise
from graph.store import Store
from graph.store.desk import listings, requests
from graph.store.desk.pair_outcomes import keep_outcomes
from graph.store.map import enterprises
from graph.store.post import notices

CHANGED_MEANWHILE = "您打开之后，这个请求已有新的进展。请核对最新内容后再操作。"


@dataclass(frozen=True)
class Act:
    """Who acts, when; ``version`` is the one of the request that was looked at."""

    actor: Account
    today: date
    now: datetime
    version: int = 0


def asker_for(store: Store, actor: Account, named: str) -> Place:
    """Return the enterprise that asks: one's own, or for an organizer the one that is named.

    Raises Forbidden, NotFound, BadInput.
    """
    if not actor.enterprise and not actor.can_review:
        raise Forbidden("只有企业账号和会务可以发起对接请求。")
    code = actor.enterprise if not actor.can_review else find_enterprise(store, named)
    return place_of(store, code)


def place_of(store: Store, code: str) -> Place:
    """Return an enterprise by its code. Raises NotFound."""
    found = enterprises.find_enterprise(store, code)
    if found is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    return Place(found.code, found.name, found.name_en)


def ask(store: Store, act: Act, draft: MeetingRequest) -> None:
    """Send a request; a second click changes nothing.

    Raises BadInput (itself, a listing of neither side), NotFound, Conflict (pair, too many).
    """
    if draft.asker.code == draft.partner.code:
        raise BadInput("不能向自己的企业发起对接请求。")
    _check_listing(store, draft, act.today)
    request = replace(draft, expires_on=expiry(act.today))
    is_helped = act.actor.enterprise != request.asker.code
    step = Step(StepKind.SENT, Side.ASKER, act.actor.email, "", is_helped, request.terms)
    try:
        requests.create_request(
            store,
            request,
            step,
            most=most_open(store),
            today=act.today,
            at=act.now,
            news=news_of(request, step),
        )
    except Conflict:
        if not _is_sent(store, request):
            raise
        return
    _record_help(store, act, request, step)


def find_visible(store: Store, actor: Account, request_id: str) -> MeetingRequest:
    """Return a request to its two sides and to organizers. Raises NotFound to all others."""
    request = requests.find_request(store, request_id)
    if actor.can_review or request.side_of(actor.enterprise):
        return request
    raise NotFound("没有这个对接请求，可能已被移除。")


def acting_side(actor: Account, request: MeetingRequest, kind: StepKind) -> Side:
    """Return for which side a person acts: the own one; an organizer for whose act it is."""
    own = request.side_of(actor.enterprise)
    if own:
        return own
    return Side.ASKER if kind in {StepKind.CHANGED, StepKind.WITHDRAWN} else request.turn


def take_step(
    store: Store,
    act: Act,
    request_id: str,
    kind: StepKind,
    *,
    terms: Terms | None = None,
    choice: str = "",
    words: str = "",
    side: Side | None = None,
) -> None:
    """Take a step with a request as it was seen; a second click changes nothing.

    ``side`` is for organizers only. Raises NotFound, BadInput, Conflict.
    """
    request = find_visible(store, act.actor, request_id)
    if _is_done(request, act, kind):
        return
    if request.version != act.version:
        raise Conflict(CHANGED_MEANWHILE)
    own = request.side_of(act.actor.enterprise)
    step = Step(
        kind,
        own or side or acting_side(act.actor, request, kind),
        act.actor.email,
        is_helped=own is None,
        terms=terms or Terms(),
        choice=choice,
        words=words,
    )
    _save(store, act, request, step)


def expire(store: Store, request_id: str, *, today: date, now: datetime) -> None:
    """Write down that a request's time is over; without effect where it is not, any more."""
    request = requests.find_request(store, request_id)
    step = Step(StepKind.EXPIRED, Side.ASKER)
    try:
        after = follow(request, step, today)
        news = news_of(replace(after, version=after.version + 1), step)
        requests.save_step(store, request, after, step, at=now, news=news)
    except Conflict:
        return  # answered at the last moment, or another worker was faster


def _save(store: Store, act: Act, request: MeetingRequest, step: Step) -> None:
    after = follow(request, step, act.today)
    news = news_of(replace(after, version=after.version + 1), step)
    requests.save_step(store, request, after, step, at=act.now, news=news)
    _record_help(store, act, request, step)
    if step.kind == StepKind.OUTCOME:
        keep_outcomes(store, at=act.now)
    if step.choice == Outcome.AGREEMENT and not request.is_agreed:
        notices.notify_roles(store, (Role.ORGANIZER,), agreement_notice(after), at=act.now)


def _is_done(request: MeetingRequest, act: Act, kind: StepKind) -> bool:
    """Tell whether this very click was heard before."""
    last = request.steps[-1]
    return request.version == act.version + 1 and last.kind == kind and last.by == act.actor.email


def _is_sent(store: Store, draft: MeetingRequest) -> bool:
    try:
        sent = requests.find_request(store, draft.id)
    except NotFound:
        return False
    return sent.asker.code == draft.asker.code


def _check_listing(store: Store, draft: MeetingRequest, today: date) -> None:
    if not draft.listing.id:
        return
    listing = listings.find_listing(store, draft.listing.id)
    sides = {draft.asker.code, draft.partner.code}
    if listing.enterprise not in sides or not listing.is_public(today):
        raise BadInput("请求所引用的供给或需求不属于双方，或已不再公开。")


def _record_help(store: Store, act: Act, request: MeetingRequest, step: Step) -> None:
    """Write down what an organizer did for a side."""
    if step.is_helped:
        after = {"step": step.kind.value, "for": request.at(step.side).code}
        audit.record(
            store,
            actor=act.actor,
            verb=Verb.REQUEST_HELPED,
            subject=request.id,
            after=after,
            at=act.now,
        )
