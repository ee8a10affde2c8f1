"""Views of the map that people keep, in the graph."""

from datetime import datetime
from uuid import uuid4

from graph.domain.clock import instant_text
from graph.domain.saved_view import MOST_VIEWS, SavedView
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.analyst import saved_views as cypher


def create_view(store: Store, email: str, *, name: str, state: str, at: datetime) -> str:
    """Keep a view; return its id.

    Raises Conflict: MOST_VIEWS are kept already, or one of this name.
    """
    fresh = uuid4().hex

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, email=email, by=fresh)
        if transaction.run(cypher.COUNT, email=email)[0]["total"] >= MOST_VIEWS:
            raise Conflict("每人最多保存 %(most)s 个视图，请先删除用不到的。", most=MOST_VIEWS)
        _refuse_same_name(transaction, email, fresh, name)
        told = {"name": name, "state": state, "now": instant_text(at)}
        transaction.run(cypher.CREATE, email=email, id=fresh, **told)

    store.transact(work)
    return fresh


def list_views(store: Store, email: str) -> list[SavedView]:
    """List what a person keeps, the oldest first."""
    return [_view(row) for row in store.read(cypher.LIST, email=email)]


def find_view(store: Store, email: str, view_id: str) -> SavedView:
    """Return a view of this person. Raises NotFound."""
    row = store.read_one(cypher.FIND, email=email, id=view_id)
    if row is None:
        raise NotFound("没有这个保存的视图，可能已被删除。")
    return _view(row)


def rename_view(store: Store, email: str, view_id: str, *, name: str) -> None:
    """Give a view another name. Raises NotFound, Conflict (the name)."""

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, email=email, by=view_id)
        _refuse_same_name(transaction, email, view_id, name)
        if not transaction.run(cypher.RENAME, email=email, id=view_id, name=name):
            raise NotFound("没有这个保存的视图，可能已被删除。")

    store.transact(work)


def delete_view(store: Store, email: str, view_id: str) -> None:
    """Forget a view; one that is gone already stays gone."""
    store.write(cypher.DELETE, email=email, id=view_id)


def _refuse_same_name(transaction: Transaction, email: str, view_id: str, name: str) -> None:
    if transaction.run(cypher.FIND_SAME, email=email, id=view_id, name=name):
        raise Conflict("您已有一个叫“%(name)s”的视图，请换个名称。", name=name)


def _view(row: Row) -> SavedView:
    view = row["view"]
    return SavedView(view["id"], view["name"], view["state"], view["created_at"])
