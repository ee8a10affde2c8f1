"""Offers and needs in the graph."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from graph.domain.clock import date_text, instant_text
from graph.domain.file import StoredFile
from graph.domain.listing import (
    MOST_LIVING,
    Attachment,
    Listing,
    ListingKind,
    ListingState,
    Market,
    expiry,
)
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.desk import listings as cypher
from graph.store.paging import read_page

VALUES = ("kind", "title", "detail", "quantity", "unit", "budget", "deadline")
TEXTS = ("detail", "unit", "deadline", "reason", "expires_on")
NAMES = ("enterprise_name", "enterprise_name_en", "node_name", "node_name_en")
WAITING = (ListingState.PENDING,)
PUBLIC = (ListingState.PUBLISHED,)
UNMATCHED_AT_ONCE = 50
OPEN = (ListingState.PENDING, ListingState.PUBLISHED, ListingState.REFUSED)


def create_listing(
    store: Store, listing: Listing, files: Sequence[StoredFile], *, today: date, at: datetime
) -> None:
    """Post a listing for review, whole or not at all.

    Raises Conflict where the id is taken or the enterprise has MOST_LIVING already, NotFound
    where enterprise or node are unknown.
    """

    def work(transaction: Transaction) -> None:
        by = instant_text(at)
        transaction.run(cypher.LOCK_ENTERPRISE, enterprise=listing.enterprise, by=by)
        living = transaction.run(
            cypher.COUNT_LIVING, enterprise=listing.enterprise, today=date_text(today)
        )
        if living[0]["total"] >= MOST_LIVING:
            raise Conflict(
                "同时有效的供给和需求最多 %(most)s 条，请先关闭不再需要的。", most=MOST_LIVING
            )
        if not transaction.run(
            cypher.CREATE,
            id=listing.id,
            enterprise=listing.enterprise,
            node=listing.node,
            by=listing.created_by,
            now=by,
            values=told(listing),
        ):
            raise NotFound("没有编码为 %(code)s 的链节点。", code=listing.node)
        _attach(transaction, listing.id, files)

    store.transact(work)


def change_listing(
    store: Store,
    listing: Listing,
    files: Sequence[StoredFile],
    *,
    kept: Sequence[str],
    at: datetime,
) -> None:
    """Replace what a listing says; it waits for review again. ``kept``: files that stay.

    Raises Conflict where its version is no longer the present one.
    """

    def work(transaction: Transaction) -> None:
        now = instant_text(at)
        transaction.run(cypher.LOCK, id=listing.id, by=now)
        if not transaction.run(
            cypher.CHANGE,
            id=listing.id,
            version=listing.version,
            node=listing.node,
            now=now,
            values=told(listing),
        ):
            raise _changed_meanwhile()
        transaction.run(cypher.DETACH, id=listing.id, kept=list(kept))
        _attach(transaction, listing.id, files)

    store.transact(work)


def publish(store: Store, listing: Listing, *, today: date, at: datetime) -> None:
    """Make a waiting listing public. Raises Conflict where it has changed since it was read."""
    last_day = expiry(listing.deadline, today)
    _decide(store, listing, ListingState.PUBLISHED, WAITING, at, expires_on=last_day)


def refuse(store: Store, listing: Listing, *, reason: str, at: datetime) -> None:
    """Send a waiting listing back with the reason. Raises Conflict as ``publish`` does."""
    _decide(store, listing, ListingState.REFUSED, WAITING, at, reason=reason)


def close(store: Store, listing: Listing, *, at: datetime) -> None:
    """End a listing for good. Raises Conflict as ``publish`` does."""
    _decide(store, listing, ListingState.CLOSED, OPEN, at, expires_on=listing.expires_on)


def renew(store: Store, listing: Listing, *, today: date, at: datetime) -> None:
    """Keep a published listing public for its full life from today. Raises Conflict."""
    last_day = expiry(listing.deadline, today)
    _decide(store, listing, ListingState.PUBLISHED, PUBLIC, at, expires_on=last_day)


def find_listing(store: Store, listing_id: str) -> Listing:
    """Return a listing with its files. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=listing_id)
    if row is None:
        raise NotFound("没有这条供给或需求，可能已被移除。")
    files = tuple(Attachment(**file) for file in store.read(cypher.LIST_FILES, id=listing_id))
    return replace(_listing(row), files=files)


def list_public(
    store: Store, market: Market, *, today: date, skip: int, limit: int
) -> list[Listing]:
    """List what is public on a day, the latest first."""
    listed = cypher.LIST_NARROWED if _is_narrow(market) else cypher.LIST_ALIVE
    rows = read_page(
        store,
        listed,
        lambda: count_public(store, market, today=today),
        **_asked(market, today),
        skip=skip,
        limit=limit,
    )
    return [_listing(row) for row in rows]


def count_public(store: Store, market: Market, *, today: date) -> int:
    """Count what ``list_public`` lists."""
    counted = cypher.COUNT_NARROWED if _is_narrow(market) else cypher.COUNT_ALIVE
    return store.read(counted, **_asked(market, today))[0]["total"]


def list_of(store: Store, enterprise: str, *, skip: int, limit: int) -> list[Listing]:
    """List all that an enterprise posted, the latest first."""
    rows = read_page(
        store,
        cypher.LIST_OF,
        lambda: count_of(store, enterprise),
        enterprise=enterprise,
        skip=skip,
        limit=limit,
    )
    return [_listing(row) for row in rows]


def count_of(store: Store, enterprise: str) -> int:
    """Count all that an enterprise posted."""
    return store.read(cypher.COUNT_OF, enterprise=enterprise)[0]["total"]


def list_pending(store: Store, *, skip: int, limit: int) -> list[Listing]:
    """List what waits for review, the longest waiting first."""
    rows = read_page(
        store, cypher.LIST_PENDING, lambda: count_pending(store), skip=skip, limit=limit
    )
    return [_listing(row) for row in rows]


def count_pending(store: Store) -> int:
    """Count what waits for review."""
    return store.read(cypher.COUNT_PENDING)[0]["total"]


def list_about(
    store: Store, nodes: Sequence[str], kind: ListingKind, *, but: str, today: date, limit: int
) -> list[Listing]:
    """List public offers or needs about any of these nodes, without those of one enterprise."""
    rows = store.read(
        cypher.LIST_ABOUT,
        nodes=list(nodes),
        kind=kind.value,
        but=but,
        today=date_text(today),
        limit=limit,
    )
    return [_listing(row) for row in rows]


def list_unmatched(store: Store) -> list[str]:
    """List the ids of public listings of which nobody was told yet, the oldest first."""
    return [row["id"] for row in store.read(cypher.LIST_UNMATCHED, limit=UNMATCHED_AT_ONCE)]


def mark_matched(store: Store, listing_id: str, *, at: datetime) -> None:
    """Note that those whom a listing fits were told: once in its life."""
    store.write(cypher.MARK_MATCHED, id=listing_id, at=instant_text(at))


def _decide(
    store: Store,
    listing: Listing,
    state: ListingState,
    before: Sequence[ListingState],
    at: datetime,
    *,
    reason: str = "",
    expires_on: str = "",
) -> None:
    def work(transaction: Transaction) -> None:
        now = instant_text(at)
        transaction.run(cypher.LOCK, id=listing.id, by=now)
        if not transaction.run(
            cypher.DECIDE,
            **{"id": listing.id, "version": listing.version, "from": list(before)},
            state=state.value,
            reason=reason,
            expires_on=expires_on,
            now=now,
        ):
            raise _changed_meanwhile()

    store.transact(work)


def _is_narrow(market: Market) -> bool:
    """Whether more than the listing itself must be looked at."""
    return any((market.chain, market.words.strip(), market.enterprise, market.node))


def _asked(market: Market, today: date) -> dict[str, str]:
    words = market.words.strip().lower()
    return {**asdict(market), "words": words, "today": date_text(today)}


def _changed_meanwhile() -> Conflict:
    return Conflict("您打开之后，这条信息已被别人修改。请核对最新内容后再操作。")


def _attach(transaction: Transaction, listing_id: str, files: Sequence[StoredFile]) -> None:
    for file in files:
        transaction.run(cypher.ATTACH, id=listing_id, sha256=file.sha256, name=file.name)


def told(listing: Listing) -> Mapping[str, Any]:
    """Return what a listing says of itself, as the graph keeps it."""
    values = {name: getattr(listing, name) for name in VALUES}
    return {**values, "kind": listing.kind.value}


def _listing(row: Row) -> Listing:
    stored = row["listing"]
    texts = {name: str(stored.get(name) or "") for name in TEXTS}
    names = {name: str(row[name] or "") for name in NAMES}
    return Listing(
        id=stored["id"],
        kind=ListingKind(stored["kind"]),
        title=stored["title"],
        quantity=stored.get("quantity"),
        budget=stored.get("budget"),
        stored_state=ListingState(stored["state"]),
        version=stored["version"],
        created_by=stored["created_by"],
        created_at=stored["created_at"],
        changed_at=stored["changed_at"],
        enterprise=row["enterprise"],
        node=row["node"],
        files=(),
        **texts,
        **names,
    )
