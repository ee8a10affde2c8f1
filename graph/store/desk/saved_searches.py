"""Saved searches in the graph."""

from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import uuid4

from graph.domain.clock import instant_text
from graph.domain.saved_search import MOST_SEARCHES, MOST_WATCHED, SavedSearch, Watched
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.desk import saved_searches as cypher

BATCH = 50


def create_search(
    store: Store,
    email: str,
    *,
    name: str,
    query: str,
    alerts: bool,
    found: Collection[str],
    at: datetime,
) -> str:
    """Keep a search with the codes that it finds today; return its id.

    Raises Conflict: MOST_SEARCHES are kept already, or one of this name.
    """
    fresh = uuid4().hex

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, email=email, by=fresh)
        if transaction.run(cypher.COUNT, email=email)[0]["total"] >= MOST_SEARCHES:
            raise Conflict("每人最多保存 %(most)s 个搜索，请先删除用不到的。", most=MOST_SEARCHES)
        _refuse_same_name(transaction, email, fresh, name)
        transaction.run(
            cypher.CREATE,
            email=email,
            id=fresh,
            name=name,
            query=query,
            alerts=alerts,
            now=instant_text(at),
            found=len(found),
            known=_known(found),
        )

    store.transact(work)
    return fresh


def list_searches(store: Store, email: str) -> list[SavedSearch]:
    """List what a person keeps, the oldest first."""
    return [_search(row) for row in store.read(cypher.LIST, email=email)]


def find_search(store: Store, email: str, search_id: str) -> SavedSearch:
    """Return a search of this person. Raises NotFound."""
    row = store.read_one(cypher.FIND, email=email, id=search_id)
    if row is None:
        raise NotFound("没有这个保存的搜索，可能已被删除。")
    return _search(row)


def change_search(store: Store, email: str, search_id: str, *, name: str, alerts: bool) -> None:
    """Give a search another name, and switch its alerts. Raises NotFound, Conflict (the name)."""

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, email=email, by=search_id)
        _refuse_same_name(transaction, email, search_id, name)
        changed = transaction.run(
            cypher.CHANGE, email=email, id=search_id, name=name, alerts=alerts
        )
        if not changed:
            raise NotFound("没有这个保存的搜索，可能已被删除。")

    store.transact(work)


def delete_search(store: Store, email: str, search_id: str) -> None:
    """Forget a search; one that is gone already stays gone."""
    store.write(cypher.DELETE, email=email, id=search_id)


def stream_watched(store: Store) -> Iterator[Watched]:
    """Yield the searches whose owners want to hear of news and can sign in."""
    after = ""
    while rows := store.read(cypher.LIST_WATCHED, after=after, limit=BATCH):
        for row in rows:
            yield Watched(
                _search(row),
                row["email"],
                row["enterprise"] or "",
                row["role"],
                frozenset(row["known"] or ()),
            )
        after = rows[-1]["id"]


def save_known(store: Store, search_id: str, found: Collection[str], *, at: datetime) -> None:
    """Remember what a search found, so that only what is new is told next time."""
    store.write(
        cypher.SAVE_KNOWN,
        id=search_id,
        known=_known(found),
        found=len(found),
        now=instant_text(at),
    )


def _known(found: Collection[str]) -> list[str]:
    return sorted(found) if len(found) <= MOST_WATCHED else []


def _refuse_same_name(transaction: Transaction, email: str, search_id: str, name: str) -> None:
    if transaction.run(cypher.FIND_SAME, email=email, id=search_id, name=name):
        raise Conflict("您已有一个叫“%(name)s”的搜索，请换个名称。", name=name)


def _search(row: Row) -> SavedSearch:
    return SavedSearch(
        id=row["id"],
        name=row["name"],
        query=row["query"],
        alerts=row["alerts"],
        created_at=row["created_at"],
        checked_at=row["checked_at"],
        found=row["found"],
    )
