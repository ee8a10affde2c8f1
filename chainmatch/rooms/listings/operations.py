"""What can be done with offers and needs."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from chainmatch import audit
from chainmatch.rooms.listings.telling import tell_published, tell_refused, tell_reviewers
from chainmatch.rooms.listings.uploads import Upload, check_files, keep_files
from graph.domain.account import Account, Role
from graph.domain.audit import Verb
from graph.domain.listing import Listing, ListingState
from graph.errors import Conflict, Forbidden, NotFound
from graph.store import Store
from graph.store.desk import listings


def can_post(actor: Account) -> bool:
    """Whether this person acts for an enterprise."""
    return actor.role == Role.ENTERPRISE and bool(actor.enterprise)


def check_can_post(actor: Account) -> None:
    """Let only those pass who act for an enterprise. Raises Forbidden."""
    if not can_post(actor):
        raise Forbidden("只有企业账号可以发布供给和需求。")


def can_change(actor: Account, listing: Listing) -> bool:
    """Whether this person acts for the enterprise that posted it."""
    return can_post(actor) and actor.enterprise == listing.enterprise


def find_visible(store: Store, actor: Account, listing_id: str, *, today: date) -> Listing:
    """Return a listing that this person may see. Raises NotFound, also for another's draft."""
    listing = listings.find_listing(store, listing_id)
    if listing.is_public(today) or actor.can_import or can_change(actor, listing):
        return listing
    raise NotFound("没有这条供给或需求，可能已被移除。")


def find_own(store: Store, actor: Account, listing_id: str, *, today: date) -> Listing:
    """Return a listing that this person may change. Raises NotFound, Forbidden."""
    listing = find_visible(store, actor, listing_id, today=today)
    if not can_change(actor, listing):
        raise Forbidden("只有发布这条信息的企业可以修改它。")
    return listing


def post_listing(
    store: Store,
    folder: Path,
    *,
    actor: Account,
    draft: Listing,
    uploads: Sequence[Upload],
    today: date,
    now: datetime,
) -> None:
    """Post an offer or a need for review; a second click changes nothing.

    Raises Forbidden, BadInput (a file), TooLarge, NotFound (the node), Conflict (too many).
    """
    check_can_post(actor)
    check_files(uploads, kept=0)
    if _is_posted(store, draft.id):
        return
    kept = keep_files(store, folder, actor, uploads, now)
    posted = replace(draft, enterprise=actor.enterprise, created_by=actor.email)
    listings.create_listing(store, posted, kept, today=today, at=now)
    _record(store, actor, Verb.LISTING_POSTED, posted, now)
    tell_reviewers(store, now)


def change_listing(
    store: Store,
    folder: Path,
    *,
    actor: Account,
    before: Listing,
    draft: Listing,
    uploads: Sequence[Upload],
    kept: Sequence[str],
    now: datetime,
) -> None:
    """Replace what a listing says, and send it to review; a second click changes nothing.

    ``kept``: files that stay. Raises BadInput, TooLarge (a file), NotFound (the node), Conflict
    (changed meanwhile).
    """
    still = [file.sha256 for file in before.files if file.sha256 in kept]
    check_files(uploads, kept=len(still))
    added = keep_files(store, folder, actor, uploads, now)
    try:
        listings.change_listing(store, draft, added, kept=still, at=now)
    except Conflict:
        if _says(store, draft, {*still, *(file.sha256 for file in added)}):
            return
        raise
    _record(store, actor, Verb.LISTING_CHANGED, draft, now)
    tell_reviewers(store, now)


def publish(
    store: Store, *, actor: Account, listing_id: str, version: int, today: date, now: datetime
) -> None:
    """Make a waiting listing public; a second click changes nothing. Raises NotFound, Conflict."""
    present = listings.find_listing(store, listing_id)
    if _is_done(present, version, ListingState.PUBLISHED):
        return
    seen = replace(present, version=version)
    listings.publish(store, seen, today=today, at=now)
    _record(store, actor, Verb.LISTING_PUBLISHED, seen, now)
    tell_published(store, seen, now)


def refuse(
    store: Store, *, actor: Account, listing_id: str, version: int, reason: str, now: datetime
) -> None:
    """Send a waiting listing back; a second click changes nothing. Raises NotFound, Conflict."""
    present = listings.find_listing(store, listing_id)
    if _is_done(present, version, ListingState.REFUSED):
        return
    seen = replace(present, version=version)
    listings.refuse(store, seen, reason=reason, at=now)
    _record(store, actor, Verb.LISTING_REFUSED, seen, now, reason)
    tell_refused(store, seen, reason, now)


def close(
    store: Store, *, actor: Account, listing_id: str, version: int, today: date, now: datetime
) -> None:
    """End a listing; a second click changes nothing. Raises NotFound, Forbidden, Conflict."""
    listing = find_own(store, actor, listing_id, today=today)
    if _is_done(listing, version, ListingState.CLOSED):
        return
    seen = replace(listing, version=version)
    listings.close(store, seen, at=now)
    _record(store, actor, Verb.LISTING_CLOSED, seen, now)


def renew(
    store: Store, *, actor: Account, listing_id: str, version: int, today: date, now: datetime
) -> None:
    """Keep a listing public for longer; a second click changes nothing.

    Raises NotFound, Forbidden, Conflict.
    """
    listing = find_own(store, actor, listing_id, today=today)
    if _is_done(listing, version, ListingState.PUBLISHED):
        return
    if not listing.can_renew(today):
        raise Conflict("这条信息现在不能续期：还没有临近到期，或截止日期已过。")
    seen = replace(listing, version=version)
    listings.renew(store, seen, today=today, at=now)
    _record(store, actor, Verb.LISTING_RENEWED, seen, now)


def _is_done(present: Listing, version: int, state: ListingState) -> bool:
    """Tell whether what was seen as ``version`` has come to this state, and no further, since."""
    return present.version == version + 1 and present.stored_state == state


def _says(store: Store, draft: Listing, files: Collection[str]) -> bool:
    """Tell whether a listing says just what a draft does."""
    present = listings.find_listing(store, draft.id)
    is_same = listings.told(present) == listings.told(draft) and present.node == draft.node
    return is_same and {file.sha256 for file in present.files} == {*files}


def _is_posted(store: Store, listing_id: str) -> bool:
    try:
        listings.find_listing(store, listing_id)
    except NotFound:
        return False
    return True


def _record(
    store: Store, actor: Account, verb: Verb, listing: Listing, at: datetime, reason: str = ""
) -> None:
    after = {"title": listing.title, "node": listing.node, "kind": listing.kind.value}
    if reason:
        after["reason"] = reason
    audit.record(store, actor=actor, verb=verb, subject=listing.id, after=after, at=at)
