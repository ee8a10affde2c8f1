"""Meeting requests (对接请求): one enterprise asks another to meet, and what comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from graph.domain.clock import date_text
from graph.domain.feedback import Shown
from graph.domain.recommendation import Place
from graph.errors import BadInput, Conflict

LIFE_DAYS = 14
"""A request waits so long for its answer; a counter-proposal waits as long again."""
MOST_OPEN = 20
"""An enterprise has no more requests of its own open at once, unless a setting says otherwise."""
MOST_TIMES = 3
NOT_SHOWN = Shown()


class Side(StrEnum):
    """发起方 or 对方."""

    ASKER = "asker"
    PARTNER = "partner"

    @property
    def other(self) -> "Side":
        """The one across the table."""
        return Side.PARTNER if self == Side.ASKER else Side.ASKER


class RequestState(StrEnum):
    """Where a request stands; a worker writes EXPIRED down, but it holds from the date on."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class StepKind(StrEnum):
    """What somebody did with a request."""

    SENT = "sent"
    CHANGED = "changed"
    COUNTERED = "countered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    OUTCOME = "outcome"


class Way(StrEnum):
    """How to meet."""

    AT_ASKER = "at-asker"
    AT_PARTNER = "at-partner"
    ELSEWHERE = "elsewhere"
    ONLINE = "online"
    PHONE = "phone"


class DeclineReason(StrEnum):
    """Why a request is declined."""

    NO_NEED = "no-need"
    HAVE_ONE = "have-one"
    NOT_OUR_PRODUCT = "not-our-product"
    NO_CAPACITY = "no-capacity"
    TERMS = "terms"
    OTHER = "other"


class Outcome(StrEnum):
    """What came of it: 未联系上, 已联系, 洽谈中, 达成合作."""

    NO_CONTACT = "no-contact"
    CONTACT = "contact"
    TALKS = "talks"
    AGREEMENT = "agreement"


@dataclass(frozen=True)
class Terms:
    """What is proposed; ``times`` are ISO instants, ``place`` says more about the way."""

    message: str = ""
    way: str = ""
    place: str = ""
    times: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One act: who (``by`` is an e-mail address, empty for the clock), for which side, and when.

    ``is_helped``: an organizer acted for the side. ``terms`` holds what was proposed, or of an
    acceptance the time that was chosen; ``choice`` is a DeclineReason or an Outcome.
    """

    kind: StepKind
    side: Side
    by: str = ""
    at: str = ""
    is_helped: bool = False
    terms: Terms = Terms()
    choice: str = ""
    words: str = ""


@dataclass(frozen=True)
class Cited:
    """The offer or need that a request is about; empty without one."""

    id: str = ""
    title: str = ""
    kind: str = ""


@dataclass(frozen=True)
class MeetingRequest:
    """A request as it stands. ``turn`` is the side whose answer is awaited while it is open.

    ``version`` grows with every step, so that nobody answers what has changed meanwhile.
    ``shown`` is where the partner stood in the list of recommendations that led here.
    """

    id: str
    asker: Place
    partner: Place
    terms: Terms
    listing: Cited = Cited()
    shown: Shown = NOT_SHOWN
    turn: Side = Side.PARTNER
    stored_state: RequestState = RequestState.OPEN
    expires_on: str = ""
    version: int = 1
    is_countered: bool = False
    asker_outcome: str = ""
    partner_outcome: str = ""
    created_at: str = ""
    changed_at: str = ""
    steps: tuple[Step, ...] = ()

    def state(self, today: date) -> RequestState:
        """Return where it stands on a day, whether or not a worker has written it down."""
        if self.stored_state == RequestState.OPEN and self.expires_on < date_text(today):
            return RequestState.EXPIRED
        return self.stored_state

    def is_open(self, today: date) -> bool:
        """Somebody's answer is awaited."""
        return self.state(today) == RequestState.OPEN

    def side_of(self, enterprise: str) -> Side | None:
        """Return on which side an enterprise stands, or None."""
        sides = {self.asker.code: Side.ASKER, self.partner.code: Side.PARTNER}
        return sides.get(enterprise)

    def at(self, side: Side) -> Place:
        """Return the enterprise of a side."""
        return self.asker if side == Side.ASKER else self.partner

    def is_unanswered(self, today: date) -> bool:
        """The partner has not reacted yet: the asker may change or withdraw it."""
        return self.is_open(today) and self.turn == Side.PARTNER

    def can_change(self, today: date) -> bool:
        """It may still be worded anew: nobody has proposed anything else."""
        return self.is_unanswered(today) and not self.is_countered

    def outcome_of(self, side: Side) -> str:
        """Return what a side says came of it."""
        return self.asker_outcome if side == Side.ASKER else self.partner_outcome

    @property
    def agreed_time(self) -> str:
        """The instant that was accepted, or an empty text."""
        times = [step.terms.times for step in self.steps if step.kind == StepKind.ACCEPTED]
        return times[0][0] if times and times[0] else ""

    @property
    def is_agreed(self) -> bool:
        """One side says that it led to an agreement."""
        return Outcome.AGREEMENT in (self.asker_outcome, self.partner_outcome)


def pair_key(one: str, other: str) -> str:
    """Name a pair of enterprises, whichever asks."""
    return "\n".join(sorted((one, other)))


def expiry(today: date) -> str:
    """Return the last day on which what is proposed today can be answered."""
    return date_text(today + timedelta(days=LIFE_DAYS))


def follow(request: MeetingRequest, step: Step, today: date) -> MeetingRequest:
    """Return the request after a step. Raises Conflict where it does not allow it, BadInput."""
    return _RULES[step.kind](request, step, today)


def _change(request: MeetingRequest, step: Step, today: date) -> MeetingRequest:
    if step.side != Side.ASKER or not request.can_change(today):
        raise Conflict("对方已经答复，或请求已结束，不能再修改。")
    return replace(request, terms=step.terms)


def _counter(request: MeetingRequest, step: Step, today: date) -> MeetingRequest:
    _check_turn(request, step, today)
    return replace(
        request,
        terms=step.terms,
        turn=step.side.other,
        is_countered=True,
        expires_on=expiry(today),
    )


def _accept(request: MeetingRequest, step: Step, today: date) -> MeetingRequest:
    _check_turn(request, step, today)
    if request.terms.times and step.terms.times[:1] not in [
        (each,) for each in request.terms.times
    ]:
        raise BadInput("请选择一个对方提出的时间。")
    return replace(request, stored_state=RequestState.ACCEPTED)


def _decline(request: MeetingRequest, step: Step, today: date) -> MeetingRequest:
    _check_turn(request, step, today)
    return replace(request, stored_state=RequestState.DECLINED)


def _withdraw(request: MeetingRequest, step: Step, today: date) -> MeetingRequest:
    if step.side != Side.ASKER or not request.is_unanswered(today):
        raise Conflict("对方已经答复，或请求已结束，不能再撤回。")
    return replace(request, stored_state=RequestState.WITHDRAWN)


def _expire(request: MeetingRequest, step: Step, today: date) -> MeetingRequest:
    if request.stored_state != RequestState.OPEN or request.is_open(today):
        raise Conflict("请求还没有到期。")
    return replace(request, stored_state=RequestState.EXPIRED)


def _conclude(request: MeetingRequest, step: Step, today: date) -> MeetingRequest:
    if request.stored_state != RequestState.ACCEPTED:
        raise Conflict("双方同意对接之后才能登记结果。")
    if step.side == Side.ASKER:
        return replace(request, asker_outcome=step.choice)
    return replace(request, partner_outcome=step.choice)


def _check_turn(request: MeetingRequest, step: Step, today: date) -> None:
    if not request.is_open(today):
        raise Conflict("这个请求已经结束，不能再答复。")
    if request.turn != step.side:
        raise Conflict("正在等待对方答复。")


_RULES: Mapping[StepKind, Callable[[MeetingRequest, Step, date], MeetingRequest]] = {
    StepKind.CHANGED: _change,
    StepKind.COUNTERED: _counter,
    StepKind.ACCEPTED: _accept,
    StepKind.DECLINED: _decline,
    StepKind.WITHDRAWN: _withdraw,
    StepKind.EXPIRED: _expire,
    StepKind.OUTCOME: _conclude,
}
