"""Deleting one's own account."""

from datetime import datetime
from uuid import uuid4

from chainmatch.people.identity import is_right
from chainmatch.rooms.leaving.running import NAME
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.erasure import make_alias
from graph.errors import BadInput
from graph.store import Store, audit
from graph.store.people import accounts, erasure
from graph.store.work import jobs


def leave(store: Store, *, actor: Account, password: str, now: datetime) -> None:
    """Close the account at once, and let a worker take the person out of the records.

    Raises BadInput (the password), Conflict (the last owner or administrator).
    """
    if not is_right(accounts.find_password_hash(store, actor.email), password):
        raise BadInput("当前密码不正确。")
    alias = make_alias(uuid4().hex)
    person = erasure.close_account(store, actor.email, alias)
    jobs.enqueue(
        store,
        kind=NAME,
        params={**person.as_json(), "enterprise": actor.enterprise},
        created_by="",
        at=now,
        key=alias,
        lane=NAME,
    )
    audit.record(
        store,
        actor=alias,
        verb=Verb.ACCOUNT_ERASED,
        subject=alias,
        before={"role": actor.role.value, "enterprise": actor.enterprise},
        after={},
        at=now,
    )
