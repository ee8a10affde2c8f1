"""What a person does with views of the map."""

from datetime import datetime
from urllib.parse import parse_qsl

from werkzeug.datastructures import MultiDict

from chainmatch.viewing.wanted import keep_state
from graph.domain.account import Account
from graph.store import Store
from graph.store.analyst import saved_views


def save(store: Store, *, actor: Account, name: str, state: str, now: datetime) -> str:
    """Keep a view under a name; return its id. Raises Conflict."""
    kept = keep_state(MultiDict(parse_qsl(state)))
    return saved_views.create_view(store, actor.email, name=name, state=kept, at=now)


def rename(store: Store, *, actor: Account, view_id: str, name: str) -> None:
    """Give a view another name. Raises NotFound, Conflict."""
    saved_views.rename_view(store, actor.email, view_id, name=name)


def delete(store: Store, *, actor: Account, view_id: str) -> None:
    """Forget a view; one that is gone already stays gone."""
    saved_views.delete_view(store, actor.email, view_id)
