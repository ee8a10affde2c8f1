"""Which conferences a person may search by: the staff by all, an enterprise by its own."""

from graph.domain.account import Account
from graph.domain.conference.conference import Conference
from graph.domain.search import Limits
from graph.errors import Forbidden
from graph.store import Store
from graph.store.conference import conferences

MOST_CONFERENCES = 50


def known_conferences(store: Store, viewer: Account) -> list[Conference]:
    """List the conferences whose parties the viewer may know, the latest first."""
    if viewer.enterprise:
        return conferences.list_conferences_of(store, viewer.enterprise)
    if not viewer.sees_drafts:
        return []
    return conferences.list_conferences(store, skip=0, limit=MOST_CONFERENCES)


def check_scope(store: Store, limits: Limits, viewer: Account) -> None:
    """Refuse a search by a conference of others. Raises Forbidden."""
    if not limits.conference:
        return
    if limits.conference not in {each.code for each in known_conferences(store, viewer)}:
        raise Forbidden("您的账号看不到这场活动的参会企业。")
