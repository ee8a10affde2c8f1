"""What a person does with saved searches."""

from datetime import date, datetime
from urllib.parse import parse_qsl

from werkzeug.datastructures import MultiDict

from chainmatch.choosing.search_form import keep_query, read_query
from chainmatch.choosing.search_scope import check_scope
from graph.domain.account import Account
from graph.domain.clock import date_text
from graph.search import search
from graph.store import Store
from graph.store.desk import saved_searches


def save(
    store: Store,
    *,
    actor: Account,
    name: str,
    query: str,
    alerts: bool,
    today: date,
    now: datetime,
) -> str:
    """Keep a search under a name; return its id. Raises Conflict, Forbidden (the conference)."""
    kept = keep_query(MultiDict(parse_qsl(query)))
    wanted = read_query(kept, actor.enterprise)
    check_scope(store, wanted.limits, actor)
    found = [entry.code for entry in search(store, wanted, at=date_text(today)).entries]
    return saved_searches.create_search(
        store, actor.email, name=name, query=kept, alerts=alerts, found=found, at=now
    )


def change(store: Store, *, actor: Account, search_id: str, name: str, alerts: bool) -> None:
    """Rename a search and switch its alerts. Raises NotFound, Conflict."""
    saved_searches.change_search(store, actor.email, search_id, name=name, alerts=alerts)


def delete(store: Store, *, actor: Account, search_id: str) -> None:
    """Forget a search."""
    saved_searches.delete_search(store, actor.email, search_id)
