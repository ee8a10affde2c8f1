"""What the pages of the listings room show."""

from dataclasses import dataclass
from datetime import date

from chainmatch.i18n import pick
from chainmatch.web import Page
from graph.domain.account import Account
from graph.domain.listing import Listing, Market
from graph.recommend.counterparts import Counterpart, find_counterparts
from graph.store import Store
from graph.store.desk import listings
from graph.store.map.choices import list_chain_choices

ROWS = 20
COUNTERPARTS = 10


@dataclass(frozen=True)
class ListingList:
    """A page of listings."""

    view: str
    rows: list[Listing]
    page: Page
    waiting: int


@dataclass(frozen=True)
class ListingPage:
    """A listing with who fits it."""

    listing: Listing
    counterparts: list[Counterpart]


def list_market(
    store: Store, actor: Account, market: Market, *, today: date, number: int
) -> ListingList:
    """List what is public."""
    page = Page(number, ROWS, listings.count_public(store, market, today=today))
    rows = listings.list_public(store, market, today=today, skip=page.offset, limit=ROWS)
    return ListingList("market", rows, page, _waiting(store, actor))


def list_mine(store: Store, actor: Account, *, number: int) -> ListingList:
    """List what the enterprise of this person posted."""
    page = Page(number, ROWS, listings.count_of(store, actor.enterprise))
    rows = listings.list_of(store, actor.enterprise, skip=page.offset, limit=ROWS)
    return ListingList("mine", rows, page, _waiting(store, actor))


def list_waiting(store: Store, *, number: int) -> ListingList:
    """List what waits for review, the longest waiting first."""
    page = Page(number, ROWS, listings.count_pending(store))
    rows = listings.list_pending(store, skip=page.offset, limit=ROWS)
    return ListingList("review", rows, page, page.total)


def show_listing(store: Store, listing: Listing, *, today: date) -> ListingPage:
    """Add to a listing who can meet it."""
    found = find_counterparts(store, listing, today=today, top=COUNTERPARTS)
    return ListingPage(listing, found)


def chain_choices(store: Store, viewer: Account) -> list[tuple[str, str]]:
    """List chains for a filter."""
    chains = list_chain_choices(store, only_published=not viewer.sees_drafts)
    return [(each.code, pick(each.name, each.name_en)) for each in chains]


def _waiting(store: Store, actor: Account) -> int:
    return listings.count_pending(store) if actor.can_review else 0
