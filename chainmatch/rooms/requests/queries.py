"""What the pages of the requests room show."""

from dataclasses import dataclass
from datetime import date

from chainmatch.limits.request_limits import most_open
from chainmatch.web import Page
from graph.domain.account import Account
from graph.domain.contact import Contact
from graph.domain.listing import Listing
from graph.domain.meeting_request import MeetingRequest, RequestState, Side
from graph.domain.recommendation import Place
from graph.errors import NotFound
from graph.store import Store
from graph.store.desk import listings, requests
from graph.store.desk.requests import ALL, INCOMING, OUTGOING
from graph.store.people import contacts

ROWS = 20
LISTS = {"incoming": INCOMING, "outgoing": OUTGOING, "all": ALL}


@dataclass(frozen=True)
class Room:
    """How many requests may still be sent: ``left`` of ``most``."""

    most: int
    left: int


@dataclass(frozen=True)
class RequestList:
    """A page of requests seen from one place; ``room`` is of enterprises only."""

    view: str
    state: str
    rows: list[MeetingRequest]
    page: Page
    awaiting: int
    room: Room | None
    most: int


@dataclass(frozen=True)
class RequestPage:
    """A request as one reader sees it. ``side`` is None for organizers."""

    request: MeetingRequest
    state: RequestState
    side: Side | None
    contacts: list[tuple[Place, list[Contact]]]

    @property
    def may_answer(self) -> bool:
        """Whether it is this reader's turn, or an organizer may help."""
        return self.state == RequestState.OPEN and self.side in {None, self.request.turn}

    @property
    def may_withdraw(self) -> bool:
        """Whether the reader may take it back."""
        is_unanswered = self.state == RequestState.OPEN and self.request.turn == Side.PARTNER
        return is_unanswered and self.side in {None, Side.ASKER}

    @property
    def may_change(self) -> bool:
        """Whether the reader may word it anew."""
        return self.may_withdraw and not self.request.is_countered


def room_of(store: Store, enterprise: str, today: date) -> Room:
    """Say how many requests an enterprise may still send."""
    most = most_open(store)
    return Room(most, max(0, most - requests.count_open(store, enterprise, today=today)))


def list_requests(
    store: Store, actor: Account, *, view: str, state: str, today: date, number: int
) -> RequestList:
    """List a page of requests: incoming, outgoing, or for organizers all."""
    own = actor.enterprise
    view = "all" if actor.can_review else view
    asked = {"state": state, "today": today}
    page = Page(number, ROWS, requests.count_requests(store, LISTS[view], own, **asked))
    rows = requests.list_requests(store, LISTS[view], own, **asked, skip=page.offset, limit=ROWS)
    awaiting = requests.count_awaiting(store, own, today=today) if own else 0
    room = room_of(store, own, today) if own and not actor.can_review else None
    return RequestList(view, state, rows, page, awaiting, room, most_open(store))


def show_request(store: Store, actor: Account, request: MeetingRequest, today: date) -> RequestPage:
    """Add to a request what this reader may do and, once accepted, whom to call."""
    side = request.side_of(actor.enterprise)
    others = [request.at(side.other)] if side else [request.asker, request.partner]
    is_accepted = request.stored_state == RequestState.ACCEPTED
    called = [(place, contacts.list_contacts(store, place.code)) for place in others]
    return RequestPage(request, request.state(today), side, called if is_accepted else [])


def find_cited(store: Store, listing_id: str, today: date) -> Listing | None:
    """Return the public listing that a new request is about, or None."""
    if not listing_id:
        return None
    try:
        listing = listings.find_listing(store, listing_id)
    except NotFound:
        return None
    return listing if listing.is_public(today) else None
