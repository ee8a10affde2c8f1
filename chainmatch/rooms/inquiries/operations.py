"""What can be done with saved queries."""

from dataclasses import replace
from datetime import datetime

from chainmatch import audit
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.inquiry import SavedQuery
from graph.errors import Forbidden
from graph.inquiry import check
from graph.store import Store
from graph.store.analyst import saved_queries


def create(store: Store, *, actor: Account, query: SavedQuery, now: datetime) -> str:
    """Keep a query under a name; return its id. Raises BadInput, Conflict."""
    check(query.text)
    kept = saved_queries.create_query(store, replace(query, owner=actor.email), at=now)
    _record(store, actor, Verb.QUERY_SAVED, query, now)
    return kept


def change(store: Store, *, actor: Account, query: SavedQuery, now: datetime) -> None:
    """Save a changed query of one's own. Raises BadInput, NotFound, Conflict, Forbidden."""
    check(query.text)
    check_own(actor, saved_queries.find_query(store, query.id, reader=actor.email))
    saved_queries.change_query(store, replace(query, owner=actor.email), at=now)
    _record(store, actor, Verb.QUERY_SAVED, query, now)


def delete(store: Store, *, actor: Account, query_id: str, now: datetime) -> None:
    """Forget one's own query; an administrator any that is shared. Raises NotFound, Forbidden."""
    query = saved_queries.find_query(store, query_id, reader=actor.email)
    if not can_delete(actor, query):
        raise Forbidden("只有保存这条查询的人或管理员可以删除。")
    saved_queries.delete_query(store, query_id, owner=query.owner)
    _record(store, actor, Verb.QUERY_DELETED, query, now)


def check_own(actor: Account, query: SavedQuery) -> None:
    """Let the owner pass. Raises Forbidden."""
    if not can_change(actor, query):
        raise Forbidden("只有保存这条查询的人可以修改；您可以另存一条自己的。")


def can_change(actor: Account, query: SavedQuery) -> bool:
    """Whether this person keeps it."""
    return actor.email == query.owner


def can_delete(actor: Account, query: SavedQuery) -> bool:
    """Whether this person keeps it, or administers."""
    return actor.email == query.owner or actor.can_administer


def _record(store: Store, actor: Account, verb: Verb, query: SavedQuery, now: datetime) -> None:
    audit.record(
        store, actor=actor, verb=verb, subject=query.name, after={"text": query.text}, at=now
    )
