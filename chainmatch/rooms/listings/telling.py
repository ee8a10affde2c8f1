"""What people are told of the review of offers and needs."""

from datetime import datetime

from graph.domain.account import Role
from graph.domain.listing import Listing
from graph.domain.notice import Notice, NoticeKind
from graph.messages import Message, message
from graph.store import Store
from graph.store.post import notices

REVIEW = Notice(
    NoticeKind.LISTING,
    message("有供给或需求等待审核。"),
    "/listings/review",
    "listing-review",
)


def tell_reviewers(store: Store, at: datetime) -> None:
    """Tell organizers that something waits for review."""
    notices.notify_roles(store, (Role.ORGANIZER,), REVIEW, at=at)


def tell_published(store: Store, listing: Listing, at: datetime) -> None:
    """Tell the enterprise that its listing is public."""
    words = message("“%(title)s”已通过审核并公开。", title=listing.title)
    _tell(store, listing, words, "published", at)


def tell_refused(store: Store, listing: Listing, reason: str, at: datetime) -> None:
    """Tell the enterprise that its listing came back, and why."""
    words = message("“%(title)s”被退回：%(reason)s", title=listing.title, reason=reason)
    _tell(store, listing, words, "refused", at)


def _tell(store: Store, listing: Listing, words: Message, what: str, at: datetime) -> None:
    key = f"listing:{listing.id}:{what}"
    notice = Notice(NoticeKind.LISTING, words, f"/listings/{listing.id}", key)
    notices.notify_enterprise(store, listing.enterprise, notice, at=at)
