"""Whom a newly published listing fits is told of it: a few a day, mailed as a digest."""

from datetime import UTC, datetime, time, timedelta

from chainmatch.background.rounds import Round
from chainmatch.config import Config
from chainmatch.formats import ZONE, local_date
from chainmatch.wording.map_names import LISTING_KINDS
from graph.domain.clock import date_text
from graph.domain.listing import Listing
from graph.domain.notice import Notice, NoticeKind
from graph.domain.recommendation import Place
from graph.messages import message
from graph.recommend.counterparts import find_counterparts
from graph.store import Store
from graph.store.desk import listings
from graph.store.post import notices

LOOKED_AT = 50
"""So many of the best counterparts of a listing are told, if somebody acts for them."""
MOST_A_DAY = 5
"""A person is told of no more listings a day by name; of further ones that there are more."""


def tell_matches(store: Store, config: Config, at: datetime) -> None:
    """Tell of every listing that became public for the first time."""
    for listing_id in listings.list_unmatched(store):
        _tell(store, listings.find_listing(store, listing_id), at)
        listings.mark_matched(store, listing_id, at=at)


def _tell(store: Store, listing: Listing, at: datetime) -> None:
    today = local_date(at)
    if not listing.is_public(today):
        return
    midnight = datetime.combine(today, time(), ZONE).astimezone(UTC)
    for fit in find_counterparts(store, listing, today=today, top=LOOKED_AT):
        for email in notices.list_readers_of(store, fit.enterprise.code):
            told = notices.count_since(store, email, NoticeKind.MATCH, midnight)
            notice = _named(listing) if told < MOST_A_DAY else _more(date_text(today))
            notices.notify(store, [email], notice, at=at)


def _named(listing: Listing) -> Notice:
    words = message(
        "“%(enterprise)s”新发布的%(kind)s“%(title)s”与贵企业相配。",
        enterprise=Place(listing.enterprise, listing.enterprise_name, listing.enterprise_name_en),
        kind=message(LISTING_KINDS[listing.kind]),
        title=listing.title,
    )
    return Notice(NoticeKind.MATCH, words, f"/listings/{listing.id}", f"match:{listing.id}")


def _more(day: str) -> Notice:
    words = message("今天还有更多新发布的供给和需求与贵企业相配。")
    return Notice(NoticeKind.MATCH, words, "/listings", f"match-more:{day}")


ROUND = Round("listing-matches", timedelta(minutes=5), tell_matches)
