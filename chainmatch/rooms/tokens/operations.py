"""What can be done with tokens."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from chainmatch import audit
from chainmatch.limits import api_limits
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import instant_text
from graph.domain.token import LIVES, Scope, Token, id_of, make_secret, scopes_of, start_of
from graph.errors import BadInput, Forbidden
from graph.store import Store
from graph.store.people import tokens


def make_token(
    store: Store, *, actor: Account, name: str, scopes: Sequence[Scope], days: int, now: datetime
) -> str:
    """Make a token of the actor and return its secret, which is kept nowhere.

    Raises BadInput; Forbidden: a scope that the actor's role does not have; Conflict: too many.
    """
    _check(actor, scopes, days)
    secret = make_secret()
    token = Token(
        id=id_of(secret),
        name=name,
        start=start_of(secret),
        scopes=tuple(each for each in Scope if each in scopes),
        created_at=instant_text(now),
        ends_at=instant_text(now + timedelta(days=days)),
    )
    tokens.create_token(store, actor.email, token)
    after = {"name": name, "scopes": [each.value for each in token.scopes], "ends": token.ends_at}
    audit.record(store, actor=actor, verb=Verb.TOKEN_MADE, subject=actor.email, after=after, at=now)
    return secret


def revoke_token(store: Store, *, actor: Account, token_id: str, now: datetime) -> Token:
    """End a token of one's own, or as administrator anybody's. Raises NotFound, Forbidden."""
    token = tokens.find_token(store, token_id)
    if token.email != actor.email and not actor.can_administer:
        raise Forbidden("只有令牌的主人或管理员可以撤销。")
    tokens.delete_token(store, token_id)
    before = {"name": token.name, "start": token.start}
    audit.record(
        store, actor=actor, verb=Verb.TOKEN_REVOKED, subject=token.email, before=before, at=now
    )
    return token


def save_limit(store: Store, *, actor: Account, most: int, now: datetime) -> None:
    """Change how often each token may ask in a minute."""
    before = {"name": str(api_limits.per_minute(store))}
    api_limits.save_per_minute(store, most)
    audit.record(
        store,
        actor=actor,
        verb=Verb.SETTING_CHANGED,
        subject=api_limits.NAME,
        before=before,
        after={"name": str(most)},
        at=now,
    )


def _check(actor: Account, scopes: Sequence[Scope], days: int) -> None:
    if not scopes:
        raise BadInput("请至少选一项权限。")
    if days not in LIVES:
        raise BadInput("请选择有效期。")
    beyond = [each for each in scopes if each not in scopes_of(actor)]
    if beyond:
        raise Forbidden("您的账号没有 %(scope)s 的权限，不能给令牌。", scope=beyond[0].value)
